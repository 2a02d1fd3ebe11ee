"""The pages of the service in Chromium, with every way out cut."""

import json
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from kg.serve.api_message import Asked
from kg.serve.pages import finish
from tests.graph.small_record import BASE, COUNCIL, HANAKO, MINISTRY, THEME
from tests.serve.small_site import ROOT, SITE, site_of
from tests.serve.test_entity import DOCUMENT, EVIL, HOSTILE, MEETING

pytestmark = pytest.mark.browser

SIZES = {
    "wide": {"width": 1400, "height": 900},
    "narrow": {"width": 390, "height": 844},
}
PAGES = {
    "person": f"/page/{HANAKO.id}",
    "ministry": f"/page/{MINISTRY.id}",
    "council": f"/page/{COUNCIL.id}",
    "meeting": f"/page/{MEETING.removeprefix(BASE)}",
    "document": f"/page/{DOCUMENT.removeprefix(BASE)}",
    "theme": f"/page?iri={THEME}",
    "description": "/api/v1",
    "preview": f"/reconcile/preview?id={BASE}{HANAKO.id}",
    "problem": "/page/person/nobody",
}
WIDTH = "() => document.documentElement.scrollWidth"


class Visit:
    """A page of a site that answers without a network; all else is cut, and noted."""

    def __init__(self, context, path, site):
        self.strays, self.complaints, self._site = [], [], site
        self.page = context.new_page()
        context.route("**/*", self._answer)
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda box: self.complaints.append(box.message))
        self.page.goto(ROOT + path)

    def _answer(self, route):
        request = route.request
        if not request.url.startswith(ROOT):
            self.strays.append(request.url)
            route.abort()
            return
        parts = urlsplit(request.url)
        query = tuple(parse_qsl(parts.query, keep_blank_values=True))
        asked = Asked("GET", unquote(parts.path), query, request.headers, b"", ROOT)
        status, headers, body = finish(_answered(self._site, asked), asked)
        route.fulfill(status=status, headers=headers, body=body)


def _answered(site, asked):
    """Return the answer of the routes."""
    from kg.serve.api_table import ROUTES  # noqa: PLC0415 - after the browser is there

    return ROUTES.answer(site, asked)


@pytest.fixture
def visit(browser):
    """Return a function that opens a page."""
    contexts = []

    def open_page(path, size="wide", site=SITE, **options):
        context = browser.new_context(viewport=SIZES[size], locale="ja-JP", **options)
        contexts.append(context)
        return Visit(context, path, site)

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_asks_for_nothing(visit, name):
    opened = visit(PAGES[name])

    complaints = [said for said in opened.complaints if "404" not in said]
    assert (opened.strays, complaints) == ([], [])
    assert opened.page.locator("h1").is_visible()
    assert opened.page.locator("script").count() == 0
    for size in SIZES.values():
        opened.page.set_viewport_size(size)
        assert opened.page.evaluate(WIDTH) <= size["width"]


@pytest.mark.parametrize("path", ["/page/person/evil", "/reconcile/preview?id="])
def test_hostile_names_are_words(visit, path):
    iri = f"{BASE}person/evil"
    opened = visit(path + (iri if path.endswith("=") else ""), site=HOSTILE)

    assert opened.complaints == []
    assert opened.strays == []
    assert opened.page.locator("h1").inner_text() == EVIL
    assert opened.page.title().startswith(EVIL)
    assert opened.page.locator("main img, body > img, script").count() == 0


def test_a_hostile_document_is_words(visit):
    """Its title, its text and its address come from outside."""
    document = f"{BASE}doc/evil"
    said = json.dumps(EVIL, ensure_ascii=False)
    lines = [
        f"<{document}> <{predicate}> {value} <{document}> .\n"
        for predicate, value in (
            ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
             "<https://w3id.org/gijiroku/ns#SourceText>"),
            ("http://purl.org/dc/terms/title", said),
            ("http://schema.org/text", said),
            ("http://schema.org/url", '"javascript:alert(1)"'),
        )
    ]  # fmt: skip
    site = site_of("".join(lines).encode(), vocabulary=())
    opened = visit("/page/doc/evil", site=site)

    assert (opened.complaints, opened.strays) == ([], [])
    assert opened.page.locator("ol.text li").inner_text().endswith(EVIL)
    assert opened.page.locator("a[href^='javascript']").count() == 0


def test_evidence_opens_by_keys_alone(visit):
    opened = visit(PAGES["person"])
    page = opened.page
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")

    marked = page.locator("details[open] mark").first
    assert marked.is_visible()
    assert marked.inner_text() in "".join(SITE.documents[DOCUMENT].texts)
    page.locator("details[open] figcaption a").first.click()
    assert page.locator("li:target").is_visible()


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("person", "narrow"),
        ("meeting", "wide"),
        ("document", "narrow"),
        ("theme", "wide"),
        ("description", "wide"),
        ("preview", "wide"),
        ("problem", "wide"),
    ],
)
def test_axe_finds_nothing_serious(visit, axe, name, size):
    opened = visit(PAGES[name], size, bypass_csp=True)
    opened.page.evaluate(axe)
    found = opened.page.evaluate("() => axe.run()")

    serious = [
        (one["id"], one["nodes"][0]["html"][:120])
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []
