"""The explorer as people use it: by mouse, by keys, from an address, in two languages.

Five invented meetings (`tests/corpora/five`) are opened in Chromium with the network
cut. A path is what somebody does who does not program; README has the same paths.
"""

import csv
import io
import json
import shutil
from dataclasses import dataclass

import pytest

from tests.corpus.five import build_five
from tests.view.test_explorer_bundle import web  # noqa: F401 - a fixture
from tests.view.test_explorer_open import ARGUMENTS, write_page

pytestmark = pytest.mark.browser

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 390, "height": 844}
SEVENTH = "架空水辺再生審議会（第7回）"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("five")
    build_five(folder / "out")
    return write_page((folder / "out/dataset.nq").read_bytes(), folder)


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium: apt-get install chromium fonts-noto-cjk")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, place):
    """Return a function that opens the page at an address; nothing may go wrong."""
    contexts, complaints = [], []

    def open_page(address="", *, viewport=WIDE, **settings):
        context = browser.new_context(offline=True, viewport=viewport, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(place.as_uri() + address)
        page.wait_for_selector("body[data-ready]", timeout=20_000)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def rows(page):
    """Return the texts of the table's cells, row by row."""
    page.wait_for_selector("#table tbody tr, .nothing", timeout=20_000)
    return page.evaluate(
        "() => [...document.querySelectorAll('#table tbody tr')]"
        ".map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"
    )


def fill(page, blank, typed):
    """Type into a blank of the only sentence, or of the first, and take the first."""
    box = page.locator(f"input[data-blank={blank}]").first
    box.fill(typed)
    page.wait_for_selector("[role=option]:visible")
    page.locator("[role=option]:visible").first.click()


@dataclass(frozen=True)
class Path:
    """What is clicked and typed, and a row and a marked word that must be there."""

    question: str
    blanks: dict
    row: tuple
    mark: str


PATHS = [
    Path(
        "who-attended",
        {"meeting": "第7回"},
        ("東海林 みのり", "オンライン"),
        "東海林 みのり",
    ),
    Path("who-attended-as-proxy", {"meeting": "第5回"}, ("代理",), "代理"),
    Path("posts-over-time", {"person": "弓削"}, ("弓削 直", "局長"), "局長"),
    Path("handouts-by-agenda-item", {"meeting": "第7回"}, ("答申（案）",), "答申"),
    Path("statements-on-a-theme", {"theme": "水質"}, ("水質",), "水質"),
]


@pytest.mark.parametrize("path", PATHS, ids=lambda one: one.question)
def test_a_question_is_answered_by_mouse_alone(visit, path):
    page = visit()

    page.locator("nav button", has_text="質問").click()
    page.locator(f"[data-question={path.question}]").click()
    for blank, typed in path.blanks.items():
        fill(page, blank, typed)
    found = rows(page)

    assert any(
        all(any(words in cell for cell in row) for words in path.row) for row in found
    ), found
    page.locator("#table td .lines-of").first.click()
    page.wait_for_selector("#evidence mark")
    marks = page.locator("#evidence mark").all_inner_texts()
    assert any(path.mark in mark for mark in marks), marks
    page.locator("summary", has_text="SPARQL").click()
    assert "SELECT" in page.locator("details.query pre").inner_text()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("座長", None),
        ("弓削", "弓削 直"),
        ("弓削　直", "弓削 直"),
        ("みのり", "東海林 みのり"),
        ("ﾐﾉﾘ", "東海林 みのり"),
        ("minori", "東海林 みのり"),
        ("国交省", "国土交通省"),
        ("國土交通省", "国土交通省"),
        ("水質", "水質"),
        ("zzz", None),
    ],
)
def test_the_search_finds_all_forms(visit, typed, name):
    page = visit()

    page.locator("#search").fill(typed)

    hits = page.locator("#search-options [role=option] > span").all_inner_texts()
    assert (name in hits) if name else (hits == [])


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
    page.locator("#search").fill("瓜生")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")

    text = page.locator(".card").inner_text()

    assert "に確認" in text
    assert "〜" not in text
    assert "2023-05-17、" in text


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
    assert "lang=en" in page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.id") == "language"


def test_what_is_not_known_is_counted_and_shown(visit):
    page = visit("#view=doubts&doubt=candidates")

    assert len(rows(page)) == 3
    page.locator("#table td .lines-of").first.click()
    page.wait_for_selector("#evidence mark")


VIEWS = [
    "",
    "#view=questions",
    "#view=browse",
    "#view=doubts&lang=en",
    "#q=who-attended&show=graph&meeting=" + SEVENTH,
    "#id=meeting/qejz4nkiormw/7",
]


@pytest.fixture(scope="module")
def axe(root, request):
    installed = root / "kg/view/web/node_modules"
    if not installed.exists():
        installed = request.getfixturevalue("web") / "node_modules"
    return (installed / "axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", VIEWS)
def test_axe_finds_nothing_serious(visit, axe, address, scheme):
    page = visit(address, bypass_csp=True, color_scheme=scheme)
    if "q=" in address:
        page.wait_for_selector("svg.network")
    page.evaluate(f"() => {{ {axe} }}")
    found = page.evaluate(
        "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
        " 'wcag21aa', 'wcag22aa'] })"
    )
    serious = [
        (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]

    assert serious == [], json.dumps(serious, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("address", VIEWS)
def test_the_page_fits_a_telephone(visit, address):
    page = visit(address, viewport=NARROW)
    if "q=" in address:
        page.wait_for_selector("svg.network")

    across = (
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert page.evaluate(across) <= 0


def test_a_walk_by_the_tab_key_reaches_every_control(visit):
    page = visit("#q=who-came-from&organization=国土交通省")
    rows(page)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, summary, a")]
        .filter((one) => one.checkVisibility() && !one.disabled)
        .map((one, number) => { one.dataset.walk = number; return number; })"""
    )
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(len(wanted) + 30):
        page.keyboard.press("Tab")
        walk = page.evaluate("document.activeElement.dataset.walk ?? ''")
        if walk:
            reached.add(int(walk))

    assert set(wanted) == reached


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


def test_on_paper_the_table_is_there_and_the_controls_are_not(visit):
    page = visit("#q=who-attended&meeting=" + SEVENTH)
    rows(page)
    page.emulate_media(media="print")

    assert page.locator("#table table").is_visible()
    for selector in ("nav", ".go", "#language", ".combobox"):
        assert not page.locator(selector).first.is_visible()
