"""Write agenda items and handouts as triples."""

import re
import unicodedata
from collections.abc import Iterator

from kg.graph.iris import Iris
from kg.graph.reading import basis_code, evidence
from kg.graph.term import Triple, ja, number
from kg.graph.vocabulary import (
    ACCESS,
    CODE,
    DCTERMS,
    FOAF,
    GJR,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
)
from kg.model import Access, AgendaItem, Entities, Handout, Span

# 資料2-1, 参考資料1; the dashes are those that PDF prints
_LABEL = re.compile(r"(?P<reference>参考)?資料 ?(?P<number>\d+(?:[-‐‑−–]\d+)*)")


def agenda_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the items of the agenda, who introduced them, and with what."""
    handouts = handout_parts(entities.minutes.handouts)
    for item in entities.minutes.agenda:
        node = iris.part(f"agenda-{item.number}")
        yield iris.meeting, SCHEMA.subEvent, node
        yield node, RDF.type, GJR.AgendaItem
        yield node, RDF.type, SCHEMA.Event
        yield node, SCHEMA.position, number(item.number)
        yield node, RDFS.label, ja(item.title)
        yield node, SCHEMA.superEvent, iris.meeting
        for used in item.used:
            if used.value in handouts:
                yield node, PROV.used, iris.part(handouts[used.value])
        for presentation in entities.presentations:
            if presentation.item == item:
                yield node, GJR.presentedBy, iris.entity(presentation.agent)
        yield from evidence(node, _evidence(entities, item), iris)


def _evidence(entities: Entities, item: AgendaItem) -> Iterator[Span]:
    """Return the lines of an item, and what says who introduced it with what."""
    yield from item.spans
    yield from item.presenters
    for used in item.used:
        yield from used.evidence
    for presentation in entities.presentations:
        if presentation.item == item:
            yield from presentation.evidence


def handout_triples(entities: Entities, iris: Iris) -> Iterator[Triple]:
    """Describe the handouts, and whether everybody may read them."""
    handouts = entities.minutes.handouts
    for handout, name in zip(handouts, _names(handouts), strict=True):
        node = iris.part(name)
        yield iris.meeting, GJR.material, node
        yield node, RDF.type, GJR.MeetingMaterial
        yield node, RDF.type, FOAF.Document
        yield node, DCTERMS.title, ja(handout.title)
        yield node, SCHEMA.position, number(handout.position)
        yield from _label(handout, iris, name)
        is_open = handout.access.value is Access.OPEN
        access = ACCESS.PUBLIC if is_open else ACCESS.NON_PUBLIC
        yield node, DCTERMS.accessRights, access
        yield node, GJR.accessBasis, basis_code(handout.access.basis)
        yield from evidence(node, (handout.span, *handout.access.evidence), iris)


def _label(handout: Handout, iris: Iris, name: str) -> Iterator[Triple]:
    """Write the label of a handout, and the kind of paper that it tells."""
    if handout.label is None:
        return
    node = iris.part(name)
    yield node, DCTERMS.identifier, ja(handout.label)
    found = _match(handout)
    if found is not None:
        kind = "material-kind-reference" if found["reference"] else "material-kind-main"
        yield node, DCTERMS.type, CODE[kind]


def _match(handout: Handout) -> re.Match[str] | None:
    """Read the label of a handout as a number of a paper."""
    return _LABEL.fullmatch(unicodedata.normalize("NFKC", handout.label or ""))


def _names(handouts: tuple[Handout, ...]) -> tuple[str, ...]:
    """Name the handouts as parts of the meeting: material-2-1, material-r1.

    Papers of another numbering (別紙, 資料A), without label, or with a label that
    an earlier one has, are named by their place in the list: material-p3.
    """
    names: list[str] = []
    for handout in handouts:
        name = f"material-p{handout.position}"
        found = _match(handout)
        if found is not None:
            digits = "-".join(re.findall(r"\d+", found["number"]))
            label = f"material-{'r' if found['reference'] else ''}{digits}"
            name = name if label in names else label
        names.append(name)
    return tuple(names)


def handout_names(handouts: tuple[Handout, ...]) -> dict[Handout, str]:
    """Return the part of the meeting that each handout is."""
    return dict(zip(handouts, _names(handouts), strict=True))


def handout_parts(handouts: tuple[Handout, ...]) -> dict[str, str]:
    """Return the part of the meeting for each label; the first bearer has it."""
    labels: dict[str, str] = {}
    for handout, name in zip(handouts, _names(handouts), strict=True):
        if handout.label is not None:
            labels.setdefault(handout.label, name)
    return labels
