"""Find the sightings that judgements are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from kg.identity.cluster import Clusters
from kg.identity.identifier import minted_id
from kg.identity.judgement import in_force
from kg.identity.look import Look
from kg.model import IdentityDecision, Judgement, PersonSighting, Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement in force with the sightings that it is about, in order."""

    judgement: Judgement
    left: tuple[Look, ...]
    right: tuple[Look, ...]

    def pairs(self) -> Iterable[tuple[Look, Look]]:
        """Return each two different sightings, one of each side."""
        return ((a, b) for a, b in product(self.left, self.right) if a is not b)


def rulings(
    judgements: Iterable[Judgement], looks: Iterable[Look]
) -> tuple[Ruling, ...]:
    """Return the judgements in force that are about any of *looks*, in order."""
    index = _index(looks)
    return tuple(
        Ruling(one, index[one.left], index[one.right])
        for one in in_force(judgements)
        if one.left in index and one.right in index
    )


def unmatched(
    judgements: Iterable[Judgement], sightings: Iterable[PersonSighting]
) -> tuple[Judgement, ...]:
    """Return the judgements in force that name somebody who is not in the corpus."""
    known: set[str] = set()
    for seen in sightings:
        known |= {seen.key, seen.person, minted_id(seen)}
    return tuple(
        one for one in in_force(judgements) if not {one.left, one.right} <= known
    )


def _index(looks: Iterable[Look]) -> Mapping[str, tuple[Look, ...]]:
    """Return the sightings by their keys, and by the ids they bear.

    An id that was minted for one of several namesakes means the sighting from which
    it was minted.
    """
    found: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        found[look.seen.key].append(look)
        found[look.seen.person].append(look)
        found[minted_id(look.seen)].append(look)
    return {name: tuple(rows) for name, rows in found.items()}


def rule(clusters: Clusters, ruled: Iterable[Ruling]) -> tuple[IdentityDecision, ...]:
    """Apply judgements before anything else; return what they merged or left open.

    What was ruled different stays apart whatever else is ruled. Unsure keeps two
    apart, as candidates, unless other judgements make them one.
    """
    ruled = tuple(ruled)
    for one in ruled:
        if one.judgement.verdict is Verdict.DIFFERENT:
            _bar(clusters, one)
    decisions = [
        _decision(left, right, one.judgement)
        for one in ruled
        if one.judgement.verdict is Verdict.SAME
        for left, right in _star(one)
        if not clusters.together(left, right)
        and clusters.join(left, right, judged=True)
    ]
    for one in ruled:
        if one.judgement.verdict is Verdict.UNSURE:
            _bar(clusters, one)
            decisions.extend(
                _decision(left, right, one.judgement)
                for left, right in list(one.pairs())[:1]
                if not clusters.together(left, right)
            )
    return tuple(decisions)


def _bar(clusters: Clusters, one: Ruling) -> None:
    """Keep the two sides of a ruling apart, but what is one person already."""
    for left, right in one.pairs():
        if not clusters.together(left, right):
            clusters.bar(left, right)


def _star(one: Ruling) -> Iterable[tuple[Look, Look]]:
    """Return pairs that make all sightings of both sides one person."""
    first = one.left[0]
    return ((first, look) for look in (*one.right, *one.left[1:]) if look is not first)


def _decision(left: Look, right: Look, judgement: Judgement) -> IdentityDecision:
    """Return the decision about two sightings that a judgement makes."""
    one, other = sorted((left.seen.key, right.seen.key))
    sure = judgement.verdict is Verdict.SAME
    return IdentityDecision(
        one, other, 1.0 if sure else 0.5, judgement.verdict, (), judgement
    )
