"""Measure explorer.html of 100,000 things and 1,000,000 triples in Chromium.

    python tests/bench/explorer.py [MEETINGS] [FOLDER]

All names are invented, by counting; no document is read and no model loaded. Printed
are what it costs to write the page, how large it is, how long Chromium takes from a
double click until the search answers, how long the page kept a processor busy for that
(other programs stretch the clock, and hardly this), and each search.
"""

import hashlib
import shutil
import sys
import tempfile
import time
from base64 import b32encode
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg.ask import read_questions
from kg.cli.explorer import name_sounds, question_choices
from kg.graph import PREFIXES, open_dataset, project_explorer
from kg.view import Beside, write_explorer

BASE = "https://example.org/gijiroku/id/"
MEETINGS = 5_000
COUNCIL = 10
"""Meetings of each council."""

FAMILY = "青赤白黒緑紫橙藍桃灰東西南北上中下大小高"
PLACE = "山川田野原沢島崎森林池谷坂橋浜岡井村木本"
GIVEN = "一二三葵楓凛蓮律悠湊朔紬澪陽結咲奏翠琴汐"
AFTER = "郎子美人也花斗香介代生恵太江助音平穂吾乃"
BODIES = [
    "大学",
    "研究所",
    "機構",
    "協会",
    "株式会社",
    "財団",
    "病院",
    "銀行",
    "新聞社",
    "市",
]
SUBJECTS = [
    "水質",
    "防災",
    "量子",
    "教育",
    "医療",
    "交通",
    "農業",
    "文化",
    "観光",
    "通信",
]
POSTS = ["教授", "理事", "部長", "課長", "所長", "会長", "室長", "局長", "主査", "顧問"]
SEARCHES = ("座長", "量子", "青山", "ｱｵﾔﾏ", "水質審議会", "紫坂 琴音")


def iri(kind, number):
    """Return an IRI as the program makes them."""
    digest = hashlib.sha256(f"{kind}{number}".encode()).digest()
    return f"<{BASE}{kind}/{b32encode(digest)[:12].decode().lower()}>"


def pick(number, *lists):
    """Return a word made of one of each of *lists*, another for each number."""
    words = []
    for one in lists:
        number, place = divmod(number, len(one))
        words.append(one[place])
    return "".join(words)


class Writer:
    """Lines of N-Quads, with the prefixes that queries have."""

    def __init__(self):
        self.lines = []
        self.graph = ""

    def say(self, subject, **values):
        """Write what *subject* has: schema__name="…" is schema:name."""
        for name, value in values.items():
            prefix, local = name.split("__")
            for one in value if isinstance(value, list) else [value]:
                self.lines.append(
                    f"{subject} <{PREFIXES[prefix]}{local}> {one} {self.graph} .\n"
                )


def term(name):
    """Return the term that *name*, such as gjr:Meeting, is short for."""
    prefix, local = name.split(":")
    return f"<{PREFIXES[prefix]}{local}>"


def ja(text):
    return f'"{text}"@ja'


def add_meeting(out, number):
    """Write one meeting: 8 people, 4 organizations, 3 items, 4 papers, 2 statements."""
    council, session = divmod(number, COUNCIL)
    name = f"{pick(council, SUBJECTS, PLACE, FAMILY)}審議会"
    document = iri("doc", number)
    meeting = f"<{BASE}meeting/{council}/{session + 1}>"
    minutes = f"<{BASE}meeting/{council}/{session + 1}/minutes>"
    out.graph = document
    rows = [add_person(out, number, n, meeting, document) for n in range(8)]
    said = [f"{pick(number + n, SUBJECTS)}について議論した。" for n in range(2)]
    title = f"{name}（第{session + 1}回）"
    text = "\\n".join([f"{title}議事要旨", *rows, *said])
    out.say(
        document,
        rdf__type=term("gjr:SourceText"),
        schema__text=f'"{text}"',
        schema__name=f'"{number}.txt"',
        schema__encodesCreativeWork=minutes,
        dcterms__identifier=f'"{number}"',
    )
    body = iri("council", council)
    out.say(
        body,
        rdf__type=[term("gjr:Council"), term("org:Organization")],
        skos__prefLabel=ja(name),
        rdfs__label=ja(name),
    )
    papers = [f"{meeting[:-1]}/material-{n}>" for n in range(4)]
    items = [f"{meeting[:-1]}/agenda-{n}>" for n in range(3)]
    day = f"20{number % 24:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    out.say(
        meeting,
        rdf__type=term("gjr:Meeting"),
        rdfs__label=ja(title),
        gjr__sessionNumber=f'"{session + 1}"',
        schema__startDate=f'"{day}"',
        schema__organizer=body,
        schema__recordedIn=minutes,
        schema__subEvent=items,
        gjr__material=papers,
    )
    add_parts(out, number, (meeting, minutes), items, papers)


