"""The page as a reader meets it, in Chromium with every way out cut."""

import csv
import io
from dataclasses import replace
from itertools import combinations

import pytest

from kg.model import Basis, Edge, Network, Node, Passage, Span
from kg.view import draw_network
from kg.view.page import ROWS

pytestmark = pytest.mark.browser

ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = '</script><img src=x onerror="document.title=1"><b>太字</b>{{7*7}}'
SIZES = {
    "wide": {"width": 1400, "height": 900},
    "narrow": {"width": 390, "height": 844},
}

BOXES = """() => {
  const found = [];
  for (const node of Object.values(window.kgPicture.body.nodes)) {
    const { left, top, width, height } = node.labelModule.getSize();
    found.push([node.id, left, top, left + width, top + height]);
  }
  return found;
}"""
PLACE = """(id) => {
  const { x, y } = window.kgPicture.getPositions([id])[id];
  const spot = window.kgPicture.canvasToDOM({ x, y });
  const box = document.getElementById("canvas").getBoundingClientRect();
  return [box.left + spot.x, box.top + spot.y];
}"""


@pytest.fixture(scope="module")
def browser(launch):
    return launch(*ARGUMENTS)


class Visit:
    """A page that is open, with all that it tried to ask and to complain of."""

    def __init__(self, context, path):
        self.requests = []
        self.complaints = []
        self.page = context.new_page()
        context.route("**/*", self._answer)
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("body[data-ready]", timeout=20_000)

    def _answer(self, route):
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def texts(self, selector):
        found = self.page.locator(selector).all_inner_texts()
        return [" ".join(text.split()) for text in found]

    def rows(self, name):
        return self.page.locator(f"#{name}-table tbody tr:visible")

    def title(self):
        return self.page.locator("#panel-title").inner_text()

    def click_on_canvas(self, node):
        self.page.mouse.click(*self.page.evaluate(PLACE, node))


@pytest.fixture
def visit(browser, tmp_path):
    contexts = []

    def open_page(network, size="wide", *, language="ja", **settings):
        path = tmp_path / "page.html"
        html = draw_network(network, language=language)
        path.write_text(html, encoding="utf-8", newline="\n")
        settings = {"reduced_motion": "reduce", **settings}
        context = browser.new_context(viewport=SIZES[size], **settings)
        contexts.append(context)
        return Visit(context, path)

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_is_asked_and_nothing_is_refused(visit, meeting, size, colours):
    seen = visit(meeting, size, color_scheme=colours)
    seen.page.locator("#search").fill("深海")
    seen.page.keyboard.press("Enter")
    seen.page.locator("#language").click()

    assert seen.requests == []
    assert seen.complaints == []


def test_the_picture_is_drawn(visit, meeting):
    seen = visit(meeting)
    colours = seen.page.evaluate("""() => {
      const canvas = document.querySelector("#canvas canvas");
      const { width, height } = canvas;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      return new Set(new Uint32Array(data.buffer)).size;
    }""")

    assert colours > 50


@pytest.mark.parametrize("name", ["meeting", "person", "organization"])
def test_no_labels_overlap_as_drawn(visit, name, request):
    seen = visit(request.getfixturevalue(name))
    boxes = seen.page.evaluate(BOXES)

    assert [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if one[1] < other[3] and other[1] < one[3]
        if one[2] < other[4] and other[2] < one[4]
    ] == []


def test_the_first_sight_is_whole_and_legible(visit, meeting):
    """All of a meeting of 32 people at 1400 × 900, its letters 12 px high."""
    seen = visit(meeting)
    scale = seen.page.evaluate("window.kgPicture.getScale()")
    spots = [seen.page.evaluate(PLACE, node.id) for node in meeting.nodes]
    box = seen.page.locator("#canvas").bounding_box()

    assert scale * 24 >= 12
    assert all(box["x"] < x < box["x"] + box["width"] for x, _ in spots)
    assert all(box["y"] < y < box["y"] + box["height"] for _, y in spots)


