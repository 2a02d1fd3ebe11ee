"""Five of the questions, answered by somebody who programs nothing.

The page is that of the bundled minutes (`kg try`), opened by a double click. Each path
stands in README.md and README.ja.md, word for word as the buttons and blanks are
called; what is clicked here is read from there.
"""

import re
import shutil
from dataclasses import dataclass

import pytest

from tests.view.five import rows

pytestmark = pytest.mark.browser

READMES = {"ja": "README.ja.md", "en": "README.md"}
PATHS = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


SPOTS = (
    "[role=option]:has-text('{}'):visible",
    "button:text-is('{}'):visible",
    "form:has-text('{}') input",
)
"""What can be pressed: a value of a list that is open, a button, a sentence's blank."""


@dataclass(frozen=True)
class Answer:
    """How many rows an answer has, what stands in some of them, what is marked."""

    rows: int
    cells: tuple[str, ...]
    mark: str


ANSWERS = {
    1: Answer(32, ("荒川 泰彦", "オンライン"), "荒川 泰彦"),
    2: Answer(6, ("轟 渉", "奥村 暢夫"), "代理出席"),
    3: Answer(2, ("伊藤 公平", "2025-02-19"), "◎"),
    10: Answer(8, ("非公開",), "資料"),
    12: Answer(4, ("研究セキュリティ",), "研究セキュリティ"),
}


def paths(root, language):
    """Return the steps of each path that the README has, by the question's number."""
    text = (root / READMES[language]).read_text(encoding="utf-8")
    return {
        int(number): re.findall(r"\*\*(.+?)\*\*|`(.+?)`", steps)
        for number, _, steps, _ in PATHS.findall(text)
    }


def follow(page, steps):
    """Press what is written **so**, and type what is written `so`."""
    for press, typed in steps:
        if typed:
            page.keyboard.type(typed)
            page.wait_for_selector("[role=option]:visible")
        else:
            spots = [page.locator(one.format(press)) for one in SPOTS]
            next(spot for spot in spots if spot.count()).first.click()


@pytest.fixture(scope="module")
def opened(built, browser, tmp_path_factory):
    """Return a page as a mail brings it: one file, alone in a folder, no network."""
    folder = tmp_path_factory.mktemp("mail")
    shutil.copy(built / "explorer.html", folder / "explorer.html")
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto((folder / "explorer.html").as_uri())
    page.wait_for_selector("body[data-ready]", timeout=20_000)
    yield page
    context.close()


@pytest.mark.parametrize("language", READMES)
@pytest.mark.parametrize("number", ANSWERS)
def test_the_path_in_the_readme_leads_to_the_answer(root, opened, number, language):
    page, answer = opened, ANSWERS[number]
    steps = paths(root, language)[number]
    if page.evaluate("document.documentElement.lang") != language:
        page.locator("#language").click()
    page.locator("nav button").first.click()
    page.locator("#search").focus()

    follow(page, steps)
    found = rows(page)

    assert len(found) == answer.rows
    text = "\n".join("\t".join(row) for row in found)
    assert all(cell in text for cell in answer.cells), text
    page.locator("#table td .lines-of").first.click()
    page.wait_for_selector("#evidence mark")
    marks = page.locator("#evidence mark").all_inner_texts()
    assert any(answer.mark in mark for mark in marks), marks


def test_both_readmes_have_the_same_five(root):
    assert paths(root, "ja").keys() == paths(root, "en").keys() == ANSWERS.keys()
