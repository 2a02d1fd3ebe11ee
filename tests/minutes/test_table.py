"""Tables of people: what each column says of the one in its row."""

import pytest

from kg.model import Mode, Status
from tests.minutes.reading import attendees

PRESENT, ABSENT = "present", "absent"


def tabbed(*rows):
    """Return *rows*, their cells parted by |, as a table whose cells tabs part."""
    return "".join(row.replace("|", "\t") + "\n" for row in rows)


def barred(head, *rows):
    """Return a table with bars below its *head*."""
    rule = "|" + "---|" * (head.count("|") + 1)
    return "".join(f"{row}\n" for row in (f"|{head}|", rule, *(f"|{r}|" for r in rows)))


@pytest.mark.parametrize(
    ("table", "people"),
    [
        pytest.param(
            tabbed("氏名|所属|出欠", "橘 一葉|西都大学|出席", "小暮 律|架空機構|欠席"),
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT)],
            id="tabs below the heads of columns",
        ),
        pytest.param(
            tabbed("氏名|出欠|氏名|出欠", "橘 一葉|出席|小暮 律|欠席", "渚 葵|出席"),
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT), ("渚 葵", PRESENT)],
            id="the columns come twice",
        ),
        pytest.param(
            "（○は出席、－は欠席）\n"
            + barred("氏名|所属|出欠", "橘 一葉|西都大学|○", "小暮 律|架空機構|－"),
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT)],
            id="a dash that the legend explains",
        ),
        pytest.param(
            "○は出席、×は欠席\n"
            + barred("氏名|所属|5月1日", "橘 一葉|西都大学|○", "小暮 律|架空機構|×"),
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT)],
            id="a day heads the column of who came",
        ),
        pytest.param(
            barred("氏名|所属|出欠", "橘 一葉|西都大学|出席", "小暮 律|架空機構|代理"),
            [("橘 一葉", PRESENT), ("小暮 律", ABSENT)],
            id="代理: somebody else sat there",
        ),
        pytest.param(
            "橘 一葉　西都大学 教授\n"
            + barred("年度|件数", "令和6年度|小暮 律", "令和5年度|渚 葵"),
            [("橘 一葉", PRESENT)],
            id="a table without a column of names lists nobody",
        ),
    ],
)
def test_who_came(table, people):
    found = [(a.name.text, a.status.value.value) for a in attendees(table)]

    assert found == people


@pytest.mark.parametrize(
    ("table", "words"),
    [
        pytest.param(
            tabbed("氏名|役職|備考", "橘 一葉|会長|", "小暮 律|委員|", "渚 葵|委員|"),
            ["会長", "委員", "委員"],
            id="役職 heads roles where most of its cells are",
        ),
        pytest.param(
            tabbed("氏名|役職|備考", "橘 一葉|教授|", "小暮 律|学長|", "渚 葵|委員|"),
            [None, None, None],
            id="役職 heads posts elsewhere",
        ),
        pytest.param(
            tabbed(
                "区分|氏名|所属",
                "委員|橘|西都大学",
                "|小暮|架空機構",
            ),
            ["委員", "委員"],
            id="the first cell is empty where it holds on",
        ),
        pytest.param(
            barred("氏名|区分", "橘 一葉|委員", "架空機構|オブザーバー"),
            ["委員", "オブザーバー"],
            id="an organization in the column of names",
        ),
    ],
)
def test_roles(table, words):
    assert [a.role_word for a in attendees(table)] == words


def test_a_dash_in_the_column_of_names_names_an_organization():
    (found,) = attendees(tabbed("区分|氏名|所属", "オブザーバー|－|環境省 河川課"))

    assert (found.name, found.role_word) == (None, "オブザーバー")
    assert [u.value for u in found.affiliations[0].units] == ["環境省", "河川課"]


def test_a_cell_left_out_moves_no_name_into_another_column():
    found = attendees(
        tabbed("区分|氏名|所属", "委員|橘 一葉|西都大学", "小暮 律|架空機構")
    )

    assert [a.name.text for a in found] == ["橘 一葉", "小暮 律"]
    assert [a.affiliations[0].units[0].value for a in found] == ["西都大学", "架空機構"]


