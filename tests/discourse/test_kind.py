"""A statement has a kind where one clearly holds; its sentences have their own."""

import pytest

from tests.discourse.saying import discourse, words

KINDS = [
    ("橘委員：記録に残すべきである。", "opinion"),
    ("橘委員：費用はいくらですか。終わります。", "question"),
    ("橘委員：三台では足りないと思います。何台ですか。", None),
    ("橘委員：おはようございます。橘です。", None),
    ("事務局：資料1を御説明いたします。測定は三か所で行いました。", "explanation"),
    ("座長：ただいまから会議を開きます。", "procedure"),
    ("座長：原案を承認いたします。これで閉会いたします。", "decision"),
    ("座長：議題2に移ります。様式は残すべきだと思います。", None),
    ("・非常に大きな目標になりつつあるのではないか。", "opinion"),
    ("・冬の海でも同じか。", "question"),
    ("・体制を既に作っている。", None),
    ("・具体的な取組を支援していきたい。", None),
]


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_the_kind_of_a_statement(line, kind):
    found, _ = discourse(line)

    assert [one.kind.value for one in found.kinds] == ([kind] if kind else [])


def test_a_speech_does_several_things_each_with_its_words():
    found, text = discourse(
        "橘委員：三台では足りないと思います。何台ですか。講習も進めるべきではありませんか。"
    )

    assert [(act.kind.value, words(act.spans, text)) for act in found.acts] == [
        ("opinion", "三台では足りないと思います。"),
        ("question", "何台ですか。"),
        ("opinion", "講習も進めるべきではありませんか。"),
        ("question", "講習も進めるべきではありませんか。"),
    ]


def test_every_sign_stands_within_its_sentence():
    found, _ = discourse("橘委員：足りないと思います。「何台ですか。」と聞かれました。")

    (act,) = found.acts
    assert all(any(sign in whole for whole in act.spans) for sign in act.signs)


# lines, presenter, papers
INTRODUCTIONS = [
    (["事務局：資料1に基づき御説明いたします。"], "事務局", ["資料1"]),
    (["橘室長：資料１及び資料2-1により説明します。"], "橘室長", ["資料1", "資料2-1"]),
    (
        [
            "座長：資料1について橘室長から説明をお願いします。",
            "橘室長：資料１を御覧ください。",
        ],
        "橘室長",
        ["資料1"],
    ),
    (["橘委員：資料2-1を御説明します。"], "橘委員", ["資料2-1"]),
]

NO_INTRODUCTION = [
    ["橘委員：資料1を御覧ください。三ページの図です。"],  # only points at it
    ["橘室長：資料9を御説明いたします。"],  # not on the list
    ["座長：資料1について事務局から説明をお願いします。"],
    ["橘室長：資料1の確認をいたします。"],
    ["・資料1に基づき説明する。"],
]


@pytest.mark.parametrize(("lines", "presenter", "papers"), INTRODUCTIONS)
def test_who_explains_which_paper(lines, presenter, papers):
    found, text = discourse(*lines, papers=["資料1", "資料2-1"])

    (one,) = found.introductions
    assert words([one.presenter], text) == presenter
    assert [paper.value for paper in one.papers] == papers


@pytest.mark.parametrize("lines", NO_INTRODUCTION, ids=lambda lines: lines[0])
def test_who_explains_no_paper(lines):
    found, _ = discourse(*lines, papers=["資料1", "資料2-1"])

    assert found.introductions == ()
