"""Every kind of change in words: Japanese and English."""

import json

import pytest

from kg.diff import LANGUAGES, read_words, word_change, write_json, write_text
from kg.model import Basis, Change, ChangeKind, Compared, Comparison, Side, Tally

NOWHERE = Side(stated=False)

# kind, before, after, the words in Japanese, in English
WORDS = [
    ("joined", NOWHERE, "委員", "橘 一葉（委員）", "橘 一葉 (委員)"),
    (
        "left",
        "委員",
        NOWHERE,
        "橘 一葉（委員）: 今回は記載がない",
        "橘 一葉 (委員): not listed now",
    ),
    (
        "possibly-same",
        "",
        "部長",
        "橘 一葉 と 橘（部長）は同じ人かもしれない。増減とは数えない",
        "橘 一葉 and 橘 (部長) may be one person; counted as neither joined nor left",
    ),
    ("role-changed", "委員", "座長", "橘 一葉: 委員 → 座長", "橘 一葉: 委員 → 座長"),
    ("retitled", "教授", "学長", "橘 一葉: 教授 → 学長", "橘 一葉: 教授 → 学長"),
    (
        "became-proxy",
        "",
        "林 律",
        "橘 一葉: 代理出席（本人: 林 律）",
        "橘 一葉: attends as proxy (for: 林 律)",
    ),
    (
        "no-longer-proxy",
        "林 律",
        "",
        "橘 一葉: 代理出席ではない",
        "橘 一葉: not a proxy now",
    ),
    (
        "represented",
        "",
        "林 律",
        "橘 一葉: 林 律が代理で出席",
        "橘 一葉: represented by 林 律",
    ),
    (
        "no-longer-represented",
        "林 律",
        "",
        "橘 一葉: 本人が出席（前は林 律が代理）",
        "橘 一葉: attends in their own person (林 律 was the proxy)",
    ),
    ("absent-now", "", "", "橘 一葉: 出席 → 欠席", "橘 一葉: present → absent"),
    ("present-now", "", "", "橘 一葉: 欠席 → 出席", "橘 一葉: absent → present"),
    ("online-now", "", "", "橘 一葉: 会場 → オンライン", "橘 一葉: in person → online"),
    (
        "in-person-now",
        "",
        "",
        "橘 一葉: オンライン → 会場",
        "橘 一葉: online → in person",
    ),
    ("theme-new", NOWHERE, "", "橘 一葉", "Tachibana"),
    (
        "theme-gone",
        "",
        NOWHERE,
        "橘 一葉: 今回の記録には出ていない",
        "Tachibana: not in the record now",
    ),
    (
        "handout-opened",
        "資料1",
        "資料1",
        "資料1「橘 一葉」: 非公開 → 公開",
        "資料1 橘 一葉: closed → open",
    ),
    (
        "handout-closed",
        "",
        "",
        "「橘 一葉」: 公開 → 非公開",
        "橘 一葉: open → closed",
    ),
    ("agenda-new", NOWHERE, "2", "議題2「橘 一葉」", "item 2: 橘 一葉"),
    ("document-added", NOWHERE, "a.txt", "橘 一葉（a.txt）", "橘 一葉 (a.txt)"),
    ("document-removed", "a.txt", NOWHERE, "橘 一葉（a.txt）", "橘 一葉 (a.txt)"),
    ("document-replaced", "a.txt", "a.txt", "橘 一葉（a.txt）", "橘 一葉 (a.txt)"),
    ("document-changed", "a.txt", "a.txt", "橘 一葉（a.txt）", "橘 一葉 (a.txt)"),
    (
        "merged",
        "橘 一葉",
        "橘一葉",
        "橘 一葉 は 橘一葉 に統合された",
        "橘 一葉 was merged into 橘一葉",
    ),
    (
        "split",
        "橘 一葉",
        "橘一葉",
        "橘 一葉 は 橘一葉 と別の人に戻された",
        "橘 一葉 is again another person than 橘一葉",
    ),
    ("gained", NOWHERE, "x", "人物 橘 一葉（第1回）", "person 橘 一葉 (第1回)"),
    ("lost", "x", NOWHERE, "人物 橘 一葉（第1回）", "person 橘 一葉 (第1回)"),
    (
        "altered",
        "x",
        "y",
        "人物 橘 一葉（第1回）: x → y",
        "person 橘 一葉 (第1回): x → y",
    ),
]
_OF_BUILDS = {"gained", "lost", "altered"}


