"""Hold counts of a network of councils or people, and what they rest on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A council or a person in the network that shared members make.

    *meetings* are those whose rosters were read, *people* the members of a council
    or, for a person, the councils; *degree* counts neighbours, *shared* the ties
    with them; *betweenness* is from 0 to 1, or None where it was not computed;
    *community* counts from 1, 0 for who has no neighbour.
    """

    id: str
    name: str
    meetings: int
    people: int
    degree: int
    shared: int
    betweenness: float | None
    community: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of all councils, or of all people: *kind* is council or person."""

    kind: str
    rows: tuple[Measure, ...]
