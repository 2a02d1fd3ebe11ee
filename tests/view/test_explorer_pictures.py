"""The explorer's pictures, comparisons and SPARQL, as people use them.

Five invented meetings (`tests/corpora/five`) in Chromium with the network cut; what
the page says of two meetings is compared with what `kg diff` says of them.
"""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from kg.diff import compare_meetings, list_meetings, word_change, word_note
from kg.gazetteer import load_gazetteer
from kg.graph import open_store
from kg.resources import data_path
from tests.view.five import NARROW, SEVENTH, rows

pytestmark = pytest.mark.browser

BASE = "https://example.org/gijiroku/id/"
FIFTH = "#id=meeting/qejz4nkiormw/5"
WATER = "org/qejz4nkiormw"
SVG = "{http://www.w3.org/2000/svg}"
TOLD = """() => [...document.querySelectorAll(".diff .told, .diff ul.note li")]
  .map((one) => one.textContent)"""


def go(page, address):
    """Change the address of *page*, and wait until it is shown."""
    page.evaluate("(hash) => { location.hash = hash; }", address)
    page.wait_for_timeout(60)


def texts(page, selector):
    return page.locator(selector).all_text_contents()


def meeting_of(iri):
    return iri.removeprefix(BASE)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_two_meetings_differ_in_the_words_of_kg_diff(visit, place, language):
    store = open_store((place.parent / "out/dataset.nq").read_bytes())
    fold = load_gazetteer(data_path() / "gazetteer").fold
    page = visit(f"#view=diff&lang={language}")
    said = 0
    for before, after in itertools.permutations(list_meetings(store), 2):
        if before.council != after.council:
            continue
        result = compare_meetings(store, before, after, fold)
        expected = [word_change(one, language) for one in result.changes]
        expected += [word_note(note, language) for note in result.notes]
        ends = f"a={meeting_of(before.id)}&b={meeting_of(after.id)}"
        go(page, f"#view=diff&{ends}&lang={language}")

        assert page.evaluate(TOLD) == expected
        said += len(expected)
    assert said > 80


def test_a_difference_shows_the_lines_of_both_records(visit):
    page = visit("#view=diff&a=meeting/qejz4nkiormw/5&b=meeting/qejz4nkiormw/7")

    gone = page.locator(".change-kind.out li", has_text="橘 一葉")
    gone.locator(".lines-of", has_text="前").click()
    page.wait_for_selector("#evidence mark")
    assert "橘" in "".join(texts(page, "#evidence .passage"))
    gone.locator(".lines-of.silent").click()
    page.locator("#evidence", has_text="探したところ").wait_for()
    page.locator(".sort.out input").uncheck()
    assert page.locator(".change-kind.out").count() == 0
    page.locator("nav.stepper button", has_text="一つ前の組").click()
    assert "第4回" in page.locator("h1").inner_text()


def test_a_meeting_leads_to_those_before_and_after_it(visit):
    page = visit(FIFTH)

    page.locator(".stepper .later").click()
    assert page.locator("h1").inner_text() == SEVENTH
    assert "これより後" in page.locator(".stepper").inner_text()
    page.locator(".stepper .compare").click()
    assert "第5回" in page.locator("h1").inner_text()
    assert page.locator(".told").count() > 5


def nodes(page):
    return page.locator("svg.network [data-node]").count()


def test_a_picture_grows_by_one_step(visit):
    page = visit("#q=who-attended&show=graph&meeting=" + SEVENTH)
    page.wait_for_selector("svg.network")
    first = nodes(page)

    page.locator("svg.network .node.organization", has_text="湖東大学").dblclick()
    second = nodes(page)
    assert second >= first
    page.locator("svg.network .more").first.dispatch_event("click")
    third = nodes(page)
    assert third > first
    assert "step=" in page.evaluate("location.hash")
    again = visit(page.evaluate("location.hash"))
    again.wait_for_selector("svg.network")
    assert nodes(again) == third


def test_the_picture_can_be_read_and_grown_by_keys(visit):
    page = visit("#id=person/zhrkk7tqmbsa&show=graph")
    page.wait_for_selector(".graph svg.network")
    before = page.locator("svg.network").first.get_attribute("viewBox")

    page.locator(".graph .stage").focus()
    for key in ("+", "ArrowRight"):
        page.keyboard.press(key)
    assert page.locator("svg.network").first.get_attribute("viewBox") != before
    page.keyboard.press("0")
    page.locator(".drawn-things summary").focus()
    page.keyboard.press("Enter")
    things = texts(page, ".drawn-things > ul .name")
    assert len(things) == page.locator(".graph [data-node]").count()
    drawn = page.locator(".graph [data-edge]").count()
    assert page.locator("#drawn tbody tr").count() == drawn
    page.locator(".drawn-things .step").first.focus()
    page.keyboard.press("Enter")
    assert len(texts(page, ".drawn-things > ul .name")) > len(things)


def test_a_kind_is_hidden_by_its_box(visit):
    page = visit("#id=meeting/qejz4nkiormw/7&show=graph")
    page.wait_for_selector("svg.network .theme")

    page.locator(".legend label.theme input").uncheck()

    assert page.locator("svg.network .node.theme").count() == 0
    assert "hide=theme" in page.evaluate("location.hash")


