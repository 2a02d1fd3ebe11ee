"""Hold when something is to be, who undertook what, and the rules it refers to."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.minutes import Statement
from kg.model.span import Basis, Grounded, Span

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from *start* to *end*, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it starts."""
        if self.end < self.start:
            message = f"an interval from {self.start} to {self.end}"
            raise ValueError(message)

    @classmethod
    def from_days(cls, first: str, last: str) -> "Interval":
        """Return the interval from day to day, both as 2025-05-01."""
        return cls(date.fromisoformat(first), date.fromisoformat(last))

    @property
    def value(self) -> str:
        """Return the days as EDTF writes them (level 0): a year, month, day or range.

        >>> Interval(date(2025, 5, 1), date(2025, 5, 31)).value
        '2025-05'
        >>> Interval(date(2025, 5, 1), date(2025, 5, 10)).value
        '2025-05-01/2025-05-10'
        """
        start, end = self.start, self.end
        if start == end:
            return start.isoformat()
        whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
        if whole and start.year == end.year:
            if start.month == end.month:
                return start.isoformat()[:7]
            if start.month == 1 and end.month == _DECEMBER:
                return start.isoformat()[:4]
        return f"{start.isoformat()}/{end.isoformat()}"


class Qualifier(StrEnum):
    """How a time is meant: at it, or in relation to it."""

    ABOUT = "about"  # をめどに 頃 前後
    BY = "by"  # までに まで
    FROM = "from"  # から 以降
    WITHIN = "within"  # 以内 年内 今年度中
    BEFORE = "before"  # 以前


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a period or a time of the calendar as the text names it.

    *interval* is what the words allow, never more exact: 5月初旬 is 1 to 10 May. It
    is None where nothing can be reckoned (5年前, 次回), and *reason* says why.
    *basis* is STATED where the words hold the year, INFERRED where it comes from the
    day of the meeting, None without an interval. *sentence* is where it stands.
    """

    spans: tuple[Span, ...]
    text: str
    sentence: tuple[Span, ...]
    interval: Interval | None = None
    basis: Basis | None = None
    qualifier: Grounded[Qualifier] | None = None
    reason: str = ""
    statement: Statement | None = None

    def __post_init__(self) -> None:
        """Refuse a value without a basis, and the reverse."""
        if (self.interval is None) != (self.basis is None):
            message = f"{self.text}: {self.interval} with basis {self.basis}"
            raise ValueError(message)


class UndertakingKind(StrEnum):
    """What is undertaken: it is promised or planned, weighed, or asked of others."""

    COMMITMENT = "commitment"  # 年内にお示しします。 次回は5月に開催する。
    CONSIDERATION = "consideration"  # 来年度に向けて検討してまいりたい。
    REQUEST = "request"  # 次回までに資料を出してください。


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Words that say what will be done, by when, and, where stated, by whom.

    *spans* are the sentence, *form* the words that bind (…いたします), *moments* the
    times in it, *follow_up* a word for later (追って, 後日). *party* are words that
    name who is bound; *by_speaker* says that it is whoever speaks. Neither is set
    where the text does not say it. In a REQUEST the party is who is asked.
    """

    kind: UndertakingKind
    spans: tuple[Span, ...]
    text: str
    form: Span
    moments: tuple[Moment, ...] = ()
    follow_up: Span | None = None
    party: Grounded[str] | None = None
    by_speaker: bool = False
    statement: Statement | None = None


class ReferenceKind(StrEnum):
    """What sort of thing is referred to; none of them is a body."""

    LAW = "law"  # 〇〇法 〇〇法案 条例 政令
    POLICY = "policy"  # 戦略 基本計画 大綱 方針 推進方策
    PROGRAMME = "programme"  # プログラム 事業 制度
    EVENT = "event"  # 万博 国際〇〇年 サミット


class ReferenceForm(StrEnum):
    """How a place of the text names what it refers to."""

    NAME = "name"  # 〇〇基本計画
    ALIAS = "alias"  # 以下「基本計画」という。 the tail of the full name
    ANAPHOR = "anaphor"  # 同法


@dataclass(frozen=True, slots=True)
class ReferencePlace:
    """One place that refers; *article* are words like 第12条 right behind it."""

    spans: tuple[Span, ...]
    text: str
    form: ReferenceForm
    article: Span | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A law, policy, programme or event with all its places, in order of the text.

    *name* is the name as printed where it is fullest; *full_name* is what a table of
    known short names adds (Kプロ), which the text does not say. *number* is the law
    number as printed beside it: 平成二十年法律第六十三号. *official* tells that the
    name is the whole one of a law of Japan, so that it names it in any record.
    """

    kind: ReferenceKind
    name: str
    places: tuple[ReferencePlace, ...]
    number: Grounded[str] | None = None
    full_name: str | None = None
    official: bool = False
