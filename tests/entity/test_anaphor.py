"""Words that stand for a body named elsewhere: a table says for which."""

import pytest

from kg.model import Adjacency, Attribution, Role
from tests.entity.reading import candidates, entities, links
from tests.mention.record import COUNCIL, Row, Said, record

ROWS = (
    Row("橘 一葉", ("西都大学", "工学部"), "教授", Role.CHAIR, "座長"),
    Row("小暮 律", ("環境省", "資源局", "電力課"), "課長", Role.OFFICIAL, "関係省庁"),
    Row("小暮 敦子", ("アクアリンク",), "代表取締役", legal="株式会社アクアリンク"),
    Row("森 漣", ("水文研究機構",), "理事"),
    Row(
        "東海林 環", ("湖東文化振興財団",), "理事", legal="公益財団法人湖東文化振興財団"
    ),
)


@pytest.mark.parametrize(
    ("label", "text", "stands_for"),
    [
        pytest.param("小暮課長", "当省で調べる。", "環境省", id="a ministry"),
        pytest.param("小暮課長", "本省で調べる。", "環境省", id="another word"),
        pytest.param("小暮課長", "当社で調べる。", None, id="of no company"),
        pytest.param(
            "小暮（敦）委員", "当社で調べる。", "アクアリンク", id="a company"
        ),
        pytest.param("小暮（敦）委員", "弊社の案。", "アクアリンク", id="humble"),
        pytest.param("森委員", "当機構の案。", "水文研究機構", id="an agency"),
        pytest.param("橘座長", "本学の案。", "西都大学", id="a university"),
        pytest.param(
            "東海林委員", "当財団の案。", "湖東文化振興財団", id="a foundation"
        ),
        pytest.param("小暮さん", "当社の案。", None, id="two of the name"),
        pytest.param("森委員", "「当社の案だ」と聞いた。", None, id="quoted"),
    ],
)
def test_own_body_of_the_speaker(label, text, stands_for):
    said = Said(text, label)

    assert links(entities(record(said, rows=ROWS)))[-1][1] == stands_for


@pytest.mark.parametrize("text", ["当社の案。", "当省の案。", "弊社の案。"])
def test_nobody_s_where_the_speaker_is_withheld(text):
    said = Said(text, attribution=Attribution.WITHHELD)
    ((_, stands_for),) = links(entities(record(said, rows=ROWS)))

    assert stands_for is None


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        pytest.param("環境省に聞いた。同省で扱う。", "環境省", id="a ministry"),
        pytest.param("環境省の電力課に聞いた。同省で。", "環境省", id="above a unit"),
        pytest.param("アクアリンクは作る。同社の案。", "アクアリンク", id="a company"),
        pytest.param("西都大学は作る。同社の案。", None, id="no company named"),
        pytest.param("環境省と国土交通省で。同省は。", None, id="two joined"),
        pytest.param(
            "環境省で扱う。次に国土交通省が見た。同省は。", "国土交通省", id="the last"
        ),
        pytest.param("同省の案。", None, id="none before it"),
    ],
)
def test_body_named_last(text, stands_for):
    said = Said(text, "橘座長")

    assert links(entities(record(said, rows=ROWS)))[-1][1] == stands_for


def test_body_of_another_statement_is_none():
    minutes = record(
        Said("環境省で扱う。", "橘座長"), Said("同省の案。", "橘座長"), rows=ROWS
    )

    assert links(entities(minutes))[-1] == ("同省", None)


def test_two_that_are_joined_are_candidates():
    said = Said("環境省と国土交通省で扱う。同省の案。", "橘座長")
    found = entities(record(said, rows=ROWS))

    assert candidates(found.links[-1], found) == ["国土交通省", "環境省"]


def test_antecedent_is_the_mention_before():
    said = Said("環境省に聞いた。同省で扱う。", "橘座長")
    found = entities(record(said, rows=ROWS))
    first, second = found.links

    assert second.antecedent == first.mention.span


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        pytest.param("本会議で決める。", COUNCIL, id="a 会議 sits"),
        pytest.param("本部会で決める。", None, id="no 部会 sits"),
        pytest.param("本会議場に集まる。", None, id="a hall"),
    ],
)
def test_council_itself(text, stands_for):
    found = dict(links(entities(record(text, rows=ROWS))))

    assert found.get(text[:3]) == stands_for


@pytest.mark.parametrize(
    "text", ["同氏の案。", "同法の案。", "同行する。", "当局に聞く。"]
)
def test_what_stands_for_no_body(text):
    assert links(entities(record(text, rows=ROWS))) == []


@pytest.mark.parametrize(
    ("text", "adjacency"),
    [
        pytest.param("前回の論点を整理した。", Adjacency.BEFORE, id="the one before"),
        pytest.param("前回、橘座長がおっしゃった。", Adjacency.BEFORE, id="said there"),
        pytest.param("次回は六月に開く。", Adjacency.AFTER, id="the one after"),
        pytest.param("次回までに示す。", Adjacency.AFTER, id="until then"),
        pytest.param("前回の国勢調査の値。", None, id="a census"),
        pytest.param("前回は回収率が三割でした。", None, id="may be a survey"),
        pytest.param("次回の改定で直す。", None, id="a revision"),
        pytest.param("前々回の論点。", None, id="two before"),
    ],
)
def test_meetings_before_and_after(text, adjacency):
    found = entities(record(text, rows=ROWS)).adjacent

    assert [one.adjacency for one in found] == ([adjacency] if adjacency else [])


def test_every_place_of_the_next_meeting_is_kept():
    minutes = record("次回は六月に開く。", "次回までに示す。", rows=ROWS)
    (after,) = entities(minutes).adjacent
    text = minutes.document.text

    assert [text[s.start : s.end] for s in after.evidence] == ["次回", "次回"]
