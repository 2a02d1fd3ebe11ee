"""A PDF becomes lines, columns, joined words; furniture is left out and told."""

import pytest

from kg.document import decode_document
from kg.errors import DocumentRefusedError
from tests.document.files import make_pdf, omitted, read_one

LONG = (
    "○佐藤座長　"
    + "架空会議の運営について事務局から説明があり、委員から質問があった。" * 8
)
SIZE, PITCH, TOP = 11, 16, 760


def wrap(words, width, x=72, top=TOP):
    """Return *words* as lines of *width* characters on a page."""
    lines = [words[i : i + width] for i in range(0, len(words), width)]
    return [(x, top - PITCH * i, SIZE, line) for i, line in enumerate(lines)]


def test_lines_that_the_margin_cut_are_joined():
    document = read_one(
        make_pdf([*wrap(LONG, 40), (72, 500, SIZE, "○鈴木　はい。")]), "a.pdf"
    )

    assert document.text == f"{LONG}\n\n○鈴木　はい。\n"


def test_short_lines_are_not_joined():
    rows = ["議事要旨", "日時　令和7年4月1日", "出席者", "佐藤　花子"]
    page = [(72, TOP - PITCH * i, SIZE, row) for i, row in enumerate(rows)]

    assert read_one(make_pdf(page), "a.pdf").text == "\n".join(rows) + "\n"


@pytest.mark.parametrize("heading", ["議事概要", "議　事　要　旨", "配布資料"])
def test_a_heading_below_a_full_line_is_none_of_it(heading):
    page = wrap("架空" * 60, 40)
    page.append((72, TOP - PITCH * 3, SIZE, heading))

    assert read_one(make_pdf(page), "a.pdf").text.split("\n")[-2] == heading


def test_a_statement_over_two_pages_is_one_and_heads_are_told():
    lines = wrap(LONG, 40)
    pages = [
        [(72, 800, 9, "第3回架空会議"), *part, (290, 40, 9, f"- {number} -")]
        for number, part in ((1, lines[:3]), (2, wrap(LONG[120:], 40)))
    ]

    document = read_one(make_pdf(*pages), "a.pdf")

    assert document.text == f"{LONG}\n"
    assert omitted(document) == [
        ("running-head", "第3回架空会議"),
        ("page-number", "- 1 -"),
        ("running-head", "第3回架空会議"),
        ("page-number", "- 2 -"),
    ]
    assert [(r.place, r.span.start, r.span.end) for r in document.regions] == [
        ("page[1]", 0, 120),
        ("page[2]", 120, len(LONG)),
    ]


def test_columns_of_prose_are_read_one_after_another():
    left, right = LONG, LONG.replace("佐藤座長", "鈴木委員")
    page = [
        (72, 790, 14, "二段組の会議録の表題は二段の上にまたがる"),
        *wrap(left, 20),
        *wrap(right, 20, x=72 + 21.5 * SIZE, top=TOP - 5),
    ]

    lines = read_one(make_pdf(page), "a.pdf").text.split("\n")

    assert [line for line in lines if line][1:] == [left, right]


def test_a_roster_in_columns_stays_rows():
    people = ["佐藤　花子", "鈴木　一郎", "高橋　進", "田中　誠"] * 3
    page = [
        item
        for i, name in enumerate(people)
        for item in (
            (72, TOP - PITCH * i, SIZE, "委員"),
            (150, TOP - PITCH * i, SIZE, name),
            (330, TOP - PITCH * i, SIZE, "架空大学教授"),
        )
    ]

    lines = read_one(make_pdf(page), "a.pdf").text.split("\n")

    assert lines[:2] == [
        "委員\t佐藤　花子\t架空大学教授",
        "委員\t鈴木　一郎\t架空大学教授",
    ]


def test_readings_above_kanji_are_left_out():
    page = [
        (72, TOP, 14, "佐藤花子"),
        (72, TOP + 13, 6, "さとう"),
        (72, 700, 14, "委員"),
    ]

    document = read_one(make_pdf(page), "a.pdf")

    assert document.text.split() == ["佐藤花子", "委員"]
    assert omitted(document) == [("ruby", "さとう")]


GOOD = make_pdf([(72, TOP, SIZE, "議事録")])
LOCK = (
    b"/Encrypt<</Filter/Standard/V 1/R 2/O("
    + b"a" * 32
    + b")/U("
    + b"b" * 32
    + b")/P -4>>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(make_pdf([]), "scan without a text layer; run OCR", id="scan"),
        pytest.param(GOOD[:300], "broken PDF", id="cut"),
        pytest.param(b"%PDF-1.7\n" + b"\0" * 99, "broken PDF", id="no PDF"),
        pytest.param(
            GOOD.replace(b"/Root", LOCK + b"/ID[(x)(x)]/Root"), "encrypted", id="lock"
        ),
        pytest.param(b"text", "its bytes are none", id="text"),
        pytest.param(
            make_pdf([(500, TOP - 11 * i, SIZE, c) for i, c in enumerate(LONG[:60])]),
            "vertical",
            id="vertical",
        ),
        pytest.param(
            make_pdf([(72, TOP, SIZE, "\ue000\ue001\ue002")]),
            "fonts do not tell",
            id="fonts",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(DocumentRefusedError, match=reason):
        decode_document(data, "a.pdf")
