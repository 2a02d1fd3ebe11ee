"""Spans are shown as lines with marks."""

import pytest

from kg.graph import cite_lines, passages
from kg.graph.passage import cut_lines
from kg.model import Span

DOC = "https://example.org/id/doc/0123456789ab"
TEXT = "一行目の印*\r\n二行目\n\n四行目です"
DOCUMENTS = {DOC: cut_lines(TEXT)}


def iri(start, end):
    return f"{DOC}#char={start},{end}"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(0, 3)], [(1, "一行目の印*", [(0, 3)])], id="within a line"),
        pytest.param([(8, 11)], [(2, "二行目", [(0, 3)])], id="a whole line"),
        pytest.param(
            [(4, 10)],
            [(1, "一行目の印*", [(4, 6)]), (2, "二行目", [(0, 2)])],
            id="over a break",
        ),
        pytest.param(
            [(0, 2), (1, 3)], [(1, "一行目の印*", [(0, 3)])], id="overlapping: one mark"
        ),
        pytest.param(
            [(0, 6), (5, 6)],
            [(1, "一行目の印*", [(5, 6)])],
            id="the row and its asterisk: the asterisk",
        ),
        pytest.param(
            [(13, 15), (0, 1)],
            [(1, "一行目の印*", [(0, 1)]), (4, "四行目です", [(0, 2)])],
            id="two lines",
        ),
        pytest.param([(11, 12)], [], id="nothing but a break"),
    ],
)
def test_passages(spans, expected):
    found = passages([iri(*span) for span in spans], DOCUMENTS)

    assert [
        (p.line, p.text, [(mark.start, mark.end) for mark in p.marks]) for p in found
    ] == expected
    assert all(p.document == DOC for p in found)


def test_marks_point_into_the_line():
    (passage,) = passages([iri(4, 6)], DOCUMENTS)

    assert [passage.text[m.start : m.end] for m in passage.marks] == ["印*"]
    assert passage.marks == (Span(4, 6),)


def test_text_that_is_not_at_hand():
    assert passages([iri(0, 3), "https://example.org/other"], {}) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(iri(8, 9), "L2", id="one"),
        pytest.param(f"{iri(13, 14)} {iri(0, 1)} {iri(1, 2)}", "L1 L4", id="several"),
        pytest.param("架空省、架空庁", "架空省、架空庁", id="words"),
        pytest.param(f"根拠 {iri(0, 1)}", f"根拠 {iri(0, 1)}", id="mixed"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_lines_are_cited(text, expected):
    assert cite_lines(text, DOCUMENTS) == expected


def test_line_of_several_documents_is_cited_with_its_document():
    documents = {**DOCUMENTS, "https://example.org/id/doc/other": cut_lines("")}

    assert cite_lines(iri(8, 9), documents) == "0123456789ab L2"
