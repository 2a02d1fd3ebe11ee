"""Turn who is who into new names for the graph of each document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.entity import membership_id, organization_id
from kg.graph import Renames, Shown
from kg.model import DocumentReading, Identities, Identity, PersonSighting


@dataclass(frozen=True, slots=True)
class Naming:
    """How each document's things are called in the corpus, by document id."""

    documents: Mapping[str, Renames]

    def of(self, document: str) -> Renames:
        """Return the new names of *document*."""
        return self.documents.get(document, Renames())


def tell_meetings_apart(
    documents: Sequence[DocumentReading],
) -> tuple[DocumentReading, ...]:
    """Return *documents*, a second record of one meeting under a path of its own.

    A 議事要旨 and a 議事録 of one meeting list the same rows at other positions; the
    record of the document that comes first keeps the plain path.
    """
    owners: dict[str, str] = {}
    for document in sorted(documents, key=lambda one: one.document):
        for meeting in document.meetings:
            owners.setdefault(meeting.path, document.document)
    return tuple(_apart(document, owners) for document in documents)


def _apart(document: DocumentReading, owners: Mapping[str, str]) -> DocumentReading:
    """Return *document* with the paths of its meetings that others have told apart."""
    if all(owners[one.path] == document.document for one in document.meetings):
        return document

    def path(old: str) -> str:
        owned = owners.get(old) == document.document
        return old if owned else f"{old}/record-{document.document}"

    return replace(
        document,
        meetings=tuple(replace(one, path=path(one.path)) for one in document.meetings),
        people=tuple(
            replace(one, meeting=path(one.meeting)) for one in document.people
        ),
    )


def name_people(
    before: Iterable[DocumentReading],
    after: Iterable[DocumentReading],
    identities: Identities,
) -> Naming:
    """Return the new names for each document.

    *before* are documents as they were read, *after* the same in the same order
    with their meetings told apart.
    """
    whose = {key: one for one in identities.people for key in one.sightings}
    return Naming(
        {
            new.document: _renames(old, new, whose)
            for old, new in zip(before, after, strict=True)
        }
    )


def post_ids(sighting: PersonSighting, person: str) -> Iterator[tuple[str, str]]:
    """Yield each post of *sighting* with its id as a post of *person*."""
    for post in sighting.posts:
        path = post.organization
        organization = organization_id(path) if path else None
        new = membership_id(person, organization, post.role, post.appointment)
        yield post.membership, new


def _renames(
    old: DocumentReading, new: DocumentReading, whose: Mapping[str, Identity]
) -> Renames:
    """Return the new names of one document."""
    things: dict[str, str] = {}
    shown: dict[str, Shown] = {}
    for sighting in new.people:
        person = whose.get(sighting.key)
        if person is None:
            continue
        if person.id != sighting.person:
            things[sighting.person] = person.id
            things |= dict(post_ids(sighting, person.id))
        if person.name != sighting.name:
            shown[person.id] = Shown(person.name, person.label)
    meetings = {
        a.path: b.path
        for a, b in zip(old.meetings, new.meetings, strict=True)
        if a.path != b.path
    }
    return Renames(things, meetings, shown)
