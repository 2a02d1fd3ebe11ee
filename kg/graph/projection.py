"""Draw one thing of the graph as a network for the eye."""

from collections.abc import Iterable, Sequence

from kg.errors import QuestionError
from kg.graph.details import Row, meeting_details
from kg.graph.drawing import (
    agenda_drawing,
    attendance_edges,
    attendee_nodes,
    handout_drawing,
    organization_drawing,
    post_edges,
)
from kg.graph.lookup import Roster, Source, read_roster
from kg.graph.passage import read_lines
from kg.graph.store import Store
from kg.graph.touch import theme_drawing
from kg.model import Edge, Network, Node

_RANKS = ("meeting", "person", "agenda-item", "organization", "handout", "theme")
"""What a picture keeps first when there is more than it may show."""


def project_meeting(
    store: Store, meeting: str | None = None, *, limit: int = 300
) -> Network:
    """Draw a meeting, by its IRI; without one, the first in *store*.

    Themes hang on the meeting and on agenda items, never on people: presence is
    not authorship.
    """
    source = Source(store, read_lines(store))
    values = {} if meeting is None else {"meeting": [meeting]}
    rows = source.rows("meetings", **values)
    if not rows:
        message = f"no such meeting in the graph: {meeting or 'none at all'}"
        raise QuestionError(message)
    subject = rows[0]["meeting"]
    roster = read_roster(source, meeting=[subject])
    posts = [post for found in roster.posts.values() for post in found]
    posts = [post for post in posts if post["seat"] == "no"]
    agenda, agenda_edges = agenda_drawing(source, meeting=[subject])
    handouts, handout_edges = handout_drawing(source, meeting=[subject])
    themes, theme_edges = theme_drawing(source, subject)
    people = list(attendee_nodes(source, roster))
    known = {node.id for node in people}
    agents = [edge.source for edge in agenda_edges if edge.kind == "presentation"]
    agents += [row["agent"] for row in roster.rows]
    starts = [post["organization"] for post in posts if "organization" in post]
    starts += [agent for agent in agents if agent not in known]
    organizations, part_edges = organization_drawing(source, starts)
    return _network(
        rows[0]["name"],
        subject,
        [
            *_meetings(source, rows[:1], roster),
            *people,
            *agenda,
            *organizations,
            *handouts,
            *themes,
        ],
        [
            *attendance_edges(source, roster),
            *post_edges(source, posts),
            *part_edges,
            *agenda_edges,
            *handout_edges,
            *theme_edges,
        ],
        limit,
    )


def project_person(store: Store, person: str, *, limit: int = 300) -> Network:
    """Draw a person, by IRI: posts, seats, meetings, and what was introduced."""
    source = Source(store, read_lines(store))
    roster = read_roster(source, agent=[person])
    people = list(attendee_nodes(source, roster))
    if not people:
        message = f"no roster in the graph lists this person: {person}"
        raise QuestionError(message)
    posts = [post for found in roster.posts.values() for post in found]
    starts = [post["organization"] for post in posts if "organization" in post]
    organizations, part_edges = organization_drawing(source, starts)
    items = [row["item"] for row in source.rows("presentations", presenter=[person])]
    agenda, agenda_edges = agenda_drawing(source, item=items)
    meetings = _meetings_of(source, roster)
    return _network(
        people[0].name,
        person,
        [*people, *_meetings(source, meetings, roster), *organizations, *agenda],
        [
            *attendance_edges(source, roster),
            *post_edges(source, posts),
            *part_edges,
            *agenda_edges,
        ],
        limit,
    )


def project_organization(
    store: Store, organization: str, *, limit: int = 300
) -> Network:
    """Draw an organization, by IRI: its parts, who came from them, and where to."""
    source = Source(store, read_lines(store))
    parts = [row["organization"] for row in source.rows("parts", top=[organization])]
    organizations, part_edges = organization_drawing(source, parts)
    subject = [node for node in organizations if node.id == organization]
    if not subject:
        message = f"no such organization in the graph: {organization}"
        raise QuestionError(message)
    rows = [*source.rows("members", organization=parts)]
    rows += source.rows("attendances", agent=parts)
    attendances = sorted({row["attendance"] for row in rows})
    roster = read_roster(source, attendance=attendances)
    posts = [post for found in roster.posts.values() for post in found]
    meetings = _meetings_of(source, roster)
    return _network(
        subject[0].name,
        organization,
        [
            *organizations,
            *attendee_nodes(source, roster),
            *_meetings(source, meetings, roster),
        ],
        [*attendance_edges(source, roster), *post_edges(source, posts), *part_edges],
        limit,
    )


def _meetings_of(source: Source, roster: Roster) -> tuple[dict[str, str], ...]:
    """Return the meetings whose rosters are at hand."""
    nodes = sorted({row["meeting"] for row in roster.rows})
    return source.rows("meetings", meeting=nodes)


def _meetings(
    source: Source, meetings: Iterable[Row], roster: Roster
) -> Iterable[Node]:
    """Draw meetings with their numbers."""
    meetings = tuple(meetings)
    evidence = source.evidence(row["meeting"] for row in meetings)
    for row in meetings:
        node = row["meeting"]
        rows = [found for found in roster.rows if found["meeting"] == node]
        yield Node(
            id=node,
            name=row["name"],
            kind="meeting",
            details=meeting_details(row, rows),
            passages=evidence.get(node, ()),
        )


def _network(
    title: str, subject: str, nodes: Sequence[Node], edges: Sequence[Edge], limit: int
) -> Network:
    """Put a picture together: nothing twice, no loose end, at most *limit* nodes."""
    unique = {node.id: node for node in reversed(nodes)}
    ordered = sorted(
        (unique[name] for name in dict.fromkeys(node.id for node in nodes)),
        key=lambda node: (node.id != subject, _RANKS.index(node.kind)),
    )
    shown = ordered[:limit]
    names = {node.id for node in shown}
    drawn = [edge for edge in edges if edge.source in names and edge.target in names]
    return Network(
        title=title,
        subject=subject,
        nodes=tuple(shown),
        edges=tuple(dict.fromkeys(drawn)),
        left_out=len(ordered) - len(shown),
    )
