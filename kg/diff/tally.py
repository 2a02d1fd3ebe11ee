"""Count what one document of a build gained, lost and altered."""

from collections.abc import Iterator, Mapping

from kg.diff.thing import GROUPS, Thing
from kg.model import ChangeKind, Tally


def count_things(
    document: str,
    kinds: Mapping[str, ChangeKind],
    left: Mapping[str, Thing],
    right: Mapping[str, Thing],
) -> Iterator[Tally]:
    """Yield how many things of each group a *document* gained, lost and altered.

    *kinds* are the things that differ, by IRI; *left* and *right* have both states.
    """
    for group in GROUPS:
        found = [
            (kind, left.get(iri), right.get(iri))
            for iri, kind in kinds.items()
            if (right.get(iri) or left[iri]).group == group
        ]
        if not found:
            continue
        gained = [_facts(new) - _facts(old) for _, old, new in found]
        lost = [_facts(old) - _facts(new) for _, old, new in found]
        counts = [kind for kind, _, _ in found]
        yield Tally(
            document,
            group,
            gained=counts.count(ChangeKind.GAINED),
            lost=counts.count(ChangeKind.LOST),
            altered=counts.count(ChangeKind.ALTERED),
            triples_gained=sum(map(len, gained)),
            triples_lost=sum(map(len, lost)),
        )


def _facts(thing: Thing | None) -> frozenset[tuple[str, str]]:
    """Return the facts of *thing* with the spans that it rests on."""
    if thing is None:
        return frozenset()
    return thing.facts | {("gjr:evidencedBy", span) for span in thing.spans}
