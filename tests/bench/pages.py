"""Measure pages in Chromium: pictures of thousands of things, SPARQL in the page.

    python -m tests.bench.pages [pictures | sparql | explorer]

All names are invented by counting. Of a picture are printed its size, the seconds until
it is drawn and the frames a second while it is panned; of the engine in the page the
seconds to start it, to load 80,000 triples and to answer. The network is cut.
"""

import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg.model import Basis, Edge, Network, Node
from kg.view import draw_network
from tests.bench.explorer import make_dataset, write_page

SIZES = (100, 1_000, 5_000)
MEETINGS = 425
"""They have 80,000 triples."""
FAMILY, GIVEN = (
    "青赤白黒緑紫橙藍桃灰東西南北上中下大小高",
    "一二三葵楓凛蓮律悠湊朔紬澪陽結咲奏翠琴汐",
)
MEETING = "meeting/1"
COUNT = """() => {
  window.kgFrames = 0;
  const step = () => { window.kgFrames += 1; requestAnimationFrame(step); };
  step();
}"""
START = """async () => {
  const read = async (name) => {
    const packed = document.getElementById(`block-${name}`).textContent;
    const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream();
    const plain = stream.pipeThrough(new DecompressionStream("gzip"));
    return new Response(plain).text();
  };
  const marks = [performance.now()];
  const script = document.createElement("script");
  script.textContent = await read("engine");
  document.head.append(script);
  const { prefixes, counts } = JSON.parse(await read("payload"));
  marks.push(performance.now());
  globalThis.engine = await KgEngine.start({ script: script.textContent, prefixes });
  marks.push(performance.now());
  const text = await read("dataset");
  marks.push(performance.now());
  await engine.load(text);
  marks.push(performance.now());
  await engine.query(`SELECT ?name (COUNT(*) AS ?n) WHERE {
      ?row a gjr:Attendance ; prov:agent ?who . ?who rdfs:label ?name
    } GROUP BY ?name ORDER BY DESC(?n) LIMIT 20`);
  marks.push(performance.now());
  return [counts.triples, ...marks.slice(1).map((mark, i) => (mark - marks[i]) / 1000)];
}"""


def make_network(size):
    """Return an invented meeting of so many things: people, their bodies, themes."""
    people, themes = int(size * 0.6), int(size * 0.1)
    bodies = size - 1 - people - themes
    names = [
        f"{FAMILY[n % 20]}{FAMILY[n // 20 % 20]} {GIVEN[n // 400 % 20]}"
        for n in range(people)
    ]
    nodes = [Node(MEETING, "架空審議会（第1回）", "meeting")]
    edges = []
    for n, name in enumerate(names):
        person, body = f"person/{n}", f"org/{n % bodies}"
        group = f"第{n // 200 + 1}部会"
        nodes.append(Node(person, name, "person", group=group))
        basis = Basis.DEFAULT if n % 2 else Basis.LEGEND
        mode = "in-person" if n % 2 else "online"
        edges.append(Edge(person, MEETING, "attendance", "委員", basis, mode=mode))
        edges.append(Edge(person, body, "affiliation", "教授", Basis.STATED))
    nodes += [Node(f"org/{n}", f"架空{n}大学", "organization") for n in range(bodies)]
    for n in range(themes):
        nodes.append(Node(f"theme/{n}", f"主題{n}", "theme"))
        edges.append(Edge(MEETING, f"theme/{n}", "theme", "主題", Basis.STATED))
    return Network("架空審議会（第1回）", MEETING, tuple(nodes), tuple(edges))


class Visit:
    """A page as it opens: seconds until it is ready, and those of the processor."""

    def __init__(self, browser, path, address=""):
        size = {"width": 1400, "height": 900}
        self.page = browser.new_context(offline=True, viewport=size).new_page()
        self.session = self.page.context.new_cdp_session(self.page)
        # Seconds of the thread itself: a busy machine makes only the others longer.
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        start = time.perf_counter()
        self.page.goto(path.as_uri() + address, wait_until="commit")
        self.page.wait_for_selector("body[data-ready]", timeout=120_000)
        self.ready = time.perf_counter() - start
        self.busy = self.spent()

    def spent(self):
        """Return the seconds that the page has kept a processor busy."""
        found = self.session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in found if one["name"] == "TaskDuration")

    def pan(self, stage, seconds=3):
        """Drag *stage* about; return frames a second, and how many there could be."""
        self.page.bring_to_front()
        self.page.wait_for_timeout(1500)
        box = self.page.locator(stage).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.evaluate(COUNT)
        spent, start = self.spent(), time.perf_counter()
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        step = 0
        while time.perf_counter() - start < seconds:
            step += 7
            self.page.mouse.move(x + step % 300 - 150, y + step % 120 - 60)
        self.page.mouse.up()
        passed = time.perf_counter() - start
        frames = self.page.evaluate("() => window.kgFrames")
        return frames / passed, frames / max(self.spent() - spent, 1e-6)


@contextmanager
def open_browser():
    """Yield a function that opens a file in a browser without a network."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield lambda path, address="": Visit(browser, path, address)
        browser.close()


def measure_pictures(folder):
    """Print size, time and frames of pages of `kg draw`."""
    print("things   write, s    MB   ready, s (busy)   frames/s (possible)")
    with open_browser() as visit:
        for size in SIZES:
            start = time.perf_counter()
            text = draw_network(make_network(size))
            written = time.perf_counter() - start
            path = folder / f"{size}.html"
            path.write_text(text, encoding="utf-8", newline="\n")
            visits = sorted((visit(path) for _ in range(3)), key=lambda one: one.ready)
            seen = visits[1]
            for other in (visits[0], visits[2]):
                other.page.context.close()
            frames, possible = seen.pan("#stage")
            print(
                f"{size:6} {written:10.2f} {path.stat().st_size / 1e6:6.2f}"
                f" {seen.ready:10.2f} ({seen.busy:.2f}) {frames:10.0f} ({possible:.0f})"
            )


def measure_sparql(folder):
    """Print how long the engine in the page takes for each step."""
    write_page(make_dataset(MEETINGS), folder)
    print("triples   read engine   start   read triples   load   query (s)")
    with open_browser() as visit:
        for _ in range(3):
            triples, *times = visit(folder / "explorer.html").page.evaluate(START)
            print(f"{triples:7}", *(f"{one:9.3f}" for one in times))


def measure_explorer(folder):
    """Print time and frames of the explorer's picture at its limit of 300 things."""
    write_page(make_dataset(60), folder)
    with open_browser() as visit:
        seen = visit(folder / "explorer.html", "#view=meetings")
        page = seen.page
        page.locator(".meeting-list .name").first.click()
        page.locator("button", has_text="グラフで見る").click()
        page.wait_for_selector(".graph svg.network")
        times = []
        more = page.locator(".graph .more")
        while page.locator(".graph [data-node]").count() < 300 and more.count():
            start = time.perf_counter()
            more.first.dispatch_event("click")
            times.append(time.perf_counter() - start)
        count = page.locator(".graph [data-node]").count()
        frames, possible = seen.pan(".graph .stage")
        print(
            f"{count} things drawn; slowest step {max(times):.2f} s;"
            f" {frames:.0f} frames/s ({possible:.0f})"
        )


def main():
    """Measure what is named, or everything."""
    parts = {
        "pictures": measure_pictures,
        "sparql": measure_sparql,
        "explorer": measure_explorer,
    }
    for name in sys.argv[1:] or parts:
        with tempfile.TemporaryDirectory() as made:
            parts[name](Path(made))


if __name__ == "__main__":
    main()
