"""Read which laws, policies, programmes and events were referred to, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.calendar import NUMERAL
from kg.discourse.naming import Named, find_names, is_official, load_names
from kg.discourse.spoken import Spoken
from kg.model import (
    Basis,
    Grounded,
    Minutes,
    Reference,
    ReferenceForm,
    ReferenceKind,
    ReferencePlace,
    Span,
)
from kg.text import key

_ARTICLE = re.compile(
    rf"第{NUMERAL}条(?:の{NUMERAL})?(?:第{NUMERAL}項)?(?:第{NUMERAL}号)?"
)
_NUMBER = re.compile(
    rf"\(?\s*((?:明治|大正|昭和|平成|令和){NUMERAL}年"
    rf"(?:法律|政令|条例|[一-龥]{{2,6}}省令|[一-龥]{{1,5}}府令|勅令)第{NUMERAL}号)"
)
_DEFINED = re.compile(
    r"(?:\([^()]{0,20}\))?\((?:[^()「」]{0,40}[。、])?以下、?\s*(?:単に)?「([^「」]{1,30})」と(?:いう|いいます|呼ぶ|称する|略す)"
)
_QUOTED = re.compile(r"(?P<name>[一-龥ァ-ヶーA-Za-z0-9・々]{2,30})(?:を|と)銘打[っち]")
_SHOWN = re.compile(r"展示|開催|催し|公演|行(?:う|い|っ)")
_SAME_LAW = re.compile(r"(?<![一-龥])同法(?![一-龥](?<!第)|人)")
_LETTERS = r"[一-龥ァ-ヶーA-Za-z0-9々]"
_NEAR = 20
"""How far before a name a country is looked for."""
_DEFINITE = re.compile(r"(?:新たな|別の|他の|各|どの|いかなる|次期|新しい)$")


@dataclass(slots=True)
class _Thing:
    """A thing that is referred to, as it grows along the text."""

    kind: ReferenceKind
    name: str
    places: list[ReferencePlace] = field(default_factory=list)
    number: Grounded[str] | None = None
    tails: tuple[str, ...] = ()
    short: list[str] = field(default_factory=list)
    abroad: bool = False


def read_references(
    minutes: Minutes, spoken: Iterable[Spoken]
) -> tuple[Reference, ...]:
    """Return the laws, policies, programmes and events, by their first place.

    A name in several places is one thing; so is a short form that the text defines
    (以下「基本計画」という。), and the tail of the one full name that has it.
    """
    reader = _Reader(minutes)
    for one in spoken:
        reader.read(one)
    return reader.finish()


class _Reader:
    """Reads a record from its beginning, so that a short form follows its name."""

    def __init__(self, minutes: Minutes) -> None:
        """Begin with nothing named."""
        self.document = minutes.document.text
        self.things: dict[str, _Thing] = {}
        self.spoken: Spoken
        self.taken: list[tuple[int, int]] = []

    def read(self, spoken: Spoken) -> None:
        """Take what was said next."""
        self.spoken, self.taken = spoken, []
        text = spoken.passage.text
        for one in [*find_names(text), *_events(text)]:
            if self._free(one.start, one.end):
                self._name(one)
        self._defined()
        self._short()
        self._tails()
        self._same_law()

    def finish(self) -> tuple[Reference, ...]:
        """Return everything that was read."""
        found = map(_reference, self.things.values())
        return tuple(sorted(found, key=lambda one: one.places[0].spans[0].start))

    def _name(self, one: Named) -> None:
        """Take a name, with the law number or the article behind it."""
        text = self.spoken.passage.text
        name = text[one.start : one.end]
        thing = self.things.get(name)
        if thing is None:
            thing = self._short_for(name)
        form = ReferenceForm.NAME if thing is None else ReferenceForm.ALIAS
        if thing is None or name in self.things:
            thing = self.things.setdefault(name, _Thing(one.kind, name))
            form = ReferenceForm.NAME
        thing.tails = thing.tails or one.tails
        before = text[max(one.start - _NEAR, 0) : one.start]
        thing.abroad |= load_names().official.abroad.search(before) is not None
        number = _NUMBER.match(text, one.end)
        if number and thing.number is None and one.kind is ReferenceKind.LAW:
            spans = self.spoken.passage.spans(*number.span(1))
            thing.number = Grounded(key(number[1]), Basis.STATED, spans)
        self._place(thing, one.start, one.end, form)

    def _short_for(self, name: str) -> _Thing | None:
        """Return the one thing for which the text has defined *name*."""
        meant = [thing for thing in self.things.values() if name in thing.short]
        return meant[0] if len(meant) == 1 else None

    def _place(self, thing: _Thing, start: int, end: int, form: ReferenceForm) -> None:
        """Add a place to *thing*."""
        passage = self.spoken.passage
        spans: tuple[Span, ...] = passage.spans(start, end)
        article = _ARTICLE.match(passage.text, end)
        of_law = article and thing.kind is ReferenceKind.LAW
        thing.places.append(
            ReferencePlace(
                spans=spans,
                text="".join(self.document[one.start : one.end] for one in spans),
                form=form,
                article=passage.span(*article.span()) if article and of_law else None,
                statement=self.spoken.statement,
            )
        )
        self.taken.append((start, end))

    def _free(self, start: int, end: int) -> bool:
        """Tell whether no name stands at `text[start:end]` yet."""
        return all(end <= first or last <= start for first, last in self.taken)

    def _defined(self) -> None:
        """Take short forms that the text defines right behind a name."""
        text = self.spoken.passage.text
        for start, end in tuple(self.taken):
            after = _NUMBER.match(text, end)
            found = _DEFINED.match(text, end) or (after and _in_brackets(text, end))
            thing = self.things.get(text[start:end])
            if found and thing and found[1] != thing.name:
                thing.short.append(found[1])
                if self._free(*found.span(1)):
                    self._place(thing, *found.span(1), ReferenceForm.ALIAS)

    def _short(self) -> None:
        """Take the places of short forms that were defined."""
        text = self.spoken.passage.text
        for short in [word for thing in self.things.values() for word in thing.short]:
            thing = self._short_for(short)
            pattern = rf"(?<!{_LETTERS}){re.escape(short)}(?!{_LETTERS}(?<![第等案]))"
            for found in re.finditer(pattern, text):
                if thing and self._free(*found.span()):
                    self._place(thing, *found.span(), ReferenceForm.ALIAS)

    def _known_tails(self) -> list[str]:
        """Return the endings that may stand alone, in one order on every run."""
        return sorted({tail for one in self.things.values() for tail in one.tails})

    def _tails(self) -> None:
        """Take 推進方策 alone, where one full name before it ends so."""
        text = self.spoken.passage.text
        for tail in self._known_tails():
            named = [one for one in self.things.values() if one.name.endswith(tail)]
            if len(named) != 1:
                continue
            pattern = rf"(?<!{_LETTERS}){re.escape(tail)}(?!{_LETTERS}(?<![等案]))"
            for found in re.finditer(pattern, text):
                other = _DEFINITE.search(text, 0, found.start())
                if self._free(*found.span()) and not other:
                    self._place(named[0], *found.span(), ReferenceForm.ALIAS)

    def _same_law(self) -> None:
        """Take 同法 where one law alone was named before it in what was said."""
        text = self.spoken.passage.text
        laws = {
            text[start:end]: start
            for start, end in self.taken
            if text[start:end] in self.things
            and self.things[text[start:end]].kind is ReferenceKind.LAW
        }
        for found in _SAME_LAW.finditer(text):
            before = [name for name, start in laws.items() if start < found.start()]
            if len(before) == 1 and self._free(*found.span()):
                thing = self.things[before[0]]
                self._place(thing, *found.span(), ReferenceForm.ANAPHOR)


def _reference(thing: _Thing) -> Reference:
    """Return what was read of *thing*; the law of another country names none here."""
    full_name = load_names().known.get(thing.name, (thing.kind, ""))[1] or None
    is_law = thing.kind is ReferenceKind.LAW and not thing.abroad
    return Reference(
        kind=thing.kind,
        name=thing.name,
        places=tuple(sorted(thing.places, key=lambda one: one.spans[0].start)),
        number=thing.number,
        full_name=full_name,
        official=is_law and is_official(thing.name, full_name),
    )


def _in_brackets(text: str, end: int) -> re.Match[str] | None:
    """Return a short form behind a law number: （平成…号。以下「保全法」という。）."""
    return re.compile(
        r"\([^()]{0,40}?号[。、]\s*以下、?\s*「([^「」]{1,30})」と(?:いう|いいます)"
    ).match(text, end)


def _events(text: str) -> Iterator[Named]:
    """Yield what is shown or held under a name: 〇〇と銘打って展示する."""
    for found in _QUOTED.finditer(text):
        if _SHOWN.search(text, found.end()):
            yield Named(ReferenceKind.EVENT, *found.span("name"))
