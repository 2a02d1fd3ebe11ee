"""What the page is told of a graph, row by row, beside what the graph says.

A case is a table, a row of it, and cells; pointers are written as what they point at.
"""

import re

import pytest

from kg.graph import open_store, project_explorer

FACTS = {
    "documents": {
        "doc/a": {
            "title": "第1回 議事録",
            "url": "http://example.org/a",
            "licence": "CC BY",
            "sha256": "aa",
            "length": 34,
        },
    },
    "entities": {
        "葵 一": {"forms": ["葵一"], "kind": 0, "spans": ["a:17-20 L2"]},
        "水局": {"forms": ["架空省 水局", "MLB", "架空省水局"], "kind": 1},
        "架空審議会": {"kind": 2, "forms": []},
        "答申": {"kind": 5, "forms": ["資料1"]},
        "水質": {"kind": 4},
    },
    "organizations": {
        "水局": {
            "parent": "架空省",
            "full": "架空省 水局",
            "registered": "架空省 水局",
        },
        "架空省": {"parent": None, "registered": None},
    },
    "meetings": {
        "架空審議会（第1回）": {
            "council": "架空審議会",
            "number": 1,
            "start": "2024-04-01",
            "next": "架空審議会（第2回）",
            "chairs": ["葵 一"],
            "document": "doc/a",
            "recordKind": "record-kind-verbatim",
            "unnamedAbsences": -1,
        },
        "架空審議会（第2回）": {"next": None, "unnamedAbsences": 2, "recordKind": None},
    },
    "agenda": {"水質": {"presenters": ["葵 一"], "meeting": "架空審議会（第1回）"}},
    "handouts": {
        "答申": {
            "access": "NON_PUBLIC",
            "accessBasis": "basis-stated",
            "meeting": "架空審議会（第2回）",
            "label": "資料1",
        },
    },
    "attendances": {
        "m1row": {
            "agent": "葵 一",
            "mode": "OnlineEventAttendanceMode",
            "modeBasis": "basis-legend",
            "modeSpans": ["a:14-16 L2"],
            "role": None,
            "roleBasis": None,
            "roleSpans": [],
            "status": "status-present",
            "seats": ["seat"],
            "posts": [],
            "spans": ["a:14-20 L2", "a:17-20 L2"],
        },
        "m2row": {
            "principal": "葵 一",
            "posts": ["post"],
            "mode": None,
            "capacity": "capacity-proxy",
        },
    },
    "posts": {
        "seat": {
            "person": "葵 一",
            "organization": "架空審議会",
            "role": "委員",
            "days": ["2024-04-01", "2024-05-01"],
            "rank": None,
        },
        "post": {"organization": "水局", "role": "課長", "rank": "rank-director"},
    },
    "statements": {
        "m1s1": {
            "speaker": "葵 一",
            "speakerLabel": "葵委員",
            "agendaItem": "水質",
            "words": "a:26-33 L3",
            "attribution": "attribution-named",
        },
        "m2s1": {
            "speaker": None,
            "attribution": "attribution-withheld",
            "words": "b:33-41 L3",
            "meeting": "架空審議会（第2回）",
        },
    },
    "discussions": {
        "talk": {
            "theme": "水質",
            "statement": "m1s1",
            "unit": None,
            "weight": 0.8,
            "meeting": "架空審議会（第1回）",
            "salience": "salience-mentions",
            "ways": ["theme-method-trigger"],
            "spans": ["a:26-28 L3"],
        },
    },
    "decisions": {
        "m2/decision-1": {
            "matter": "再生",
            "meeting": "架空審議会（第2回）",
            "statements": ["m2s1"],
            "maker": None,
        },
    },
    "undertakings": {
        "m2/undertaking-001": {
            "due": "年度末",
            "dueDay": "2025-03-31",
            "statement": "m2s1",
            "party": None,
        },
    },
    "register": {"架空省 水局": {"since": "2001-01-06", "until": ""}},
    "candidates": {
        "pair": {
            "people": ["葵 一", "楓 二"],
            "attendances": ["m1row", "m2row"],
            "verdict": "verdict-unsure",
            "probability": 0.4,
        },
    },
    "changes": {
        "moved": {"person": "葵 一", "postsBefore": ["seat"], "postsAfter": []}
    },
}
POINTERS = {
    "entity meeting agent principal person organization council parent next speaker "
    "agendaItem theme unit maker party before after": "entities",
    "chairs presenters handouts people": "entities",
    "posts seats postsBefore postsAfter post": "posts",
    "statement statements answers": "statements",
    "attendances": "attendances",
    "spans modeSpans roleSpans groupSpans statusSpans capacitySpans": "spans",
    "words span": "spans",
    "mode modeBasis role roleBasis group groupBasis status statusBasis capacity "
    "capacityBasis recordKind access accessBasis handoutKind appointment rank "
    "possibleRanks attribution disclosure kinds salience ways verdict decider "
    "classification bodyKind sector basis value": "codes",
    "registered": "register",
    "document doc": "documents",
}
TABLES = {name: table for names, table in POINTERS.items() for name in names.split()}
OTHERS = {
    ("mentions", "basis"): None,
    ("posts", "role"): None,
    ("register", "parent"): "register",
    ("registerChanges", "before"): "register",
    ("registerChanges", "after"): "register",
}
"""Columns whose names stand for something else there."""


