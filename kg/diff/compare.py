"""Compare two meetings: who, in what role and post, on what, with which handouts."""

from collections.abc import Iterable

from kg.diff.listed import Fold, Roster
from kg.diff.lookup import ask
from kg.diff.paper import Papers, compare_papers, read_papers
from kg.diff.people import Rosters, compare_people
from kg.diff.roster import read_roster
from kg.graph import Store, read_lines
from kg.model import Change, ChangeKind, Compared, Comparison
from kg.text import key

_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}


def compare_meetings(
    store: Store, before: Compared, after: Compared, fold: Fold = key
) -> Comparison:
    """Return what differs from one meeting in *store* to another.

    *fold* brings the forms of a name together (`Gazetteer.fold`); without it only
    width and blanks do not matter.
    """
    documents = read_lines(store)
    rosters = [read_roster(store, one.id) for one in (before, after)]
    papers = [read_papers(store, one.id) for one in (before, after)]
    found = [
        *compare_people(Rosters(rosters[0], rosters[1], documents, fold)),
        *compare_papers(papers[0], papers[1], documents, fold),
    ]
    return Comparison(
        before,
        after,
        sort_changes(found),
        tuple(_notes(store, (before, after), rosters, papers)),
    )


def sort_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return *changes* by kind, then in the order in which they were found."""
    return tuple(sorted(changes, key=lambda change: _ORDER[change.kind]))


def _notes(
    store: Store,
    meetings: Iterable[Compared],
    rosters: Iterable[Roster],
    papers: Iterable[Papers],
) -> Iterable[str]:
    """Yield what could not be compared, or not in full, by key."""
    sides = ("before", "after")
    for side, meeting, roster, paper in zip(
        sides, meetings, rosters, papers, strict=True
    ):
        if not roster.people:
            yield f"no-roster-{side}"
        if not paper.talks:
            yield f"no-talk-{side}"
        heads = ask(store, "heads", meeting=[meeting.id])
        if any(row.get("absences", "0") != "0" for row in heads):
            yield f"unnamed-absences-{side}"
