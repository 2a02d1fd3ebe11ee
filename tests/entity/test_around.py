"""The words around a name may say that somebody else is meant."""

import pytest

from kg.model import Label, Role
from tests.entity.reading import candidates, entities, links, name_of
from tests.mention.record import Row, record

ROWS = (
    Row("根岸 拓", ("若葉大学",), "教授", Role.CHAIR, "会長"),
    Row("矢代 幸", ("若葉商工会議所",), "会頭", Role.DEPUTY_CHAIR, "副会長"),
    Row("紀伊 達", ("環境省", "自然環境局"), "局長", Role.OFFICIAL, "政府参考人"),
    Row("粟生 尋"),
    Row("日高 環", ("白根県",), "主幹", Role.SECRETARIAT, "事務局"),
)


def last(text):
    """Return whom the last person in *text* is, and who else it could be."""
    found = entities(record(text, rows=ROWS))
    link = [one for one in found.links if one.mention.label is Label.PERSON][-1]
    return name_of(link.entity, found), candidates(link, found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("故根岸氏の案。", id="late"),
        pytest.param("故・根岸先生の案。", id="late, with a point"),
        pytest.param("前任の根岸会長の案。", id="predecessor"),
        pytest.param("御尊父の根岸先生の案。", id="kin"),
        pytest.param("弟の根岸さんの案。", id="kin, one kanji"),
        pytest.param("お父様の根岸さんの案。", id="kin, polite"),
        pytest.param("会長とは別の根岸さんの案。", id="another"),
        pytest.param("同姓の根岸さんの案。", id="a namesake"),
        pytest.param("粟生委員という方ではない。", id="no such person"),
    ],
)
def test_somebody_else_is_nobody_listed(text):
    assert last(text) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("前会長の根岸さんの案。", id="former chair"),
        pytest.param("前の会長の根岸さんの案。", id="former chair, with の"),
        pytest.param("元里山課長の根岸氏の案。", id="former post"),
        pytest.param("当時の根岸会長の案。", id="of then"),
        pytest.param("根岸会長当時の案。", id="then, after the name"),
        pytest.param("根岸教授（東山大学）の案。", id="body in brackets"),
        pytest.param("根岸さん（前会長）の案。", id="former, in brackets"),
        pytest.param("北都大学の根岸教授の案。", id="of another body"),
        pytest.param("国土交通大臣の根岸氏の案。", id="another post stated"),
        pytest.param("北都大学の根岸拓教授の案。", id="whole name, another body"),
        pytest.param("作家の根岸さんの案。", id="a trade and no title"),
        pytest.param("根岸課長の案。", id="holds another post"),
        pytest.param("根岸会長代理の案。", id="the chair is no deputy"),
    ],
)
def test_who_it_could_be_stays_a_candidate(text):
    assert last(text) == (None, ["根岸拓"])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("それ故根岸会長が来た。", "根岸拓", id="故 is no 'late' here"),
        pytest.param("以前根岸会長が述べた。", "根岸拓", id="以前"),
        pytest.param("この前根岸会長が述べた。", "根岸拓", id="この前"),
        pytest.param("前回の根岸会長の案。", "根岸拓", id="前回"),
        pytest.param("工夫の粟生委員の案。", "粟生尋", id="工夫 is no husband"),
        pytest.param("根岸会長とは別の意見だ。", "根岸拓", id="another opinion"),
        pytest.param("若葉大学の根岸教授の案。", "根岸拓", id="the own body"),
        pytest.param("局長の紀伊から説明した。", "紀伊達", id="the own post"),
        pytest.param("環境省の紀伊局長の案。", "紀伊達", id="own body and post"),
        pytest.param("弁護士の粟生委員の案。", "粟生尋", id="a trade and a title"),
        pytest.param("事務局の日高です。", "日高環", id="of the office"),
        pytest.param("当社の粟生委員の案。", "粟生尋", id="whose body is not said"),
    ],
)
def test_listed_person_is_meant(text, meant):
    assert last(text)[0] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("会長一任とした。", "根岸拓", id="the chair"),
        pytest.param("本会議の会長の案。", "根岸拓", id="of this meeting"),
        pytest.param("前の会長の案。", None, id="former"),
        pytest.param("根岸町の会長の案。", None, id="of a town"),
        pytest.param("県の審議会の会長の案。", None, id="of another council"),
        pytest.param("会長の互選を行う。", None, id="to be elected"),
        pytest.param("会長及び副会長の選出を行う。", None, id="two to be elected"),
        pytest.param("粟生委員を推し、副会長の選任を行う。", None, id="to be filled"),
    ],
)
def test_role_alone(text, meant):
    assert last(text)[0] == meant


def test_joint_title_names_each():
    """A title after 両 belongs to every name before it."""
    found = entities(record("根岸、粟生両委員の案。", rows=ROWS))

    assert links(found) == [("根岸", "根岸拓"), ("粟生", "粟生尋")]


def test_office_to_be_given_is_not_its_holder():
    """副会長に粟生委員を指名する says who shall be, not who is."""
    found = entities(record("副会長に粟生委員を指名する。", rows=ROWS))

    assert links(found) == [("副会長", None), ("粟生委員", "粟生尋")]
