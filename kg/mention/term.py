"""Weigh the noun compounds of a record: which are its terms."""

import math
from collections.abc import Iterable, Mapping, Sequence

from kg.mention.ginza import WORDS, Compound
from kg.mention.passage import Passage
from kg.model import Span, Term

_RARE = 3
"""How much the rarity of a term's words counts beside its C-value."""


def weigh_terms(
    found: Iterable[tuple[Passage, Compound]],
) -> tuple[Term, ...]:
    """Return the compounds that were *found* as terms, the best first.

    Termhood is the C-value, which asks how often a compound stands alone and how
    often inside longer ones (Frantzi, Ananiadou and Mima, 2000), with the length
    of a single word made 1 as Barrón-Cedeño and others (2009) do; times the rarity
    of its words in the third power, by the ranks of chiVe (Zipf: the logarithm of
    the rank is that of the inverse frequency), so that 議論 and 場合 fall behind.
    """
    spans: dict[tuple[str, ...], list[Span]] = {}
    ranks: dict[tuple[str, ...], tuple[int, ...]] = {}
    for passage, compound in found:
        span = passage.span(compound.start, compound.end)
        spans.setdefault(compound.words, []).append(span)
        ranks[compound.words] = compound.ranks
    counts = {words: len(places) for words, places in spans.items()}
    around = _around(counts)
    terms = [
        Term(
            name="".join(words).lower(),
            words=words,
            spans=tuple(sorted(set(places))),
            termhood=round(
                _c_value(words, counts, around.get(words, ()))
                * _rarity(ranks[words]) ** _RARE,
                3,
            ),
        )
        for words, places in spans.items()
    ]
    return tuple(sorted(terms, key=lambda term: (-term.termhood, term.name)))


def _around(
    counts: Mapping[tuple[str, ...], int],
) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Return for each compound how often each longer one stands that holds it."""
    around: dict[tuple[str, ...], list[int]] = {}
    for words, count in sorted(counts.items()):
        parts = {
            words[start:end]
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if end - start < len(words)
        }
        for part in parts & counts.keys():
            around.setdefault(part, []).append(count)
    return around


def _c_value(
    words: tuple[str, ...],
    counts: Mapping[tuple[str, ...], int],
    longer: Sequence[int],
) -> float:
    """Return the C-value of *words*; *longer* counts the compounds around it."""
    count = counts[words] + sum(longer)
    nested = sum(longer) / len(longer) if longer else 0
    return math.log2(len(words) + 1) * (count - nested)


def _rarity(ranks: Sequence[int]) -> float:
    """Return how rare words of these *ranks* are elsewhere, from 0 to 1."""
    last = math.log(WORDS + 2)
    return sum(math.log(rank + 2) / last for rank in ranks) / len(ranks)