def change_of(kind, before, after):
    """Return a change of 橘 一葉; a text is what a side says."""
    sides = [side if isinstance(side, Side) else Side(side) for side in (before, after)]
    build = kind in _OF_BUILDS
    return Change(
        ChangeKind(kind),
        "https://example.org/a",
        "橘 一葉",
        *sides,
        english="Tachibana",
        other_name="橘",
        group="person" if build else "",
        document="第1回" if build else "",
    )


@pytest.mark.parametrize(
    ("kind", "before", "after", "japanese", "english"),
    WORDS,
    ids=[row[0] for row in WORDS],
)
def test_a_change_in_words(kind, before, after, japanese, english):
    change = change_of(kind, before, after)

    assert word_change(change, "ja") == japanese
    assert word_change(change, "en") == english


def test_every_kind_is_in_the_table_once():
    assert [row[0] for row in WORDS] == [kind.value for kind in ChangeKind]


def test_both_languages_have_the_same_words():
    japanese, english = (read_words(language) for language in LANGUAGES)

    assert japanese.keys() == english.keys()
    assert {f"kind.{kind.value}" for kind in ChangeKind} <= japanese.keys()


def test_nobody_is_said_to_have_resigned():
    """Minutes attest who is listed, never an end."""
    for language in LANGUAGES:
        words = " ".join(read_words(language).values()).lower()
        for claim in ("resign", "retire", "辞任", "退任", "辞職"):
            assert claim not in words


def test_a_value_that_no_words_state_says_so():
    change = Change(
        ChangeKind.ONLINE_NOW,
        "a",
        "橘",
        Side(basis=Basis.DEFAULT),
        Side(basis=Basis.INFERRED),
    )

    words = "橘: 会場 → オンライン（前: 印がないことによる、後: 推定）"
    assert word_change(change, "ja") == words


def test_text_of_nothing_and_of_a_hostile_name():
    """What stands in a record cannot act on the reader's terminal."""
    empty = Comparison(Compared("a", "A"), Compared("b", "B"))
    hostile = Change(ChangeKind.JOINED, "x", "橘\x1b[2J\n一葉", NOWHERE, Side())
    full = Comparison(Compared("a", "A"), Compared("b", "B"), (hostile,))

    assert write_text(empty, "en") == "A → B\nNo difference was found.\n"
    assert write_text(full, "en").splitlines()[2] == "  + 橘␦[2J 一葉"


def test_json_has_its_documented_keys():
    change = change_of("altered", "x", "y")
    tally = Tally("第1回", "person", 0, 0, 1, 1, 1)
    notes = ("no-roster-before",)
    comparison = Comparison(
        Compared("a", "A"), Compared("b", "B"), (change,), notes, (tally,)
    )

    value = json.loads(write_json(comparison, "en"))

    assert list(value) == ["before", "after", "counts", "changes", "notes", "tallies"]
    assert value["counts"] == {"altered": 1}
    assert list(value["changes"][0]) == [
        "kind",
        "sort",
        "subject",
        "name",
        "english",
        "other",
        "other_name",
        "group",
        "document",
        "sentence",
        "before",
        "after",
    ]
    assert list(value["changes"][0]["before"]) == [
        "stated",
        "value",
        "basis",
        "spans",
        "lines",
    ]
    assert value["notes"][0]["key"] == "no-roster-before"
    assert value["tallies"][0]["altered"] == 1
