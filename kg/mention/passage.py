"""Say where running text stands, in which names may be found."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.gazetteer import Gazetteer
from kg.model import Form, Label, Mention, Minutes, Span
from kg.text import Normalized, normalize

# 〔関麻里子君登壇〕, （司会は能勢主査が務めた。）
_DIRECTION = re.compile(r"[ \t\u3000]*[（(〔\[][^\n]*[）)〕\]][ \t\u3000]*(?:\r?\n|$)")

# 署名委員　橘　一葉, 企画常任委員長　小暮　律: a title and a name, no sentence
_SIGNED = re.compile(r"\s*[^ぁ-ん。、]*[員長官同]\s+[^ぁ-ん。、\d]{1,12}")

# →（回答）橘委員：そうする。
_REPLY = re.compile(
    r"\s*(?:[→⇒]\s*(?:[(【][^()【】]{1,6}[)】])?|[(【](?:回答|答弁?|返答)[)】])"
    r"\s*[^、。:\s]{1,12}:(?=.)"
)

# 照会先：企画課　橘、小暮
_CONTACT = re.compile(r".{0,20}(?:照会先|問い?合わ?せ先?|連絡先)\s*[::]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of running text: `view.text[start:end]`, in NFKC."""

    view: Normalized
    start: int
    end: int

    @property
    def text(self) -> str:
        """The normalised words."""
        return self.view.text[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """Return the place of `text[start:end]` in the document."""
        return self.view.to_source(self.start + start, self.start + end)

    def printed(self, span: Span) -> str:
        """Return the document's words at *span*."""
        return self.view.raw[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Found:
    """What a recognizer found at `text[start:end]` of a passage."""

    start: int
    end: int
    label: Label
    reason: str
    form: Form = Form.NAME
    target: str | None = None
    surname: str | None = None
    post: str | None = None


def to_mention(
    passage: Passage, found: Found, recognizer: str, gazetteer: Gazetteer
) -> Mention:
    """Return what *recognizer* found in *passage* as a mention."""
    span = passage.span(found.start, found.end)
    return Mention(
        span=span,
        text=passage.printed(span),
        key=gazetteer.fold(passage.text[found.start : found.end]),
        label=found.label,
        form=found.form,
        recognizers=(recognizer,),
        reason=found.reason,
        target=found.target,
        surname=found.surname,
        post=found.post,
    )


def read_passages(minutes: Minutes) -> tuple[Passage, ...]:
    """Return the lines of statements and of the text between, speakers left out.

    Heads, rosters and headings are none: what they name is a fact already.
    """
    inside = [
        *(span for statement in minutes.statements for span in statement.spans),
        *minutes.body_spans,
    ]
    inside.extend(_directions(minutes, inside))
    labels = [s.speaker for s in minutes.statements if s.speaker is not None]
    lines = _lines(minutes, _without(_union(inside), sorted(labels)))
    return tuple(
        _without_label(line)
        for line in lines
        if not _SIGNED.fullmatch(line.text) and not _CONTACT.match(line.text)
    )


def _without_label(line: Passage) -> Passage:
    """Return *line* without the label of a reply, which is no running text."""
    label = _REPLY.match(line.text)
    return replace(line, start=line.start + label.end()) if label else line


def _directions(minutes: Minutes, inside: Iterable[Span]) -> Iterator[Span]:
    """Yield the lines in brackets after the roster that are nobody's words."""
    text = minutes.document.text
    said = [span.start for statement in minutes.statements for span in statement.spans]
    if not said:
        return
    rows = [a.row.end for a in minutes.attendees if a.row.end <= min(said)]
    start = max((minutes.heading.title_span.end, *rows))
    end = max(s.end for statement in minutes.statements for s in statement.spans)
    taken = [
        *inside,
        *(group.span for group in minutes.groups),
        *(attendee.row for attendee in minutes.attendees),
        *(span for item in minutes.agenda for span in item.spans),
        *(handout.span for handout in minutes.handouts),
        *(entry.span for entry in minutes.legend),
    ]
    for gap in _without([Span(start, end)], taken):
        place = gap.start
        for line in text[gap.start : gap.end].splitlines(keepends=True):
            whole = not place or text[place - 1] == "\n"
            if whole and line.strip() and _DIRECTION.fullmatch(line):
                yield Span(place, place + len(line.rstrip("\r\n")))
            place += len(line)


def read_titles(minutes: Minutes) -> tuple[Passage, ...]:
    """Return the lines that name things: the council, agenda items and handouts."""
    heading = minutes.heading
    body = heading.body.evidence if heading.body else ()
    spans = [heading.title_span, *body]
    spans.extend(span for item in minutes.agenda for span in item.spans)
    spans.extend(handout.span for handout in minutes.handouts)
    return _lines(minutes, _union(spans))


def _union(spans: Iterable[Span]) -> list[Span]:
    """Return *spans* in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            last = joined.pop()
            span = Span(last.start, max(last.end, span.end))  # noqa: PLW2901
        joined.append(span)
    return joined


def _without(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """Return *spans*, in order and apart, with what *holes* cover cut out."""
    rest: list[Span] = []
    cuts = _union(holes)
    first = 0
    for span in spans:
        start = span.start
        while first < len(cuts) and cuts[first].end <= start:
            first += 1
        for hole in cuts[first:]:
            if hole.start >= span.end:
                break
            if start < hole.start:
                rest.append(Span(start, hole.start))
            start = max(start, hole.end)
        if start < span.end:
            rest.append(Span(start, span.end))
    return rest


def _lines(minutes: Minutes, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Return the lines within *spans*, in the normalised view."""
    view = normalize(minutes.document.text)
    lines: list[Passage] = []
    for span in spans:
        start = bisect_left(view.origins, span.start)
        stop = bisect_left(view.origins, span.end)
        for line in view.text[start:stop].splitlines(keepends=True):
            if line.strip():
                lines.append(Passage(view, start, start + len(line.rstrip("\r\n"))))
            start += len(line)
    return tuple(lines)
