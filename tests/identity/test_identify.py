"""Who is who among a few rows: what merges, what never does, what stays open."""

import datetime as dt
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.gazetteer import load_gazetteer
from kg.identity import identify, in_force, plain_lineage
from kg.identity.identifier import minted_id
from kg.model import Judgement, Verdict
from kg.resources import data_path
from tests.identity.rows import read_row

DAY = dt.date(2026, 1, 31)


def read(*texts):
    """Return the sightings of rows, each with who stands beside it."""
    rows = [read_row(text, place) for place, text in enumerate(texts, 1)]
    return [row[0] for row in rows], [one for row in rows for one in row]


def partition(found):
    """Return the people as sets of keys."""
    return {frozenset(one.sightings) for one in found.people}


def together(found, *rows):
    """Tell whether rows are one person."""
    keys = {row.key for row in rows}
    return any(keys <= set(person.sightings) for person in found.people)


SAME = [
    pytest.param(
        "2019-04-12 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学 / 教授",
        "2019-07-12 / 灯台検討会 3 / 参考人 / 橘 一葉 / 国立大学法人白峰大学 / 教授",
        id="one organization, two councils",
    ),
    pytest.param(
        "2006-04-12 / 架空審議会 1 / 政府 / 橘 一葉 / 旧庁 総務課 / 課長補佐",
        "2009-07-12 / 灯台検討会 3 / 政府 / 橘 一葉 / 新省 会計課 / 課長",
        id="a ministry that was renamed",
    ),
    pytest.param(
        "2019-04-12 / 架空審議会 1 / 委員 / 橘 一葉",
        "2019-07-12 / 架空審議会 2 / 欠席委員 / 橘 一葉",
        id="one council, next meeting, nothing else printed",
    ),
    pytest.param(
        "2019-03-12 / 審議会 1 / 委員 / 橘 一葉 / 白峰大学 / 教授 / 里山 律、根岸 葵",
        "2019-05-12 / 審議会 2 / 委員 / 橘 一葉 / 東山大学 / 教授 / 里山 律、根岸 葵",
        id="a member who moved",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 髙橋 律 / 白峰大学 / 教授",
        "2019-05-12 / 灯台検討会 2 / 委員 / 高橋 律 / 白峰大学 / 教授",
        id="an old form of a kanji",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 敦子 / 白峰大学 / 教授",
        "2021-05-12 / 灯台検討会 2 / 委員 / 小暮 敦子（旧姓 橘） / 白峰大学 / 教授",
        id="a former surname is printed",
    ),
]
OPEN = [
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学 / 教授",
        "2019-05-12 / 灯台検討会 2 / 委員 / 橘 一葉 / 東山大学 / 教授",
        id="the same name alone",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 敦子 / 白峰大学 / 教授",
        "2019-05-12 / 架空審議会 2 / 委員 / 小暮 敦子 / 白峰大学 / 教授",
        id="all but the surname",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 政府 / 橘 一葉 / 架空省 総務課 / 課長",
        "2019-05-12 / 架空審議会 2 / 政府 / 橘 一葉 / 森林省 会計課 / 課長",
        id="officials of two ministries",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 政府 / 橘 一葉 / 架空省 / 局長",
        "2020-05-12 / 灯台検討会 2 / 政府 / 橘 一葉 / 架空省 / 係長",
        id="a career that falls",
    ),
    pytest.param(
        "2009-03-12 / 架空審議会 1 / 委員 / 橘 一葉",
        "2019-05-12 / 架空審議会 40 / 委員 / 橘 一葉",
        id="ten years between, nothing printed",
    ),
    pytest.param(
        "2019-03-12 10:00-12:00 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学",
        "2019-03-12 11:00-12:00 / 灯台検討会 1 / 委員 / 橘 一葉 / 白峰大学",
        id="two places at one hour",
    ),
]
APART = [
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学",
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学",
        id="listed twice",
    ),
    pytest.param(
        "2019-03-12 / 架空審議会 1 / 委員 / 橘 一葉 / 白峰大学 / 教授",
        "2019-05-12 / 架空審議会 2 / 委員 / 橘 律 / 白峰大学 / 教授",
        id="another given name",
    ),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_merges(identified, left, right):
    rows, everybody = read(left, right)

    found = identified(everybody)

    assert together(found, *rows)


