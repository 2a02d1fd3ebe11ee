"""Decide over all sightings of a corpus which of them are one person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.identity.bearer import namesake_pairs
from kg.identity.block import full_name_pairs
from kg.identity.body import Fold, Lineage
from kg.identity.cluster import Clusters
from kg.identity.compare import Pair, Roster, compare, find_twins, rosters
from kg.identity.council import councils
from kg.identity.feature import CONFLICTS, Feature
from kg.identity.identifier import name_people, replaced
from kg.identity.look import look_at
from kg.identity.office import office_pairs
from kg.identity.ruling import rule, rulings
from kg.identity.surname import chain_pairs, surname_pairs
from kg.identity.weigh import (
    CANDIDATE,
    MERGE,
    Weights,
    may_merge,
    read_weights,
    weigh,
)
from kg.model import (
    Clue,
    Identities,
    IdentityDecision,
    Judgement,
    PersonSighting,
    Verdict,
)

_ROUNDS = 2
_ASKED = frozenset({Feature.TWO_PLACES, Feature.OTHER_UNIT, Feature.OTHER_POST})
"""What keeps two sightings apart, but a reader may know better: who leaves one
meeting early is in two rosters of one hour."""
_BARRING = CONFLICTS | _ASKED
"""What keeps two sightings apart also where a third could join them."""


def identify(
    sightings: Iterable[PersonSighting],
    judgements: Sequence[Judgement],
    lineage: Lineage,
    fold: Fold,
) -> Identities:
    """Return who is who among the *sightings* of a corpus.

    *judgements*, in order of their lines, outrank what the program finds. *lineage*
    gives for the path of an organization keys that it shares with the bodies that
    it became or came from; *fold* the form in which names are compared.

    The same name alone never merges. Pairs are merged from the most probable down,
    and never where what is joined so far conflicts; what is probable and yet not
    merged is kept as a candidate. The order of *sightings* does not matter.
    """
    looks = look_at(sightings, lineage, fold)
    clusters = Clusters(looks)
    judged = rule(clusters, rulings(judgements, looks))
    decider = _Decider(clusters, rosters(looks), read_weights())
    decider.decide(full_name_pairs(looks))
    decider.decide(office_pairs(looks, clusters))
    groups = councils(looks)
    for _ in range(_ROUNDS):
        for _ in range(_ROUNDS):
            decider.decide(namesake_pairs(looks, clusters))
        for council in groups:
            decider.decide(surname_pairs(council, clusters))
        for council in groups:
            decider.decide(chain_pairs(council, clusters))
    people = name_people(clusters)
    merged = {(one.left, one.right): one for one in (*decider.merged, *judged)}
    candidates = _candidates(decider.open, clusters, set(merged))
    decisions = sorted(
        (*merged.values(), *candidates), key=lambda one: (one.left, one.right)
    )
    return Identities(people, tuple(decisions), replaced(people, looks))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A pair with its probability and clues; *allowed* by the rules or not."""

    pair: Pair
    probability: float
    clues: tuple[Clue, ...]
    allowed: bool

    @property
    def order(self) -> tuple[bool, float, int, int]:
        """Return what pairs are decided in order of: the surest first."""
        left, right = self.pair.left, self.pair.right
        return (not self.allowed, -self.probability, left.order, right.order)

    @property
    def renamed(self) -> bool:
        """Tell whether the two surnames are one person's."""
        return any(clue.feature == Feature.RENAMED for clue in self.clues)

    def decision(self, verdict: Verdict) -> IdentityDecision:
        """Return the decision about the pair."""
        left, right = sorted((self.pair.left.seen.key, self.pair.right.seen.key))
        return IdentityDecision(left, right, self.probability, verdict, self.clues)


class _Decider:
    """Weighs pairs, joins those that are sure, keeps the rest of interest."""

    def __init__(
        self,
        clusters: Clusters,
        names: Mapping[Roster, frozenset[str]],
        weights: Weights,
    ) -> None:
        """Start with the *clusters* that judgements made, and nothing decided."""
        self.clusters = clusters
        self.names = names
        self.twins = find_twins(look for looks in clusters for look in looks)
        self.weights = weights
        self.merged: list[IdentityDecision] = []
        self.open: list[_Weighed] = []

    def decide(self, pairs: Iterable[Pair]) -> None:
        """Join what may be joined among *pairs*, from the surest down."""
        found = sorted(self._weigh(pairs), key=lambda one: one.order)
        for one in found:
            left, right = one.pair.left, one.pair.right
            if self.clusters.together(left, right):
                continue
            if one.allowed and one.renamed:
                self.clusters.rename(left, right)
            if one.allowed and self.clusters.join(left, right):
                self.merged.append(one.decision(Verdict.SAME))
            elif one.probability >= CANDIDATE:
                self.open.append(one)

    def _weigh(self, pairs: Iterable[Pair]) -> Iterator[_Weighed]:
        """Yield *pairs* with what they weigh; bar those that conflict."""
        for pair in pairs:
            found = compare(pair, self.names, self.twins)
            features = frozenset(Feature(clue.feature) for clue in found)
            left, right = pair.left, pair.right
            barring = features & _BARRING
            if barring and not self.clusters.together(left, right):
                certain = bool(barring - _ASKED)
                self.clusters.bar(left, right, certain=certain)
            probability, clues = weigh(found, self.weights)
            allowed = probability >= MERGE and may_merge(features)
            yield _Weighed(pair, probability, clues, allowed)


def _candidates(
    found: Iterable[_Weighed], clusters: Clusters, decided: set[tuple[str, str]]
) -> Iterator[IdentityDecision]:
    """Yield the surest pair of each two people that may yet be one.

    Two people whom a judgement or one roster keeps apart are no candidates.
    """
    best: dict[tuple[int, int], _Weighed] = {}
    for one in found:
        left, right = one.pair.left, one.pair.right
        apart = clusters.kept_apart(left, right, certain=True)
        if apart or clusters.together(left, right):
            continue
        roots = sorted((clusters.root(left.order), clusters.root(right.order)))
        place = (roots[0], roots[1])
        if place not in best or one.order < best[place].order:
            best[place] = one
    for one in best.values():
        decision = one.decision(Verdict.UNSURE)
        if (decision.left, decision.right) not in decided:
            yield decision