@pytest.mark.parametrize(
    ("row", "proxy", "post"),
    [
        pytest.param(
            "橘 一葉|西都大学 教授|○（代理）　産業課長　向井　剛",
            "向井 剛",
            "課長",
            id="in the cell of 出欠",
        ),
        pytest.param(
            "橘 一葉|商工組合（代理　浅野部長）|出席",
            "浅野",
            "部長",
            id="in the cell of the affiliation",
        ),
        pytest.param(
            "橘 一葉|西都大学 教授|代理出席（向井　剛　課長）",
            "向井 剛",
            "課長",
            id="in brackets behind 代理出席",
        ),
        pytest.param(
            "橘 一葉|西都大学 教授|×（代理：同大学 向井　剛 課長 △）",
            "向井 剛",
            "課長",
            id="in brackets behind a cross, with a mark of his own",
        ),
    ],
)
def test_a_proxy_is_named_in_a_cell(row, proxy, post):
    principal, came = attendees(barred("氏名|所属|出欠", row))

    assert (principal.name.text, principal.status.value.value) == ("橘 一葉", ABSENT)
    assert (came.name.text, came.principal.text) == (proxy, "橘 一葉")
    assert came.affiliations[-1].post.value == post


def test_a_cell_across_columns_lists_several():
    found = attendees(
        barred(
            "区分|氏名|所属",
            "委員|橘 一葉|西都大学",
            "事務局|企画課　村松課長、阿部主事|",
        )
    )

    assert [a.name.text for a in found] == ["橘 一葉", "村松", "阿部"]
    assert [a.affiliations[-1].post.value for a in found[1:]] == ["課長", "主事"]
    assert [a.affiliations[-1].units[0].value for a in found[1:]] == ["企画課"] * 2


def test_another_name_in_a_cell_is_no_part_of_the_post():
    (found,) = attendees(
        barred("氏名|所属", "橘 一葉|架空水循環機構（以下「機構」という。）　理事長")
    )
    (office,) = found.affiliations

    assert [unit.value for unit in office.units] == ["架空水循環機構"]
    assert office.post.value == "理事長"


def test_how_one_came_is_no_proxy():
    found = attendees(
        barred("氏名|所属|出欠", "橘 一葉|西都大学|代理出席（オンライン）")
    )

    assert [a.name.text for a in found] == ["橘 一葉"]


def test_a_proxy_is_named_in_a_note():
    principal, came = attendees(
        barred("氏名|所属|出欠|備考", "橘 一葉|渚歯科医師会 会長|代理|副会長　向井 剛")
    )

    assert (principal.status.value.value, came.principal.text) == (ABSENT, "橘 一葉")
    assert (came.name.text, came.affiliations[-1].post.value) == ("向井 剛", "副会長")


def test_an_organization_of_a_table_heads_no_rows():
    found = attendees(
        barred(
            "役割|氏名|所属・役職|出欠",
            "オブザーバー|－|総務省 自治行政局|出席",
            "デジタル庁|橘 一葉|統括官|出席",
            "デジタル庁|小暮 律|計測グループ 参事官|出席",
        )
    )

    units = [[u.value for o in a.affiliations for u in o.units] for a in found[1:]]
    assert units == [["デジタル庁"], ["デジタル庁", "計測グループ"]]


def test_the_mark_of_a_proxy_says_how_he_came():
    legend = "○：会場　△：オンライン　×：欠席\n"
    principal, came, other, clerk = attendees(
        barred(
            "会議体|氏名|所属|出欠",
            "水路部会|橘 一葉|西都大学|×（代理：同大学 向井　剛 課長 △）",
            "水路部会|小暮 律|架空機構|○",
            "事務局|渚 葵|架空県 主事|",
        )
        + legend
    )

    people = (principal, came, other, clerk)
    assert [a.status.value.value for a in people[:2]] == [ABSENT, PRESENT]
    modes = [a.mode.value.value for a in people]
    assert modes == ["unknown", "online", "in-person", "unknown"]
    assert clerk.role_word == "事務局"


