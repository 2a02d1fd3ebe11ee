"""Statements: one each, with the label that the record prints, or none."""

import pytest

from kg.model import Attribution, Span, Statement
from tests.minutes.reading import minutes

HEAD = """架空水利検討会（第4回）議事録
日時：令和6年5月1日（水）10時から12時まで
出席者：大鳥座長、橘委員、小暮律委員、小暮敦子委員
議題
（1）水路の改修について
（2）費用の分担について
議事概要
"""


def read(body):
    return minutes(HEAD + body).statements


def table(body):
    return [(s.label, s.attribution.value) for s in read(body)]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param("・水が要る。\n・高い。\n", [(None, "withheld")] * 2, id="dots"),
        pytest.param(
            "- 水が要る。\n- 高い。\n", [(None, "withheld")] * 2, id="hyphens"
        ),
        pytest.param(
            "○ 水が要る。\n○ 高い。\n", [(None, "withheld")] * 2, id="circles"
        ),
        pytest.param(
            "・（委員）水が要る。\n", [("委員", "role")], id="role in brackets"
        ),
        pytest.param(
            "【橘委員】\n水が要る。\n", [("橘委員", "named")], id="lens brackets"
        ),
        pytest.param(
            "○橘委員　水が要る。\n", [("橘委員", "named")], id="circle and name"
        ),
        pytest.param("橘委員：水が要る。\n", [("橘委員", "named")], id="colon"),
        pytest.param(
            "＜橘委員＞\n水が要る。\n", [("橘委員", "named")], id="angle brackets"
        ),
        pytest.param("○事務局　水が要る。\n", [("事務局", "role")], id="the office"),
        pytest.param(
            "○環境省　水が要る。\n", [("環境省", "organization")], id="a ministry"
        ),
        pytest.param("○座長　始める。\n", [("座長", "role")], id="a bare role"),
        pytest.param(
            "○政府参考人（橘一葉君）　水が要る。\n",
            [("政府参考人（橘一葉君）", "named")],
            id="role with the name in brackets",
        ),
        pytest.param(
            "○橘一葉君　水が要る。\n", [("橘一葉君", "named")], id="name with 君"
        ),
        pytest.param(
            "（事務局）始める。 （委員）水が要る。 （会長）よい。\n",
            [("事務局", "role"), ("委員", "role"), ("会長", "role")],
            id="a cell with all that was said",
        ),
    ],
)
def test_labels(body, labels):
    assert table(body) == labels


def test_page_break_cuts_no_statement_in_two():
    body = "・水路は古く、改修を急ぐ\n\n- 3 -\n\nべきだ。\n・高い。\n"
    first, second = read(body)

    assert first.text == "水路は古く、改修を急ぐべきだ。"
    assert len(first.spans) == 2
    assert second.text == "高い。"


def test_a_speech_goes_on_over_paragraphs():
    body = "○大鳥座長　始めます。\n　まず水路です。\n\n○橘委員　はい。\n"
    first, second = read(body)

    assert first.text.endswith("まず水路です。")
    assert second.label == "橘委員"


def test_stage_directions_are_no_statements():
    body = (
        "○大鳥座長　よろしいか。\n〔「異議なし」と呼ぶ者あり〕\n"
        "○大鳥座長　では決する。\n（拍手）\n"
    )

    assert [s.text for s in read(body)] == ["よろしいか。", "では決する。"]


def test_items_come_from_headings():
    body = (
        "（議題1：水路の改修）\n・古い。\n（2）費用の分担について\n・高い。\n・安い。\n"
    )

    assert [(s.agenda_item, s.position) for s in read(body)] == [(1, 1), (2, 1), (2, 2)]


def test_question_within_an_answer():
    body = "・（『水は足りるか』の問いに対して）足りる。\n"
    (statement,) = read(body)

    assert statement.reported_question.value == "水は足りるか"
    assert statement.attribution is Attribution.WITHHELD


def test_context_note():
    (statement,) = read("・（今後の進め方について）月内にまとめる。\n")

    assert statement.context_note.value == "今後の進め方について"


def test_withheld_statement_with_a_speaker_cannot_be_built():
    with pytest.raises(ValueError, match="withheld"):
        Statement(1, "x", (Span(0, 1),), Attribution.WITHHELD, "橘委員", Span(0, 3))


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        pytest.param("蓮沼委員は所用により御欠席です。", ["蓮沼"], id="by name"),
        pytest.param(
            "青木委員と石井委員から欠席の連絡がある。", ["青木", "石井"], id="two"
        ),
        pytest.param(
            "青木委員、熊谷幹事が御欠席です。", ["青木", "熊谷"], id="another role"
        ),
        pytest.param("前回、蓮沼委員は欠席された。", [], id="another meeting"),
        pytest.param("橘委員は欠席しません。", [], id="somebody of the roster"),
        pytest.param("欠席の場合は連絡する。", [], id="nobody"),
    ],
)
def test_absence_in_a_speech(sentence, absent):
    record = minutes(f"{HEAD}○大鳥座長　{sentence}\n")

    names = [a.name.text for a in record.attendees if a.status.value == "absent"]
    assert names == absent


def test_record_without_a_heading_begins_with_its_first_item():
    """A label with a colon is a speech, and no group of the roster."""
    text = (
        "森林検討会 議事録\n出席者：橘委員長、小暮委員\n\n議題１　森林簿について\n"
        "【事務局より説明】\n橘委員長：意見を。\n事務局：承知しました。\n"
        "委員名簿\n渚 圭介　西都大学 教授\n"
    )
    record = minutes(text)

    assert [item.title for item in record.agenda] == ["森林簿について"]
    assert [(s.label, s.agenda_item) for s in record.statements] == [
        ("橘委員長", 1),
        ("事務局", 1),
    ]
    assert [a.name.text for a in record.attendees] == ["橘", "小暮"]


def test_numbered_items_are_no_sections():
    text = (
        "会議 議事要旨\n出席者：橘座長\n４．議事\n（１）動向\n（２）意見交換\n"
        "５．議事要旨\n・よい。\n"
    )
    record = minutes(text)

    assert [item.title for item in record.agenda] == ["動向", "意見交換"]
    assert len(record.statements) == 1