def test_nobody_is_joined_to_a_theme_whom_the_record_does_not_name(visit):
    page = visit("#id=meeting/qejz4nkiormw/7&show=graph")
    page.wait_for_selector("svg.network")
    for step in range(3):
        page.locator("svg.network .more").nth(step).dispatch_event("click")

    joined = texts(page, "#drawn tbody tr")
    for row in joined:
        if "テーマ" in row and "発言" not in row:
            assert re.match(r"架空|灯台|答申|.*について|.*資料|.*案", row), row


def test_a_timeline_has_days_and_no_intervals(visit):
    page = visit("#id=person/zhrkk7tqmbsa")
    page.wait_for_selector(".timeline svg")

    titles = texts(page, ".timeline .mark title")
    assert sum("出席" in title for title in titles) == 4
    assert any("会場" in title for title in titles)
    assert all(re.match(r"\d{4}-\d\d-\d\d · ", title) for title in titles)
    page.locator(".timeline .mark").first.click()
    page.wait_for_selector("#evidence mark")


def test_councils_by_year_count_and_tell_what_is_missing(visit):
    page = visit("#view=meetings")

    shown = rows(page)
    assert shown == [
        ["架空水辺再生審議会", "2", "1"],
        ["灯台保存検討委員会", "1", "1"],
    ]
    assert "第6回は記録がありません" in page.locator(".meeting-list").inner_text()
    page.locator("[data-mark='0 0']").click()
    assert len(texts(page, ".meeting-list li .name")) == 2
    assert "year=2023" in page.evaluate("location.hash")


PICTURES = [
    pytest.param("#id=meeting/qejz4nkiormw/7&show=graph", ".graph", id="network"),
    pytest.param("#id=person/zhrkk7tqmbsa", ".timeline", id="timeline"),
    pytest.param("#view=meetings", "main", id="councils by year"),
    pytest.param("#view=diff", ".diff", id="two meetings"),
]


@pytest.mark.parametrize(("address", "where"), PICTURES)
def test_each_picture_is_saved_as_svg_and_png(visit, address, where):
    page = visit(address, color_scheme="dark")
    picture = page.locator(f"{where} .picture").first
    picture.locator("svg.network").wait_for()

    with page.expect_download() as saved:
        picture.get_by_role("button", name="SVG").click()
    text = saved.value.path().read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    with page.expect_download() as saved:
        picture.get_by_role("button", name="PNG").click()
    png = saved.value.path().read_bytes()

    assert saved.value.suggested_filename.endswith(".png")
    words = "".join(root.itertext())
    assert "架空水辺再生審議会" in words
    assert "gijiroku-kg" in words
    assert not {"script", "foreignObject", "image", "a"} & {
        one.tag.removeprefix(SVG) for one in root.iter()
    }
    assert "#14181d" not in text
    assert png.startswith(b"\x89PNG")
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert width > 600
    assert height > 200


def test_the_question_shown_becomes_sparql_with_the_same_answer(visit):
    page = visit("#q=who-attended&meeting=" + SEVENTH)
    names = [row[1] for row in rows(page)]

    page.locator("details.query summary").click()
    page.locator("button", has_text="SPARQL画面で開く").click()
    page.wait_for_selector(".CodeMirror")
    page.locator(".sparql .run").click()
    page.wait_for_selector(".sparql-results tbody tr")

    found = page.evaluate(
        "() => [...document.querySelectorAll('.sparql-results tbody tr')]"
        ".map((row) => row.cells[1].innerText)"
    )
    assert found == names
    page.locator(".sparql-results .lines-of").first.click()
    page.wait_for_selector("#evidence mark")
    assert "query=" in page.evaluate("location.hash")


REFUSED = [
    ("SELECT * WHERE { SERVICE <http://a.example/> { ?s ?p ?o } }", "SERVICE"),
    ("INSERT DATA { <a:b> <a:c> 1 }", "実行できません"),
    ("SELECT ?a WHERE { ?a ?b", "実行できません"),
]


def test_what_cannot_be_asked_is_told_in_a_line(visit):
    page = visit("#view=sparql")
    for query, words in REFUSED:
        go(page, "#view=sparql&query=" + query.replace("#", "%23"))
        page.wait_for_selector(".CodeMirror")

        page.locator(".sparql .run").click()

        page.locator(".sparql .failed", has_text=words).wait_for()
        assert "\n" not in page.locator(".sparql .failed").inner_text().strip()


def test_a_runaway_query_is_stopped_and_the_next_is_answered(visit):
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    page = visit("#view=sparql&query=" + endless)
    page.wait_for_selector(".CodeMirror")
    page.locator(".sparql .note", has_text="三重項").first.wait_for()

    page.locator(".sparql .run").click()
    page.locator(".sparql .stop").click()
    page.wait_for_selector(".sparql .failed")
    page.locator(".sparql select").select_option(index=1)
    page.locator(".sparql .run").click()

    page.wait_for_selector(".sparql-results", timeout=20_000)
    assert page.locator(".sparql .failed").count() == 0


def test_the_pictures_fit_a_telephone(visit):
    page = visit("#id=person/zhrkk7tqmbsa&show=graph", viewport=NARROW)
    page.wait_for_selector(".graph svg.network")

    for stage in page.locator(".stage").all():
        scale = stage.evaluate(
            "(one) => one.clientWidth / one.querySelector('svg').viewBox.baseVal.width"
        )
        # labels of 24 units are at least 12 pixels high
        assert scale >= 0.49
        box = stage.bounding_box()
        assert box["x"] + box["width"] <= NARROW["width"]