@pytest.fixture(scope="module")
def explorer(council):
    return project_explorer(open_store(council))


def called(explorer, table, row):
    """Return what a reader of the test calls a *row*."""
    columns = explorer.tables[table]
    match table:
        case "entities" | "register" | "codes":
            return columns["name"][row]
        case "spans":
            document = explorer.tables["documents"]["id"][columns["doc"][row]]
            start, end, line = (columns[c][row] for c in ("start", "end", "line"))
            return f"{document}:{start}-{end} L{line}"
    if "iri" in columns:
        return columns["iri"][row].removeprefix("https://example.org/gijiroku/id/")
    if "entity" in columns:
        return called(explorer, "entities", columns["entity"][row])
    return row


def shown(explorer, table, column, cell):
    """Return *cell* with what it points at instead of numbers."""
    target = OTHERS.get((table, column), TABLES.get(column))
    if target is None:
        return cell
    if isinstance(cell, list):
        return [called(explorer, target, row) for row in cell]
    return None if cell == -1 else called(explorer, target, cell)


@pytest.mark.parametrize(
    ("table", "row", "cells"),
    [
        pytest.param(table, row, cells, id=f"{table}:{row}")
        for table, rows in FACTS.items()
        for row, cells in rows.items()
    ],
)
def test_rows(explorer, table, row, cells):
    columns = explorer.tables[table]
    length = len(next(iter(columns.values())))
    rows = [n for n in range(length) if called(explorer, table, n) == row]

    assert {
        column: shown(explorer, table, column, columns[column][rows[0]])
        for column in cells
    } == cells


def test_every_row_has_every_cell_and_points_at_something(explorer):
    for table, columns in explorer.tables.items():
        assert len({len(column) for column in columns.values()}) == 1, table
        for name, column in columns.items():
            target = OTHERS.get((table, name), TABLES.get(name))
            if target is None:
                continue
            length = len(next(iter(explorer.tables[target].values())))
            cells = [
                c
                for cell in column
                for c in (cell if isinstance(cell, list) else [cell])
            ]
            assert all(-1 <= cell < length for cell in cells), (table, name)


def test_a_line_is_counted_as_people_count(explorer):
    spans = explorer.tables["spans"]
    for doc, start, line in zip(
        spans["doc"], spans["start"], spans["line"], strict=True
    ):
        assert explorer.texts[doc][:start].count("\n") + 1 == line


def test_nobody_speaks_whom_the_record_does_not_name(explorer):
    statements, codes = explorer.tables["statements"], explorer.tables["codes"]["name"]
    for how, speaker in zip(
        statements["attribution"], statements["speaker"], strict=True
    ):
        assert speaker == -1 or codes[how] == "attribution-named"


def test_the_order_of_triples_does_not_matter(council):
    lines = council.splitlines(keepends=True)
    turned = b"".join(reversed(lines)), b"".join(lines)

    one, other = (project_explorer(open_store(data)) for data in turned)

    assert one == other


def test_an_empty_graph_is_tables_too():
    explorer = project_explorer(open_store(b""))

    assert explorer.texts == ()
    assert explorer.tables["entities"]["iri"] == []


def test_tables_have_the_columns_that_the_page_expects(explorer, root):
    """The schema of the page is written by hand, in TypeScript: both must agree."""
    schema = (root / "kg/view/web/src/payload.ts").read_text(encoding="utf-8")
    schema = re.sub(r"/\*.*?\*/", "", schema, flags=re.DOTALL)
    bodies = dict(
        re.findall(r"export interface (\w+) \{\n(.*?)\n\}", schema, re.DOTALL)
    )
    types = dict(re.findall(r"^  (\w+): (\w+);", bodies["Payload"], re.MULTILINE))

    # How names sound is no part of the graph: the page alone is told.
    told = {"entities": {"sound"}}
    for table, columns in explorer.tables.items():
        expected = re.findall(r"^  (\w+):", bodies[types[table]], re.MULTILINE)
        assert {*columns, *told.get(table, ())} == set(expected), table
