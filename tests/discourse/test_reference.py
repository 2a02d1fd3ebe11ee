"""Laws, policies, programmes and events in invented sentences."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.discourse.naming import find_names, is_official, load_names
from kg.discourse.reference import read_references
from kg.discourse.spoken import read_spoken
from kg.model import (
    Attribution,
    Document,
    Heading,
    Minutes,
    Source,
    Span,
    Statement,
)

NAMES = load_names()


def references_of(*texts):
    """Return what the statements *texts* refer to."""
    whole = "\n".join(texts)
    start = 0
    statements = []
    for position, text in enumerate(texts, 1):
        span = Span(start, start + len(text))
        statements.append(Statement(position, text, (span,), Attribution.WITHHELD))
        start = span.end + 1
    minutes = Minutes(
        document=Document("d", Source("d", "", "text/plain", "utf-8"), whole),
        heading=Heading(title="", title_span=Span(0, 1)),
        statements=tuple(statements),
    )
    return read_references(minutes, tuple(read_spoken(minutes)))


def places(reference):
    """Return the words and the form of each place of *reference*."""
    return [(one.text, str(one.form)) for one in reference.places]


@pytest.mark.parametrize(
    ("text", "name"), [e for naming in NAMES.namings for e in naming.examples]
)
def test_an_example_holds_its_name(text, name):
    assert [text[one.start : one.end] for one in find_names(text)] == [name]


@pytest.mark.parametrize(
    "text", [e for naming in NAMES.namings for e in naming.against]
)
def test_what_only_looks_like_a_name(text):
    assert list(find_names(text)) == []


@pytest.mark.parametrize("short", NAMES.known)
def test_a_known_short_name_is_found(short):
    (one,) = references_of(f"{short}について伺う。")

    assert one.name == short
    assert (one.full_name or "") == NAMES.known[short][1]


def test_a_law_has_its_number_and_article():
    (law,) = references_of(
        "干潟保全基本法（平成二十年法律第六十三号）第12条第2項により、"
        "同法第3条の計画を定める。"
    )

    assert law.kind == "law"
    assert law.number.value == "平成二十年法律第六十三号"
    assert places(law) == [("干潟保全基本法", "name"), ("同法", "anaphor")]
    assert law.places[1].article is not None


@pytest.mark.parametrize("name", NAMES.official.examples)
def test_an_official_name(name):
    assert is_official(name, None)


@pytest.mark.parametrize("name", NAMES.official.against)
def test_what_is_no_official_name(name):
    assert not is_official(name, None)


@pytest.mark.parametrize(
    ("text", "official"),
    [
        pytest.param("干潟保全基本法による。", {"干潟保全基本法": True}, id="a law"),
        pytest.param("民法による。", {"民法": True}, id="of two characters"),
        pytest.param("憲法による。", {"憲法": False}, id="short for 日本国憲法"),
        pytest.param("我が国の民法では、", {"民法": True}, id="our own"),
        pytest.param("ドイツの民法では、", {"民法": False}, id="of another country"),
        pytest.param("米国における刑法と", {"刑法": False}, id="in another country"),
        pytest.param(
            "民法による。フランスの民法でも同じである。",
            {"民法": False},
            id="of both, by one name",
        ),
        pytest.param(
            "旧干潟保全基本法と干潟保全基本法とを比べる。",
            {"旧干潟保全基本法": False, "干潟保全基本法": True},
            id="the old and the new",
        ),
        pytest.param("改正干潟保全基本法が", {"干潟保全基本法": True}, id="amended"),
        pytest.param("干潟保全基本法案を", {"干潟保全基本法案": False}, id="a bill"),
        pytest.param("霧谷市水道料金条例を", {"霧谷市水道料金条例": False}, id="条例"),
        pytest.param("干潟保全基本計画を", {"干潟保全基本計画": False}, id="a plan"),
    ],
)
def test_the_whole_name_of_a_law_names_it_in_every_record(text, official):
    assert {one.name: one.official for one in references_of(text)} == official


def test_the_same_law_is_none_where_two_are_named():
    found = references_of("干潟保全基本法と海辺再生促進法がある。同法第3条による。")

    assert [places(one) for one in found] == [
        [("干潟保全基本法", "name")],
        [("海辺再生促進法", "name")],
    ]


def test_a_short_form_that_the_text_defines_is_the_same_thing():
    (plan,) = references_of(
        "干潟保全基本計画（以下「保全計画」という。）を改める。",
        "保全計画でも触れるか。",
    )

    assert places(plan) == [
        ("干潟保全基本計画", "name"),
        ("保全計画", "alias"),
        ("保全計画", "alias"),
    ]


def test_a_short_form_behind_the_number_of_a_law():
    (law,) = references_of(
        "干潟の保全に関する法律（平成20年法律第63号。以下「保全法」という。）による。",
        "保全法第2条の干潟である。",
    )

    assert places(law)[-1] == ("保全法", "alias")


def test_the_tail_stands_for_the_one_full_name_before_it():
    (plan,) = references_of(
        "海辺再生に向けた推進方策を説明した。", "推進方策は手段である。"
    )

    assert places(plan)[-1] == ("推進方策", "alias")


def test_the_tail_is_nothing_where_two_full_names_have_it():
    found = references_of(
        "海辺再生に向けた推進方策と干潟再生に向けた推進方策がある。推進方策は手段である。"
    )

    assert [len(one.places) for one in found] == [1, 1]


def test_the_tail_before_its_name_is_nothing():
    (plan,) = references_of(
        "推進方策は手段である。", "海辺再生に向けた推進方策を示す。"
    )

    assert len(plan.places) == 1


def test_what_is_shown_under_a_name_is_an_event():
    (event,) = references_of("マリン・モーメントと銘打って、五日間展示する。")

    assert (event.kind, event.name) == ("event", "マリン・モーメント")


@pytest.mark.parametrize(
    "text",
    [
        "この方法で進める。",
        "聞き取り法で調べた。",
        "パレートの法則による。",
        "今回の法律の対象外である。",
        "経営戦略を立てる。",
        "海洋成長戦略本部が担う。",
        "補助の制度を設けた。",
        "踏み込んだガイドラインを出す。",
        "若葉法律事務所に聞いた。",
        "国立研究開発法人が担う。",
        "一般社団法人海の会を呼ぶ。",
    ],
)
def test_no_name(text):
    assert references_of(text) == ()


WORDS = """
    干潟 保全 基本計画 基本法 法律 同法 第12条 （以下「 計画
    」という。） 戦略 の に関する 万博 Kプロ 。 、 （
    平成20年法律第3号 と銘打って展示する
"""
PIECES = st.sampled_from([*WORDS.split()])


@given(st.lists(PIECES, min_size=1, max_size=14).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it_and_places_are_exact(text):
    taken = []
    for one in references_of(text):
        for place in one.places:
            assert place.text == "".join(text[s.start : s.end] for s in place.spans)
            taken.extend(place.spans)
    taken.sort()
    assert all(a.end <= b.start for a, b in pairwise(taken))
