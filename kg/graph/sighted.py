"""Read out of triples which bodies and which posts a document shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from kg.graph.term import Triple
from kg.graph.vocabulary import CODE, GJR, LEGAL_FORMS, ORG, RDF, SCHEMA, SKOS
from kg.model import BodySighting, BodySightings, HeldPost

_FORMS = {CODE[code]: form for form, code in LEGAL_FORMS.items()}


@dataclass(slots=True)
class _Seen:
    """The triples that matter, by subject."""

    names: dict[URIRef, list[str]] = field(default_factory=dict)
    parents: dict[URIRef, URIRef] = field(default_factory=dict)
    forms: dict[URIRef, set[str]] = field(default_factory=dict)
    spans: dict[URIRef, set[str]] = field(default_factory=dict)
    bodies: set[URIRef] = field(default_factory=set)
    employers: dict[URIRef, URIRef] = field(default_factory=dict)
    roles: dict[URIRef, URIRef] = field(default_factory=dict)
    members: set[URIRef] = field(default_factory=set)
    placed: set[URIRef] = field(default_factory=set)


def see_bodies(facts: Iterable[Triple]) -> BodySightings:
    """Return the bodies and posts of *facts*, the triples of one document.

    A corpus keeps these few values, and not the triples, for `register_graph`.
    """
    seen = _gather(facts)
    return BodySightings(
        bodies=tuple(_body(node, seen) for node in sorted(seen.bodies)),
        posts=tuple(
            HeldPost(
                str(node),
                str(seen.employers.get(node, "")),
                _first(seen.names.get(seen.roles[node])),
                _first(seen.spans.get(node)),
            )
            for node in sorted(seen.members & seen.placed & seen.roles.keys())
        ),
    )


def _gather(facts: Iterable[Triple]) -> _Seen:
    """Sort *facts* by what they say; seats have no place in their row."""
    seen = _Seen()
    links: Mapping[URIRef, dict[URIRef, URIRef]] = {
        ORG.subOrganizationOf: seen.parents,
        ORG.organization: seen.employers,
        ORG.role: seen.roles,
    }
    kinds = {ORG.Organization: seen.bodies, ORG.Membership: seen.members}
    for subject, predicate, value in facts:
        if predicate in links and isinstance(value, URIRef):
            links[predicate][subject] = value
        elif predicate == RDF.type and value in kinds:
            kinds[URIRef(value)].add(subject)
        elif predicate == SKOS.prefLabel and _is_japanese(value):
            seen.names.setdefault(subject, []).append(str(value))
        elif predicate == ORG.classification and value in _FORMS:
            seen.forms.setdefault(subject, set()).add(_FORMS[URIRef(value)])
        elif predicate == GJR.evidencedBy:
            seen.spans.setdefault(subject, set()).add(str(value))
        elif predicate == SCHEMA.position:
            seen.placed.add(subject)
    return seen


def _body(node: URIRef, seen: _Seen) -> BodySighting:
    """Return one body with its names from the top."""
    line = [node]
    while (above := seen.parents.get(line[-1])) is not None and above not in line:
        line.append(above)
    path = tuple(_first(seen.names.get(one)) for one in reversed(line))
    forms = tuple(sorted(seen.forms.get(line[-1], ())))
    return BodySighting(str(node), path, forms, _first(seen.spans.get(node)))


def _is_japanese(value: URIRef | Literal) -> bool:
    """Tell whether *value* is words in Japanese."""
    return isinstance(value, Literal) and value.language == "ja"


def _first(found: Iterable[str] | None) -> str:
    """Return the first of some texts in order, or none."""
    return min(found, default="") if found else ""
