"""Decide over all sightings who is one person."""

from collections.abc import Callable, Iterable, Sequence

from kg.model import Identities, Identity, Judgement, PersonSighting


def identify(
    sightings: Iterable[PersonSighting],
    judgements: Sequence[Judgement] = (),  # noqa: ARG001 - ids alone decide yet
    lineage: Callable[[tuple[str, ...]], frozenset[str]] | None = None,  # noqa: ARG001
    fold: Callable[[str], str] | None = None,  # noqa: ARG001
) -> Identities:
    """Return one person for each id that documents give."""
    found: dict[str, list[PersonSighting]] = {}
    for one in sorted(sightings, key=lambda sighting: sighting.key):
        found.setdefault(one.person, []).append(one)
    return Identities(tuple(_identity(key, found[key]) for key in sorted(found)))


def _identity(person: str, seen: Sequence[PersonSighting]) -> Identity:
    """Return the person of all *seen*."""
    first = seen[0]
    keys = tuple(one.key for one in seen)
    return Identity(
        person,
        first.name,
        first.label,
        first.family,
        first.given,
        first.split,
        keys,
    )
