"""Parse a document into the minutes of one meeting."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.errors import DocumentRefusedError
from kg.gazetteer import Gazetteer
from kg.minutes.absence import absences, with_absences
from kg.minutes.agenda import read_agenda, read_item_mark
from kg.minutes.bars import without_bars
from kg.minutes.box import unbox
from kg.minutes.coverage import find_unplaced
from kg.minutes.discussion import Discussion
from kg.minutes.group import opens_roster, read_group
from kg.minutes.handout import read_handouts
from kg.minutes.heading import read_heading
from kg.minutes.headword import Topic
from kg.minutes.interleaved import part_columns
from kg.minutes.introduced import with_introductions
from kg.minutes.label import read_labels
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece, cut_lines
from kg.minutes.misread import mend_marks
from kg.minutes.presentation import add_presentations
from kg.minutes.presiding import with_chairs
from kg.minutes.roster import Roster, read_roster
from kg.minutes.run_on import cut_run_on
from kg.minutes.section import Section, divide
from kg.minutes.several import part_meetings
from kg.minutes.speaker import with_speakers
from kg.minutes.spoken_mode import with_spoken_modes
from kg.minutes.spoken_proxy import with_spoken_proxies
from kg.minutes.statement import read_statements
from kg.minutes.style import SpeechOpener
from kg.model import Attendee, Document, Minutes, RecordKind
from kg.text import key, normalize

_SPOKEN_LINES = 2
_NUMBERED_ITEMS = re.compile(r"\(1\)[^。]+\s\(2\)[^。]+$")
_NAMED_ITEM = re.compile(r"^[■◆●○【(]?\s*(?:議題|議事|議案)\s*[(]?\d")


def parse_minutes(document: Document, gazetteer: Gazetteer) -> tuple[Minutes, ...]:
    """Return the minutes in *document*, one for each meeting it records.

    Raises DocumentRefusedError where it records neither who attended nor what
    was said: a press release, an agenda alone, another text.
    """
    view = mend_marks(normalize(document.text))
    lexicon = Lexicon(gazetteer)
    printed = without_bars(cut_run_on(cut_lines(view).lines))
    lines = part_columns(unbox(printed, lexicon), lexicon)
    if not lines:
        raise DocumentRefusedError(document.source.name, "the document holds no words")
    return tuple(
        _parse_meeting(document, part, gazetteer) for part in part_meetings(lines)
    )


def _parse_meeting(
    document: Document, lines: Sequence[Line], gazetteer: Gazetteer
) -> Minutes:
    """Return the minutes of the one meeting that *lines* record."""
    lexicon = Lexicon(gazetteer)
    sections = _sections(lines, lexicon)
    heading = read_heading(sections, lines)
    roster = read_roster(sections, lexicon)
    lexicon = Lexicon(gazetteer, _listed_names(roster))
    handouts = read_handouts(sections)
    agenda = read_agenda(sections, lexicon)
    record = [
        line
        for section in sections
        if section.topic is Topic.RECORD
        for line in _spoken(section, lexicon)
    ]
    discussion = read_statements(record, agenda, lexicon)
    said = tuple(_said(line, lexicon) for line in record)
    attendees = with_absences(roster.attendees, absences(said, lexicon))
    attendees = with_spoken_proxies(attendees, said, lexicon)
    attendees = with_chairs(attendees, discussion.statements, lexicon)
    attendees = with_speakers(attendees, discussion.statements, record, lines, lexicon)
    attendees = with_introductions(attendees, record, lexicon)
    attendees = with_spoken_modes(attendees, said, lexicon)
    agenda = add_presentations(discussion.items, discussion.prose, handouts)
    _refuse_others(document, sections, attendees, discussion, heading.kind.value)
    minutes = Minutes(
        document=document,
        heading=heading,
        legend=roster.legend,
        groups=roster.groups,
        attendees=attendees,
        unnamed_absences=roster.unnamed_absences,
        agenda=agenda,
        handouts=handouts,
        statements=discussion.statements,
        body_spans=tuple(piece.span for piece, _ in discussion.prose),
    )
    heads = tuple(
        s.line.piece.span for s in sections if s.line and s.topic is not Topic.ASIDE
    )
    placed = (minutes, heads, roster.remarks, roster.tables, discussion.placed)
    unplaced = {*find_unplaced(lines, placed), *roster.unplaced}
    return replace(minutes, unplaced=tuple(sorted(unplaced)))


def _sections(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Section, ...]:
    """Return the sections; 議事 is the agenda, or what was said if it is spoken."""
    sections = divide(
        lines,
        SpeechOpener(lexicon),
        lambda line, seen: (
            opens_roster(line, seen, lexicon) or _heads_list(line, seen, lexicon)
        ),
    )
    return tuple(part for s in _with_first_heads(sections) for part in _as_spoken(s))


def _as_spoken(section: Section) -> tuple[Section, ...]:
    """Return *section*, one that is spoken as the record.

    議題　（１）水路　（２）井戸 over sentences is the agenda, and they the record.
    """
    head = section.head
    if not _is_spoken(section):
        return (section,)
    if head and head.value and _NUMBERED_ITEMS.match(head.value.text):
        agenda = Section(section.topic, head, section.line, ())
        return (agenda, Section(Topic.RECORD, None, None, section.lines))
    return (Section(Topic.RECORD, head, section.line, section.lines),)


def _heads_list(line: Line, seen: set[Topic], lexicon: Lexicon) -> bool:
    """Tell whether 構成員 alone below the place of the meeting begins the roster."""
    if Topic.VENUE not in seen or not line.after_blank:
        return False
    group = read_group(line, lexicon)
    return group is not None and group.role is not None and group.rest is None


def _with_first_heads(sections: Sequence[Section]) -> Iterator[Section]:
    """Give the sections, headings of items right above the first speech with it.

    「１　様式について」 stands above the first 「○橘座長　…」 where no 議事 is printed.
    """
    moved: tuple[Line, ...] = ()
    agenda = False
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        lines = (*moved, *section.lines)
        moved = ()
        opens = following and following.topic is Topic.RECORD and not following.head
        ordered = section.head is not None and "日程" in section.head.word
        if opens and not ordered and (section.topic is not Topic.AGENDA or agenda):
            cut = _first_head(lines, section.topic)
            lines, moved = lines[:cut], lines[cut:]
        agenda = agenda or section.topic is Topic.AGENDA
        yield Section(section.topic, section.head, section.line, lines)


def _first_head(lines: Sequence[Line], topic: Topic) -> int:
    """Return where the headings of items begin that stand above the first speech."""
    for i, line in enumerate(lines):
        if topic is not Topic.AGENDA and _NAMED_ITEM.match(line.text):
            return i
    cut = len(lines)
    while cut and read_item_mark(lines[cut - 1].text):
        cut -= 1
    return cut


def _listed_names(roster: Roster) -> frozenset[str]:
    """Return names and surnames of the roster, as keys."""
    names = [a.name for a in roster.attendees if a.name]
    parts = [
        part  # Anna Berg is called Berg委員, ジョン・スミス スミス氏
        for name in names
        if name.family is None
        for part in re.split(r"[\s・=]", name.text)
        if re.fullmatch(r"[A-Za-z'.\-]{2,}|[ァ-ヶー]{2,}", part)
    ]
    whole = [words for name in names for words in (name.text, name.family) if words]
    return frozenset(key(words) for words in (*whole, *parts))


def _spoken(section: Section, lexicon: Lexicon) -> tuple[Line, ...]:
    """Return the lines of the record, words beside its heading first: 概要：….

    A heading that is a speaker's label (【橘主査】) is the first of them.
    """
    head, line = section.head, section.line
    if head is None or line is None:
        return section.lines
    word = head.word.strip("【】[]〈〉《》<>〔〕")
    if any(label.piece.text == word for label in read_labels(line.piece, lexicon)):
        return (line, *section.lines)
    if head.value is None:
        return section.lines
    return (replace(line, piece=head.value), *section.lines)


def _said(line: Line, lexicon: Lexicon) -> Piece:
    """Return the words of *line* behind a speaker's label, if it has one."""
    labels = [label for label in read_labels(line.piece, lexicon) if label.rest]
    return labels[0].rest if labels else line.piece


def _is_spoken(section: Section) -> bool:
    """Tell whether an agenda section holds sentences: then it is the record."""
    if section.topic is not Topic.AGENDA:
        return False
    spoken = sum("。" in line.text for line in section.lines)
    return spoken >= _SPOKEN_LINES


def _refuse_others(
    document: Document,
    sections: Iterable[Section],
    attendees: Sequence[Attendee],
    discussion: Discussion,
    kind: RecordKind,
) -> None:
    """Refuse a text that is no minutes: nobody listed, and nothing recorded."""
    topics = {section.topic for section in sections}
    attended = bool(attendees) or Topic.ATTENDANCE in topics
    recorded = bool(discussion.statements) or Topic.RECORD in topics
    named = kind is not RecordKind.UNKNOWN
    if (attended and (recorded or named or attendees)) or (recorded and named):
        return
    reason = (
        "no minutes: expected a list of those who attended (出席者) or a record of "
        "what was said (議事要旨, 議事録), found neither"
    )
    raise DocumentRefusedError(document.source.name, reason)
