"""Each clue about two rows has a table: rows, and what is found, or nothing."""

import pytest

from kg.identity import clue as clues
from kg.identity.clash import hour_clue, listed_twice
from kg.identity.clue import explain, make_clue
from kg.identity.feature import JAPANESE, Feature

BLANK = "2019-04-12 / 架空審議会 1 / 委員 / 橘 一葉"


def row(name="橘 一葉", where="架空審議会 1", *, when="2019-04-12", role="委員", at=""):
    return f"{when} / {where} / {role} / {name} / {at}"


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param("橘 一葉", "橘 一葉", Feature.SAME_NAME, id="same"),
        pytest.param("髙橋 律", "高橋 律", Feature.VARIANT, id="ladder form of 高"),
        pytest.param("渡邊 律", "渡邉 律", Feature.VARIANT, id="two old forms"),
        pytest.param("黑澤 律", "黒沢 律", Feature.VARIANT, id="two kanji at once"),
        pytest.param("末広 律", "未広 律", Feature.MISREAD, id="末 read as 未"),
        pytest.param("干葉 律", "千葉 律", Feature.MISREAD, id="千 read as 干"),
        pytest.param("山内 律子", "山中 律子", Feature.NEAR_NAME, id="another surname"),
        pytest.param("橘 一葉", "橘 二葉", Feature.NEAR_NAME, id="sisters, perhaps"),
        pytest.param("John Smith", "Smith John", Feature.ORDER, id="words turned"),
        pytest.param("John Q. Smith", "Smith, John", Feature.ORDER, id="an initial"),
        pytest.param("John Smith", "ジョン・スミス", Feature.SCRIPT, id="katakana"),
        pytest.param(
            "John Smith", "ジェーン・ブラウン", Feature.OTHER_NAME, id="other"
        ),
        pytest.param(
            "橘 敦子", "小暮 敦子（旧姓 橘）", Feature.FORMER, id="former surname"
        ),
        pytest.param(
            "橘 敦子", "小暮 敦子（橘敦子）", Feature.FORMER, id="other name in full"
        ),
        pytest.param("橘 敦子", "小暮 敦子", Feature.OTHER_SURNAME, id="not printed"),
        pytest.param("橘", "橘 敦子", Feature.SURNAME, id="surname alone"),
        pytest.param("橘", "「橘敦子」", Feature.SURNAME, id="name without parts"),
        pytest.param("森", "森田 敦子", Feature.OTHER_NAME, id="森 is not 森田"),
        pytest.param("橘", "小暮", Feature.OTHER_NAME, id="two surnames"),
        pytest.param("灯台大臣", "橘 敦子", Feature.OFFICE, id="office alone"),
        pytest.param("橘 敦子", "橘 律", Feature.OTHER_NAME, id="other given name"),
    ],
)
def test_name(look_pair, left, right, found):
    clue = clues.name_clue(*look_pair(row(left), row(right)))

    assert clue.feature == found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param("白峰大学", "白峰大学", Feature.SAME_ORGANIZATION, id="same"),
        pytest.param(
            "国立大学法人白峰大学", "白峰大学", Feature.SAME_ORGANIZATION, id="form"
        ),
        pytest.param(
            "白峰大学大学院工学系研究科", "白峰大学", Feature.SAME_ORGANIZATION,
            id="not parted",
        ),
        pytest.param("旧庁", "新省", Feature.SAME_ORGANIZATION, id="renamed"),
        pytest.param(
            "白峰大学＋架空省", "架空省", Feature.SAME_ORGANIZATION, id="one of two"
        ),
        pytest.param("白峰大学", "東山大学", Feature.OTHER_ORGANIZATION, id="other"),
        pytest.param("白峰大学", "", None, id="not printed"),
    ],
)  # fmt: skip
def test_organization(look_pair, left, right, found):
    clue = clues.organization_clue(*look_pair(row(at=left), row(at=right)))

    assert (clue and clue.feature) == found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param("架空省 総務課", "架空省 総務課", True, id="same"),
        pytest.param("架空省 官房 総務課", "架空省 官房 会計課", True, id="one above"),
        pytest.param("架空省 総務課", "森林省 総務課", False, id="other ministry"),
        pytest.param("架空省 総務課", "架空省", False, id="none printed"),
    ],
)
def test_unit(look_pair, left, right, found):
    clue = clues.unit_clue(*look_pair(row(at=left), row(at=right)))

    assert (clue is not None) is found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param("教授", "教授", True, id="same"),
        pytest.param("教授", "准教授", False, id="other"),
        pytest.param("教授", "", False, id="none printed"),
    ],
)
def test_post(look_pair, left, right, found):
    rows = (row(at=f"白峰大学 / {post}") for post in (left, right))

    assert (clues.post_clue(*look_pair(*rows)) is not None) is found


@pytest.mark.parametrize(
    ("before", "after", "year", "found"),
    [
        pytest.param("課長補佐", "課長", 2024, Feature.RISE, id="a career"),
        pytest.param("課長", "審議官", 2020, Feature.RISE, id="one step"),
        pytest.param("准教授", "教授", 2020, Feature.RISE, id="university"),
        pytest.param("係長", "局長", 2020, Feature.LEAP, id="too soon"),
        pytest.param("係長", "局長", 2031, Feature.RISE, id="after twelve years"),
        pytest.param("局長", "課長", 2022, Feature.FALL, id="down"),
        pytest.param("教授", "局長", 2022, None, id="two ladders"),
        pytest.param("教授", "教授", 2022, None, id="the same post"),
        pytest.param("相談役", "教授", 2022, None, id="no ladder"),
    ],
)
def test_career(look_pair, before, after, year, found):
    left = row(at=f"架空省 / {before}")
    right = row(when=f"{year}-04-12", at=f"架空省 / {after}")

    forth = clues.career_clue(*look_pair(left, right))
    back = clues.career_clue(*look_pair(right, left))

    assert (forth and forth.feature) == found
    assert forth == back


