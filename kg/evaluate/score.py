"""Compare the facts that were found with those that a careful reader finds."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.text import key

Fact = tuple[str, ...]
"""One fact as words that are compared: (北川進, online)."""

_FORMS = {
    "株": "株式会社",
    "有": "有限会社",
    "合": "合同会社",
    "一社": "一般社団法人",
    "一財": "一般財団法人",
    "公社": "公益社団法人",
    "公財": "公益財団法人",
    "独": "独立行政法人",
    "国研": "国立研究開発法人",
    "学": "学校法人",
}
"""Legal forms in brackets, as rosters shorten them: （一社）."""

_SHORTENED = re.compile(r"\((?P<form>" + "|".join(_FORMS) + r")\)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact that a reader finds, in all the *forms* that say the same.

    An *optional* one is right where it is found, and not missing where it is not.
    """

    forms: frozenset[Fact]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of the graph, in all the *forms* in which the graph says it."""

    forms: frozenset[Fact]

    @property
    def name(self) -> Fact:
        """Return the form that is shown."""
        return min(self.forms)


@dataclass(frozen=True, slots=True)
class Score:
    """How one field compares: how many are *right*, which are *wrong* or *missing*."""

    field: str
    right: int
    wrong: tuple[Fact, ...] = ()
    missing: tuple[Fact, ...] = ()

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right, 1 where nothing was.

        >>> Score("people", 3, wrong=(("架空",),)).precision
        0.75
        """
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that is found, 1 where nothing was."""
        wanted = self.right + len(self.missing)
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def fact(*words: object) -> Fact:
    """Return *words* as they are compared: widths, blanks and case do not matter.

    A legal form is written out, as rosters print both （株） and 株式会社.

    >>> fact("北川　進", "（株）架空", 2)
    ('北川進', '株式会社架空', '2')
    """
    return tuple(
        _SHORTENED.sub(lambda short: _FORMS[short["form"]], key(str(word)).casefold())
        for word in words
    )


def choice(candidates: Iterable[str]) -> str:
    """Return several *candidates* as one word, - for none.

    >>> choice(["小暮 律", "小暮 敦子"])
    '?小暮律|小暮敦子'
    """
    names = sorted(fact(name)[0] for name in candidates)
    return f"?{'|'.join(names)}" if names else "-"


def wanted(*forms: Fact, optional: bool = False) -> Wanted:
    """Return a wanted fact in its *forms*."""
    return Wanted(frozenset(forms), optional)


def found(*forms: Fact) -> Found:
    """Return a found fact in its *forms*."""
    return Found(frozenset(forms))


def compare(
    field: str,
    wanted_facts: Iterable[Wanted],
    found_facts: Iterable[Found],
    allowed: AbstractSet[Fact] = frozenset(),
) -> Score:
    """Return how *found_facts* of a *field* compare with *wanted_facts*.

    Each wanted fact is found once, so that two people of one name have to be found
    twice; what is *allowed* is neither right nor wrong.
    """
    wanted_facts = tuple(wanted_facts)
    open_facts = list(wanted_facts)
    right = 0
    wrong: list[Fact] = []
    for one in sorted(found_facts, key=lambda one: one.name):
        fitting = (w for w in open_facts if w.forms & one.forms)
        match = min(fitting, key=lambda w: (w.optional, len(w.forms)), default=None)
        if match is not None:
            open_facts.remove(match)
            right += not match.optional
        elif not one.forms & allowed and not any(
            w.forms & one.forms for w in wanted_facts
        ):
            wrong.append(one.name)
    missing = tuple(min(one.forms) for one in open_facts if not one.optional)
    return Score(field, right, tuple(dict.fromkeys(wrong)), missing)
