"""Take the pictures of the READMEs from explorer.html of the bundled minutes.

    kg try -o out
    python tests/bench/pictures.py out

They are written to `data/pictures`, with few colours, so that each is small. Pillow,
which matplotlib brings, is needed.
"""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parents[2] / "data" / "pictures"
COLOURS = 64
WIDE, NARROW = (1400, 900), (390, 844)
VIEWS = {
    "explorer-answer": (WIDE, "#q=who-attended&meeting=第23回"),
    "explorer-network-en": (
        WIDE,
        "#q=who-came-from&organization=京都大学&show=graph&lang=en",
    ),
    "explorer-phone": (NARROW, "#q=statements-on-a-theme&theme=研究セキュリティ"),
    "explorer-search": (WIDE, ""),
}


def take(browser, page_file, size, address):
    """Return a picture of the page: an answer with its evidence, or a search."""
    width, height = size
    viewport = {"width": width, "height": height}
    page = browser.new_context(offline=True, viewport=viewport).new_page()
    page.goto(page_file.resolve().as_uri() + address)
    page.wait_for_selector("body[data-ready]")
    if address:
        page.locator("#table .lines-of").first.click()
        page.wait_for_selector("#evidence mark")
        if "graph" in address:
            page.wait_for_selector("svg.network")
        if size == WIDE:
            page.evaluate("scrollTo(0, 0)")
    else:
        page.locator("#search").fill("座長")
        page.wait_for_selector("[role=option]")
    page.wait_for_timeout(300)
    raw = page.screenshot()
    page.context.close()
    return raw


def main():
    """Take all of them."""
    page_file = Path(sys.argv[1]) / "explorer.html"
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for name, (size, address) in VIEWS.items():
            raw = take(browser, page_file, size, address)
            picture = Image.open(io.BytesIO(raw)).convert("RGB")
            few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(PICTURES / f"{name}.png", optimize=True)
            print(f"{name}.png", (PICTURES / f"{name}.png").stat().st_size)
        browser.close()


if __name__ == "__main__":
    main()