def test_a_narrow_screen_is_legible_with_the_panel_below(visit, meeting):
    seen = visit(meeting, "narrow")
    stage, panel = (
        seen.page.locator(part).bounding_box() for part in ("#stage", "#panel")
    )
    width = seen.page.evaluate("document.documentElement.scrollWidth")

    assert seen.page.evaluate("window.kgPicture.getScale()") * 24 >= 12
    assert panel["y"] >= stage["y"] + stage["height"]
    assert width <= 390


def test_one_click_shows_the_sentence_of_every_kind(visit, meeting):
    seen = visit(meeting)
    first = {node.kind: node for node in reversed(meeting.nodes) if node.passages}

    for node in first.values():
        seen.click_on_canvas(node.id)
        assert seen.title() == node.name
        marked = node.passages[0].marks[0]
        words = node.passages[0].text[marked.start : marked.end]
        assert seen.texts("#panel .passage mark")[0] == words


def test_a_click_on_an_edge_shows_how_it_is_known(visit, meeting):
    seen = visit(meeting)
    number = next(
        n for n, edge in enumerate(meeting.edges) if edge.basis is Basis.DEFAULT
    )
    spot = seen.page.evaluate(
        """(id) => {
          const edge = window.kgPicture.body.edges[id];
          const { x, y } = edge.edgeType.getPoint(0.3);
          const spot = window.kgPicture.canvasToDOM({ x, y });
          const box = document.getElementById("canvas").getBoundingClientRect();
          return [box.left + spot.x, box.top + spot.y];
        }""",
        f"e{number}",
    )
    seen.page.mouse.click(*spot)

    assert meeting.edges[number].name in seen.title()
    assert "印がないことによる" in seen.page.locator("#panel").inner_text()


def test_marks_count_code_points(visit):
    """𠮷 is one character here, and two units of a string of JavaScript."""
    passage = Passage("第1回", 3, "𠮷𠮷田 花子（𠮷野市）", (Span(2, 6), Span(7, 9)))
    node = Node("p", "田 花子", "person", passages=(passage,))
    seen = visit(Network("図", "p", (node,), ()))

    assert seen.texts("#panel mark") == ["田 花子", "𠮷野"]
    assert seen.texts("#panel .passage p") == [passage.text]


def test_the_table_holds_what_is_drawn(visit, meeting):
    seen = visit(meeting)
    drawn = seen.page.evaluate(
        """() => {
          const { nodes, data } = window.kgPicture.body;
          const ids = (found) => found.map(({ id }) => id);
          return [ids(Object.values(nodes)), ids(data.edges.get())];
        }"""
    )
    listed = [
        seen.page.eval_on_selector_all(
            f"#{name}-table tbody tr", "rows => rows.map((row) => row.dataset.id)"
        )
        for name in ("nodes", "edges")
    ]

    assert [node.id for node in meeting.nodes] == listed[0]
    assert sorted(drawn[0]) == sorted(listed[0])
    assert sorted(drawn[1]) == sorted(listed[1])


def test_filters_hide_in_the_picture_and_in_the_table(visit, meeting):
    seen = visit(meeting)
    people = [node for node in meeting.nodes if node.kind == "person"]
    seen.page.locator("#filters input[value=person]").uncheck()
    hidden = seen.page.evaluate(
        "() => window.kgPicture.body.data.nodes.get().filter((n) => n.hidden).length"
    )
    edges = seen.page.evaluate(
        "() => window.kgPicture.body.data.edges.get().filter((e) => !e.hidden).length"
    )

    assert hidden == len(people)
    assert seen.rows("nodes").count() == len(meeting.nodes) - len(people)
    assert seen.rows("edges").count() == edges < len(meeting.edges)
    assert f"もの {len(meeting.nodes) - len(people)} / {len(meeting.nodes)}" in (
        seen.page.locator("#status").inner_text()
    )


