"""A question is paired with its answer only where nothing else fits."""

import pytest

from kg.model import Grounded
from tests.discourse.saying import discourse

# lines, (place of the question or its words, place of the answer, rule)
PAIRS = [
    (["橘委員：何台ですか。", "建設部長：八十台です。"], (1, 2, "adjacent")),
    (
        ["橘委員：何台ですか。", "議長：建設部長。", "建設部長：八十台です。"],
        (1, 3, "adjacent"),
    ),
    (
        [
            "橘委員：溝口参考人にお尋ねします。原因は何ですか。",
            "溝口参考人：手順書の誤りです。",
        ],
        (1, 2, "adjacent"),
    ),
    (["小暮委員：灘委員にお尋ねします。", "灘委員：五年です。"], (1, 2, "adjacent")),
    (
        ["座長：文化庁として支障はありますか。", "橘室長：支障はありません。"],
        (1, 2, "adjacent"),
    ),
    (["・誰が負担したのか。", "→事務局の予算による。"], (1, 2, "arrow")),
    (["Q　公表してよいか。", "A　控えてほしい。"], (1, 2, "answer-letter")),
    (
        ["・（『費用は誰が負担するのか』の問いに対して）国が負担する。"],
        ("費用は誰が負担するのか", 1, "reported"),
    ),
    (
        ["・（「例に出してもよいか」との問いに対して）先方の了解が要る。"],
        ("例に出してもよいか", 1, "reported"),
    ),
]

NONE = [
    # nobody is asked: members among themselves, an opinion, a chair's call for words
    ["橘委員：何台ですか。", "小暮委員：私も知りたいです。"],
    ["橘委員：増やすべきです。", "建設部長：検討いたします。"],
    ["座長：ほかに質疑はありませんか。", "建設部長：補足いたします。"],
    # somebody else was asked
    ["橘委員：雪村参考人に伺います。何年ですか。", "溝口参考人：私からも一言。"],
    ["泉委員：林さんのお考えを伺いたいです。", "柏室長：省でも考えております。"],
    # the question is not the last thing said, or is asked back
    ["橘委員：何台ですか。三台では足りないと思います。", "建設部長：八十台です。"],
    ["橘委員：何台ですか。", "建設部長：どちらの駐車場ですか。"],
    # no names: neither side can be told
    ["・何台か。", "・八十台である。"],
    # an arrow that replies to a remark
    ["・項目を絞るべきである。", "→次回お示しする。"],
]


def place(asked):
    """Return where a question stands, or its words."""
    return asked.value if isinstance(asked, Grounded) else asked.position


@pytest.mark.parametrize(("lines", "pair"), PAIRS, ids=lambda row: str(row[0]))
def test_a_pair(lines, pair):
    found, text = discourse(*lines)

    (one,) = found.exchanges
    assert (place(one.question), one.answer.position, one.rule) == pair
    assert one.evidence
    kinds = {kind.statement.position: kind.kind for kind in found.kinds}
    assert kinds[one.answer.position] == "answer"
    assert all(span.end <= len(text) for span in one.evidence)


@pytest.mark.parametrize("lines", NONE, ids=lambda lines: lines[0])
def test_no_pair(lines):
    found, _ = discourse(*lines)

    assert found.exchanges == ()
