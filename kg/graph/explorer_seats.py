"""Tabulate who sat in which meeting, in which post, and how each is known."""

from kg.graph.explorer_index import expand
from kg.graph.explorer_sheet import Sheet, Table
from kg.model.explorer import Cell, Columns

_AXES = {
    "role": "prov:hadRole",
    "group": "gjr:attendeeGroup",
    "mode": "gjr:attendanceMode",
    "capacity": "gjr:capacity",
    "status": "gjr:status",
}
"""What is read of each row of a roster: its value, its basis, its words."""


def seat_tables(sheet: Sheet) -> dict[str, Columns]:
    """Return posts, the rows of rosters, and how long posts were seen."""
    index = sheet.index
    posts = sheet.enter("posts", index.of_kind("org:Membership"))
    rows = sheet.enter(
        "attendances",
        sorted(
            index.of_kind("gjr:Attendance"),
            key=lambda iri: (
                sheet.entity(index.one(iri, "gjr:meeting")),
                index.number(iri, "schema:position"),
                iri,
            ),
        ),
    )
    return {
        "posts": _posts(sheet, posts),
        "attendances": _attendances(sheet, rows),
        "tenures": _tenures(sheet),
    }


def _attendances(sheet: Sheet, rows: list[str]) -> Columns:
    """Return the rows of rosters, on every axis."""
    axes = " ".join(f"{axis} {axis}Basis {axis}Spans" for axis in _AXES)
    table = Table(
        f"iri meeting agent position asWritten roleWord {axes} principal posts seats "
        "spans"
    )
    index = sheet.index
    readings = _readings(sheet)
    for iri in rows:
        table.add(
            iri=iri,
            meeting=sheet.entity(index.one(iri, "gjr:meeting")),
            agent=sheet.entity(index.one(iri, "prov:agent")),
            position=index.number(iri, "schema:position"),
            asWritten=index.one(iri, "gjr:asWritten"),
            roleWord=index.one(iri, "gjr:roleWord"),
            **_axes(sheet, iri, readings),
            principal=sheet.entity(index.one(iri, "gjr:substitutesFor")),
            posts=sheet.rows_of("posts", index.values(iri, "gjr:inCapacityOf")),
            seats=sheet.rows_of("posts", index.values(iri, "gjr:seat")),
            spans=sheet.evidence(iri),
        )
    return table.columns


def _axes(
    sheet: Sheet, row: str, readings: dict[tuple[str, str], str]
) -> dict[str, Cell]:
    """Return the cells of a *row* of a roster for all axes."""
    cells: dict[str, Cell] = {}
    for axis, name in _AXES.items():
        reading = readings.get((row, axis), "")
        cells[axis] = sheet.code(sheet.index.one(row, name))
        cells[f"{axis}Basis"] = sheet.code(sheet.index.one(reading, "gjr:basis"))
        cells[f"{axis}Spans"] = sheet.evidence(reading)
    return cells


def _readings(sheet: Sheet) -> dict[tuple[str, str], str]:
    """Return the reading of each row of a roster and each axis."""
    index = sheet.index
    axes = {expand(name): axis for axis, name in _AXES.items()}
    return {
        (index.one(iri, "gjr:of"), axes[axis]): iri
        for iri in reversed(index.of_kind("gjr:Reading"))
        if (axis := index.one(iri, "gjr:axis")) in axes
    }


def _posts(sheet: Sheet, posts: list[str]) -> Columns:
    """Return posts of people, and their seats, with the days that show them."""
    table = Table(
        "iri person organization role asWritten position days appointment rank "
        "possibleRanks spans"
    )
    index = sheet.index
    for iri in posts:
        table.add(
            iri=iri,
            person=sheet.entity(index.one(iri, "org:member")),
            organization=sheet.entity(index.one(iri, "org:organization")),
            role=index.one(iri, "org:role", "skos:prefLabel"),
            asWritten=index.one(iri, "gjr:roleAsWritten"),
            position=index.number(iri, "schema:position"),
            days=index.values(iri, "gjr:attestedOn"),
            appointment=sheet.code(index.one(iri, "gjr:appointmentType")),
            rank=sheet.code(index.one(iri, "gjr:rank")),
            possibleRanks=sheet.codes(index.values(iri, "gjr:possibleRank")),
            spans=sheet.evidence(iri),
        )
    return table.columns


def _tenures(sheet: Sheet) -> Columns:
    """Return from when to when posts were seen at least."""
    table, index = Table("post first last meetings"), sheet.index
    for iri in index.of_kind("gjr:Tenure"):
        table.add(
            post=sheet.row("posts", index.one(iri, "gjr:tenureOf")),
            first=index.one(iri, "gjr:firstAttestedOn"),
            last=index.one(iri, "gjr:lastAttestedOn"),
            meetings=sheet.entities(index.values(iri, "gjr:seenAt")),
        )
    return table.columns
