"""What differs between two builds: documents, things, people."""

from dataclasses import replace

import pytest

from kg.diff import compare_builds
from kg.graph import (
    Patch,
    apply_patch,
    diff_stores,
    graph_lines,
    open_store,
    write_update,
)
from tests.diff.two_meetings import BASE, HRD, Meeting, Row, person_of, store_of

ROWS = (Row("橘 一葉"), Row("林 律"))
FIRST = Meeting(1, ROWS)
SECOND = Meeting(2, ROWS, themes=(HRD,))
MERGED = (
    f"<{BASE}person/a> <http://purl.org/dc/terms/isReplacedBy> "
    f"<{BASE}{person_of(ROWS[0])}> <{BASE}identity> .\n"
    f'<{BASE}person/a> <http://www.w3.org/2000/01/rdf-schema#label> "橘 一葉"@ja '
    f"<{BASE}identity> .\n"
).encode()


def compared(old, new):
    patch = diff_stores(old, new)
    return compare_builds(old, new, patch)


def kinds(result):
    return [(change.kind.value, change.name) for change in result.changes]


def with_lines(store, data):
    return open_store(store, data, vocabulary=())


# builds before and after, what became of documents
DOCUMENTS = [
    pytest.param((FIRST,), (FIRST,), [], id="nothing"),
    pytest.param(
        (FIRST,),
        (FIRST, SECOND),
        [("document-added", "架空水会議（第2回）")],
        id="one more document",
    ),
    pytest.param(
        (FIRST, SECOND),
        (SECOND,),
        [("document-removed", "架空水会議（第1回）")],
        id="one less",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), DOCUMENTS)
def test_documents(old, new, expected):
    assert kinds(compared(store_of(*old), store_of(*new))) == expected


def test_a_corrected_document_replaces_the_one_of_its_name():
    corrected = replace(FIRST, rows=(ROWS[0], replace(ROWS[1], post="学長")))

    result = compared(store_of(FIRST), store_of(corrected))

    assert kinds(result) == [
        ("document-replaced", "架空水会議（第1回）"),
        ("gained", "林律 / 西都大学 学長"),
        ("lost", "林律 / 西都大学 教授"),
        ("altered", "林 律 西都大学 学長 委員"),
    ]
    assert result.changes[1].after.passages[0].text == "林 律 西都大学 学長 委員"
    assert result.changes[2].before.passages[0].text == "林 律 西都大学 教授 委員"


def test_the_same_document_read_otherwise_is_changed():
    """Another program over the same bytes: one fact of one person is another."""
    old = store_of(FIRST)
    lines = graph_lines(old)
    name = next(
        line for line in lines if "/foaf/0.1/familyName" in line and "橘" in line
    )
    new = open_store(
        "\n".join(apply_patch(lines, Patch(removed=(name,)))).encode(), vocabulary=()
    )

    result = compared(old, new)

    assert kinds(result) == [
        ("document-changed", "架空水会議（第1回）"),
        ("altered", "橘一葉"),
    ]
    assert result.changes[1].before.value == "foaf:familyName 橘"
    (tally,) = result.tallies
    assert (tally.group, tally.altered, tally.triples_lost) == ("person", 1, 1)


def test_people_merged_and_parted_again():
    plain = store_of(FIRST)
    merged = with_lines(plain, MERGED)

    forth, back = compared(plain, merged), compared(merged, plain)

    assert ("merged", "橘 一葉") in kinds(forth)
    assert ("split", "橘 一葉") in kinds(back)
    change = next(one for one in forth.changes if one.kind.value == "merged")
    assert change.after.value == "橘一葉"
    assert change.after.passages[0].text == "橘 一葉 西都大学 教授 委員"


@pytest.mark.parametrize("new", [(SECOND,), (FIRST, SECOND), (FIRST,)])
def test_the_patch_of_two_builds_applies(new):
    old, after = store_of(FIRST), store_of(*new)
    patch = diff_stores(old, after)

    assert apply_patch(graph_lines(old), patch) == graph_lines(after)
    assert ("GRAPH" in write_update(patch)) == bool(patch)


def test_the_order_of_input_does_not_show():
    one = compared(store_of(FIRST), store_of(FIRST, SECOND))
    other = compared(store_of(FIRST), store_of(SECOND, FIRST))

    assert one == other


def test_one_row_more_leaves_the_others_as_they_were():
    """Rows are named by their place; all below would be other people."""
    more = replace(FIRST, rows=(Row("泉 さくら"), *ROWS))

    result = compared(store_of(FIRST), store_of(more))

    assert kinds(result) == [
        ("document-replaced", "架空水会議（第1回）"),
        ("gained", "泉 さくら 西都大学 教授 委員"),
        ("gained", "泉さくら / 西都大学 教授"),
        ("gained", "泉さくら"),
        ("altered", "架空水会議（第1回）"),
    ]
    row = result.changes[1]
    assert row.subject.endswith("/attendance-01")
    assert row.after.passages[-1].text == "泉 さくら 西都大学 教授 委員"


def test_a_person_under_another_iri_keeps_the_row():
    """Two people merged: the row says of another IRI what it said."""
    merged = replace(FIRST, rows=(replace(ROWS[0], person="a"), ROWS[1]))

    result = compared(store_of(FIRST), store_of(merged))

    rows = [change for change in result.changes if change.group == "attendance"]
    assert [change.kind.value for change in rows] == ["altered"]
    assert "prov:agent 橘一葉 <" in rows[0].before.value
