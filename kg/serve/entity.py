"""Say what the graph knows of one thing, as values for a page and for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from kg.graph import bind, iri
from kg.graph.details import is_absent, is_proxy, mode_of, role_name
from kg.graph.lookup import Roster, Source, read_roster
from kg.graph.vocabulary import GJR
from kg.model import Basis, Passage
from kg.serve.api_site import Holdings

_KINDS = {
    "http://xmlns.com/foaf/0.1/Person": "person",
    "https://w3id.org/gijiroku/ns#Meeting": "meeting",
    "https://w3id.org/gijiroku/ns#Council": "council",
    "http://www.w3.org/ns/org#Organization": "organization",
    "http://www.w3.org/2004/02/skos/core#Concept": "theme",
    "https://w3id.org/gijiroku/ns#SourceText": "document",
}
_MOST_SEATS = 500


@dataclass(frozen=True, slots=True)
class Ref:
    """Another thing, by IRI and name, and how it is related."""

    id: str
    name: str
    relation: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post or seat as rosters attest it, with the days of sighting."""

    person: Ref
    organization: Ref | None
    post: str
    seat: bool
    days: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """One row of a roster; *bases* tell how status and mode are known."""

    agent: Ref
    meeting: Ref
    absent: bool
    mode: str
    proxy: bool
    principal: str
    role: str
    group: str
    written: str
    mode_basis: Basis
    role_basis: Basis
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple: a property with what it leads to, or comes from (*inward*)."""

    property: str
    value: str
    name: str
    is_iri: bool
    inward: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What the graph knows of one thing."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    seats: tuple[Seat, ...] = ()
    neighbours: tuple[Ref, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: Mapping[str, str] | None = None
    statements: tuple[Statement, ...] = ()


def read_query(name: str) -> str:
    """Return the query called *name* of this package."""
    file = files("kg.serve") / "queries" / f"{name}.rq"
    return file.read_text(encoding="utf-8")


def ask(
    site: Holdings, name: str, **values: Iterable[str]
) -> tuple[dict[str, str], ...]:
    """Return the rows of the query *name* with IRIs in its blanks."""
    terms = {key: [iri(value) for value in found] for key, found in values.items()}
    return site.store.rows(bind(read_query(name), terms))


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
    seats = tuple(_seats(source, roster))
    return Entity(
        id=thing,
        kind=kind,
        name=names[0] if names else thing,
        names=names,
        types=types,
        posts=tuple(_posts(source, roster, thing if kind == "person" else None)),
        seats=seats,
        neighbours=tuple(_neighbours(site, source, thing, kind)),
        passages=source.evidence([thing]).get(thing, ()),
        facts=_facts(site, source, thing, kind),
        statements=tuple(_statements(site, thing)) if kind == "thing" else (),
    )


def _names(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Return the names in *rows*: first the label, Japanese before English."""
    found = sorted(
        (row for row in rows if "name" in row),
        key=lambda row: (
            not row["property"].endswith(("#label", "/name")),
            row.get("language", "") not in {"ja", ""},
            not row["property"].endswith("#label"),
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
    for row in ordered[:_MOST_SEATS]:
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


def _posts(source: Source, roster: Roster, person: str | None) -> Iterable[Post]:
    """Yield each post once, with all days on which a roster shows it."""
    names = {row["agent"]: row["name"] for row in roster.rows}
    found: dict[str, list[Mapping[str, str]]] = {}
    for rows in roster.posts.values():
        for row in rows:
            if person is None or row["person"] == person:
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


def _neighbours(site: Holdings, source: Source, thing: str, kind: str) -> Iterable[Ref]:
    """Yield what else one would look at from here."""
    match kind:
        case "organization" | "council":
            for row in ask(site, "organization", thing=[thing]):
                yield Ref(row["other"], row["name"], row["relation"])
            for row in ask(site, "held", thing=[thing]):
                day = row.get("start", "")[:10]
                yield Ref(row["meeting"], row["name"], "held", day)
        case "meeting":
            yield from _around(site, source, thing)
        case "theme":
            rows = {
                row["meeting"]: row for row in ask(site, "discussed", thing=[thing])
            }
            for meeting, row in rows.items():
                day = row.get("start", "")[:10]
                yield Ref(meeting, row["meetingName"], "discussed", day)


def _around(site: Holdings, source: Source, meeting: str) -> Iterable[Ref]:
    """Yield the council, the documents, the agenda and the themes of a meeting."""
    for row in ask(site, "meetings", meeting=[meeting]):
        if "council" in row:
            yield Ref(row["council"], row["councilName"], "council")
        for document in row["documents"].split():
            yield Ref(document, document.rpartition("/")[2], "document")
    for row in source.rows("agenda", meeting=[meeting]):
        yield Ref(row["item"], f"{row['number']} {row['title']}", "agenda-item")
    rows = source.rows("themes", meeting=[meeting])
    for theme, name in {row["theme"]: row["name"] for row in rows}.items():
        yield Ref(theme, name, "theme")


def _facts(
    site: Holdings, source: Source, thing: str, kind: str
) -> Mapping[str, str] | None:
    """Return what is said of a meeting or a document in a word each."""
    if kind == "meeting":
        rows = source.rows("meetings", meeting=[thing])
        keys = ("start", "end", "written", "venue", "kind", "number")
        return {key: rows[0][key] for key in keys if rows and key in rows[0]}
    if kind == "document":
        rows = ask(site, "document", thing=[thing])
        return rows[0] if rows else {}
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
