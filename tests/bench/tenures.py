"""Compare how long people are seen in their seats with what is true of a corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.corpus.history import tell_history
from kg.corpus.names import post_ids, tell_meetings_apart
from kg.model import (
    DocumentReading,
    Identities,
    MeetingSighting,
    PersonSighting,
    Role,
    Tenure,
)
from tests.corpora import Corpus
from tests.corpora.reading import Matched, Read

_ROLES = {"chair": Role.CHAIR, "deputy": Role.DEPUTY_CHAIR, "member": Role.MEMBER}

Spell = tuple[str, Role, str, str]
"""A council by its name, a role, the documents of the first and the last sighting."""


@dataclass(frozen=True, slots=True)
class TenureScore:
    """How many *people* with seats there are, and how many have exactly the true ones.

    *wide* are intervals of which an end is no day on which the seat was seen, or
    during which somebody else held it under this identity.
    """

    people: int
    exact: int
    tenures: int
    wide: int

    def told(self) -> str:
        """Return the score in words."""
        share = self.exact / max(self.people, 1)
        return (
            f"people with seats {self.people}, histories exact {share:.4f}; "
            f"tenures {self.tenures}, wider than their evidence {self.wide}"
        )


def score_tenures(
    corpus: Corpus, results: Iterable[Read], matched: Matched, identities: Identities
) -> TenureScore:
    """Return how the intervals of seats compare with the truth.

    The truth is cut to the rows that were read, with the day that is printed.
    """
    documents = tell_meetings_apart([_document(one) for one in results])
    sightings = {one.key: one for each in documents for one in each.people}
    found: dict[str, set[Spell]] = defaultdict(set)
    seats = _seats(identities, sightings)
    tenures = [
        one for one in tell_history(documents, identities).tenures if one.post in seats
    ]
    for one in tenures:
        found[one.person].add(_spell(one, seats[one.post]))
    true = true_spells(corpus, matched)
    bearer = _bearers(identities, matched)
    exact = sum(found[bearer[person]] == spells for person, spells in true.items())
    wide = sum(not _attested(one, seats[one.post]) for one in tenures)
    return TenureScore(len(true), exact, len(tenures), wide)


def _document(one: Read) -> DocumentReading:
    """Return what was read of one document, with the meetings of its rows."""
    meetings = {
        seen.meeting: MeetingSighting(
            path=seen.meeting,
            document=one.name,
            label=one.name,
            council=seen.council,
            number=seen.number,
            date=seen.date,
            start=seen.start,
        )
        for seen in one.sightings
    }
    return DocumentReading(
        document=one.name,
        name=one.name,
        sha256="",
        meetings=tuple(meetings.values()),
        people=one.sightings,
    )


def _seats(
    identities: Identities, sightings: Mapping[str, PersonSighting]
) -> dict[str, list[PersonSighting]]:
    """Return the dated sightings of each seat, by its id."""
    found: dict[str, list[PersonSighting]] = defaultdict(list)
    for person in identities.people:
        for key in person.sightings:
            seen = sightings[key]
            ids = (new for _, new in post_ids(seen, person.id))
            for post, name in zip(seen.posts, ids, strict=True):
                if post.seat and seen.date is not None:
                    found[name].append(seen)
    return found


def _spell(tenure: Tenure, seen: Iterable[PersonSighting]) -> Spell:
    """Return a tenure as the truth tells it."""
    first, last = tenure.meetings[0], tenure.meetings[-1]
    by_meeting = {one.meeting: one for one in seen}
    one, other = by_meeting[first], by_meeting[last]
    return (str(one.council), one.role or Role.MEMBER, one.document, other.document)


def _attested(tenure: Tenure, seen: Iterable[PersonSighting]) -> bool:
    """Tell whether the seat was seen on both ends of a tenure."""
    return {tenure.first, tenure.last} <= {one.date for one in seen}


def true_spells(corpus: Corpus, matched: Matched) -> dict[str, set[Spell]]:
    """Return the spells of each person in seats, between rows that print the seat.

    A deputy chair who is absent stands among the members where a proxy is named.
    """
    order = {one["document"]: n for n, one in enumerate(corpus.truth["documents"])}
    council = {one["document"]: one["council"] for one in corpus.truth["documents"]}
    read: dict[tuple[str, str, str], list[PersonSighting]] = defaultdict(list)
    names: dict[str, str] = {}
    for seen, row in matched:
        names[row["document"]] = seen.document
        if seen.role is _ROLES.get(row["role"]) and any(p.seat for p in seen.posts):
            place = (row["person"], council[row["document"]], row["role"])
            read[place].append((order[row["document"]], seen))
    found: dict[str, set[Spell]] = defaultdict(set)
    for one in corpus.truth["histories"]:
        if one["role"] not in _ROLES:
            continue
        first, last = order[one["first"]], order[one["last"]]
        place = (one["person"], one["council"], one["role"])
        inside = [(n, seen) for n, seen in read[place] if first <= n <= last]
        if inside:
            inside.sort(key=lambda pair: (pair[1].date, pair[0]))
            ends = inside[0][1], inside[-1][1]
            spell = (str(ends[0].council), _ROLES[one["role"]])
            found[one["person"]].add((*spell, ends[0].document, ends[1].document))
    return found


def _bearers(identities: Identities, matched: Matched) -> dict[str, str]:
    """Return for each true person the identity with most of its sightings."""
    group = {key: one.id for one in identities.people for key in one.sightings}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for seen, row in matched:
        votes[row["person"]][group[seen.key]] += 1
    return {
        person: min(found, key=lambda one: (-found[one], one))
        for person, found in votes.items()
    }
