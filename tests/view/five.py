"""Open the explorer of five invented meetings in Chromium, for the tests of its parts.

One browser and one build serve all of them; conftest makes the fixtures known.
"""

import pytest

from tests.corpus.five import build_five
from tests.view.test_explorer_open import write_page

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 390, "height": 844}
SEVENTH = "架空水辺再生審議会（第7回）"


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("five")
    build_five(folder / "out")
    return write_page((folder / "out/dataset.nq").read_bytes(), folder)


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
