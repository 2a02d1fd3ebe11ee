"""Who spoke: an office, a seat, a chair, one of two with a surname, or nobody."""

import pytest

from kg.model import Attribution, Role, Status
from tests.entity.reading import entities, name_of
from tests.mention.record import Row, Said, record
from tests.minutes.reading import minutes

ROLE = Attribution.ROLE
OFFICES = (
    Row("橘 一葉", role=Role.CHAIR, word="会長"),
    Row("小暮 律", ("上郷市",), "市長"),
    Row("小暮 敦子", ("上郷市", "企画財政部", "企画課"), "課長", Role.OFFICIAL, "市"),
    Row("渚 圭介", ("上郷市", "建設部"), "部長", Role.OFFICIAL, "市"),
    Row("灘 ひかる", ("上郷市", "福祉部"), "部長", Role.OFFICIAL, "市"),
    Row("鰐淵 泰三", (), "総務大臣", None, None, status=Status.ABSENT),
    Row("若王子 環", ("下沢町",), "副町長", proxy=True, principal="汐見 航"),
    Row("瀬戸口 新", ("国家公安委員会",), "委員長", Role.OFFICIAL, "大臣"),
    Row("帆足 恵", (), "教授", Role.EXPERT, "アドバイザー"),
    Row("磯部 よしの", ("白峰県立東部病院",), "病院長", Role.OFFICIAL, "県"),
)
TWO = (Row("渡邊 浩二"), Row("渡邉 浩一"), Row("髙橋 学"), Row("高橋 雅代"))


def heard(*said, rows, lines=()):
    """Return (who, other candidates) for the last thing *said*."""
    found = entities(record(*lines, *said, rows=rows))
    speech = found.speeches[-1]
    others = sorted(name_of(one, found) for one in speech.candidates)
    return name_of(speech.speaker, found), others


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("企画課長", "小暮敦子", id="unit and post"),
        pytest.param("企画財政部企画課長", "小暮敦子", id="more of the unit"),
        pytest.param("上郷市長", "小暮律", id="mayor of a place"),
        pytest.param("市長", "小暮律", id="post alone"),
        pytest.param("副市長", None, id="a deputy is another"),
        pytest.param("建設部長", "渚圭介", id="one of two heads"),
        pytest.param("部長", None, id="two of one post"),
        pytest.param("総務大臣", None, id="who holds it is absent"),
        pytest.param("国家公安委員会委員長", "瀬戸口新", id="no chair of the meeting"),
        pytest.param("商工会会長", None, id="a chair of another body"),
        pytest.param("会長", "橘一葉", id="the chair"),
        pytest.param("仮議長", None, id="a chair for a while"),
        pytest.param("アドバイザー", None, id="a role says of nobody"),
        pytest.param("下沢町（副町長）", "若王子環", id="post in brackets"),
        pytest.param("東部病院長", "磯部よしの", id="without who runs it"),
    ],
)
def test_offices(label, meant):
    assert heard(Said("はい。", label, ROLE), rows=OFFICES)[0] == meant


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("林業課長", "小暮律", id="an office that begins like a name"),
        pytest.param("林業振興課長", None, id="held by nobody of the roster"),
        pytest.param("林総務課長", "林環", id="surname, unit and post"),
        pytest.param("林委員", "林保", id="surname"),
    ],
)
def test_an_office_is_no_surname(label, meant):
    rows = (
        Row("林 保"),
        Row("林 環", ("県", "総務課"), "課長", Role.OFFICIAL, "県"),
        Row("小暮 律", ("県", "林業課"), "課長", Role.OFFICIAL, "県"),
    )

    assert heard(Said("はい。", label), rows=rows)[0] == meant


