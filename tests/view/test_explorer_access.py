"""The explorer for everybody: without a mouse, without colours, enlarged, on paper.

axe-core looks at every view in both colour schemes; the pages of `kg draw` share the
style sheet, and are looked at too.
"""

import json

import pytest

from kg.view import draw_network
from tests.view.five import NARROW, SEVENTH, rows

pytestmark = pytest.mark.browser

WATERSIDE = "meeting/qejz4nkiormw"
VIEWS = {
    "start": "#",
    "questions": "#view=questions",
    "facts": "#view=browse&type=handout",
    "not known": "#view=doubts&lang=en",
    "an answer and its picture": f"#q=who-attended&show=graph&meeting={SEVENTH}",
    "a meeting": f"#id={WATERSIDE}/7&type=handout",
    "a person": "#id=person/zhrkk7tqmbsa",
    "words of the records": "#view=text&words=水質",
    "meetings": "#view=meetings",
    "two meetings": f"#view=diff&a={WATERSIDE}/5&b={WATERSIDE}/7",
    "SPARQL": "#view=sparql",
}
AXE = """(runOnly) => axe.run(document, { runOnly, resultTypes: ["violations"] })"""
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    # Nothing but colours depends on the scheme.
    "dark": ["color-contrast", "link-in-text-block"],
}
THERE = "[role=alert], #table tbody tr, .nothing, .ranks, .questions, .cm-keyword"
ACROSS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTROLS = """() => [...document.querySelectorAll(
    "button, input, select, summary, a, textarea, [tabindex='0']")]
  .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0)
  .map((one, number) => { one.dataset.walk = number; return number; })"""


def show(page, address):
    """Change the address of *page*, and wait until what it says is there."""
    page.evaluate("(hash) => { location.hash = hash; }", address)
    page.wait_for_timeout(80)
    page.wait_for_selector(THERE, timeout=20_000)
    if "show=graph" in address:
        page.wait_for_selector("svg.network")


def serious(page, scheme):
    """Return what axe-core finds serious or worse on *page* in a colour *scheme*."""
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in page.evaluate(AXE, RULES[scheme])["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit, axe, scheme):
    page = visit(bypass_csp=True, color_scheme=scheme)
    page.evaluate(f"() => {{ {axe} }}")
    found = {}
    for name, address in VIEWS.items():
        show(page, address)
        found |= {name: one} if (one := serious(page, scheme)) else {}

    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("kind", "scheme"),
    [("meeting", "light"), ("person", "dark"), ("organization", "light")],
)
def test_axe_finds_nothing_serious_in_drawn_pages(
    browser, axe, request, tmp_path, kind, scheme
):
    file = tmp_path / "page.html"
    html = draw_network(request.getfixturevalue(kind))
    file.write_text(html, encoding="utf-8", newline="\n")
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("body[data-ready]", timeout=20_000)
    page.evaluate(f"() => {{ {axe} }}")
    found = serious(page, scheme)
    context.close()

    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    "size", [NARROW, {"width": 700, "height": 450}], ids=["telephone", "200 %"]
)
def test_every_view_fits_without_scrolling_across(visit, size):
    """1400×900 at 200 % is a screen of 700×450."""
    page = visit(viewport=size)
    wide = {}
    for name, address in VIEWS.items():
        show(page, address)
        if (across := page.evaluate(ACROSS)) > 0:
            wide[name] = across

    assert wide == {}


@pytest.mark.parametrize(
    "view", ["start", "facts", "an answer and its picture", "a person", "two meetings"]
)
def test_a_walk_by_the_tab_key_reaches_every_control(visit, view):
    page = visit()
    show(page, VIEWS[view])
    wanted = page.evaluate(CONTROLS)
    page.evaluate("document.activeElement.blur()")
    reached, dull = set(), []
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        walk, ring, html = page.evaluate(
            """() => {
              const one = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(one);
              const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
              return [one.dataset.walk ?? "", ring, one.outerHTML.slice(0, 120)];
            }"""
        )
        if walk and int(walk) not in reached:
            reached.add(int(walk))
            dull += [] if ring else [html]
        if reached == set(wanted):
            break

    assert set(wanted) - reached == set()
    assert dull == []


def test_the_tab_key_meets_the_skip_link_first_and_the_search_next(visit):
    page = visit(f"#q=who-attended&meeting={SEVENTH}")
    rows(page)
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "table-title"
    assert "q=who-attended" in page.evaluate("location.hash")


def test_counts_are_told_to_those_who_listen(visit):
    page = visit()
    told = page.locator("[role=status].unseen")
    assert told.get_attribute("aria-live") == "polite"

    page.locator("#search").fill("水")
    assert "候補" in told.inner_text()
    show(page, f"#q=who-attended&meeting={SEVENTH}")
    assert "行" in told.inner_text()


def test_nothing_moves_for_whoever_asks_for_rest(visit):
    page = visit(VIEWS["an answer and its picture"], reduced_motion="reduce")
    page.wait_for_selector("svg.network")

    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const { animationName, transitionDuration } = getComputedStyle(one);
          const times = transitionDuration.split(",").map(parseFloat);
          return animationName !== "none" || times.some((time) => time >= 0.01);
        }).length"""
    )

    assert moving == 0


def test_on_paper_the_table_is_there_and_the_controls_are_not(visit):
    page = visit(f"#q=who-attended&show=graph&meeting={SEVENTH}")
    rows(page)
    page.wait_for_selector("svg.network")
    page.emulate_media(media="print")

    assert page.locator("#table table").is_visible()
    assert page.locator("svg.network").is_visible()
    for selector in ("nav", ".go", "#language", "header .combobox", ".filters"):
        for one in page.locator(selector).all():
            assert not one.is_visible(), selector
    # What was asked, and every column, are on the sheet, of 186 mm without its margins.
    assert page.locator("input[data-blank]").input_value() == SEVENTH
    page.set_viewport_size({"width": 703, "height": 900})
    cut = page.evaluate(
        """() => [...document.querySelectorAll("#table th")].filter((one) =>
          one.getBoundingClientRect().right > document.documentElement.clientWidth)
          .length"""
    )
    assert cut == 0
    assert len(page.pdf(format="A4")) > 10_000
