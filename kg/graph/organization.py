"""Write organizations as triples."""

from collections.abc import Iterator

from kg.graph.iris import Iris
from kg.graph.reading import evidence
from kg.graph.term import Triple, ja
from kg.graph.vocabulary import (
    CODE,
    GJR,
    LEGAL_FORMS,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)
from kg.model import Kind, Organization

_CLASSES = {
    Kind.FORMAL: ORG.FormalOrganization,
    Kind.UNIT: ORG.OrganizationalUnit,
    Kind.COUNCIL: GJR.Council,
    Kind.COLLABORATION: ORG.OrganizationalCollaboration,
}
"""A secretariat (事務局) is an organization and no more: whose, is not printed."""


def organization_triples(organization: Organization, iris: Iris) -> Iterator[Triple]:
    """Describe *organization* with all its names and its direct parent."""
    node = iris.entity(organization.id)
    yield node, RDF.type, ORG.Organization
    if organization.kind in _CLASSES:
        yield node, RDF.type, _CLASSES[organization.kind]
    yield node, SKOS.prefLabel, ja(organization.name)
    yield node, RDFS.label, ja(organization.qualified)
    if organization.legal_name:
        yield node, SCHEMA.legalName, ja(organization.legal_name)
    for name in _other_names(organization):
        yield node, SKOS.altLabel, ja(name)
    if organization.kind is Kind.COUNCIL:
        yield node, ORG.classification, CODE["organisation-kind-kaigitai"]
    elif organization.legal_form in LEGAL_FORMS:
        code = CODE[LEGAL_FORMS[organization.legal_form]]
        yield node, ORG.classification, code
    if organization.parent is not None:
        yield node, ORG.subOrganizationOf, iris.entity(organization.parent)
    yield from evidence(node, organization.evidence, iris)


def _other_names(organization: Organization) -> tuple[str, ...]:
    """Return every further name: aliases, the legal name, the path run together.

    Units are printed without blanks (環境省大臣官房総合政策課), so that this is a
    name too, by which a reader will look for them.
    """
    names = {*organization.aliases, organization.qualified.replace(" ", "")}
    if organization.legal_name:
        names.add(organization.legal_name)
    return tuple(sorted(names - {organization.name, ""}))
