"""Follow each person through dated records."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.corpus.names import post_ids
from kg.corpus.series import Session
from kg.model import DocumentReading, Identities, PersonSighting, PostSighting


@dataclass(frozen=True, slots=True)
class Seen:
    """A dated sighting of a person, with the posts by their ids in the corpus.

    *session* is the meeting, which several records may show.
    """

    sighting: PersonSighting
    day: dt.date
    session: Session
    posts: Mapping[str, PostSighting]

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where it stands among others."""
        start = self.sighting.start.isoformat() if self.sighting.start else ""
        number = self.sighting.number or 0
        return self.day.isoformat(), start, number, self.sighting.key

    @property
    def council(self) -> str:
        """The id of the body that met, empty where none is known."""
        return self.sighting.council or ""

    def of(self, *, seat: bool) -> frozenset[str]:
        """Return the ids of the seats, or of the other posts."""
        return frozenset(key for key, one in self.posts.items() if one.seat == seat)


def see_over_time(
    documents: Iterable[DocumentReading],
    identities: Identities,
    sessions: Mapping[str, Session],
) -> dict[str, list[Seen]]:
    """Return the dated sightings of each person in order of time."""
    sightings = {one.key: one for d in documents for one in d.people}
    found: dict[str, list[Seen]] = {}
    for person in identities.people:
        seen = []
        for key in person.sightings:
            one = sightings[key]
            if one.date is not None:
                ids = (new for _, new in post_ids(one, person.id))
                posts = dict(zip(ids, one.posts, strict=True))
                seen.append(Seen(one, one.date, sessions[one.meeting], posts))
        found[person.id] = sorted(seen, key=lambda one: one.place)
    return found