@pytest.mark.parametrize(("left", "right"), OPEN)
def test_stays_open_as_a_candidate(identified, left, right):
    rows, everybody = read(left, right)

    found = identified(everybody)

    assert not together(found, *rows)
    assert [one.verdict for one in found.decisions] == [Verdict.UNSURE]


@pytest.mark.parametrize(("left", "right"), APART)
def test_stays_apart_without_a_candidate(identified, left, right):
    _, everybody = read(left, right)

    found = identified(everybody)

    assert len(found.people) == 2
    assert found.decisions == ()


def seat(number, name, at="", *, role="委員", council="架空審議会"):
    day = dt.date(2019, 1, 10) + dt.timedelta(days=80 * number)
    return f"{day} / {council} {number} / {role} / {name} / {at}"


OTHERS = "里山 律、根岸 葵、鳴海 純、音羽 涼、物部 圭"
FOREST = ("橘 一葉", "森林省 会計課 / 課長")
TWO_MINISTRIES = [
    seat(1, "橘 一葉", "架空省 総務課 / 課長", role="政府"),
    seat(2, "橘 一葉", "架空省 総務課 / 課長", role="政府"),
    seat(9, *FOREST, role="政府", council="灯台検討会"),
]

CONTEXTS = [
    pytest.param(
        [
            *TWO_MINISTRIES,
            seat(10, *FOREST, role="政府", council="灯台検討会"),
        ],
        [{0, 1, 2, 3}],
        id="an official in one ministry, then in another, never in both",
    ),
    pytest.param(
        TWO_MINISTRIES, [{0, 1}, {2}],
        id="of who is seen once nobody knows whether he was in both",
    ),
    pytest.param(
        [
            *TWO_MINISTRIES,
            seat(1, *FOREST, role="政府", council="灯台検討会"),
        ],
        [{0, 1}, {2, 3}],
        id="an official in one ministry, another in another",
    ),
    pytest.param(
        [seat(number, "橘 一葉") for number in (1, 2, 40, 41)], [{0, 1, 2, 3}],
        id="back in the council after years, nobody else of the name there",
    ),
    pytest.param(
        [
            seat(1, "橘 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
            seat(2, "橘 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
            seat(3, "小暮 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
            seat(4, "小暮 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
        ],
        [{0, 1, 2, 3}],
        id="a new surname from one meeting to the next, and nothing else new",
    ),
    pytest.param(
        [
            seat(1, "橘 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
            seat(2, "小暮 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
            seat(3, "橘 敦子", f"白峰大学 工学部 / 教授 / {OTHERS}"),
        ],
        [{0, 2}, {1}],
        id="two surnames in turns are two people",
    ),
    pytest.param(
        [seat(number, "橘") for number in (1, 2, 3)] + [seat(4, "橘 一葉")],
        [{0, 1, 2, 3}],
        id="surnames alone up to the first list of full names",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", role="座長"),
            *(seat(number, "橘", role="座長") for number in range(2, 13)),
            seat(13, "橘 律"),
        ],
        [set(range(12)), {12}],
        id="the chair between two full rosters is the chair of the first",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 法学部 / 教授"),
            seat(1, "橘 一葉", "白峰大学 理学部 / 教授"),
            seat(2, "橘 一葉", "白峰大学 法学部 / 教授"),
            seat(3, "橘 一葉", "白峰大学 / 名誉教授"),
        ],
        [{0, 2}, {1}, {3}],
        id="of two namesakes at one university a row without faculty is neither",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "橘"), seat(3, "橘 一葉")], [{0, 1, 2}],
        id="a surname alone between two full rosters",
    ),
    pytest.param(
        [seat(1, "橘 一葉", role="欠席委員"), seat(2, "橘")], [{0, 1}],
        id="absent members count",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(1, "橘 律"), seat(2, "橘")], [{0}, {1}, {2}],
        id="two bearers of the surname",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "橘"), seat(3, "橘 律")], [{0}, {1}, {2}],
        id="one bearer before, another after",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "橘"), seat(2, "橘", role="参考人")],
        [{0}, {1}, {2}],
        id="the surname twice in one roster",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "橘", council="灯台検討会")], [{0}, {1}],
        id="another council",
    ),
    pytest.param(
        [seat(1, "橘 一葉", "白峰大学"), seat(2, "橘", "東山大学")], [{0}, {1}],
        id="another organization is printed",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学"), seat(1, "橘 律", "東山大学"),
            seat(2, "橘", "東山大学"),
        ],
        [{0}, {1, 2}],
        id="the organization makes the surname unique",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "橘", role="事務局")], [{0}, {1}],
        id="an official of a member's surname",
    ),
    pytest.param(
        [seat(1, "森田 律"), seat(2, "森")], [{0}, {1}], id="森 is not 森田"
    ),
    pytest.param(
        [seat(1, "「橘敦子」"), seat(2, "橘")], [{0, 1}],
        id="a surname alone tells where the name before parts",
    ),
    pytest.param(
        [seat(1, "「東海林太郎」"), seat(2, "東海"), seat(2, "東海林")],
        [{0}, {1}, {2}],
        id="two surnames alone, and nobody knows where the name before parts",
    ),
    pytest.param(
        [seat(1, "柏 律絵"), seat(2, "柏律絵"), seat(2, "柏")],
        [{0, 1}, {2}],
        id="another row tells that a word is a name in full",
    ),
    pytest.param(
        [seat(number, "橘") for number in (1, 2, 3)], [{0, 1, 2}],
        id="surnames alone throughout",
    ),
    pytest.param(
        [seat(1, "橘"), seat(2, "橘"), seat(2, "橘", role="参考人")],
        [{0}, {1}, {2}],
        id="surnames alone, twice in one roster",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉"),
            *(seat(number, "橘") for number in range(2, 13)),
            seat(13, "橘 律"),
        ],
        [{0, 1, 2, 3}, {12}],
        id="who followed whom between two full rosters is not known",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学"), seat(1, "橘 一葉", "東山大学"),
            seat(2, "橘 一葉", "白峰大学"), seat(2, "橘 一葉", "東山大学"),
        ],
        [{0, 2}, {1, 3}],
        id="two namesakes in each roster",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学"), seat(2, "橘 一葉", "東山大学"),
            seat(3, "橘 一葉", "白峰大学"),
        ],
        [{0, 2}, {1}],
        id="a namesake between",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学"),
            seat(2, "橘 一葉", "白峰大学＋東山大学"),
            seat(3, "橘 一葉", "東山大学"), seat(4, "橘 一葉", "白峰大学"),
        ],
        [{0, 1, 2, 3}],
        id="one row prints both organizations",
    ),
    pytest.param(
        [
            seat(1, "橘 敦子", "白峰大学"), seat(2, "橘 敦子", "白峰大学"),
            seat(3, "小暮 敦子（旧姓 橘）", "白峰大学"),
            seat(4, "小暮 敦子", "白峰大学"), seat(5, "小暮 敦子", "白峰大学"),
        ],
        [{0, 1, 2, 3, 4}],
        id="a former surname is printed once",
    ),
    pytest.param(
        [
            *(seat(number, "末広 律子", "白峰大学") for number in (1, 2, 3, 5)),
            *(seat(number, "末広 律子", "白峰大学") for number in (6, 8, 9, 10)),
            seat(4, "未広 律子", "白峰大学"), seat(7, "末宏 律子", "白峰大学"),
        ],
        [set(range(10))],
        id="two slips of one name",
    ),
    pytest.param(
        [
            *(seat(number, "末広 律", "白峰大学") for number in (1, 2, 3, 5)),
            seat(4, "未広 律", "白峰大学"),
        ],
        [{0, 1, 2, 3, 4}],
        id="a slip of the reader, where the name is missing",
    ),
    pytest.param(
        [
            *(seat(number, "末広 律", "白峰大学") for number in (1, 2, 3, 4, 5)),
            seat(4, "未広 律", "白峰大学"),
        ],
        [{0, 1, 2, 3, 4}, {5}],
        id="look-alikes in one roster",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "灯台省 / 大臣", role="政府"),
            seat(2, "灯台大臣", role="政府", council="航路会議"),
            seat(2, "橘", "灯台省 / 大臣", role="政府", council="海図会議"),
            seat(3, "橘 一葉", "灯台省 / 大臣", role="政府"),
            seat(9, "灯台大臣", role="政府", council="航路会議"),
        ],
        [{0, 1, 2, 3}, {4}],
        id="a minister known by the office, while in office",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉"), *(seat(number, "橘") for number in range(2, 13)),
            seat(13, "橘 一葉"),
        ],
        [set(range(13))],
        id="one bearer before and after a run of surnames alone",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), *(seat(number, "橘") for number in range(2, 9))],
        [set(range(8))],
        id="a surname in every roster since the full name",
    ),
    pytest.param(
        [seat(1, "橘 一葉"), seat(2, "里山 律"), seat(6, "橘"), seat(7, "橘")],
        [{0}, {2, 3}],
        id="a roster of full names without it ends a run of surnames",
    ),
    pytest.param(
        [
            seat(1, "里山 律"), *(seat(number, "里山") for number in range(2, 6)),
            seat(5, "橘"), seat(6, "里山 律"), seat(6, "橘 一葉"),
        ],
        [{0, 1, 2, 3, 4, 6}, {5, 7}],
        id="who came among surnames alone is the one of the next list",
    ),
    pytest.param(
        [
            seat(1, "里山 律"), *(seat(number, "里山") for number in range(2, 6)),
            seat(5, "橘"), seat(6, "里山 律"), seat(6, "橘 一葉"),
            *(
                seat(1, f"橘 {given}", council="灯台検討会")
                for given in ("律", "薫", "葵")
            ),
        ],
        [{5}, {7}],
        id="unless many bear the surname: one may follow another",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 / 教授"),
            seat(5, "橘 一葉", "東山大学 / 教授"),
            seat(6, "橘 一葉", "東山大学 / 教授"),
        ],
        [{0, 1, 2}],
        id="a member who moved and kept the calling, some meetings between",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 / 教授"),
            seat(5, "橘 一葉", "白峰銀行 / 部長"),
        ],
        [{0}, {1}],
        id="another organization and another calling",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 / 教授"),
            seat(9, "橘 一葉", "白峰大学 / 教授"),
            seat(2, "橘 一葉", "白峰大学", council="灯台検討会"),
            *(seat(number, "橘 一葉", council="海図会議") for number in range(1, 9)),
        ],
        [set(range(11))],
        id="a council without organizations, of who sits on several",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 / 教授"),
            seat(9, "橘 一葉", "白峰大学 / 教授"),
            seat(2, "橘 一葉", "東山大学 / 教授", council="灯台検討会"),
            seat(8, "橘 一葉", "東山大学 / 教授", council="灯台検討会"),
            *(seat(number, "橘 一葉", council="海図会議") for number in range(1, 9)),
        ],
        [{0, 1}, {2, 3}, set(range(4, 12))],
        id="a council without organizations, of a name that two bear",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰大学 / 教授"),
            seat(9, "橘 一葉", "白峰大学 / 教授"),
            *(seat(number, "橘 一葉", council="海図会議") for number in range(1, 9)),
        ],
        [{0, 1}, set(range(2, 10))],
        id="of two councils a namesake may sit on the other",
    ),
    pytest.param(
        [
            *(seat(n, "橘 一葉", "白峰大学 法学部 / 名誉教授") for n in range(1, 9)),
            *(
                seat(n, "橘 一葉", "白峰大学 / 特任教授", council="海図会議")
                for n in range(1, 9)
            ),
        ],
        [set(range(8)), set(range(8, 16))],
        id="two posts of one university, all the while",
    ),
    pytest.param(
        [
            *(
                seat(n, "橘 一葉", f"架空省 {unit} / 課長", role="政府")
                for n, unit in ((1, "総務課"), (30, "総務課"))
            ),
            seat(15, "橘 一葉", "架空省 会計課 / 課長", role="政府", council="海図"),
        ],
        [{0, 1, 2}],
        id="an official who comes back to a unit after years",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "白峰製紙環境推進部 / 部長"),
            seat(1, "里山 律", "白峰製紙 環境推進部 / 課長"),
            seat(9, "橘 一葉", "白峰製紙 / 執行役員"),
        ],
        [{0, 2}],
        id="a unit glued to the name of its company",
    ),
    pytest.param(
        [
            seat(1, "橘 一葉", "灯台省 / 副大臣", role="政府"),
            seat(2, "灯台副大臣", role="政府", council="航路会議"),
            seat(3, "橘 一葉", "灯台省 / 副大臣", role="政府"),
        ],
        [{0, 2}, {1}],
        id="there are several 副大臣",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), CONTEXTS)