def test_ditto_beside_a_name_of_an_earlier_row_repeats_that_row():
    found = attendees(
        barred(
            "会議体|氏名|所属",
            "水路部会|橘 一葉|西都大学 教授",
            "水路部会|小暮 律|架空機構 理事",
            "井戸部会|渚 葵|架空県 主事",
            "井戸部会|橘 一葉|同上",
            "井戸部会|帆足 恵|同上",
        )
    )

    units = [a.affiliations[0].units[0].value for a in found]
    assert units == ["西都大学", "架空機構", "架空県", "西都大学", "西都大学"]


def test_a_mark_of_two_words_for_the_chairs_of_a_joint_sitting():
    found = attendees(
        "◎：部会長・小委員長\n"
        + barred("氏名|所属", "◎橘 一葉|西都大学", "小暮 律|架空機構")
    )

    assert [a.role.value.value if a.role else None for a in found] == ["chair", None]


@pytest.mark.parametrize(
    ("cell", "mode"),
    [
        pytest.param("□（代理：同課主任　小暮　律）", "online", id="his own mark"),
        pytest.param("欠席（代理　主任　小暮　律）", "unknown", id="欠席 before"),
        pytest.param("代理　主任　小暮　律", "unknown", id="no brackets"),
        pytest.param("×（代理：主任　小暮　律）", "unknown", id="× is of the other"),
    ],
)
def test_the_column_of_who_came_names_a_proxy(cell, mode):
    legend = "（○：会場　□：Web　×：欠席）\n"
    table = tabbed("氏名|所属|出欠", f"橘　一葉|架空町　農林課長|{cell}")
    principal, proxy = attendees(legend + table)

    assert (principal.name.text, principal.status.value) == ("橘 一葉", ABSENT)
    assert not principal.proxy.value
    assert (proxy.name.text, proxy.mode.value) == ("小暮 律", mode)
    assert proxy.proxy.value
    assert proxy.principal == principal.name


@pytest.mark.parametrize("kind", ["学外委員", "市民委員", "臨時構成員"])
def test_a_column_of_kinds_gives_the_role(kind):
    table = tabbed("区分|氏名|役職", f"{kind}|橘　一葉|西都大学 教授")
    (one,) = attendees(table)

    assert one.role_word == kind


def test_bars_between_the_cells_alone():
    """A remark may say that somebody came for the one in the row."""
    rows = attendees(
        "氏名｜所属等｜備考\n橘　一葉｜架空大学　教授｜委員長\n"
        "小暮　律｜架空警察署　交通課長｜欠席（代理　交通課係長　渚　葵）\n"
        "灘　みのり｜市民公募｜オンライン\n"
    )

    assert [
        (a.name.text, a.status.value.value, a.principal and a.principal.text)
        for a in rows
    ] == [
        ("橘 一葉", "present", None),
        ("小暮 律", "absent", None),
        ("渚 葵", "present", "小暮 律"),
        ("灘 みのり", "present", None),
    ]


@pytest.mark.parametrize(
    ("cell", "status", "mode"),
    [
        pytest.param("欠席", Status.ABSENT, Mode.UNKNOWN, id="absent"),
        pytest.param("オンライン", Status.PRESENT, Mode.ONLINE, id="online"),
        pytest.param("会場出席", Status.PRESENT, Mode.IN_PERSON, id="in the room"),
        pytest.param("１５時退席", Status.PRESENT, Mode.UNKNOWN, id="left early"),
    ],
)
def test_words_of_attendance_are_no_office(cell, status, mode):
    table = (
        "氏　名\t役　職　等\t備　考\n委員　橘　一葉\t西都大学　教授\n"
        f"委員　小暮　律\t{cell}"
    )

    *_, one = attendees(table)

    assert one.name.text == "小暮 律"
    assert one.affiliations == ()
    assert (one.status.value, one.mode.value) == (status, mode)
