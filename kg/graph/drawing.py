"""Draw single facts as nodes and edges."""

from collections.abc import Iterable, Sequence

from kg.graph.details import (
    Row,
    attendance_details,
    handout_details,
    is_absent,
    is_chair,
    is_proxy,
    mode_of,
    organization_details,
    role_name,
)
from kg.graph.lookup import Roster, Source
from kg.graph.vocabulary import GJR
from kg.model import Basis, Edge, Node


def attendee_nodes(source: Source, roster: Roster) -> Iterable[Node]:
    """Draw those that rosters list; one who came twice is one node."""
    evidence = source.evidence(row["agent"] for row in roster.rows)
    seen: dict[str, list[Row]] = {}
    for row in roster.rows:
        seen.setdefault(row["agent"], []).append(row)
    for agent, rows in seen.items():
        if rows[0]["class"] == "person":
            yield Node(
                id=agent,
                name=rows[0]["name"],
                kind="person",
                group=rows[-1].get("group"),
                details=tuple(_person_details(roster, rows)),
                passages=evidence.get(agent, ()),
            )


def _person_details(roster: Roster, rows: Sequence[Row]) -> Iterable[tuple[str, str]]:
    """Word what rosters say of one person; several meetings are told apart."""
    for row in rows:
        posts = roster.posts.get(row["attendance"], ())
        if len(rows) > 1:
            yield "会議", row["meetingName"]
        else:
            posts = [post for post in posts if post["seat"] == "no"]
        basis = roster.basis(row["attendance"], str(GJR.attendanceMode))
        yield from attendance_details(row, posts, basis)


def attendance_edges(source: Source, roster: Roster) -> Iterable[Edge]:
    """Draw each row of a roster as an edge from the attendee to the meeting.

    The chair's edge is of a kind of its own. The basis is that of the mode, the
    axis that the eye sees, or of the status where somebody was absent.
    """
    evidence = source.evidence(row["attendance"] for row in roster.rows)
    for row in roster.rows:
        absent = is_absent(row)
        axis = GJR.status if absent else GJR.attendanceMode
        name = "欠席" if absent else role_name(row)
        yield Edge(
            source=row["agent"],
            target=row["meeting"],
            kind="chair" if is_chair(row) and not absent else "attendance",
            name=f"{name}（代理出席）" if is_proxy(row) else name,
            basis=roster.basis(row["attendance"], str(axis)),
            mode=None if absent else mode_of(row),
            proxy=is_proxy(row),
            passages=evidence.get(row["attendance"], ()),
        )


def post_edges(source: Source, posts: Sequence[Row]) -> Iterable[Edge]:
    """Draw posts as edges from people to organizations, each post once."""
    evidence = source.evidence(post["membership"] for post in posts)
    drawn: set[str] = set()
    for post in posts:
        if "organization" not in post or post["membership"] in drawn:
            continue
        drawn.add(post["membership"])
        yield Edge(
            source=post["person"],
            target=post["organization"],
            kind="affiliation",
            name=post.get("written") or post.get("role") or "所属",
            basis=Basis.STATED,
            passages=evidence.get(post["membership"], ()),
        )


def organization_drawing(
    source: Source, starts: Iterable[str]
) -> tuple[list[Node], list[Edge]]:
    """Draw organizations and all that they are part of."""
    rows = source.rows("organizations", start=sorted(set(starts)))
    evidence = source.evidence(row["organization"] for row in rows)
    nodes = [
        Node(
            id=row["organization"],
            name=row["name"],
            kind="organization",
            details=organization_details(row),
            passages=evidence.get(row["organization"], ()),
        )
        for row in rows
    ]
    edges = [
        Edge(
            source=row["organization"],
            target=row["parent"],
            kind="part-of",
            name="部局",
            basis=Basis.STATED,
            passages=evidence.get(row["organization"], ()),
        )
        for row in rows
        if "parent" in row
    ]
    return nodes, edges


def agenda_drawing(
    source: Source, **values: Iterable[str]
) -> tuple[list[Node], list[Edge]]:
    """Draw agenda items, and those who introduced them."""
    rows = source.rows("agenda", **values)
    evidence = source.evidence(row["item"] for row in rows)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], Edge] = {}
    for row in rows:
        item, number = row["item"], row["number"]
        found = evidence.get(item, ())
        nodes[item] = Node(
            id=item,
            name=row["title"],
            kind="agenda-item",
            details=(("議題", number), ("題名", row["title"])),
            passages=found,
        )
        edges[row["meeting"], item] = Edge(
            row["meeting"],
            item,
            "agenda",
            f"議題{number}",
            Basis.STATED,
            None,
            passages=found,
        )
        if "presenter" in row:
            edges[row["presenter"], item] = Edge(
                row["presenter"],
                item,
                "presentation",
                "説明",
                Basis.STATED,
                None,
                passages=found,
            )
    return list(nodes.values()), list(edges.values())


def handout_drawing(
    source: Source, **values: Iterable[str]
) -> tuple[list[Node], list[Edge]]:
    """Draw handouts under the agenda item that used them, else at the meeting."""
    rows = source.rows("handouts", **values)
    evidence = source.evidence(row["handout"] for row in rows)
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for row in rows:
        handout = row["handout"]
        nodes[handout] = Node(
            id=handout,
            name=row.get("label") or row["title"],
            kind="handout",
            details=handout_details(row),
            passages=evidence.get(handout, ()),
        )
        user = row.get("item", row["meeting"])
        edges.append(
            Edge(
                user,
                handout,
                "handout",
                "配布資料",
                Basis.STATED,
                None,
                passages=evidence.get(handout, ()),
            )
        )
    return list(nodes.values()), edges
