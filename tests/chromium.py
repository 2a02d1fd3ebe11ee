"""Open Chromium for the tests of pages.

Playwright can run once at a time in a process, so it ends with each file of tests;
conftest makes the fixtures known.
"""

import shutil

import pytest

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def playwright():
    """Return playwright as it runs."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def launch(playwright):
    """Return a function that opens Chromium with further arguments and settings."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium: apt-get install chromium fonts-noto-cjk")
    opened = []

    def open_browser(*arguments, **settings):
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS, *arguments], **settings
        )
        opened.append(browser)
        return browser

    yield open_browser
    for browser in opened:
        browser.close()


@pytest.fixture(scope="module")
def browser(launch):
    """Return a browser that many tests share."""
    return launch()
