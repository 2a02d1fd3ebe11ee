"""The page on which a query is written, in Chromium; all but the server is cut."""

import pytest

pytestmark = pytest.mark.browser

SIZES = {"wide": (1400, 900), "narrow": (390, 844)}
QUERY = "SELECT ?s ?name { ?s a foaf:Person ; foaf:name ?name } ORDER BY ?name"
STATES = {
    "rows": (QUERY, "#answer td"),
    "nothing": ("SELECT * { <a:a> ?p ?o }", "#answer p"),
    "verdict": ("ASK {}", "#answer strong"),
    "triples": ("CONSTRUCT { ?s a ?o } { ?s a ?o } LIMIT 3", "#answer pre"),
    "refused": ("SELECT {", "#answer [role=alert]"),
}


@pytest.fixture
def visit(browser, server):
    """Return a function that opens the page; *strays* has what it asked elsewhere."""
    contexts = []

    def open_page(size="wide", **options):
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="ja-JP", **options
        )
        contexts.append(context)
        strays = []

        def answer(route):
            if route.request.url.startswith(server.address):
                route.continue_()
            else:
                strays.append(route.request.url)
                route.abort()

        context.route("**/*", answer)
        page = context.new_page()
        page.goto(f"{server.address}/sparql")
        return page, strays

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("state", STATES)
def test_a_query_is_answered_on_the_page(visit, axe, state):
    page, strays = visit()
    query, place = STATES[state]
    page.fill("#query", query)
    page.click("button")
    page.wait_for_selector(place)
    assert page.input_value("#query") == query
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("script").count() == 0
    assert strays == []
    assert _serious(page, axe) == []


def test_a_row_leads_to_the_page_of_its_thing(visit):
    page, _ = visit("narrow")
    page.fill("#query", QUERY)
    page.click("button")
    page.locator("#answer td a").first.click()
    assert page.locator("h1").inner_text()
    assert "/page" in page.url


def test_keys_alone_are_enough(visit):
    page, _ = visit()
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "format"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer h2")


def _serious(page, axe):
    """Return what axe finds that keeps somebody out; it runs where no policy does."""
    context = page.context.browser.new_context(bypass_csp=True, locale="ja-JP")
    twin = context.new_page()
    twin.goto(page.url)
    twin.evaluate(axe)
    found = twin.evaluate("() => axe.run()")
    context.close()
    return [
        (one["id"], one["nodes"][0]["html"][:120])
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
