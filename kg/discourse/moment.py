"""Read the times that what was said names, each as the days that its words allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.discourse.context import Context, Direction, Reckoned
from kg.discourse.expression import Expression, Shape, find_expressions
from kg.discourse.form import Ending, load_forms
from kg.discourse.passage import Sentence
from kg.discourse.reckon import reckon
from kg.discourse.spoken import Spoken
from kg.model import Basis, Grounded, Interval, Minutes, Moment, Qualifier, Span

_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(r"\s*\(([月火水木金土日])(?:曜日?)?[^)]{0,3}\)")
_CLOCK = re.compile(
    r"(?:の?\s*(?:午前|午後|正午|夕方|朝))?\s*(?:[\d一二三四五六七八九十]+時(?:半|\d+分)?)?"
)
_TO = re.compile(r"(?:\s*\([月火水木金土日][^)]{0,3}\))?\s*(?:から|[~〜―–])\s*(?:の)?")
_AFTER: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (Qualifier.BY, re.compile(r"(?:頃|ごろ|末)?まで(?:には|に)?")),
    (
        Qualifier.ABOUT,
        re.compile(r"(?:を|の)?(?:めど|目途|目処)(?:に|と)?|あたり|くらい"),
    ),
    (Qualifier.FROM, re.compile(r"から(?!の?(?:説明|報告|意見))")),
)
_SUFFIXES = {
    "内": Qualifier.WITHIN, "中": Qualifier.WITHIN, "以内": Qualifier.WITHIN,
    "いっぱい": Qualifier.WITHIN, "以降": Qualifier.FROM, "以後": Qualifier.FROM,
    "以前": Qualifier.BEFORE, "頃": Qualifier.ABOUT, "ごろ": Qualifier.ABOUT,
    "ころ": Qualifier.ABOUT, "前後": Qualifier.ABOUT,
}  # fmt: skip
_WITHIN = frozenset({"年内", "年度内", "月内"})
_AIMED = re.compile(r"(?:を|の)?(?:めど|目途|目処)|に向け|を目指|を目標")
_EVERY = re.compile(r"毎年|例年|毎月|年ごと|隔年")
_NEXT = re.compile(r"次回(?:の?[^、。は]{0,10})?[はを、]?、?$")
_SPANNED = frozenset({Shape.DAY, Shape.MONTH, Shape.YEAR, Shape.FISCAL})
_DATED = ("era", "west", "letter", "year_word", "fiscal_word", "near")


@dataclass(frozen=True, slots=True)
class Timed:
    """A moment with its place in a passage, and the form of the words behind it."""

    moment: Moment
    shape: Shape
    start: int
    end: int
    sentence: Sentence
    ending: Ending | None


def read_moments(minutes: Minutes, spoken: Spoken) -> tuple[Timed, ...]:
    """Return the times that *spoken* names, in order of the text."""
    return tuple(_Reader(minutes, spoken).read())


class _Reader:
    """Reads one passage; what was named before helps with 同月 and with years."""

    def __init__(self, minutes: Minutes, spoken: Spoken) -> None:
        """Begin with nothing named."""
        self.text = spoken.passage.text
        self.spoken = spoken
        self.document = minutes.document.text
        heading = minutes.heading.date
        self.meeting = heading.value if heading else None
        self.named: tuple[int, Interval] | None = None
        self.before: Interval | None = None

    def read(self) -> Iterator[Timed]:
        """Yield the times; two with から between them are one period."""
        waiting: tuple[Expression, Reckoned] | None = None
        for one in find_expressions(self.text):
            if waiting and self._joined(waiting[0], one):
                known = self._joined_days(waiting[1], one)
                yield self._timed(one, known, waiting[0].start)
                waiting = None
                continue
            if waiting:
                yield self._timed(*waiting, waiting[0].start)
            waiting = one, self._reckon(one)
        if waiting:
            yield self._timed(*waiting, waiting[0].start)

    def _joined(self, first: Expression, second: Expression) -> bool:
        """Tell whether two expressions are the ends of one period."""
        between = self.text[first.end : second.start]
        ends = {first.shape, second.shape} <= _SPANNED
        return ends and _TO.fullmatch(between) is not None

    def _joined_days(self, first: Reckoned, second: Expression) -> Reckoned:
        """Return the days from the first to the second: 令和7年4月から6月."""
        if first.interval is None:
            return first
        start = first.interval.start
        context = Context(start, Direction.AHEAD, first.interval)
        relative = second.part("year_word") or second.part("fiscal_word")
        last = self._reckon(second) if relative else reckon(second, context)
        if last.interval is None or last.interval.end < start:
            return Reckoned(None, reason=last.reason or "it ends before it starts")
        return replace(first, interval=Interval(start, last.interval.end))

    def _reckon(self, one: Expression) -> Reckoned:
        """Return the days of *one*, with what the passage named before in mind."""
        sentence = self.spoken.sentence(one.start)
        direction = self._direction(one, sentence)
        known = reckon(one, Context(self.meeting, direction, self.before))
        interval = known.interval
        if interval is None:
            return known
        if any(one.part(name) for name in _DATED):
            self.named = sentence.start, interval
        elif self._contradicted(interval, sentence, direction, one):
            return Reckoned(None, reason="another year is named before it")
        inferred = one.shape is Shape.DAY and not known.stated
        if inferred and self._other_weekday(one, known):
            return Reckoned(None, reason="the day of the week does not fit")
        self.before = interval
        return known

    def _contradicted(
        self,
        interval: Interval,
        sentence: Sentence,
        direction: Direction,
        one: Expression,
    ) -> bool:
        """Tell whether a year was named before: 令和3年4月に置き、8月に報告した."""
        if self.named is None or one.shape not in {Shape.DAY, Shape.DAYS, Shape.MONTH}:
            return False
        at, year = self.named
        same = at == sentence.start or direction is Direction.BEHIND
        return same and not year.start.year <= interval.start.year <= year.end.year

    def _other_weekday(self, one: Expression, known: Reckoned) -> bool:
        """Tell whether a weekday is printed that is not that of the day."""
        found = _WEEKDAY.match(self.text, one.end)
        day = known.interval.start if known.interval else None
        return bool(found and day and _WEEKDAYS[day.weekday()] != found[1])

    def _direction(self, one: Expression, sentence: Sentence) -> Direction:
        """Return whether the sentence speaks of what is to come, or what was."""
        if _EVERY.search(self.text, sentence.start, one.start):
            return Direction.UNCLEAR
        if _NEXT.search(self.text, sentence.start, one.start):
            return Direction.AHEAD  # 次回は二月です
        ending = load_forms().first(self.text, one.end, sentence.end)
        kind = ending.form.kind if ending else "none"
        if kind == "past":
            return Direction.BEHIND
        if kind == "request" and self.text.startswith("は", one.end):
            return Direction.UNCLEAR  # 十月は避けてほしい: every October
        if kind != "none" or _AIMED.match(self.text, one.end):
            return Direction.AHEAD
        return Direction.UNCLEAR

    def _timed(self, one: Expression, known: Reckoned, start: int) -> Timed:
        """Return the moment that `text[start:one.end]` names."""
        sentence = self.spoken.sentence(one.start)
        spans = self.spoken.passage.spans(start, one.end)
        basis = Basis.STATED if known.stated else Basis.INFERRED
        moment = Moment(
            spans=spans,
            text="".join(self.document[span.start : span.end] for span in spans),
            sentence=sentence.spans,
            interval=known.interval,
            basis=basis if known.interval else None,
            qualifier=self._qualifier(one),
            reason=known.reason,
            statement=self.spoken.statement,
        )
        ending = load_forms().first(self.text, one.end, sentence.end)
        return Timed(moment, one.shape, start, one.end, sentence, ending)

    def _qualifier(self, one: Expression) -> Grounded[Qualifier] | None:
        """Return how the time is meant, with the words that say so."""
        weekday = _WEEKDAY.match(self.text, one.end)
        after = weekday.end() if weekday else one.end
        clock = _CLOCK.match(self.text, after)
        at = clock.end() if clock else after
        for qualifier, pattern in _AFTER:
            found = pattern.match(self.text, at)
            opens = qualifier is Qualifier.FROM and at > after  # 26日午後2時から
            if found and one.shape is not Shape.DAYS and not opens:
                return self._grounded(qualifier, *found.span())
        suffix = one.part("suffix")
        if suffix in _SUFFIXES:
            return self._grounded(_SUFFIXES[suffix], *one.found.span("suffix"))
        if one.part("bare") in _WITHIN:
            return self._grounded(Qualifier.WITHIN, one.end - 1, one.end)
        return None

    def _grounded(
        self, qualifier: Qualifier, start: int, end: int
    ) -> Grounded[Qualifier]:
        """Return a qualifier with its place."""
        spans: tuple[Span, ...] = self.spoken.passage.spans(start, end)
        return Grounded(qualifier, Basis.STATED, spans)
