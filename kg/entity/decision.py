"""Decide on one candidate, or on none."""

from dataclasses import dataclass

from kg.entity.candidate import score
from kg.model import Candidate


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is meant (an id), or None with the candidates, and the reason."""

    entity: str | None
    candidates: tuple[Candidate, ...]
    reason: str


def decide(candidates: tuple[Candidate, ...]) -> Decision:
    """Return the one best candidate for whom more speaks than against.

    Two that are equally good are as good as none: a wrong edge in the graph costs
    a reader more than a missing one.
    """
    if not candidates:
        return Decision(None, (), "nobody of the roster bears this name")
    best = score(candidates[0])
    if best <= 0:
        return Decision(
            None, candidates, f"more speaks against: {_words(candidates[0])}"
        )
    equal = [one for one in candidates if score(one) == best]
    if len(equal) > 1:
        return Decision(None, candidates, f"{len(equal)} candidates fit equally well")
    if len(candidates) == 1:
        reason = f"the only one who fits: {_words(candidates[0])}"
    else:
        reason = f"the best of {len(candidates)}: {_words(candidates[0])}"
    return Decision(candidates[0].entity, candidates, reason)


def _words(candidate: Candidate) -> str:
    """Return the details of the clues as one sentence."""
    return "; ".join(clue.detail for clue in candidate.clues)
