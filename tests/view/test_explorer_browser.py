"""The explorer as people use it: by mouse, by keys, from an address, in two languages.

Five invented meetings (`tests/corpora/five`) are opened in Chromium with the network
cut; what somebody does who does not program is in `test_explorer_paths.py`.
"""

import csv
import io

import pytest

from tests.view.five import SEVENTH, rows

pytestmark = pytest.mark.browser


SEARCHES = [
    # what is typed, and the first that is offered for it
    ("弓削", "弓削 直"),
    ("弓削　直", "弓削 直"),
    ("ゆげ", "弓削 直"),
    ("ﾕｹﾞ", "弓削 直"),
    ("yuge", "弓削 直"),
    ("みのり", "東海林 みのり"),
    ("ﾐﾉﾘ", "東海林 みのり"),
    ("minori", "東海林 みのり"),
    ("国交省", "国土交通省"),
    ("國土交通省", "国土交通省"),
    ("水質", "水質"),
    ("会長", "小暮 律"),
    ("座長", "座長は誰で、少なくともいつから務めているか"),
    ("代理出席", "代理出席は誰で、どの組織から、誰の代理か"),
    ("任期の満了", "本文から「任期の満了」を探す"),
]


def offers(page, typed):
    """Return what the search offers for *typed*, without what stands beside a name."""
    page.locator("#search").fill(typed)
    return page.locator("#search-options [role=option] > span").all_inner_texts()


def test_the_search_finds_all_forms(visit):
    page = visit()

    missed = [(one, name) for one, name in SEARCHES if name not in offers(page, one)]

    assert missed == []
    assert offers(page, "zzz") == ["本文から「zzz」を探す"]
    assert offers(page, "") == []


def test_the_words_of_the_records_are_found_and_marked(visit):
    page = visit()
    offers(page, "任期の満了")
    page.keyboard.press("Enter")
    found = rows(page)

    assert len(found) == 1
    assert "橘前会長は、任期の満了により退任" in found[0][0]
    assert "words=" in page.evaluate("location.hash")
    page.locator("#table .lines-of").click()
    page.wait_for_selector("#evidence mark")
    assert page.locator("#evidence mark").inner_text() == "任期の満了"
    assert page.locator("#evidence figcaption").inner_text() == "L24"


def test_the_address_holds_all_and_goes_back_and_forward(visit):
    page = visit()
    page.locator("#search").fill("弓削")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('h1').innerText === '弓削 直'")
    card = page.evaluate("location.hash")
    page.locator(".card .name", has_text=SEVENTH).first.click()
    page.wait_for_function("document.querySelector('h1').innerText.includes('第7回')")

    page.go_back()
    page.wait_for_function("document.querySelector('h1').innerText === '弓削 直'")
    assert page.evaluate("location.hash") == card
    page.go_forward()
    page.wait_for_function("document.querySelector('h1').innerText.includes('第7回')")

    shared = page.evaluate("location.hash")
    again = visit(shared)
    assert SEVENTH in again.locator("h1").inner_text()


def test_a_card_shows_days_and_no_interval(visit):
    page = visit()
    page.locator("#search").fill("三枝 岳")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")

    text = page.locator(".card").inner_text()

    assert "2023-05-17、2023-10-18、2024-06-12 に確認" in text
    assert "〜" not in text


def test_evidence_is_one_click_away_and_steps(visit):
    page = visit("#q=who-attended&meeting=" + SEVENTH)
    rows(page)

    page.locator("#table td .lines-of").first.click()
    page.wait_for_selector("#evidence mark")
    first = page.locator("#evidence .fact").inner_text()
    address = page.evaluate("location.hash")
    page.locator("#evidence button", has_text="次").click()
    page.wait_for_function(
        "(was) => document.querySelector('#evidence .fact').innerText !== was",
        arg=first,
    )

    assert "ev=" in address
    again = visit(address)
    again.wait_for_selector("#evidence mark")
    assert again.locator("#evidence figcaption").first.inner_text().startswith("L")


def test_filters_count_aloud_and_stay_in_the_address(visit):
    page = visit("#view=browse")
    everything = len(rows(page))

    page.locator("#filter-basis").select_option("default")
    few = len(rows(page))

    assert 0 < few < everything
    assert "basis=default" in page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.id") == "filter-basis"
    status = page.locator("[role=status].unseen").inner_text()
    assert str(few) in status


def test_the_table_is_saved_as_it_is_shown(visit):
    page = visit("#q=who-attended&meeting=" + SEVENTH)
    shown = rows(page)
    page.locator("#table th button").nth(1).click()
    assert page.locator("#table th").nth(1).get_attribute("aria-sort") == "ascending"
    by_name = rows(page)

    with page.expect_download() as saved:
        page.locator("#table button", has_text="CSV").click()
    data = saved.value.path().read_bytes()

    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(table) == len(shown) + 1
    assert [row[1] for row in table[1:]] == [row[1] for row in by_name]


def test_the_graph_draws_the_answer_alone(visit):
    page = visit("#q=who-came-from&organization=国土交通省")
    rows(page)

    page.locator("button", has_text="グラフで見る").click()
    page.wait_for_selector("svg.network")

    names = page.locator("svg.network .node").all_text_contents()
    assert any("弓削" in name for name in names)
    assert not any("瓜生" in name for name in names)
    assert "show=graph" in page.evaluate("location.hash")


def test_all_words_change_with_the_language(visit):
    page = visit("#view=doubts")
    page.locator("#language").click()
    page.wait_for_function("document.documentElement.lang === 'en'")

    assert page.locator("h1").inner_text() == "What the graph does not know"
    assert page.locator("#evidence h2").inner_text() == "Evidence"
    assert "lang=en" in page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.id") == "language"


def test_what_is_not_known_is_counted_and_shown(visit):
    page = visit("#view=doubts&doubt=candidates")

    assert len(rows(page)) == 3
    page.locator("#table td .lines-of").first.click()
    page.wait_for_selector("#evidence mark")


def test_by_keys_alone_from_the_search_to_the_evidence(visit):
    page = visit()
    page.keyboard.type("弓削")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('lines-of')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#evidence mark")
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.classList.contains('lines-of')")