def test_in_context(identified, texts, expected):
    rows, everybody = read(*texts)

    found = partition(identified(everybody))

    for group in expected:
        assert frozenset(rows[place].key for place in group) in found


def test_two_documents_of_one_meeting_are_one_seat(identified):
    text = "2019-04-12 / 架空審議会 1 / 委員 / 橘 一葉"
    rows = [read_row(text, 1, name)[0] for name in ("minutes", "summary")]

    assert together(identified(rows), *rows)


def rule(left, right, verdict, date=DAY):
    return Judgement(date, "judge", left, right, Verdict(verdict))


def test_judgements_outrank_the_machine(identified):
    alike, _ = read(*SAME[0].values)
    strange, _ = read(*OPEN[0].values)

    parted = identified(alike, [rule(alike[0].key, alike[1].key, "different")])
    joined = identified(strange, [rule(strange[0].key, strange[1].key, "same")])
    unsure = identified(alike, [rule(alike[0].key, alike[1].key, "unsure")])

    assert not together(parted, *alike)
    assert parted.decisions == ()
    assert together(joined, *strange)
    assert joined.decisions[0].judgement.verdict is Verdict.SAME
    assert not together(unsure, *alike)
    assert unsure.decisions[0].verdict is Verdict.UNSURE


def test_a_later_line_undoes_an_earlier_one(identified):
    rows, _ = read(*OPEN[0].values)
    left, right = (row.key for row in rows)
    ledger = [rule(left, right, "same"), rule(right, left, "different")]

    assert not together(identified(rows, ledger), *rows)
    assert together(identified(rows, ledger[::-1]), *rows)
    assert not together(
        identified(rows, [*ledger[:1], rule(left, right, "unsure")]), *rows
    )


