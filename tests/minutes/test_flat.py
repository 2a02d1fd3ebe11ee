"""Tables that were printed cell by cell: one cell a line, put back into rows."""

import pytest

from tests.minutes.reading import attendees


def lines(*cells):
    """Return *cells*, one a line."""
    return "\n".join(cells) + "\n"


def of(attendee):
    """Return the name and the units and post beside it."""
    office = [
        *(unit.value for a in attendee.affiliations for unit in a.units),
        *(a.post.value for a in attendee.affiliations if a.post),
    ]
    return attendee.name.text, "".join(office)


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        pytest.param(
            ["橘 一葉", "西都大学 教授", "小暮 律", "架空機構 理事長"],
            [("橘 一葉", "西都大学教授"), ("小暮 律", "架空機構理事長")],
            id="names first",
        ),
        pytest.param(
            ["西都大学", "橘 一葉", "架空機構", "小暮 律", "北浜市", "渚 葵"],
            [("橘 一葉", "西都大学"), ("小暮 律", "架空機構"), ("渚 葵", "北浜市")],
            id="offices first",
        ),
        pytest.param(
            ["所属", "氏名", "備考", "西都大学", "橘 一葉", "架空機構", "小暮 律"],
            [("橘 一葉", "西都大学"), ("小暮 律", "架空機構")],
            id="the heads of columns say that offices are first",
        ),
        pytest.param(
            [
                *("氏名", "橘 一葉", "小暮 律", "渚 葵"),
                *("所属", "西都大学", "架空機構", "北浜市役所"),
            ],
            [("橘 一葉", "西都大学"), ("小暮 律", "架空機構"), ("渚 葵", "北浜市役所")],
            id="columns of one length, one after another",
        ),
        pytest.param(
            [
                *("座長", "委員", "オブザーバー", ""),
                *("橘 一葉", "小暮 律", "渚 葵", ""),
                *("西都大学 教授", "架空機構", "北浜市役所", "", "架空審議会　概要"),
            ],
            [
                ("橘 一葉", "西都大学教授"),
                ("小暮 律", "架空機構"),
                ("渚 葵", "北浜市役所"),
            ],
            id="columns of one length that blank lines part",
        ),
        pytest.param(
            ["橘 一葉　西都大学 教授", "小暮 律", "架空機構", "渚 葵", "灘 空"],
            [
                ("橘 一葉", "西都大学教授"),
                *(("小暮 律", ""), ("渚 葵", ""), ("灘 空", "")),
            ],
            id="a line that is a whole row: no line is a cell",
        ),
        pytest.param(
            ["委員", "橘 一葉", "西都大学 教授", "委員", "小暮 律", "架空機構 理事長"],
            [("橘 一葉", "西都大学教授"), ("小暮 律", "架空機構理事長")],
            id="a role begins a row",
        ),
        pytest.param(
            ["橘 一葉", "西都大学", "", "架空機構", "小暮 律", "", "北浜市", "渚 葵"],
            [("橘 一葉", "西都大学"), ("小暮 律", "架空機構"), ("渚 葵", "北浜市")],
            id="a blank line parts rows",
        ),
        pytest.param(
            ["橘 一葉", "西都大学", "ジョン・スミス", "架空機構"],
            [("橘 一葉", "西都大学"), ("ジョン・スミス", "架空機構")],
            id="a foreign name is a cell",
        ),
    ],
)
def test_cells_make_rows(cells, people):
    assert [of(a) for a in attendees(lines(*cells)) if a.name] == people


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        pytest.param(
            ["橘 一葉", "西都大学", "欠席", "小暮 律", "架空機構"],
            [("橘 一葉", "absent"), ("小暮 律", "present")],
            id="欠席 is a cell of the row above, and heads no absences",
        ),
        pytest.param(
            [
                *("所属", "氏名", "備考"),
                *("西都大学", "橘 一葉", "欠席", "架空機構", "小暮 律"),
            ],
            [("橘 一葉", "absent"), ("小暮 律", "present")],
            id="備考 is the head of a column, and ends no list",
        ),
        pytest.param(
            [
                *("橘 一葉", "（浜名大学教授）", "渚 葵", "（欠席）"),
                *("小暮 律", "（西都大学教授）"),
            ],
            [("橘 一葉", "present"), ("渚 葵", "absent"), ("小暮 律", "present")],
            id="（欠席） in the place of an office",
        ),
        pytest.param(
            ["西都大学", "橘 一葉", "欠席", "架空機構", "小暮 律"],
            [("橘 一葉", "absent"), ("小暮 律", "present")],
            id="欠席 begins no row where offices are first",
        ),
    ],
)
def test_a_cell_says_who_came(cells, people):
    found = [(a.name.text, a.status.value.value) for a in attendees(lines(*cells))]

    assert found == people


def test_a_heading_parts_the_cells_of_two_groups():
    found = attendees(
        lines("西都大学", "橘 一葉", "架空機構", "-欠席委員-", "北浜市", "小暮 律")
    )

    assert [(*of(a), a.status.value.value) for a in found if a.name] == [
        ("橘 一葉", "西都大学", "present"),
        ("小暮 律", "北浜市", "absent"),
    ]


def test_columns_of_other_lengths_give_nobody_an_office():
    found = attendees(
        lines("氏名", "橘 一葉", "小暮 律", "渚 葵", "所属", "西都大学", "架空機構")
    )

    assert [of(a) for a in found if a.name] == [
        ("橘 一葉", ""),
        ("小暮 律", ""),
        ("渚 葵", ""),
    ]


def test_roles_in_a_column_of_their_own_are_of_one_person_each():
    cells = ("座長", "委員", "オブザーバー", "", "橘 一葉", "小暮 律", "渚 葵")

    found = attendees(lines(*cells))

    assert [a.role_word for a in found] == ["座長", "委員", "オブザーバー"]


def test_columns_of_one_row():
    cells = ("氏名", "橘 一葉", "所属・役職", "西都大学 経済学部 准教授")

    assert [of(a) for a in attendees(lines(*cells))] == [
        ("橘 一葉", "西都大学経済学部准教授")
    ]


def test_columns_of_two_rows():
    cells = ("氏名", "橘 一葉", "小暮 律", "所属", "計測局 灯台室長", "同室 室長補佐")

    assert [of(a) for a in attendees(lines(*cells))] == [
        ("橘 一葉", "計測局灯台室室長"),
        ("小暮 律", "計測局灯台室室長補佐"),
    ]
