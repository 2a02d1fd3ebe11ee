"""Bind decisions to the bodies that the record names with them."""

from collections.abc import Iterator

from kg.entity.identifier import organization_id
from kg.entity.link import Ground
from kg.entity.sighting import Sighting, council_path
from kg.entity.speech import find_agent
from kg.model import Discourse, Settlement, Span

_OWN = ("本", "当", "この")
"""本委員会, 当部会: the body that met."""


def read_settlements(
    discourse: Discourse, ground: Ground
) -> Iterator[tuple[Settlement, tuple[Sighting, ...]]]:
    """Yield each decision with the bodies that decided it, or were entrusted with it.

    Only bodies are bound: 座長一任 leaves a matter to a role, and who has it is
    what the record says of the chair, not of the decision.
    """
    for decision in discourse.decisions:
        decider, first = _body(decision.decider, ground)
        words = decision.entrusted.evidence if decision.entrusted else ()
        entrusted, other = _body(words[0] if len(words) == 1 else None, ground)
        seen = tuple(sighting for sighting in (first, other) if sighting)
        yield Settlement(decision, decider, entrusted), seen


def _body(span: Span | None, ground: Ground) -> tuple[str | None, Sighting | None]:
    """Return the body that the words at *span* name, and the place that names it."""
    if span is None:
        return None, None
    text = ground.minutes.document.text[span.start : span.end]
    council = council_path(ground.minutes)
    if text.startswith(_OWN) and council:
        return organization_id(council), None
    agent, sighting = find_agent(text, span, ground)
    if agent.entity is None or sighting is None:
        return None, None
    return agent.entity, sighting
