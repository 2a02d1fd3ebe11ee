"""The explorer's page from a double click: no network, or one that never answers."""

import re
import socket

import pytest

from kg.ask import read_questions
from kg.cli.explorer import name_sounds, question_choices
from kg.graph import PREFIXES, open_dataset, project_explorer
from kg.view import Beside, write_explorer

pytestmark = pytest.mark.browser

BASE = "https://example.org/gijiroku/id/"
HOSTILE = '</script><img src=x onerror="document.title=1">{{7*7}}'
SIZES = [(1400, 900), (390, 844)]


def write_page(quads, folder):
    """Write the page of *quads* and what is beside it; return the path of the page."""
    store, data = open_dataset(quads)
    explorer, questions = project_explorer(store), read_questions()
    beside = Beside(
        questions=questions,
        choices=question_choices(store, questions),
        prefixes=PREFIXES,
        sounds=name_sounds(explorer),
    )
    files = write_explorer(explorer, data, beside, base=BASE)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder / "explorer.html"


@pytest.fixture(scope="module")
def place(council, tmp_path_factory):
    return write_page(council, tmp_path_factory.mktemp("page"))


def visit(browser, place, **settings):
    """Return the page at *place* once it can be searched; it keeps what went wrong."""
    page = browser.new_context(**settings).new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda one: page.asked.append(one.url))
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(place.as_uri())
    page.wait_for_selector("body[data-ready]", timeout=20_000)
    return page


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_asked_and_nothing_is_refused(browser, place, width, height):
    page = visit(
        browser, place, offline=True, viewport={"width": width, "height": height}
    )

    assert {url for url in page.asked if not url.startswith(("data:", "blob:"))} == {
        place.as_uri()
    }
    assert page.complaints == []
    across = (
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert page.evaluate(across) <= 0


def test_the_page_is_ready_on_a_stalled_network(launch, place):
    """Whoever answers never says a word, as behind a firewall that drops packets."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        page = visit(launch(proxy={"server": address}), place)

        assert page.complaints == []


def test_the_search_finds_a_name_and_its_card_opens(browser, place):
    page = visit(browser, place, offline=True)

    page.locator("input[type=search]").first.fill("葵")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_function("document.body.innerText.includes('葵 一')")
    assert page.complaints == []


def test_hostile_names_stay_words_in_the_page(browser, council, tmp_path):
    name = HOSTILE.replace('"', '\\"')
    quads = council.replace('架空審議会"'.encode(), f'{name}"'.encode())

    page = visit(browser, write_page(quads, tmp_path), offline=True)
    page.locator("input[type=search]").first.fill("script")
    page.wait_for_timeout(300)

    assert page.title() != "1"
    assert page.locator("img").count() == 0
    assert page.complaints == []


@pytest.mark.parametrize("copied", [True, False])
def test_a_block_beside_the_page(browser, council, tmp_path, monkeypatch, copied):
    """From a disk, where a page may read no file: it may run one."""
    monkeypatch.setattr("kg.view.explorer.TEXTS_LIMIT", 10)
    place = write_page(council, tmp_path)
    if not copied:
        (tmp_path / "explorer-texts.js").unlink()

    page = visit(browser, place, offline=True)
    got = page.evaluate(
        """() => new Promise((done) => {
          const script = document.createElement("script");
          script.src = "explorer-texts.js";
          script.onload = () => done(Object.keys(globalThis.KgBlocks));
          script.onerror = () => done([]);
          document.head.append(script);
        })"""
    )

    assert got == (["texts"] if copied else [])


def test_a_file_that_was_not_copied_along_is_named_and_can_be_chosen(
    browser, council, tmp_path, monkeypatch
):
    monkeypatch.setattr("kg.view.explorer.TEXTS_LIMIT", 10)
    place = write_page(council, tmp_path)
    apart = tmp_path / "elsewhere"
    apart.mkdir()
    texts = (tmp_path / "explorer-texts.js").rename(apart / "explorer-texts.js")

    page = visit(browser, place, offline=True)
    assert "explorer-texts.js" in page.locator("footer .beside").inner_text()
    page.locator("input[type=search]").first.fill("葵")
    page.keyboard.press("Enter")
    page.locator(".card .lines-of").first.click()
    page.wait_for_selector("#evidence [role=alert]")
    assert "explorer-texts.js" in page.locator("#evidence [role=alert]").inner_text()

    page.locator("#evidence input[type=file]").set_input_files(texts)
    page.wait_for_selector("#evidence mark")
    assert "葵" in page.locator("#evidence mark").first.inner_text()


def test_the_evidence_leads_to_the_official_page(browser, council, tmp_path):
    page = visit(browser, write_page(council, tmp_path), offline=True)
    page.locator("input[type=search]").first.fill("葵")
    page.keyboard.press("Enter")
    page.locator(".card .lines-of").first.click()
    page.wait_for_selector("#evidence mark")

    link = page.locator("#evidence .source a", has_text="公式")
    assert link.get_attribute("href") == "http://example.org/a"
    assert "noreferrer" in link.get_attribute("rel")


def test_what_is_cited_names_the_data(browser, place):
    page = visit(browser, place, offline=True)
    page.locator("summary", has_text="引用").click()

    cited = page.locator(".cite textarea").input_value()

    assert re.search(r"データ版 [0-9a-f]{16}", cited), cited
