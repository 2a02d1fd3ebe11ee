"""Name entities by their content, so that every run names them alike."""

from kg.model.identifier import mint
from kg.text import key

_BETWEEN = "\x1f"


def organization_id(path: tuple[str, ...]) -> str:
    """Return the id of the organization with this *path* of names."""
    return mint("org", _BETWEEN.join(path))


def person_id(name: str, *context: str) -> str:
    """Return the id of a person by *name* and what tells namesakes apart."""
    return mint("person", _BETWEEN.join((key(name), *context)))


def membership_id(
    person: str, organization: str | None, role: str | None, appointment: str | None
) -> str:
    """Return the id of a post by the ids and words that make it."""
    parts = (
        person.rpartition("/")[2],
        (organization or "").rpartition("/")[2],
        role or "",
        appointment or "",
    )
    return mint("membership", _BETWEEN.join(parts))