def test_a_judgement_about_people_means_all_their_sightings(identified):
    rows, _ = read(seat(1, "橘 一葉", "白峰大学"), seat(9, "橘 一葉", "白峰大学"))
    other, _ = read(seat(5, "小暮 一葉", "東山大学"))

    found = identified([*rows, *other], [rule(rows[0].person, other[0].person, "same")])

    assert together(found, *rows, *other)


def test_what_was_ruled_different_is_not_joined_by_a_third(identified):
    rows, _ = read(*(seat(number, "橘 一葉", "白峰大学") for number in (1, 2, 3)))

    found = identified(rows, [rule(rows[0].key, rows[2].key, "different")])

    assert not together(found, rows[0], rows[2])


def test_ids(identified):
    """The earliest keeps the record's id, a namesake gets one, others lead there."""
    rows, _ = read(
        seat(1, "橘 一葉", "白峰大学"),
        seat(1, "橘 一葉", "白峰大学"),
        seat(2, "髙橋 律", "白峰大学"),
        seat(3, "高橋 律", "白峰大学"),
    )

    found = identified(rows)
    ids = {key: one.id for one in found.people for key in one.sightings}

    assert rows[0].person == rows[1].person
    assert ids[rows[0].key] == rows[0].person
    assert ids[rows[1].key] == minted_id(rows[1])
    assert found.replaced == {rows[3].person: rows[2].person}
    assert [one.id for one in found.people] == sorted(set(ids.values()))