@pytest.mark.parametrize(
    ("where", "found"),
    [
        pytest.param("架空審議会 2", True, id="one council"),
        pytest.param("灯台検討会 2", False, id="two"),
        pytest.param("", False, id="not known"),
    ],
)
def test_council(look_pair, where, found):
    clue = clues.council_clue(*look_pair(BLANK, row(where=where)))

    assert (clue is not None) is found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param("委員", "座長", Feature.MEMBERS, id="member, then chair"),
        pytest.param("事務局", "政府", Feature.OFFICIALS, id="two sorts of officials"),
        pytest.param("委員", "事務局", Feature.OTHER_ROLE, id="both sides"),
        pytest.param("委員", "参考人", None, id="a witness may be anybody"),
        pytest.param("委員", "", None, id="not printed"),
    ],
)
def test_role(look_pair, left, right, found):
    clue = clues.role_clue(*look_pair(row(role=left), row(role=right)))

    assert (clue and clue.feature) == found


@pytest.mark.parametrize(
    ("where", "when", "found"),
    [
        pytest.param("架空審議会 2", "2019-07-01", Feature.NEAR_MEETING, id="next"),
        pytest.param("架空審議会 2", "2020-11-01", None, id="next, long after"),
        pytest.param("灯台検討会 1", "2019-07-01", Feature.NEAR_TIME, id="elsewhere"),
        pytest.param("灯台検討会 1", "2021-07-01", None, id="two years"),
        pytest.param("架空審議会 9", "2027-07-01", Feature.FAR, id="eight years"),
        pytest.param("灯台検討会 1", "", None, id="no date"),
        pytest.param("架空審議会 2", "", Feature.NEAR_MEETING, id="no date, next"),
    ],
)
def test_time(look_pair, where, when, found):
    clue = clues.time_clue(*look_pair(BLANK, row(where=where, when=when)))

    assert (clue and clue.feature) == found


@pytest.mark.parametrize(
    ("where", "here", "there", "found"),
    [
        pytest.param("架空審議会 2", "abcd", "abce", True, id="most of a council"),
        pytest.param("架空審議会 2", "abcd", "aefg", False, id="few of a council"),
        pytest.param("灯台検討会 1", "abcd", "abcxyz", True, id="three elsewhere"),
        pytest.param("灯台検討会 1", "abcd", "abxyz", False, id="two elsewhere"),
        pytest.param("架空審議会 1", "abcd", "abcd", False, id="one roster"),
        pytest.param("灯台検討会 1", "", "", False, id="nobody"),
    ],
)
def test_company(look_pair, where, here, there, found):
    pair = look_pair(BLANK, row(where=where))
    own = {"橘一葉"}

    clue = clues.company_clue(
        *pair, frozenset(own | set(here)), frozenset(own | set(there))
    )

    assert (clue is not None) is found


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param(row(), row(), True, id="two namesakes"),
        pytest.param(row(), row("橘 律"), True, id="two names"),
        pytest.param(row(role="委員"), row(role="参考人"), False, id="two capacities"),
        pytest.param(
            row(role="委員", at="白峰大学"), row(role="参考人", at="白峰大学"), False,
            id="two capacities, one organization",
        ),
        pytest.param(
            row(role="委員", at="白峰大学"), row(role="参考人", at="架空省"), True,
            id="two capacities, two organizations",
        ),
        pytest.param(row(role="委員"), row(role="事務局"), True, id="both sides"),
        pytest.param(
            row(role="座長", at="白峰大学 法学部"), row(at="白峰大学 理学部"), True,
            id="two members of two faculties",
        ),
        pytest.param(row("橘"), row("橘", role="参考人"), True, id="surnames alone"),
        pytest.param(row(), row(where="架空審議会 2"), False, id="two rosters"),
    ],
)  # fmt: skip
def test_listed_twice(look_pair, left, right, found):
    assert (listed_twice(*look_pair(left, right)) is not None) is found


def hours(text, *, where="灯台検討会 5", role="委員"):
    return row(when=f"2019-04-12 {text}".strip(), where=where, role=role)


@pytest.mark.parametrize(
    ("right", "found"),
    [
        pytest.param(hours("11:00-13:00"), True, id="an hour in common"),
        pytest.param(hours("12:00-13:00"), False, id="one after the other"),
        pytest.param(hours(""), False, id="hours not printed"),
        pytest.param(hours("11:00-13:00", role="欠席委員"), False, id="absent there"),
        pytest.param(
            hours("11:00-13:00", where="架空審議会 3"), False, id="one meeting"
        ),
        pytest.param(
            hours("10:00-12:00", where="架空審議会 3 議事要旨"),
            False,
            id="another record of one meeting",
        ),
        pytest.param(
            row(when="2019-04-13 11:00-13:00", where="灯台検討会 5"),
            False,
            id="next day",
        ),
    ],
)
def test_hour(look_pair, right, found):
    left = row(when="2019-04-12 10:00-12:00", where="架空審議会 3")

    assert (hour_clue(*look_pair(left, right)) is not None) is found


def test_every_feature_has_words_in_both_languages():
    assert set(JAPANESE) == set(Feature)
    assert len(set(JAPANESE.values())) == len(Feature)


def test_explain():
    clue = make_clue(Feature.SAME_ORGANIZATION, "防衛庁 / 防衛省", 1.5)

    assert explain(clue, "en") == "same organization: 防衛庁 / 防衛省"
    assert explain(clue, "ja") == "所属が一致（改称・承継を含む）: 防衛庁 / 防衛省"
