"""Columns are read one after the other; the rows of a table stay rows."""

import pytest

from tests.document.files import make_pdf, omitted, read_one

SIZE, PITCH, TOP = 10, 16, 740
LEFT, RIGHT, WIDE = 60, 310, 23
"""Two columns of *WIDE* characters, two characters apart."""
TALK = (
    "予算の執行について事務局から説明があり、委員からは遅れの理由について質問があった。"
)
PEOPLE = ("佐藤　花子", "鈴木　一郎", "高橋　進", "田中　誠", "渡辺　望", "伊藤　翼")
ROSTER = [
    "1　出席委員",
    *(f"同\t{name}" for name in PEOPLE),
    "2　欠席委員",
    "同\t山本　静",
    "3　会議の概要",
]


def statements(names, times=2):
    """Return a statement for each of *names*."""
    return [f"○{name}委員　{TALK * times}" for name in names]


def wrap(texts):
    """Return *texts* as the lines of a column."""
    return [
        text[place : place + WIDE]
        for text in texts
        for place in range(0, len(text), WIDE)
    ]


def place(lines, x, top=TOP, pitch=PITCH):
    """Return *lines* from *top*; a tab moves six characters on from the margin."""
    return [
        (x + 6 * SIZE * number, top - pitch * row, SIZE, cell)
        for row, line in enumerate(lines)
        for number, cell in enumerate(line.split("\t"))
    ]


def read(*pages):
    """Return the lines with words in a PDF of *pages*."""
    text = read_one(make_pdf(*pages), "a.pdf").text
    return [line for line in text.split("\n") if line]


TITLE = [
    (180, 800, 14, "架空市議会総務委員会記録"),
    (
        LEFT,
        775,
        SIZE,
        "日時　令和7年4月1日（火）午後1時30分から午後3時15分まで、第1委員会室",
    ),
]
HEADS = [
    "架空市議会総務委員会記録",
    "日時　令和7年4月1日（火）午後1時30分から午後3時15分まで、第1委員会室",
]


@pytest.mark.parametrize("shift", [0, 5])
def test_columns_below_a_title_are_read_in_turn(shift):
    left, right = statements("佐鈴高"), statements("田渡")

    lines = read(
        [*TITLE, *place(wrap(left), LEFT), *place(wrap(right), RIGHT, TOP - shift)]
    )

    assert [line.strip("　") for line in lines] == [*HEADS, *left, *right]


def test_columns_that_are_drawn_line_by_line_are_read_in_turn():
    left, right = statements("佐鈴高"), statements("田渡")
    page = sorted(
        [*place(wrap(left), LEFT), *place(wrap(right), RIGHT)],
        key=lambda item: (-item[1], item[0]),
    )

    assert read(page) == [*left, *right]


def test_text_below_the_columns_comes_after_both():
    left, right = statements("佐鈴高"), statements("田渡")
    closing = "以上のとおり、次回は5月12日に架空市役所の第1委員会室で開くこととした。"
    page = [
        *place(wrap(left), LEFT),
        *place(wrap(right), RIGHT),
        (LEFT, 400, SIZE, closing),
    ]

    assert read(page) == [*left, *right, closing]


def test_a_statement_goes_on_in_the_next_column_and_on_the_next_page():
    texts = statements("佐鈴高田渡伊", times=5)
    lines = wrap(texts)
    parts = [lines[start : start + 15] for start in range(0, len(lines), 15)]
    pages = [
        [
            (430, 810, 8, "架空市議会総務委員会"),
            *place(left, LEFT),
            *place(right, RIGHT),
            (290, 40, 8, f"- {number} -"),
        ]
        for number, (left, right) in enumerate(
            zip(parts[::2], [*parts[1::2], []], strict=False), 1
        )
    ]

    document = read_one(make_pdf(*pages), "a.pdf")

    assert [line for line in document.text.split("\n") if line] == texts
    assert [kind for kind, _ in omitted(document)] == [
        kind for _ in pages for kind in ("running-head", "page-number")
    ]