def test_a_name_without_date_comes_last(identified):
    rows, _ = read(
        seat(2, "髙橋 律", "白峰大学").replace("2019-06-19", "-"),
        seat(1, "高橋 律", "白峰大学"),
    )

    (person,) = identified(rows).people

    assert person.id == rows[1].person
    assert person.other_names == ("髙橋律",)


NAMES = [
    "橘 一葉",
    "橘 律",
    "橘",
    "髙橋 律",
    "高橋 律",
    "小暮 律（旧姓 橘）",
    "灯台大臣",
]
PLACES = ["", "白峰大学", "東山大学", "白峰大学＋東山大学", "旧庁", "新省 総務課"]
ROWS = st.lists(
    st.builds(
        lambda number, council, role, name, place: seat(
            number, name, place, role=role, council=council
        ),
        st.integers(1, 6),
        st.sampled_from(["架空審議会", "灯台検討会"]),
        st.sampled_from(["委員", "参考人", "政府"]),
        st.sampled_from(NAMES),
        st.sampled_from(PLACES),
    ),
    min_size=2,
    max_size=14,
)
RULINGS = st.lists(
    st.tuples(
        st.integers(0, 13), st.integers(0, 13), st.sampled_from(list(Verdict)),
        st.booleans(),
    ),
    max_size=8,
)  # fmt: skip
WORDS = load_gazetteer(data_path() / "gazetteer")
PLAIN = plain_lineage(WORDS)


