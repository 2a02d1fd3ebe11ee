"""An affiliation is a path of units and a post; some share a character."""

import pytest

from kg.minutes.affiliation import read_affiliations
from tests.minutes.reading import attendees, lexicon, piece


def read(text):
    found = read_affiliations([piece(text)], (), lexicon())
    return [
        (
            " ".join(unit.value for unit in a.units),
            a.post.value if a.post else None,
            a.appointment.value if a.appointment else None,
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "affiliations"),
    [
        pytest.param("西都大学 教授", [("西都大学", "教授", None)], id="two words"),
        pytest.param("西都大学教授", [("西都大学", "教授", None)], id="one word"),
        pytest.param(
            "西都大学大学院理学系研究科准教授",
            [("西都大学 大学院理学系研究科", "准教授", None)],
            id="理学系研究科 is one unit",
        ),
        pytest.param(
            "総務省情報局長",
            [("総務省 情報局", "局長", None)],
            id="unit and post share 局",
        ),
        pytest.param(
            "総務省情報局放送課課長補佐",
            [("総務省 情報局 放送課", "課長補佐", None)],
            id="課 is doubled, so nothing is shared",
        ),
        pytest.param(
            "総務省情報局放送課長補佐",
            [("総務省 情報局 放送課", "課長補佐", None)],
            id="課 is shared with 課長補佐",
        ),
        pytest.param(
            "厚生労働省大臣官房感染症・医務総括審議官",
            [("厚生労働省 大臣官房", "感染症・医務総括審議官", None)],
            id="what is between unit and post is the post's",
        ),
        pytest.param(
            "食料流通局市場開拓課課長補佐(学校給食班担当)",
            [("食料流通局 市場開拓課", "課長補佐", None)],
            id="a charge in brackets is no second post",
        ),
        pytest.param(
            "(公財)架空ホール(指定管理者)事業部長 兼 館長代理",
            [
                ("架空ホール(指定管理者)", "事業部長", None),
                ("架空ホール(指定管理者)", "館長代理", None),
            ],
            id="a body with what it is named for",
        ),
        pytest.param(
            "株式会社架空計画(支援業務受託者) 主任",
            [("架空計画", "主任", None)],
            id="what a body does here is no post",
        ),
        pytest.param(
            "科学技術企画担当 参事官",
            [("", "科学技術企画担当 参事官", None)],
            id="a charge before a post is one post with it",
        ),
        pytest.param(
            "公認会計士・架空会計事務所",
            [("", "公認会計士", None), ("架空会計事務所", None, None)],
            id="a calling and where it is followed",
        ),
        pytest.param(
            "架空大臣兼 内閣府特命担当大臣(防災)",
            [("", "架空大臣", None), ("内閣府", "内閣府特命担当大臣", None)],
            id="兼 at the end of a line",
        ),
        pytest.param(
            "架空省大臣官房物流拠点室長",
            [("架空省 大臣官房 物流拠点室", "室長", None)],
            id="拠点 is no unit before 室",
        ),
        pytest.param(
            "株式会社架空ラボ 執行役員CTO",
            [("架空ラボ", "執行役員", None), ("架空ラボ", "CTO", None)],
            id="a post in letters behind another",
        ),
        pytest.param(
            "劇作家・演出家/劇団架空主宰",
            [
                ("", "劇作家", None),
                ("", "演出家", None),
                ("", "劇団架空主宰", None),
            ],
            id="callings",
        ),
        pytest.param(
            "東分館 分館長(兼)館長補佐",
            [("東分館", "分館長", None), ("東分館", "館長補佐", None)],
            id="(兼) between two posts",
        ),
        pytest.param(
            "Altberg GmbH Director, Policy",
            [("Altberg GmbH", "Director, Policy", None)],
            id="the legal form ends a name in letters",
        ),
        pytest.param("同室 係長", [("", "係長", None)], id="同室 of nobody known"),
        pytest.param(
            "文部科学省学術局",
            [("文部科学省 学術局", None, None)],
            id="文部 is no unit",
        ),
        pytest.param(
            "農林水産省農林水産技術会議事務局研究官",
            [("農林水産省 農林水産技術会議事務局", "研究官", None)],
            id="a council's office is one unit",
        ),
        pytest.param(
            "国立大学法人西都大学 理事・副学長",
            [("西都大学", "理事", None), ("西都大学", "副学長", None)],
            id="・ joins two posts",
        ),
        pytest.param(
            "西都大学 理事/副学長",
            [("西都大学", "理事", None), ("西都大学", "副学長", None)],
            id="/ joins two posts",
        ),
        pytest.param(
            "㈱架空電機 執行役員 兼 事業部長",
            [("架空電機", "執行役員", None), ("架空電機", "事業部長", None)],
            id="兼 joins two posts",
        ),
        pytest.param(
            "架空義塾 塾長 架空技術会議議員(非常勤)",
            [("架空義塾", "塾長", None), ("架空技術会議", "議員", "非常勤")],
            id="two bodies, one part-time",
        ),
        pytest.param(
            "Cyan 合同会社 共同創業者",
            [("Cyan", "共同創業者", None)],
            id="a legal form apart from its name",
        ),
        pytest.param(
            "空想測量株式会社技術部課長",
            [("空想測量 技術部", "課長", None)],
            id="a legal form ends the name before it",
        ),
        pytest.param(
            "情報研究機構 量子協創センター 研究センター長",
            [("情報研究機構 量子協創センター", "研究センター長", None)],
            id="a centre without a name is no unit",
        ),
        pytest.param("株式会社青い C00", [("青い", "COO", None)], id="zeros read as O"),
        pytest.param("弁護士", [("", "弁護士", None)], id="a calling without a body"),
        pytest.param(
            "架空機構 理 事 長",
            [("架空機構", "理事長", None)],
            id="letters of a post behind a body",
        ),
        pytest.param(
            "西都大学教 授", [("西都大学", "教授", None)], id="a letter torn off"
        ),
        pytest.param(
            "架空団体連合会人材部長",
            [("架空団体連合会 人材部", "部長", None)],
            id="連合会 is whole",
        ),
        pytest.param(
            "写真家、前・文化財課長",
            [("", "写真家", None)],
            id="what somebody was is no office",
        ),
        pytest.param(
            "架空財団 理事長 兼 株式会社渚",
            [("架空財団", "理事長", None), ("渚", None, None)],
            id="a company is no post",
        ),
        pytest.param(
            "西都大学教授/架空研究所 所長",
            [("西都大学", "教授", None), ("架空研究所", "所長", None)],
            id="a slash before another body",
        ),
        pytest.param(
            "上下水道部長", [("上下水道部", "部長", None)], id="道 is no place"
        ),
        pytest.param(
            "霧ヶ谷市環境部長", [("霧ヶ谷市 環境部", "部長", None)], id="a city's unit"
        ),
        pytest.param(
            "内閣府審議官", [("内閣府", "内閣府審議官", None)], id="one post's own name"
        ),
    ],
)
def test_read_affiliations(text, affiliations):
    assert read(text) == affiliations