def add_parts(out, number, where, items, papers):
    """Write the agenda, the papers and the statements of a meeting."""
    meeting, minutes = where
    for n, item in enumerate(items):
        out.say(
            item,
            rdf__type=term("gjr:AgendaItem"),
            rdfs__label=ja(f"{pick(number + n, SUBJECTS, PLACE)}の取り組みについて"),
            schema__position=f'"{n + 1}"',
            schema__superEvent=meeting,
        )
    for n, paper in enumerate(papers):
        out.say(
            paper,
            rdf__type=term("gjr:MeetingMaterial"),
            dcterms__title=ja(f"{pick(number + n, SUBJECTS, BODIES)}資料"),
            dcterms__identifier=ja(f"資料{n + 1}"),
            schema__position=f'"{n + 1}"',
        )
    for n in range(2):
        out.say(
            f"{meeting[:-1]}/statement-{n}>",
            rdf__type=term("gjr:Statement"),
            schema__isPartOf=minutes,
            schema__position=f'"{n + 1}"',
            gjr__attribution=term("code:attribution-withheld"),
            gjr__evidencedBy=f"<{out.graph[1:-1]}#char={20 * n},{20 * n + 18}>",
        )


def add_person(out, number, n, meeting, document):
    """Write a person with a post and a row of the roster; return the row."""
    count = 8 * number + n
    family, given = pick(count, FAMILY, PLACE), pick(count // 400, GIVEN, AFTER)
    person, post, body = (iri(kind, count) for kind in ("person", "post", "org"))
    if n % 2:
        body = iri("org", count - 1)
    place = pick(count // 2, PLACE, FAMILY, PLACE, BODIES)
    role = iri("role", count % len(POSTS))
    out.say(role, skos__prefLabel=ja(POSTS[count % len(POSTS)]))
    out.say(
        body,
        rdf__type=term("org:Organization"),
        skos__prefLabel=ja(place),
        rdfs__label=ja(place),
    )
    out.say(
        person,
        rdf__type=term("foaf:Person"),
        foaf__name=ja(f"{family} {given}"),
        rdfs__label=ja(f"{family}{given}"),
        foaf__familyName=ja(family),
    )
    out.say(
        post,
        rdf__type=term("org:Membership"),
        org__member=person,
        org__organization=body,
        org__role=role,
    )
    row = f"{family} {given}　{place} {POSTS[count % len(POSTS)]}"
    out.say(
        f"{meeting[:-1]}/attendance-{n}>",
        rdf__type=term("gjr:Attendance"),
        gjr__meeting=meeting,
        prov__agent=person,
        schema__position=f'"{n + 1}"',
        gjr__status=term("code:status-present"),
        gjr__attendanceMode=term("schema:OnlineEventAttendanceMode"),
        gjr__inCapacityOf=post,
        gjr__evidencedBy=f"<{document[1:-1]}#char={20 + 20 * n},{38 + 20 * n}>",
    )
    return row


def make_dataset(meetings):
    """Return the whole invented graph as N-Quads."""
    out = Writer()
    for number in range(meetings):
        add_meeting(out, number)
    return "".join(dict.fromkeys(out.lines)).encode()


def write_page(data, folder):
    """Write the page of *data* into *folder*, and print what it costs."""
    marks = [time.perf_counter()]
    store, whole = open_dataset(data)
    marks.append(time.perf_counter())
    questions = read_questions()
    choices = question_choices(store, questions)
    marks.append(time.perf_counter())
    explorer = project_explorer(store)
    marks.append(time.perf_counter())
    sounds = name_sounds(explorer)
    marks.append(time.perf_counter())
    beside = Beside(questions, choices, PREFIXES, sounds=sounds)
    files = write_explorer(explorer, whole, beside, base=BASE)
    marks.append(time.perf_counter())
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    steps = ("load", "choices", "tables", "sounds", "page")
    for step, start, end in zip(steps, marks, marks[1:], strict=False):
        print(f"{step:10} {end - start:8.2f} s")
    entities = len(explorer.tables["entities"]["iri"])
    print(f"{entities} things, {explorer.triples} triples")
    for name, text in files.items():
        print(f"{name:24} {len(text.encode()) / 1e6:8.2f} MB")


def open_page(folder):
    """Open the page in Chromium, network cut, and print how long each step takes."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for turn in range(3):
            page = browser.new_context(offline=True).new_page()
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            start = time.perf_counter()
            page.goto((folder / "explorer.html").as_uri(), wait_until="commit")
            page.wait_for_selector("body[data-ready]", timeout=60_000)
            ready = time.perf_counter() - start
            found = session.send("Performance.getMetrics")["metrics"]
            busy = {one["name"]: one["value"] for one in found}["TaskDuration"]
            print(f"ready {turn + 1}    {ready:8.2f} s, {busy:.2f} s of a processor")
            for words in SEARCHES if turn == 0 else ():
                start = time.perf_counter()
                page.locator("input[type=search]").first.fill(words)
                page.wait_for_timeout(1)
                page.wait_for_selector("[role=option]", timeout=10_000)
                count = page.locator("[role=option]").count()
                print(f"{words:12} {time.perf_counter() - start:6.2f} s  {count} shown")
            page.context.close()
        browser.close()


def main():
    """Make, write, open."""
    meetings = int(sys.argv[1]) if len(sys.argv) > 1 else MEETINGS
    data = make_dataset(meetings)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        write_page(data, folder)
        open_page(folder)


if __name__ == "__main__":
    main()
