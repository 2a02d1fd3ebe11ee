"""Turn clues into a calibrated probability, then into a verdict."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import ResourceError
from kg.identity.clue import make_clue
from kg.identity.feature import DOUBTS, NAMED_ALIKE, Feature
from kg.model import Clue
from kg.resources import data_path

MERGE = 0.85
"""Probability from which a pair that the rules allow is merged.

Of the labelled pairs that are so probable and allowed, 99 in 100 are one person; the
hundredth was labelled on purpose as what no row can tell.
"""
CANDIDATE = 0.1
"""Probability from which a pair is shown to a reader."""

_SLIP = frozenset({Feature.SAME_COUNCIL, Feature.SAME_ORGANIZATION, Feature.BETWEEN})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature weighs, in log-odds, and what is left without any."""

    intercept: float
    features: Mapping[Feature, float]

    def probability(self, features: Iterable[Feature]) -> float:
        """Return how probable one person is, given what the pair shows."""
        total = self.intercept + sum(self.features.get(one, 0.0) for one in features)
        return round(1 / (1 + math.exp(-total)), 4)


@cache
def read_weights() -> Weights:
    """Return the weights that the program ships: `data/identity/weights.toml`."""
    path = data_path() / "identity" / "weights.toml"
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        weights = {Feature(name): value for name, value in table["weights"].items()}
    except (OSError, KeyError, ValueError) as error:
        message = f"{path}: cannot be read as a table of weights: {error}"
        raise ResourceError(message) from error
    return Weights(table["intercept"], weights)


def weigh(clues: Iterable[Clue], weights: Weights) -> tuple[float, tuple[Clue, ...]]:
    """Return the probability, and the clues with what each of them weighs."""
    weighed = tuple(
        make_clue(feature, clue.detail, weights.features.get(feature, 0.0))
        for clue in clues
        for feature in [Feature(clue.feature)]
    )
    return weights.probability(Feature(clue.feature) for clue in clues), weighed


_ANOTHER = frozenset(
    {Feature.OTHER_ROLE, Feature.OTHER_ORGANIZATION, Feature.FALL, Feature.LEAP}
)
"""What tells the bearer of a surname, or of an office, from another one."""


_RENAMED = frozenset(
    {
        Feature.RENAMED,
        Feature.OTHER_SURNAME,
        Feature.MEMBERS,
        Feature.SAME_ORGANIZATION,
        Feature.SAME_COUNCIL,
        Feature.NEAR_MEETING,
    }
)

_NEAR = frozenset({Feature.NEAR_MEETING, Feature.SAME_OTHERS, Feature.SAME_ROSTER})


def may_merge(features: frozenset[Feature]) -> bool:
    """Tell whether what a pair shows is the least by which two rows may be one.

    The same name alone never is. A full name needs the same organization, under
    whatever name, or the same council in meetings near each other; a slip needs
    both, and a gap that it fills; a surname needs to be the only one around. A new
    surname needs the office or the seat of the old one, which ends there, and all
    others unchanged.
    """
    if features >= _RENAMED and not features & (DOUBTS - _RENAMED):
        return _in_office(features)
    if features & DOUBTS:
        return False
    if Feature.HOLDER in features or Feature.ONLY_BEARER in features:
        return not features & _ANOTHER
    if Feature.MISREAD in features:
        return features >= _SLIP
    return bool(features & NAMED_ALIKE) and _share_more(features)


def _in_office(features: frozenset[Feature]) -> bool:
    """Tell whether a new surname comes with the office of the old one, or a rise.

    One unit or the seat of the chair is enough beside half of the others; a 理事 may
    be followed by another one, but not while all others stay.
    """
    if features & {Feature.SAME_UNIT, Feature.SAME_SEAT}:
        return bool(features & {Feature.SAME_ROSTER, Feature.SAME_OTHERS})
    office = features & {Feature.SAME_POST, Feature.RISE}
    return bool(office) and Feature.SAME_ROSTER in features


def _share_more(features: frozenset[Feature]) -> bool:
    """Tell whether two rows of one name share the least that makes them one."""
    council = Feature.SAME_COUNCIL in features
    if Feature.TWINS in features and Feature.SAME_UNIT not in features:
        return False
    if Feature.SAME_ORGANIZATION in features:
        return council or not features & {Feature.FALL, Feature.LEAP}
    if Feature.OTHER_ORGANIZATION in features:
        return (council and _moved(features)) or _seconded(features)
    if Feature.OTHER_ROLE in features:
        return False
    if council and Feature.ONE_IN_COUNCIL in features:
        return True
    return bool(council and features & _NEAR) or _is_only_one(features)


def _moved(features: frozenset[Feature]) -> bool:
    """Tell whether a member kept the seat under another employer.

    A chair at another university since spring. The roster around is the same, or
    the seat of the chair, or the calling is: a 教授 is no 理事 of a company next
    year. Officials come and go with the office, so there it is a namesake.
    """
    kept = Feature.NEAR_MEETING in features and bool(
        features & {Feature.SAME_ROSTER, Feature.SAME_SEAT}
    )
    follows = features >= {Feature.SUCCEEDS, Feature.SAME_CALLING}
    return Feature.MEMBERS in features and (kept or follows)


def _seconded(features: frozenset[Feature]) -> bool:
    """Tell whether an official went to another ministry.

    農林水産省の課長 until 2013, 環境省の課長 since 2017, and in no record two who
    bear the name at a time. Nobody rises in between as no career goes.
    """
    if features & {Feature.FALL, Feature.LEAP}:
        return False
    return features >= {Feature.OFFICIALS, Feature.IN_TURN, Feature.SUCCEEDS}


def _is_only_one(features: frozenset[Feature]) -> bool:
    """Tell whether a row that prints the name alone is the one known bearer's.

    In one council; or in the same years on a further council, of who sits on
    several anyway. A namesake may sit on a second one unseen: of two that is open.
    """
    if Feature.ONE_BEARER not in features:
        return False
    if Feature.SAME_COUNCIL in features:
        return Feature.SAME_YEARS in features or Feature.FAR not in features
    return features >= {Feature.MEMBERS, Feature.SAME_YEARS, Feature.WELL_KNOWN}
