"""Read what is promised, planned, weighed or asked for, and by when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kg.discourse.expression import Shape
from kg.discourse.form import Ending, load_forms
from kg.discourse.moment import Timed
from kg.discourse.party import (
    Party,
    find_asked,
    find_doer,
    has_other_subject,
    has_topic,
    is_open,
    last_clause,
)
from kg.discourse.passage import Sentence
from kg.discourse.spoken import Spoken
from kg.model import (
    Attribution,
    Basis,
    Grounded,
    Minutes,
    Span,
    Undertaking,
    UndertakingKind,
)

_NEXT_MEETING = ("開催", "開", "予定")
_OF_NEXT = re.compile(r"次回[はも]")
_NO_LATER = frozenset({Shape.TODAY, Shape.DECADE})
_GONE = ("前", "以上前")


@dataclass(frozen=True, slots=True)
class _Later:
    """What says when in a sentence: a time, or a word for later (追って)."""

    start: int
    end: int
    sentence: Sentence
    ending: Ending
    timed: Timed | None = None


def read_undertakings(
    minutes: Minutes, spoken: Spoken, moments: Iterable[Timed]
) -> Iterator[Undertaking]:
    """Yield what *spoken* undertakes for one of its *moments*, or for later on."""
    laters = [*_timed(minutes, spoken, moments), *_followed(spoken)]
    laters.sort(key=lambda one: (one.ending.start, one.start))
    for _, group in groupby(laters, key=lambda one: one.ending.start):
        yield _undertaking(minutes, spoken, tuple(group))


def _timed(
    minutes: Minutes, spoken: Spoken, moments: Iterable[Timed]
) -> Iterator[_Later]:
    """Yield the times ahead that a form of undertaking follows."""
    for one in moments:
        if one.ending is None or spoken.is_quoted(one.start, one.sentence):
            continue
        if _is_said_of(one, spoken):
            continue
        if _binds(one.ending) and _is_ahead(one, minutes):
            yield _Later(one.start, one.end, one.sentence, one.ending, one)


def _is_said_of(one: Timed, spoken: Spoken) -> bool:
    """Tell whether a time only describes: 十年先の子ども, 十月は避けてほしい."""
    after = spoken.passage.text[one.end : one.end + 1]
    asked = one.ending is not None and one.ending.form.kind == "request"
    topic = after == "は" and asked and one.shape is Shape.MONTH
    return topic or (after == "の" and one.shape is Shape.DISTANCE)


def _is_ahead(one: Timed, minutes: Minutes) -> bool:
    """Tell whether the time may lie ahead: 前回, 5年前 and 本日 do not."""
    moment = one.moment
    if one.shape in _NO_LATER or moment.text.startswith(("前", "昨")):
        return False
    if moment.text.endswith(_GONE):
        return False
    day = minutes.heading.date
    past = moment.interval and day and moment.interval.end < day.value
    return not past


def _followed(spoken: Spoken) -> Iterator[_Later]:
    """Yield the words for later on that a deed follows: 日程は追って連絡する."""
    forms = load_forms()
    for found in forms.follow_up.pattern.finditer(spoken.passage.text):
        sentence = spoken.sentence(found.start())
        if spoken.is_quoted(found.start(), sentence):
            continue
        ending = forms.first(spoken.passage.text, found.end(), sentence.end)
        if ending is None or not _binds(ending) or ending.form.kind == "request":
            continue
        if forms.act.search(spoken.passage.text, found.end(), ending.end):
            yield _Later(*found.span(), sentence, ending)


def _binds(ending: Ending) -> bool:
    """Tell whether a form is one of undertaking."""
    return ending.form.kind in set(UndertakingKind)


def _undertaking(
    minutes: Minutes, spoken: Spoken, laters: tuple[_Later, ...]
) -> Undertaking:
    """Return what one form of one sentence undertakes, for all its times."""
    first = laters[0]
    sentence, ending = first.sentence, first.ending
    passage = spoken.passage
    kind = UndertakingKind(ending.form.kind)
    spans = sentence.spans
    party = _party(spoken, sentence, ending)
    later = next((one for one in laters if one.timed is None), None)
    text = minutes.document.text
    undertaking = Undertaking(
        kind=kind,
        spans=spans,
        text="".join(text[span.start : span.end] for span in spans),
        form=passage.span(ending.start, ending.end),
        moments=tuple(one.timed.moment for one in laters if one.timed),
        follow_up=passage.span(later.start, later.end) if later else None,
        party=_named(party, spoken, text, kind),
        statement=spoken.statement,
    )
    own = party is None and _is_own(spoken, sentence, ending)
    return replace(undertaking, by_speaker=own)


def _party(spoken: Spoken, sentence: Sentence, ending: Ending) -> Party | None:
    """Return the words that say who does it, or who is asked to."""
    text = spoken.passage.text
    start = last_clause(text, sentence.start, ending.start)
    deed = text[ending.start : ending.end]
    if ending.form.kind == UndertakingKind.REQUEST:
        return find_asked(text, start, ending.start, deed)
    return find_doer(text, start, ending.start, deed)


def _named(
    party: Party | None, spoken: Spoken, text: str, kind: UndertakingKind
) -> Grounded[str] | None:
    """Return who is bound as printed; what is told of a person binds nobody.

    「橘委員が次回報告します」 is no promise of 橘委員, but a request is asked of whom
    it names.
    """
    if party is None or (party.is_person and kind is not UndertakingKind.REQUEST):
        return None
    spans: tuple[Span, ...] = spoken.passage.spans(party.start, party.end)
    words = "".join(text[span.start : span.end] for span in spans)
    return Grounded(words, Basis.STATED, spans)


def _is_own(spoken: Spoken, sentence: Sentence, ending: Ending) -> bool:
    """Tell whether the speaker binds himself: nobody else is said to do it.

    A withheld speaker never does. …予定である and …こととする say that something will
    be, not who does it; nor does 「次回は5月に開催する」.
    """
    statement, form = spoken.statement, ending.form
    if statement is None or statement.attribution is Attribution.WITHHELD:
        return False
    if form.name not in {"will-do", "humble", "wished", "able", "weighed"}:
        return False
    text = spoken.passage.text
    start = last_clause(text, sentence.start, ending.start)
    if has_other_subject(text, start, ending.start):
        return False
    if is_open(text, start, ending.start, own=form.own):
        return False
    deed = text[ending.start : ending.end]
    before = text[sentence.start : ending.start]
    of_meeting = deed.startswith(_NEXT_MEETING) and "次回" in before
    if of_meeting or (not form.own and _OF_NEXT.search(before)):
        return False
    told = load_forms().telling.search(deed) is not None
    return form.own or told or not has_topic(text, start, ending.start)