def test_two_who_hold_a_post_are_candidates():
    assert heard(Said("はい。", "部長", ROLE), rows=OFFICES) == (
        None,
        ["渚圭介", "灘ひかる"],
    )


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("渡邊委員", "渡邊浩二", id="the very kanji"),
        pytest.param("渡邉委員", "渡邉浩一", id="the other form"),
        pytest.param("渡辺委員", None, id="neither form"),
        pytest.param("髙橋委員", "髙橋学", id="ladder high"),
        pytest.param("高橋（雅）", "高橋雅代", id="initial without a title"),
        pytest.param("高橋（座長）", "高橋雅代", id="a role is no initial"),
    ],
)
def test_forms_of_kanji(label, meant):
    assert heard(Said("はい。", label), rows=TWO)[0] == meant


def test_an_initial_in_the_roster():
    rows = (Row("瀬川（和）"), Row("瀬川（律）"))

    assert heard(Said("はい。", "瀬川（律）委員"), rows=rows)[0] == "瀬川（律）"
    assert heard(Said("はい。", "瀬川委員"), rows=rows)[0] is None


def test_a_name_goes_before_the_start_of_another():
    rows = (Row("東海林 実"), Row("東 海"), Row("東条"))

    assert heard(Said("はい。", "東海林委員"), rows=rows)[0] == "東海林実"
    assert heard(Said("はい。", "東委員"), rows=rows)[0] == "東海"


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("林委員（林タクシー）", 0, id="short for the company"),
        pytest.param("林委員（老人クラブ）", 1, id="part of the name"),
        pytest.param("林委員", None, id="neither"),
    ],
)
def test_a_body_in_brackets(label, meant):
    rows = (Row("林 保", ("林タクシー",)), Row("林 環", ("上郷老人クラブ連合会",)))
    names = ["林保", "林環"]

    who = heard(Said("はい。", label), rows=rows)[0]
    assert who == (None if meant is None else names[meant])


def test_names_of_which_one_is_split_are_two_all_the_same():
    rows = (Row("橋元 都"), Row("橋元昌"))

    assert heard(Said("はい。", "橋元委員"), rows=rows)[0] is None
    assert heard(Said("はい。", "橋元昌委員"), rows=rows)[0] == "橋元昌"


def test_a_surname_alone_is_no_start_of_another():
    rows = (Row("東海林"), Row("東"))

    assert heard(Said("はい。", "東委員"), rows=rows)[0] == "東"
    assert heard(Said("はい。", "東海林委員"), rows=rows)[0] == "東海林"


def test_a_seat_is_known_from_another_label():
    rows = (Row("橘 一葉"), Row("小暮 律"))
    first = Said("伺う。", "１２番（橘一葉君）")

    assert heard(first, Said("再び。", "１２番議員", ROLE), rows=rows)[0] == "橘一葉"
    assert (
        heard(first, Said("再び。", "１２番（代理）", ROLE), rows=rows)[0] == "橘一葉"
    )
    assert heard(first, Said("再び。", "３番議員", ROLE), rows=rows)[0] is None


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        pytest.param("互選により橘委員が座長に選任された。", "橘一葉", id="elected"),
        pytest.param("座長に橘委員を選出した。", "橘一葉", id="turned round"),
        pytest.param("副座長に橘委員を選出した。", None, id="as deputy"),
        pytest.param("橘委員が発言した。", None, id="nobody was"),
    ],
)
def test_a_chair_elected_here(line, meant):
    rows = (Row("橘 一葉"), Row("小暮 律"))

    assert heard(Said("はい。", "座長", ROLE), rows=rows, lines=(line,))[0] == meant


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        pytest.param(("委員長", "副委員長"), "橘一葉", id="the deputy has labels"),
        pytest.param(("委員長",), None, id="either may be meant"),
    ],
)
def test_a_chair_who_leaves_the_seat(labels, meant):
    rows = (
        Row("橘 一葉", role=Role.CHAIR, word="委員長"),
        Row("小暮 律", role=Role.DEPUTY_CHAIR, word="副委員長"),
    )
    said = [Said("はい。", label, ROLE) for label in reversed(labels)]

    who, others = heard(*said, rows=rows, lines=("〔委員長退席、副委員長着席〕",))
    assert who == meant
    assert others == ([] if meant else ["小暮律", "橘一葉"])