def test_the_filters_are_the_legend(visit, meeting):
    seen = visit(meeting)

    assert seen.texts("#filters label") == [
        "人物 32",
        "会合 1",
        "テーマ 26",
        "組織 46",
        "議題 3",
        "資料 8",
    ]
    assert seen.page.locator("#filters label svg").count() == 6


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("北条", "北条 進", id="kanji"),
        pytest.param("ｽﾀｰﾄｱｯﾌﾟ", "スタートアップ", id="half-width kana"),
        pytest.param("すたーとあっぷ", "スタートアップ", id="hiragana for katakana"),
        pytest.param("ＤｅｅｐＳＹ", "株式会社DeepSy", id="full-width letters"),
        pytest.param("北條進", "北条 進", id="an old form, and no blank"),
        pytest.param("課長補佐", "張本 恭", id="a post"),
        pytest.param("有識者", "北条 進", id="a group"),
    ],
)
def test_search(visit, meeting, query, found):
    seen = visit(meeting)
    seen.page.locator("#search").fill(query)

    assert any(text.startswith(found) for text in seen.texts("#hits button"))


def test_search_leads_to_the_sentence(visit, meeting):
    seen = visit(meeting)
    seen.page.keyboard.press("Tab")
    seen.page.locator("#search").fill("村井")
    status = seen.page.locator("#status").inner_text()
    seen.page.keyboard.press("Enter")

    assert status == "「村井」に 1 件"
    assert seen.title() == "村井 健"
    assert "代理出席" in seen.page.locator("#panel").inner_text()


def test_search_without_a_hit_says_so(visit, meeting):
    seen = visit(meeting)
    seen.page.locator("#search").fill("存在しない")

    assert seen.page.locator("#status").inner_text() == "「存在しない」は見つかりません"


def focus(seen):
    return seen.page.evaluate("""() => {
      const at = document.activeElement;
      const part = at.closest("header, .search, #filters, #stage, #panel, #table");
      return part ? part.id || part.className || part.tagName : at.className;
    }""")


def test_the_keyboard_reaches_everything_in_order(visit, meeting):
    seen = visit(meeting)
    parts = []
    for _ in range(400):
        seen.page.keyboard.press("Tab")
        part = focus(seen)
        if not parts or parts[-1] != part:
            parts.append(part)
        if part == "table":
            break

    assert parts == ["skip", "HEADER", "search", "filters", "stage", "panel", "table"]


def test_the_skip_link_leads_to_the_table(visit, meeting):
    seen = visit(meeting)
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")

    assert focus(seen) == "table"


def test_every_node_can_be_opened_from_the_table_by_keyboard(visit, person):
    seen = visit(person)
    for node in person.nodes:
        name = seen.page.locator(f'tr[data-id="{node.id}"] button').first
        name.focus()
        seen.page.keyboard.press("Enter")
        assert seen.title() == node.name
        assert focus(seen) == "panel"
        assert seen.page.locator("#panel-title").bounding_box()["y"] > 0
        seen.page.keyboard.press("Escape")
        assert name.evaluate("(at) => at === document.activeElement")


def test_keys_zoom_pan_and_go_back(visit, meeting):
    seen = visit(meeting)

    def view():
        return seen.page.evaluate(
            "() => [window.kgPicture.getScale(), window.kgPicture.getViewPosition().x]"
        )

    first = view()
    seen.page.locator("#stage").focus()
    seen.page.keyboard.press("+")
    nearer = view()
    seen.page.keyboard.press("ArrowRight")
    moved = view()
    seen.page.keyboard.press("-")
    seen.page.keyboard.press("0")

    assert nearer[0] > first[0]
    assert moved[1] > nearer[1]
    assert view() == pytest.approx(first)


def test_letters_typed_into_the_search_are_no_keys(visit, meeting):
    seen = visit(meeting)
    before = seen.page.evaluate("window.kgPicture.getScale()")
    seen.page.locator("#search").press_sequentially("+-0")

    assert seen.page.evaluate("window.kgPicture.getScale()") == before


def test_the_canvas_is_hidden_from_readers_that_cannot_see(visit, meeting):
    seen = visit(meeting)

    assert seen.page.locator("#canvas").get_attribute("aria-hidden") == "true"
    assert seen.page.locator("#canvas [tabindex]").count() == 0


def test_columns_can_be_sorted(visit, meeting):
    seen = visit(meeting)
    header = seen.page.locator("#nodes-table th").nth(1)
    header.locator("button").click()
    up = seen.texts("#nodes-table tbody td:nth-child(2)")
    header.locator("button").click()
    down = seen.texts("#nodes-table tbody td:nth-child(2)")

    assert header.get_attribute("aria-sort") == "descending"
    assert sorted(up) == sorted(down)
    assert up[0] == down[-1] != up[-1]