def test_a_roster_beside_prose_is_read_before_it_in_rows():
    prose = statements("田渡伊")
    page = [
        *TITLE,
        *place(ROSTER, LEFT, pitch=19),
        *place(wrap(prose), RIGHT),
    ]

    assert [line.strip("　") for line in read(page)] == [*HEADS, *ROSTER, *prose]


def test_a_line_too_long_for_its_column_stays_whole():
    long = "議案第15号　架空市個人情報保護条例の一部改正について"
    prose = statements("田渡伊鈴")
    page = [
        *place([*ROSTER, long], LEFT, pitch=18),
        *place(wrap(prose), RIGHT, TOP - 1),
    ]

    lines = [line.strip("　") for line in read(page)]

    assert lines[-5:] == [long, *prose]


def test_lists_under_heads_of_their_own_are_read_in_turn():
    members = ["（委員）", *(f"委員\t{name}" for name in PEOPLE)]
    others = ["（事務局）", "総務部長\t小林　学", "総務課長\t加藤　恵"]
    page = [
        *TITLE,
        *place(members, LEFT),
        *place(others, RIGHT),
        *place(["４　傍聴人　２名"], LEFT, TOP - PITCH * len(members)),
    ]

    lines = read(page)

    kinds = [line.split()[0].strip("　") for line in lines[2:]]
    assert kinds == [
        "（委員）",
        *["委員"] * 6,
        "（事務局）",
        "総務部長",
        "総務課長",
        "４",
    ]
    assert all("小林" not in line for line in lines if "佐藤" in line)


def table(heads, rows, places):
    """Return the items of a table with its columns at *places*."""
    return [
        (x, TOP - PITCH * number, SIZE, cell)
        for number, row in enumerate([heads, *rows])
        for x, cell in zip(places, row, strict=True)
    ]


MEMBERS = [(name, "架空大学教授", "出席") for name in PEOPLE] * 2


def test_a_table_of_three_cells_stays_rows():
    lines = read(table(("氏名", "所属", "出欠"), MEMBERS, (LEFT, 240, 480)))

    assert lines[:2] == ["氏名\t所属\t出欠", "佐藤　花子\t架空大学教授\t出席"]
    assert len(lines) == 13


def test_a_table_with_its_heads_in_brackets_stays_rows():
    rows = [row[:2] for row in MEMBERS]

    lines = read(table(("（氏名）", "（所属）"), rows, (LEFT, RIGHT)))

    assert lines[:2] == ["（氏名）\t（所属）", "佐藤　花子\t架空大学教授"]


def test_a_ruled_table_stays_rows_though_its_cells_are_prose():
    cells = wrap(statements("佐鈴高")), wrap(statements("田渡伊"))
    heights = [TOP + 12 - PITCH * row for row in range(0, 13, 4)]
    rules = [(LEFT - 4, height, 0.5, 540) for height in heights]
    page = [*place(cells[0], LEFT), *place(cells[1], RIGHT)]

    assert read(page)[0].count("○") == 1
    assert read([*page, *rules])[0].count("○") == 2


def test_long_cells_beside_short_ones_stay_rows():
    page = [
        item
        for number, name in enumerate(PEOPLE)
        for item in (
            (LEFT, TOP - 4 * PITCH * number, SIZE, f"{name}（架空市議会議員）"),
            *place(wrap([TALK * 2])[:4], RIGHT, TOP - 4 * PITCH * number),
        )
    ]

    lines = read(page)

    assert sum("議員）" in line and "予算" in line for line in lines) == len(PEOPLE)


def test_characters_off_their_line_stay_in_it():
    left, right = statements("佐鈴高"), statements("田渡")
    column = place(wrap(right), RIGHT)
    x, y, size, words = column[3]
    moved = [
        (x, y, size, words[:8]),
        (x + 8 * SIZE, y + 3, size, words[8]),
        (x + 9 * SIZE, y, size, words[9:]),
    ]

    page = [*place(wrap(left), LEFT, TOP - 7), *column[:3], *moved, *column[4:]]

    assert read(page) == [*left, *right]