def test_a_title_of_the_meeting_is_no_post_elsewhere():
    rows = (Row("加藤 誠", ("連合自治会",), "副会長"), Row("加藤 光子"))

    assert heard(Said("はい。", "加藤副会長"), rows=rows)[0] is None


def test_a_label_of_somebody_absent_means_nobody():
    rows = (Row("橘 一葉", status=Status.ABSENT), Row("小暮 律"))

    assert heard(Said("はい。", "橘委員"), rows=rows)[0] is None


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("ド・リンデン委員", "ド・リンデンエマ", id="within a surname"),
        pytest.param("小暮医療・計測推進官", "小暮葵", id="within a post"),
        pytest.param(
            "参考人（キム・ヨンス君）", "キムヨンス", id="a blank in the list"
        ),
        pytest.param("・橘委員", "橘一葉", id="a bullet"),
        pytest.param("西都大学・橘教授", "橘一葉", id="between body and name"),
    ],
)
def test_a_point_is_a_mark_only_before_the_label(label, meant):
    rows = (
        Row("橘 一葉", ("西都大学",), "教授"),
        Row("ド・リンデン エマ"),
        Row("キム ヨンス", role=Role.WITNESS, word="参考人"),
        Row("小暮 葵", (), "医療・計測推進官", Role.OFFICIAL, "県"),
    )

    assert heard(Said("はい。", label), rows=rows)[0] == meant


DEPUTY = (
    Row("佐藤 律", role=Role.DEPUTY_CHAIR, word="副座長"),
    Row("佐藤 敦子", word="委員"),
    Row("橘 一葉", role=Role.CHAIR, word="座長"),
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param((Said("はい。", "佐藤委員"),), None, id="a deputy is a 委員 too"),
        pytest.param(
            (Said("では。", "佐藤副座長"), Said("はい。", "佐藤委員")),
            "佐藤敦子",
            id="the record calls him deputy",
        ),
        pytest.param(
            (Said("はい。", "佐藤副座長"),), "佐藤律", id="by the word for a deputy"
        ),
    ],
)
def test_a_deputy_and_a_member_of_one_surname(said, meant):
    assert heard(*said, rows=DEPUTY)[0] == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        pytest.param("互選の結果、小暮委員を会長に選出した。", "小暮律", id="elected"),
        pytest.param("会長に小暮委員が選任された。", "小暮律", id="the word first"),
        pytest.param("小暮委員を副会長に選出した。", None, id="as the deputy"),
        pytest.param("はい。", None, id="nothing is said"),
    ],
)
def test_a_chair_that_changes(line, meant):
    rows = (
        Row("橘 一葉", role=Role.CHAIR, word="会長"),
        Row("小暮 律", role=Role.DEPUTY_CHAIR, word="副会長"),
    )
    assert (
        heard(Said("お受けします。", "小暮会長"), rows=rows, lines=(line,))[0] == meant
    )


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        pytest.param("橘臨時委員", None, id="no member has the surname"),
        pytest.param("橘部長", "橘一葉", id="the post of another group"),
        pytest.param("根岸委員", "根岸拓", id="a member"),
    ],
)
def test_who_is_listed_by_a_post_beside_the_members_is_no_member(label, meant):
    text = (
        "架空研究機構の評価に関する懇談会　議事録\n日時：令和6年5月1日\n出席者\n"
        "委員：小暮　律、根岸　拓\n法人：架空研究機構　研究部長　橘　一葉\n"
        f"議事内容\n【小暮委員】　始めます。\n【{label}】　はい、そうです。\n"
    )
    found = entities(minutes(text))

    assert name_of(found.speeches[-1].speaker, found) == meant