def judged(rows, chosen):
    """Return judgements about *rows*, by key or by id."""
    found = []
    for left, right, verdict, by_id in chosen:
        one, other = rows[left % len(rows)], rows[right % len(rows)]
        names = (one.person, other.person) if by_id else (one.key, other.key)
        if names[0] != names[1]:
            found.append(rule(*names, verdict))
    return found


@settings(max_examples=60)
@given(ROWS, RULINGS, st.randoms(use_true_random=False))
def test_the_order_of_sightings_does_not_matter(texts, chosen, chance):
    rows, _ = read(*texts)
    ledger = judged(rows, chosen)
    other = list(rows)
    chance.shuffle(other)

    assert identify(rows, ledger, PLAIN, WORDS.fold) == identify(
        other, ledger, PLAIN, WORDS.fold
    )


@settings(max_examples=60)
@given(ROWS, RULINGS)
def test_different_is_never_violated(texts, chosen):
    rows, _ = read(*texts)
    ledger = judged(rows, chosen)

    found = identify(rows, ledger, PLAIN, WORDS.fold)

    who = {key: one.id for one in found.people for key in one.sightings}
    for one in in_force(ledger):
        if one.verdict is Verdict.DIFFERENT:
            sides = [
                [row for row in rows if name in {row.key, row.person}]
                for name in (one.left, one.right)
            ]
            for left, right in product(*sides):
                assert left.key == right.key or who[left.key] != who[right.key]


@settings(max_examples=60)
@given(ROWS)
def test_people_share_out_the_sightings(texts):
    """Each sighting is of one person, ids are unique, gone ids lead to somebody."""
    rows, _ = read(*texts)

    found = identify(rows, (), PLAIN, WORDS.fold)

    counts = Counter(key for one in found.people for key in one.sightings)
    ids = {one.id for one in found.people}
    assert counts == Counter(row.key for row in rows)
    assert len(ids) == len(found.people)
    assert set(found.replaced.values()) <= ids
    assert not ids & set(found.replaced)