def test_the_table_can_be_taken_away_as_csv(visit, meeting):
    formula = replace(meeting.nodes[1], name='=HYPERLINK("x")')
    network = replace(meeting, nodes=(meeting.nodes[0], formula, *meeting.nodes[2:]))
    seen = visit(network)
    with seen.page.expect_download() as download:
        seen.page.locator("[data-csv=nodes]").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    assert rows[0] == ["種類", "名前", "区分", "内容", "根拠"]
    assert len(rows) == len(network.nodes) + 1
    assert rows[2][1] == '\'=HYPERLINK("x")'
    assert download.value.suggested_filename.endswith("-nodes.csv")


def test_rows_of_a_large_table_are_made_when_they_are_wanted(visit, meeting):
    many = tuple(Node(f"theme/t{n}", f"主題{n}", "theme") for n in range(400))
    network = replace(meeting, nodes=(*meeting.nodes, *many))
    seen = visit(network)
    rows = seen.page.locator("#nodes-table tbody tr")

    assert rows.count() == ROWS
    assert seen.page.locator("#nodes-count").inner_text() == str(len(network.nodes))
    seen.page.locator("#nodes-table th button").nth(1).click()
    assert rows.count() == len(network.nodes)
    with seen.page.expect_download() as download:
        seen.page.locator("[data-tsv=nodes]").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(network.nodes) + 1


def test_the_language_can_be_changed(visit, meeting):
    seen = visit(meeting)
    seen.page.locator("#language").click()

    assert seen.page.evaluate("document.documentElement.lang") == "en"
    assert "Person 32" in seen.texts("#filters label")[0]
    assert seen.texts("#nodes-table th")[:2] == ["Type", "Name"]
    assert seen.title() == meeting.title
    assert (
        seen.page.locator("#search").get_attribute("placeholder").startswith("Search")
    )


def test_the_address_holds_what_is_chosen(visit, meeting):
    seen = visit(meeting)
    seen.page.locator('tr[data-id="person/北条 進"] button').first.click()
    seen.page.reload()
    seen.page.wait_for_selector("body[data-ready]")

    assert seen.title() == "北条 進"


def hostile_network():
    passage = Passage(HOSTILE, 1, HOSTILE, (Span(0, 9),))
    meeting = Node("m", HOSTILE, "meeting", passages=(passage,))
    people = [
        Node(f"p{HOSTILE}", HOSTILE, "person", HOSTILE, ((HOSTILE, HOSTILE),)),
        Node("#/'\"&\\", "'\"&\\", "person"),
    ]
    edges = tuple(
        Edge(node.id, "m", "attendance", HOSTILE, Basis.INFERRED, "online")
        for node in people
    )
    return Network(HOSTILE, "m", (meeting, *people), edges)


def test_hostile_names_are_inert(visit):
    network = hostile_network()
    seen = visit(network)
    seen.page.locator("#search").fill("img")
    assert seen.page.locator("#hits button").count() == len(network.nodes)
    for node in network.nodes:
        row = seen.page.locator("#nodes-table tbody tr").nth(network.nodes.index(node))
        row.locator("button").first.click()
        assert seen.title() == node.name
    spot = seen.page.evaluate(PLACE, "m")
    seen.page.mouse.move(*spot)
    seen.page.mouse.move(spot[0] + 1, spot[1])
    seen.page.locator("#language").click()

    assert seen.page.title() == HOSTILE
    assert seen.page.locator("img, b:not([id]):has-text('太字')").count() == 0
    assert seen.page.locator("script").count() == 3
    assert seen.requests == []
    assert seen.complaints == []


def test_the_page_can_be_printed(visit, meeting):
    seen = visit(meeting)
    seen.page.emulate_media(media="print")

    assert not seen.page.locator("#search").is_visible()
    assert seen.page.locator("#nodes-table").is_visible()
    assert seen.page.locator("#canvas canvas").is_visible()
