"""Part the full name of an organization from its legal form, and compare two."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.gazetteer import Gazetteer
from kg.text import key


class Side(StrEnum):
    """Where the legal form stands: 株式会社架空 and 架空株式会社 are two companies."""

    NONE = "none"
    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class FullName:
    """A name in NFKC: *core* without the legal *form*, *folded* for finding it.

    *form* is the whole word where (株) is printed, and "" where there is none.
    """

    core: str
    folded: str
    form: str = ""
    side: Side = Side.NONE


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """How names are read: the legal forms, and variants of kanji, of a gazetteer."""

    gazetteer: Gazetteer
    forms: Mapping[str, str] = field(init=False)
    fronts: Mapping[str, tuple[int, ...]] = field(init=False)
    backs: Mapping[str, tuple[int, ...]] = field(init=False)
    """How long the forms are that begin, and that end, with a character; the longest
    first. A name is cut there and looked up, which is quicker than to try each form
    on each of five million names."""

    def __post_init__(self) -> None:
        """Keep what the gazetteer knows of legal forms."""
        forms = dict(self.gazetteer.forms)
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "fronts", _sizes(forms, 0))
        object.__setattr__(self, "backs", _sizes(forms, -1))

    def read(self, name: str) -> FullName:
        """Return the parts of *name*; one that is nothing but a form has no core."""
        text = key(name)
        front, back = self._cut(text)
        if front:
            return self._named(text[front:], self.forms[text[:front]], Side.FRONT)
        if back:
            return self._named(text[:-back], self.forms[text[-back:]], Side.BACK)
        return self._named(text, "", Side.NONE)

    def whole(self, name: str) -> FullName:
        """Return *name* as it is, for what has no legal form: a theme 労働組合."""
        return self._named(key(name), "", Side.NONE)

    def found(self, name: str) -> str:
        """Return under what *name* is found; as `read`, for names by the million."""
        text = key(name)
        front, back = self._cut(text)
        core = text[front : len(text) - back]
        return core.translate(self.gazetteer.folding).casefold()

    def _cut(self, text: str) -> tuple[int, int]:
        """Return how many characters of *text* are its form: in front, or behind.

        The longer of both counts, and something must be left.
        """
        if not text:
            return 0, 0
        forms, most = self.forms, len(text) - 1
        front = back = 0
        for size in self.fronts.get(text[0], ()):
            if size <= most and text[:size] in forms:
                front = size
                break
        for size in self.backs.get(text[-1], ()):
            if size <= most and text[-size:] in forms:
                back = size
                break
        return (front, 0) if front >= back else (0, back)

    def _named(self, core: str, form: str, side: Side) -> FullName:
        """Return the parts of a name."""
        folded = core.translate(self.gazetteer.folding).casefold()
        return FullName(core, folded, form, side)


def _sizes(forms: Mapping[str, str], place: int) -> dict[str, tuple[int, ...]]:
    """Return how long the *forms* are, by the character at *place*, longest first."""
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[place], set()).add(len(form))
    return {
        character: tuple(sorted(sizes, reverse=True))
        for character, sizes in found.items()
    }


class Likeness(StrEnum):
    """How two names with one core are alike; each value is said to the reader."""

    EQUAL = "full names are equal"
    VARIANT = "full names are equal but for variant characters"
    SIDE = "the legal form stands on the other side"
    OURS_BARE = "the register has a legal form that the minutes do not print"
    THEIRS_BARE = "the minutes print a legal form that the register does not have"
    FORMS = "the legal forms differ"


WEIGHTS = {
    Likeness.EQUAL: 0.95,
    Likeness.VARIANT: 0.9,
    Likeness.SIDE: 0.6,
    Likeness.OURS_BARE: 0.7,
    Likeness.THEIRS_BARE: 0.7,
    Likeness.FORMS: 0.2,
}
"""How much a likeness alone is worth, by judgement: a reader's order, no measure."""


def compare(ours: FullName, theirs: FullName) -> Likeness:
    """Say how *ours* and *theirs* are alike, whose folded cores are equal."""
    if ours.form != theirs.form:
        if not ours.form:
            return Likeness.OURS_BARE
        return Likeness.FORMS if theirs.form else Likeness.THEIRS_BARE
    if ours.side is not theirs.side:
        return Likeness.SIDE
    return Likeness.EQUAL if ours.core == theirs.core else Likeness.VARIANT
