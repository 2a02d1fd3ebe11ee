"""Part full names as other rows of the corpus part them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.identity.body import Fold
from kg.model import PersonSighting

Parts = Mapping[str, tuple[str, str]]
"""From a full name, as it is compared, to surname and given name as printed."""


def known_parts(rows: Iterable[PersonSighting], fold: Fold) -> Parts:
    """Return the names that *rows* part, all in one way.

    柏 律絵 tells what 柏律絵 is. What is a surname somewhere is no full name: who
    prints 東海 林 does not make 東海林 one.
    """
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    shown: dict[str, tuple[str, str]] = {}
    surnames: set[str] = set()
    for seen in rows:
        if seen.family and seen.given:
            parts = (fold(seen.family), fold(seen.given))
            found[fold(seen.label)].add(parts)
            shown[fold(seen.label)] = (seen.family, seen.given)
            surnames.add(parts[0])
    return {
        name: shown[name]
        for name, splits in found.items()
        if len(splits) == 1 and name not in surnames
    }


def with_parts(seen: PersonSighting, parts: Parts, fold: Fold) -> PersonSighting:
    """Return *seen* with surname and given name, where other rows tell them."""
    if seen.given:
        return seen
    known = parts.get(fold(seen.label))
    if known is None:
        return seen
    return replace(seen, family=known[0], given=known[1], surname_only=False)
