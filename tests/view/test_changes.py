"""The page of what changed: one file, nothing asked, evidence of both on a click."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from kg.diff import read_words
from kg.model import (
    SORTS,
    Basis,
    Change,
    ChangeKind,
    Compared,
    Comparison,
    Passage,
    Side,
    Sort,
    Span,
    Tally,
)
from kg.view import draw_changes
from kg.view.changes import read_page_words

ROOT = Path(__file__).parents[2]
HOSTILE = '</script><img src=x onerror="document.title=1"><b>太字</b>{{7*7}}'
SIZES = {
    "wide": {"width": 1300, "height": 900},
    "narrow": {"width": 390, "height": 844},
}
BEFORE = Compared("https://example.org/m/22", "架空水会議（第22回）", day="2024-04-01")
AFTER = Compared("https://example.org/m/23", "架空水会議（第23回）", day="2024-05-01")
LISTED = Passage("https://example.org/d/22", 9, "𠮷田 𠮷𠮷* 西都大学", (Span(5, 6),))
HEADING = Passage("https://example.org/d/23", 3, "出席委員", (Span(0, 4),))
NOWHERE = Side(stated=False, passages=(HEADING,))
SEATED = Side("委員、西都大学 教授", passages=(LISTED,), basis=Basis.LEGEND)


def change(kind, before=SEATED, after=NOWHERE, name="𠮷田 𠮷𠮷"):
    return Change(ChangeKind(kind), f"https://example.org/{kind}", name, before, after)


MEETINGS = Comparison(
    BEFORE,
    AFTER,
    tuple(change(kind) for kind in ChangeKind if SORTS[kind] in Sort),
    ("no-roster-before", "unnamed-absences-after"),
)
BUILDS = Comparison(
    Compared("out-old", "out-old"),
    Compared("out-new", "out-new"),
    (change("altered"), change("lost")),
    tallies=(Tally("架空水会議（第22回）", "person", 1, 2, 3, 40, 50),),
)


def test_the_policy_allows_this_script_and_no_other():
    html = draw_changes(MEETINGS)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)

    for text in (script, style):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"&#39;sha256-{digest}&#39;" in html
    assert "default-src &#39;none&#39;" in html


def test_nothing_runs_or_is_asked_by_attribute():
    html = draw_changes(MEETINGS)

    addresses = set(re.findall(r'(?:src|href|action)="([^"]*)"', html))
    assert addresses == {"data:,", "#changes"}
    assert not re.search(r"<[^>]*\son\w+=", html)
    assert "\r" not in html


def test_all_can_be_read_without_a_script():
    html = draw_changes(MEETINGS)

    assert html.count("<details") == len(MEETINGS.changes)
    assert "𠮷田 𠮷𠮷<mark>*</mark> 西都大学" in html
    assert "探したところ" in html


def test_hostile_words_stay_words():
    passage = Passage(HOSTILE, 1, HOSTILE, (Span(0, 9),))
    side = Side(HOSTILE, passages=(passage,))
    comparison = Comparison(
        Compared("a", HOSTILE), Compared("b", HOSTILE), (change("joined", side, side),)
    )

    html = draw_changes(comparison)

    assert "<img" not in html
    assert html.count("<script") == 2
    assert "49" not in re.sub(
        r"<style>.*?</style>|<script>.*?</script>|sha256-\S+",
        "",
        html,
        flags=re.DOTALL,
    )


def test_a_page_has_a_limit_and_says_so():
    html = draw_changes(MEETINGS, limit=2)

    assert html.count("<details") == 2
    said = re.search(r"表示しなかったもの</span> <b>(\d+)</b>", html)
    assert int(said[1]) == len(MEETINGS.changes) - 2


def test_nothing_is_a_page_too():
    html = draw_changes(Comparison(BEFORE, AFTER), language="en")

    assert "No difference was found." in html
    assert '<html lang="en">' in html


def test_the_same_comparison_gives_the_same_bytes():
    assert draw_changes(MEETINGS) == draw_changes(MEETINGS)


def test_both_languages_have_the_same_words_and_the_page_knows_all_it_says():
    ja, en = read_page_words("ja"), read_page_words("en")
    said = set(re.findall(r'data-word(?:-\w+)?="([\w.-]+)"', draw_changes(MEETINGS)))
    said |= set(re.findall(r'data-word="([\w.-]+)"', draw_changes(BUILDS)))
    known = {**read_words("ja"), **ja}

    assert ja.keys() == en.keys()
    assert list(ja) == sorted(ja)
    assert {f"sort.{sort.value}" for sort in Sort} <= ja.keys()
    assert {
        key for key in said if not key.startswith(("change.", "basis."))
    } <= known.keys()


@pytest.fixture
def visit(browser, tmp_path):
    contexts = []

    def open_page(
        comparison=MEETINGS, size="wide", language="ja", place="", **settings
    ):
        path = tmp_path / "page.html"
        path.write_text(
            draw_changes(comparison, language=language), encoding="utf-8", newline="\n"
        )
        context = browser.new_context(viewport=SIZES[size], **settings)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                request.url.startswith("file:") or page.complaints.append(request.url)
            ),
        )
        page.goto(path.as_uri() + place)
        if settings.get("java_script_enabled", True):
            page.wait_for_selector("body[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_asked_nothing_is_refused_and_nothing_sticks_out(
    visit, size, colours, language
):
    page = visit(size=size, color_scheme=colours, language=language)
    page.locator("#open-all").click()
    page.locator("#language").click()

    assert page.complaints == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.browser
def test_a_click_shows_the_words_of_both_sides(visit):
    page = visit()
    first = page.locator("#c0")
    assert not first.locator(".sides").is_visible()

    first.locator("summary").click()

    assert first.locator(".side").nth(0).locator("mark").inner_text() == "*"
    assert "出席委員" in first.locator(".side").nth(1).inner_text()
    assert "探したところ" in first.locator(".side").nth(1).inner_text()


@pytest.mark.browser
def test_each_sort_has_a_colour_of_its_own(visit):
    page = visit()
    colours = {
        sort.value: page.locator(f".change.{sort.value}").first.evaluate(
            "element => getComputedStyle(element).borderLeftColor"
        )
        for sort in Sort
    }

    assert len(set(colours.values())) == len(Sort)


@pytest.mark.browser
def test_filter_search_and_language(visit):
    page = visit()
    everything = page.locator(".change:visible").count()

    page.locator("#filters input[value=theme]").uncheck()
    assert page.locator(".change.theme:visible").count() == 0
    assert page.locator(".change:visible").count() == everything - 2
    page.locator("#search").fill("主題")
    assert page.locator(".change:visible").count() == 0
    page.locator("#search").fill("吉田")
    assert page.locator(".change:visible").count() == everything - 2
    page.locator("#search").fill("")
    page.locator("#filters input[value=theme]").check()
    page.locator("#language").click()

    assert page.locator("html").get_attribute("lang") == "en"
    assert "Newly listed" in page.locator("#changes").inner_text()
    assert page.locator("#status").inner_text() == f"{everything} of {everything}"


@pytest.mark.browser
def test_an_address_opens_a_change(visit):
    page = visit(place="#c3")

    assert page.locator("#c3 .sides").is_visible()


@pytest.mark.browser
def test_the_keyboard_opens_a_change(visit):
    page = visit()
    page.locator("#c0 summary").focus()

    page.keyboard.press("Enter")

    assert page.locator("#c0 .sides").is_visible()


@pytest.mark.browser
def test_without_scripts_the_evidence_opens_all_the_same(visit):
    page = visit(java_script_enabled=False)

    page.locator("#c0 summary").click()

    assert page.locator("#c0 .sides").is_visible()


@pytest.mark.browser
def test_builds_have_a_table(visit):
    page = visit(BUILDS)

    cells = page.locator("#table tbody td").all_inner_texts()
    assert cells == ["架空水会議（第22回）", "人物", "+1", "−2", "3", "+40", "−50"]
    assert page.complaints == []