def test_legal_form_is_kept_apart():
    (one,) = read_affiliations([piece("国立大学法人西都大学 教授")], (), lexicon())

    assert (one.units[0].value, one.legal_name, one.legal_form) == (
        "西都大学",
        "国立大学法人西都大学",
        "国立大学法人",
    )


def test_inferred_post_keeps_what_is_printed():
    (one,) = read_affiliations([piece("株式会社青い C00")], (), lexicon())

    assert (one.post.value, one.post.basis, one.post_as_written) == (
        "COO",
        "inferred",
        "C00",
    )


def test_spans_of_a_shared_character_overlap():
    text = "総務省情報局長"
    (one,) = read_affiliations([piece(text)], (), lexicon())
    unit, post = one.units[-1].evidence[0], one.post.evidence[0]

    assert text[unit.start : unit.end] == "情報局"
    assert text[post.start : post.end] == "局長"


@pytest.mark.parametrize(
    ("row", "post", "written"),
    [
        pytest.param(
            "審議官（通商担当）　橘 一葉", "審議官", "審議官（通商担当）", id="charge"
        ),
        pytest.param(
            "橘 一葉　照明課長補佐（総括）", "課長補佐", "課長補佐（総括）", id="behind"
        ),
        pytest.param(
            "国務大臣（灯台）　橘 一葉", "国務大臣", "国務大臣（灯台）", id="minister"
        ),
        pytest.param(
            "橘 一葉（架空省照明課長（防災担当））",
            "課長",
            "課長（防災担当）",
            id="nested",
        ),
        pytest.param(
            "橘 一葉　照明課長（小暮 律）", "課長", "課長", id="a name is no charge"
        ),
        pytest.param(
            "橘 一葉　照明課長（欠席）", "課長", "課長", id="an absence is no charge"
        ),
    ],
)
def test_a_post_is_written_with_what_it_is_charged_with(row, post, written):
    rows = attendees(f"架空省\n{row}\n渚 葵　灯台課長\n")
    office = next(o for one in rows if one.name for o in one.affiliations if o.post)

    assert (office.post.value, office.post_as_written) == (post, written)
