"""Say what the graph knows of one thing, as values for a page and for programs."""

from collections.abc import Iterable, Mapping

from kg.graph.details import is_absent, is_proxy, mode_of, role_name
from kg.graph.lookup import Roster, Source, read_roster
from kg.graph.vocabulary import GJR
from kg.serve.api_site import Holdings
from kg.serve.entity_near import read_neighbours
from kg.serve.entity_query import ask, read_sources
from kg.serve.entity_values import Entity, Post, Ref, Seat, Statement

_KINDS = {
    "http://xmlns.com/foaf/0.1/Person": "person",
    "https://w3id.org/gijiroku/ns#Meeting": "meeting",
    "https://w3id.org/gijiroku/ns#Council": "council",
    "http://www.w3.org/ns/org#Organization": "organization",
    "http://www.w3.org/2004/02/skos/core#Concept": "theme",
    "https://w3id.org/gijiroku/ns#SourceText": "document",
    "https://w3id.org/gijiroku/ns#AgendaItem": "agenda-item",
    "https://w3id.org/gijiroku/ns#Statement": "statement",
}
_PLAIN = {"thing", "agenda-item", "statement"}
"""The kinds whose triples are shown as they are."""
_OTHER_NAMES = {
    "http://schema.org/legalName",
    "http://www.w3.org/2004/02/skos/core#altLabel",
}
_MOST_SEATS = 500


def read_entity(site: Holdings, thing: str) -> Entity | None:
    """Return what the graph knows of *thing*, an IRI; None where that is nothing."""
    rows = ask(site, "entity", thing=[thing])
    types = tuple(dict.fromkeys(row["class"] for row in rows if "class" in row))
    names = _names(rows)
    if not types and not names:
        return None
    kind = next((word for known, word in _KINDS.items() if known in types), "thing")
    source = Source(site.store, site.documents)
    roster = _roster(site, source, thing, kind)
    return Entity(
        id=thing,
        kind=kind,
        name=names[0] if names else thing,
        names=names,
        types=types,
        posts=tuple(_posts(source, roster, thing, kind)),
        seats=tuple(_seats(source, roster))[:_MOST_SEATS],
        cut=len(roster.rows) > _MOST_SEATS,
        neighbours=tuple(read_neighbours(site, source, thing, kind)),
        passages=source.evidence([thing]).get(thing, ()),
        facts=_facts(site, source, thing, kind),
        statements=tuple(_statements(site, thing)) if kind in _PLAIN else (),
    )


def _names(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Return the names in *rows*: first the label, Japanese before English."""
    found = sorted(
        (row for row in rows if "name" in row),
        key=lambda row: (
            row["property"] in _OTHER_NAMES,
            row.get("language", "") not in {"ja", ""},
            not row["property"].endswith("abel"),  # the label before the printed name
        ),
    )
    return tuple(dict.fromkeys(row["name"] for row in found))


def _roster(site: Holdings, source: Source, thing: str, kind: str) -> Roster:
    """Return the rows of rosters that tell of *thing*."""
    match kind:
        case "person":
            return read_roster(source, agent=[thing])
        case "meeting":
            return read_roster(source, meeting=[thing])
        case "organization" | "council":
            rows = ask(site, "seats", thing=[thing])
            return read_roster(source, attendance=[row["attendance"] for row in rows])
    return Roster(())


def _seats(source: Source, roster: Roster) -> Iterable[Seat]:
    """Yield the rows of *roster*, the last meeting first where they tell of one."""
    evidence = source.evidence(row["attendance"] for row in roster.rows)
    days = {
        row["meeting"]: row.get("start", "")[:10]
        for row in source.rows("meetings", meeting={r["meeting"] for r in roster.rows})
    } if roster.rows else {}  # fmt: skip
    ordered = sorted(
        roster.rows,
        key=lambda row: (days.get(row["meeting"], ""), row["meeting"]),
        reverse=True,
    )
    if len(days) == 1:
        ordered = list(roster.rows)
    for row in ordered:
        node = row["attendance"]
        day = days.get(row["meeting"], "")
        yield Seat(
            agent=Ref(row["agent"], row["name"], row["class"]),
            meeting=Ref(row["meeting"], row["meetingName"], "meeting", day),
            absent=is_absent(row),
            mode=mode_of(row),
            proxy=is_proxy(row),
            principal=row.get("principal", ""),
            role=role_name(row),
            group=row.get("group", ""),
            written=" ".join(row.get("written", "").split()),
            mode_basis=roster.basis(node, str(GJR.attendanceMode)),
            role_basis=roster.basis(node, "http://www.w3.org/ns/prov#hadRole"),
            passages=evidence.get(node, ()),
        )


def _posts(source: Source, roster: Roster, thing: str, kind: str) -> Iterable[Post]:
    """Yield each post once, with all days on which a roster shows it.

    Of a person it is their own, of a council the seats in it.
    """
    own = {"person": "person", "council": "organization"}.get(kind)
    names = {row["agent"]: row["name"] for row in roster.rows}
    found: dict[str, list[Mapping[str, str]]] = {}
    for rows in roster.posts.values():
        for row in rows:
            if own is None or row.get(own) == thing:
                found.setdefault(row["membership"], []).append(row)
    evidence = source.evidence(found)
    for node, rows in found.items():
        row = rows[0]
        days = sorted({one["day"] for one in rows if "day" in one})
        holder = row["person"]
        body = row.get("organization")
        yield Post(
            person=Ref(holder, names.get(holder, holder), "person"),
            organization=Ref(body, row.get("name", body)) if body else None,
            post=row.get("written") or row.get("role") or "",
            seat=row["seat"] == "yes",
            days=tuple(days),
            passages=evidence.get(node, ()),
        )


def _facts(
    site: Holdings, source: Source, thing: str, kind: str
) -> Mapping[str, str] | None:
    """Return what is said of a meeting or a document in a word each."""
    if kind == "meeting":
        rows = source.rows("meetings", meeting=[thing])
        keys = ("start", "end", "written", "venue", "kind", "number")
        return {key: rows[0][key] for key in keys if rows and key in rows[0]}
    if kind == "document":
        return read_sources(site, [thing]).get(thing, {})
    return None


def _statements(site: Holdings, thing: str) -> Iterable[Statement]:
    """Yield the triples of a thing that has no page of its own kind."""
    for row in ask(site, "out", thing=[thing]):
        value = row["value"]
        is_iri = value.startswith(("http://", "https://"))
        yield Statement(row["property"], value, row.get("name", value), is_iri)
    for row in ask(site, "in", thing=[thing]):
        name = row.get("name", row["other"])
        yield Statement(row["property"], row["other"], name, is_iri=True, inward=True)
