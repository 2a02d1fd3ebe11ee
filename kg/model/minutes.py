"""Hold what one record of a meeting says, before anybody is identified."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from kg.model.document import Document
from kg.model.span import Basis, Grounded, Span


class RecordKind(StrEnum):
    """What sort of record the document is."""

    SUMMARY = "summary"  # 議事要旨 議事概要
    VERBATIM = "verbatim"  # 議事録 会議録 速記録
    RESULT = "result"  # 開催結果
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether somebody was there (出欠)."""

    PRESENT = "present"
    ABSENT = "absent"


class Mode(StrEnum):
    """How somebody took part (参加方法)."""

    ONLINE = "online"
    IN_PERSON = "in-person"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """In what capacity somebody sat in the meeting (会議での資格)."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy-chair"
    MEMBER = "member"
    EXPERT = "expert"
    OBSERVER = "observer"
    WITNESS = "witness"
    SECRETARIAT = "secretariat"
    OFFICIAL = "official"


class Access(StrEnum):
    """Whether a handout may be read by everybody (公開・非公開)."""

    OPEN = "open"
    CLOSED = "closed"


class Attribution(StrEnum):
    """To whom the record gives a statement."""

    NAMED = "named"
    ROLE = "role"
    ORGANIZATION = "organization"
    WITHHELD = "withheld"


_UNKNOWN_KIND: Grounded[RecordKind] = Grounded(RecordKind.UNKNOWN, Basis.DEFAULT)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a meeting: a room or building, or a virtual room."""

    name: str
    virtual: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a record; what is not printed is None."""

    title: str
    title_span: Span
    body: Grounded[str] | None = None
    number: Grounded[int] | None = None
    date: Grounded[date] | None = None
    start: Grounded[time] | None = None
    end: Grounded[time] | None = None
    date_as_written: str | None = None
    venue: Grounded[str] | None = None
    places: tuple[Place, ...] = ()
    kind: Grounded[RecordKind] = _UNKNOWN_KIND
    honorifics_omitted: Grounded[bool] | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a mark means: 「*Web参加」; *span* covers mark and meaning."""

    mark: str
    meaning: str
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the roster: its words without brackets and legend."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as printed, blanks inside reduced to one; no mark, no honorific.

    *split* says how family and given name are told apart: STATED by a blank,
    INFERRED by rule, None where they are not told apart.
    """

    text: str
    spans: tuple[Span, ...]
    family: str | None = None
    given: str | None = None
    split: Basis | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """One affiliation of a row: a path of units from the top, and a post.

    A unit and a post may share a character: 総務課長 is 総務課 and 課長.
    *legal_form* is the slice 国立大学法人 or 株式会社 of the topmost unit.
    *post* is the reading (COO), its evidence the slice as printed (C00).
    """

    span: Span
    units: tuple[Grounded[str], ...] = ()
    legal_name: str | None = None
    legal_form: str | None = None
    post: Grounded[str] | None = None
    post_as_written: str | None = None
    appointment: Grounded[str] | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One row of a roster, on every axis; *position* counts from 1.

    *name* is None where the record lists an organization only.
    *role_word* is the word that gave the role: 座長, 構成員, 政府参考人.
    """

    position: int
    row: Span
    as_written: str
    name: PersonName | None
    status: Grounded[Status]
    mode: Grounded[Mode]
    proxy: Grounded[bool]
    role: Grounded[Role] | None
    role_word: str | None = None
    group: Grounded[str] | None = None
    principal: PersonName | None = None
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda; *spans* are its line and its later headings.

    *presenters* are slices that name who introduced the item (北川 進, 北川理事,
    事務局); *used* are labels of handouts that were used for it.
    """

    number: int
    title: str
    spans: tuple[Span, ...]
    presenters: tuple[Span, ...] = ()
    used: tuple[Grounded[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """One handout; *label* is 資料2-1 in NFKC, None where none is printed."""

    position: int
    label: str | None
    title: str
    access: Grounded[Access]
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One recorded contribution; several spans where a page break cuts it.

    *position* counts from 1 within the agenda item.
    *label* is the speaker label as printed, *speaker* its place.
    """

    position: int
    text: str
    spans: tuple[Span, ...]
    attribution: Attribution
    label: str | None = None
    speaker: Span | None = None
    agenda_item: int | None = None
    reported_question: Grounded[str] | None = None
    context_note: Grounded[str] | None = None

    def __post_init__(self) -> None:
        """Refuse a withheld statement with a speaker, and the reverse."""
        if (self.attribution is Attribution.WITHHELD) != (self.speaker is None):
            message = f"{self.attribution} statement with speaker {self.label!r}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the record of one meeting says; sequences are in order of the text.

    *unplaced* are the spans that no rule could place.
    """

    document: Document
    heading: Heading
    legend: tuple[LegendEntry, ...] = ()
    groups: tuple[Group, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    unnamed_absences: Grounded[int] | None = None
    agenda: tuple[AgendaItem, ...] = ()
    handouts: tuple[Handout, ...] = ()
    statements: tuple[Statement, ...] = ()
    body_spans: tuple[Span, ...] = ()
    unplaced: tuple[Span, ...] = ()
