"""Find what only many documents together show."""

from collections.abc import Sequence

from kg.corpus.history import tell_history
from kg.gazetteer import Gazetteer
from kg.graph import Part, history_part, identity_part
from kg.identity import identify
from kg.model import DocumentReading, Identities, Judgement


def derive(
    documents: Sequence[DocumentReading],
    judgements: Sequence[Judgement],
    gazetteer: Gazetteer,
    base: str,
) -> tuple[Identities, tuple[Part, ...]]:
    """Return who is who in *documents*, and the graphs of what follows from it.

    None of these graphs is a document's: they hold no fact of a record.
    """
    sightings = [one for document in documents for one in document.people]
    identities = identify(sightings, judgements, fold=gazetteer.fold)
    rows = {
        one.key: f"{one.meeting}/attendance-{one.position:02d}"
        for one in sightings
        if one.position
    }
    history = tell_history(documents, identities)
    parts = (identity_part(identities, rows, base), history_part(history, base))
    return identities, tuple(part for part in parts if part.facts)
