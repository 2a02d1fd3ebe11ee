"""Read who was listed where, over all meetings, for tables and pictures of many."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from kg.graph.details import is_absent, is_proxy, mode_of
from kg.graph.passage import cite_lines, read_lines
from kg.graph.query import read_query
from kg.graph.store import Store
from kg.graph.vocabulary import GJR
from kg.model import Held, Seating, Sitting, Touch

_EVIDENCE = """SELECT ?row ?span {
  ?row a gjr:Attendance ; gjr:evidencedBy ?span
} ORDER BY ?row ?span"""
_AXES = tuple(str(axis) for axis in (GJR.status, GJR.attendanceMode, GJR.capacity))
_SALIENCE = {"2": "about", "1": "mentions", "0": "unknown"}


def data_version(path: Path) -> str:
    """Return the checksum of the data at *path*, as sha256sum tells it, cut short."""
    file = path / "dataset.nq" if path.is_dir() else path
    return f"sha256:{sha256(file.read_bytes()).hexdigest()[:12]}"


def read_seating(store: Store, version: str = "") -> Seating:
    """Return the meetings, rosters and themes in *store*, meetings by their day.

    A meeting whose record names no body is its own council; *version* is what the
    reader calls the data.
    """
    pairs = store.rows(read_query("undecided"))
    return Seating(
        meetings=_meetings(store),
        sittings=tuple(_sittings(store)),
        undecided=tuple((row["left"], row["right"]) for row in pairs),
        touches=tuple(_touch(row) for row in store.rows(read_query("touched"))),
        documents=len(store.rows("SELECT ?d { ?d a gjr:SourceText }")),
        version=version,
    )


def _meetings(store: Store) -> tuple[Held, ...]:
    """Return each meeting once, with all documents that tell of it."""
    documents: dict[str, list[str]] = {}
    rows: dict[str, Mapping[str, str]] = {}
    for row in store.rows(read_query("held")):
        rows.setdefault(row["meeting"], row)
        if "document" in row:
            documents.setdefault(row["meeting"], []).append(row["document"])
    return tuple(
        Held(
            meeting=meeting,
            name=row["name"],
            council=row.get("council", meeting),
            council_name=row.get("councilName", row["name"]),
            number=row.get("number", ""),
            day=row.get("start", "")[:10],
            unnamed=int(row["unnamed"]) if "unnamed" in row else None,
            documents=tuple(dict.fromkeys(documents.get(meeting, ()))),
        )
        for meeting, row in rows.items()
    )


def _sittings(store: Store) -> Iterable[Sitting]:
    """Yield the rows of rosters, each with the lines that it rests on."""
    spans: dict[str, list[str]] = {}
    for row in store.rows(_EVIDENCE):
        spans.setdefault(row["row"], []).append(row["span"])
    documents = read_lines(store)
    members = {row["row"] for row in store.rows(read_query("members-listed"))}
    bases = {
        (row["row"], row["axis"]): row["basis"].rpartition("basis-")[2]
        for row in store.rows(read_query("bases"))
    }
    for row in store.rows(read_query("sittings")):
        name = row["row"]
        status, mode, capacity = (bases.get((name, a), "stated") for a in _AXES)
        yield Sitting(
            meeting=row["meeting"],
            agent=row["agent"],
            name=row["name"],
            person=row["class"] == "person",
            mode=mode_of(row),
            absent=is_absent(row),
            proxy=is_proxy(row),
            member=name in members,
            bases=(status, mode, capacity),
            evidence=cite_lines(" ".join(spans.get(name, ())), documents),
        )


def _touch(row: Mapping[str, str]) -> Touch:
    """Return one theme of a meeting."""
    return Touch(
        meeting=row["meeting"],
        theme=row["theme"],
        name_ja=row["ja"],
        name_en=row.get("en", row["ja"]),
        salience=_SALIENCE[row["salience"]],
    )
