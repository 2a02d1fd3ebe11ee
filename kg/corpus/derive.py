"""Find what only many documents together, and what is known beside them, show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.corpus.history import tell_history
from kg.corpus.names import Naming
from kg.gazetteer import Gazetteer
from kg.graph import (
    Part,
    RegisterTables,
    history_part,
    identity_part,
    register_graph,
)
from kg.identity import explain, identify
from kg.model import BodySightings, DocumentReading, Identities, Judgement


@dataclass(frozen=True, slots=True)
class Judged:
    """What decides who is who, and what is known of bodies, beside the documents."""

    gazetteer: Gazetteer
    register: RegisterTables
    judgements: tuple[Judgement, ...] = ()


def tell_people(documents: Sequence[DocumentReading], judged: Judged) -> Identities:
    """Return who is who in *documents*."""
    return identify(
        [one for document in documents for one in document.people],
        judged.judgements,
        lineage=judged.register.register.lineage,
        fold=judged.gazetteer.fold,
    )


def derive(
    documents: Sequence[DocumentReading],
    identities: Identities,
    naming: Naming,
    judged: Judged,
    base: str,
) -> tuple[Part, ...]:
    """Return the graphs of what follows from *documents*, in order of their names.

    None of them is a document's: they hold no fact of a record.
    """
    rows = {
        one.key: f"{one.meeting}/attendance-{one.position:02d}"
        for document in documents
        for one in document.people
        if one.position
    }
    parts = (
        identity_part(identities, rows, explain, base),
        history_part(tell_history(documents, identities), base),
        *register_graph(_bodies(documents, naming, base), judged.register, base),
    )
    return tuple(
        sorted((part for part in parts if part.facts), key=lambda part: part.document)
    )


def _bodies(
    documents: Sequence[DocumentReading], naming: Naming, base: str
) -> Iterator[BodySightings]:
    """Yield what each document shows of bodies, its posts under their new names."""
    for document in documents:
        things = naming.of(document.document).things
        posts = tuple(
            replace(post, iri=base + things.get(path, path))
            for post in document.bodies.posts
            for path in (post.iri.removeprefix(base),)
        )
        yield replace(document.bodies, posts=posts)
