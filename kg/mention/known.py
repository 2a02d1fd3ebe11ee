"""Find the bodies that the gazetteer or the record knows, longest match first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.mention.boundary import (
    breaks,
    is_in_post,
    is_in_title,
    is_placeholder,
    stands_apart,
)
from kg.mention.passage import Found, Passage
from kg.model import Form, Label


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their first character, the longest first, to look for in texts."""

    by_first: Mapping[str, tuple[str, ...]]

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where names stand in *text*, from the left, the longest first."""
        start = 0
        while start < len(text):
            names = self.by_first.get(text[start], ())
            hit = next((n for n in names if text.startswith(n, start)), None)
            if hit is None:
                start += 1
                continue
            yield start, start + len(hit)
            start += len(hit)

    def shorter(self, text: str, start: int, end: int) -> int:
        """Return where a shorter name at *start* ends than at *end*, 0 for none."""
        names = self.by_first.get(text[start], ())
        ends = (start + len(n) for n in names if text.startswith(n, start))
        return next((one for one in ends if one < end), 0)


def index_names(names: Iterable[str]) -> Names:
    """Return *names* as they are looked for."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(filter(None, names), key=lambda name: (-len(name), name)):
        by_first.setdefault(name[0], []).append(name)
    return Names({first: tuple(found) for first, found in by_first.items()})


def find_known(
    passage: Passage,
    names: Names,
    targets: Mapping[str, str | None],
    gazetteer: Gazetteer,
) -> Iterator[Found]:
    """Yield *names* (by key) in *passage* with the body each stands for."""
    text = fold_places(passage.text, gazetteer)
    places = breaks(passage.text)
    for start, stop in names.places(text):
        end = stop
        # 架空省政策局総務課長 is of 架空省政策局; 総務課 is the post's
        if is_in_post(text, end) or is_in_title(text, end):
            end = names.shorter(text, start, stop)
        if not end or not stands_apart(text, start, end, places):
            continue
        if is_placeholder(text, start, end):
            continue
        target = targets[text[start:end]]
        reason = "a name of the gazetteer" if target else "a name of the record"
        yield Found(start, end, Label.ORGANIZATION, reason, target=target)


def fold_places(text: str, gazetteer: Gazetteer) -> str:
    """Return *text* with variants of kanji made one, every place kept."""
    return text.translate(gazetteer.folding)


def find_nominal(passage: Passage, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield 座長, 事務局, この会議 and 同会議: words that stand for somebody."""
    text, places = passage.text, breaks(passage.text)
    for start, end in _titles(gazetteer).places(text):
        if _stands_alone(text, start, end, places):
            word = gazetteer.roles[text[start:end]]
            body = word.role.value == "secretariat"
            label = Label.ORGANIZATION if body else Label.PERSON
            yield Found(start, end, label, "a role", Form.NOMINAL, post=text[start:end])
    yield from _councils(text, places, gazetteer)


_SINGLE = frozenset({"chair", "deputy-chair", "secretariat"})
"""Roles that one person or office has; 委員 alone names nobody."""


@lru_cache(maxsize=2)
def _titles(gazetteer: Gazetteer) -> Names:
    """Return the titles that one person or office has."""
    return index_names(
        word
        for word, role in gazetteer.roles.items()
        if role.title and role.role.value in _SINGLE
    )


@lru_cache(maxsize=2)
def _meetings(gazetteer: Gazetteer) -> tuple[tuple[Names, Form], ...]:
    """Return この会議, 本検討会 and 同会議, each with its form."""
    marks = ((gazetteer.near, Form.NOMINAL), (gazetteer.same, Form.PRONOUN))
    return tuple(
        (
            index_names({mark + word for mark in some for word in gazetteer.nominal}),
            form,
        )
        for some, form in marks
    )


def _stands_alone(text: str, start: int, end: int, places: frozenset[int]) -> bool:
    """Tell whether the role is a word of its own: not 推進事務局, not 座長案."""
    if not stands_apart(text, start, end, places) or is_placeholder(text, start, end):
        return False
    before = text[start - 1] if start else " "
    kanji_before = "一" <= before <= "鿿" or "ァ" <= before <= "ー"
    return (not kanji_before or before in "同当") and text[end : end + 1] != "長"


def _councils(
    text: str, places: frozenset[int], gazetteer: Gazetteer
) -> Iterator[Found]:
    """Yield この会議, 本検討会 and 同会議."""
    for words, form in _meetings(gazetteer):
        for start, end in words.places(text):
            whole = end in places and text[end : end + 1] not in {"長", "室", "場"}
            if whole and (start in places or not start):
                reason = "a word for the body that meets"
                yield Found(start, end, Label.ORGANIZATION, reason, form)
