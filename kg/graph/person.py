"""Write people and their posts as triples."""

from collections.abc import Iterator, Mapping

from rdflib import URIRef

from kg.graph.iris import Iris
from kg.graph.reading import evidence
from kg.graph.term import Triple, day, en, ja, number
from kg.graph.vocabulary import CODE, FOAF, GJR, ORG, RDF, RDFS, SCHEMA, SKOS
from kg.model import Membership, Organization, Person
from kg.model.identifier import mint

_APPOINTMENTS = {
    "非常勤": "appointment-part-time",
    "常勤": "appointment-full-time",
}
"""What is printed in brackets after a post: 議員(非常勤)."""


def person_triples(person: Person, iris: Iris) -> Iterator[Triple]:
    """Describe *person* by name; parts only where they are known, with the basis."""
    node = iris.entity(person.id)
    yield node, RDF.type, FOAF.Person
    yield node, RDFS.label, ja(person.label)
    yield node, FOAF.name, ja(person.name)
    if person.split:
        yield node, GJR.nameSplitBasis, CODE[f"basis-{person.split.value}"]
    if person.family:
        yield node, FOAF.familyName, ja(person.family)
    if person.given:
        yield node, FOAF.givenName, ja(person.given)
    yield from evidence(node, person.evidence, iris)


def membership_triples(
    membership: Membership,
    people: Mapping[str, Person],
    organizations: Mapping[str, Organization],
    iris: Iris,
) -> Iterator[Triple]:
    """Describe one post, or one seat on the council, as one record shows it.

    A seat has no place among the posts of its row and no wording of its own: that
    is the role word of the attendance.
    """
    node = iris.entity(membership.id)
    person = iris.entity(membership.person)
    yield node, RDF.type, ORG.Membership
    yield node, RDFS.label, ja(_label(membership, people, organizations))
    yield node, ORG.member, person
    if membership.organization is not None:
        organization = iris.entity(membership.organization)
        yield node, ORG.organization, organization
        yield person, ORG.memberOf, organization
    if membership.role is not None:
        yield node, ORG.role, role_iri(membership.role, iris)
        yield from _role(membership.role, iris)
    if membership.role_as_written is not None and not membership.seat:
        yield node, GJR.roleAsWritten, ja(membership.role_as_written)
    if membership.appointment in _APPOINTMENTS:
        code = CODE[_APPOINTMENTS[membership.appointment]]
        yield node, GJR.appointmentType, code
    if not membership.seat:
        yield node, SCHEMA.position, number(membership.position)
    if membership.attested_on is not None:
        yield node, GJR.attestedOn, day(membership.attested_on)
    yield from evidence(node, membership.evidence, iris)


def _label(
    membership: Membership,
    people: Mapping[str, Person],
    organizations: Mapping[str, Organization],
) -> str:
    """Name a post: 鈴木花子 / 架空省 政策局 局長."""
    post = [membership.role] if membership.role else []
    if membership.organization is not None:
        post.insert(0, organizations[membership.organization].qualified)
    return f"{people[membership.person].label} / {' '.join(post)}"


def role_iri(label: str, iris: Iris) -> URIRef:
    """Return the IRI of the role that is called *label*."""
    return iris.entity(mint("role", label))


def _role(label: str, iris: Iris) -> Iterator[Triple]:
    """Describe a role as a concept of the scheme of all roles."""
    node = role_iri(label, iris)
    scheme = iris.entity("role/scheme")
    yield node, RDF.type, ORG.Role
    yield node, RDF.type, SKOS.Concept
    yield node, SKOS.prefLabel, ja(label)
    yield node, SKOS.inScheme, scheme
    yield scheme, RDF.type, SKOS.ConceptScheme
    yield scheme, SKOS.prefLabel, ja("役職")
    yield scheme, SKOS.prefLabel, en("Roles and posts")
