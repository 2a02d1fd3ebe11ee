"""The explorer's page as a file: what stands in it, and what cannot."""

import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from kg.graph import open_store, project_explorer
from kg.model import Doubt, Parameter, Question, Refusal
from kg.view import Beside, Choice, write_explorer
from kg.view.block import pack, unpack

BASE = "https://example.org/gijiroku/id/"
HOSTILE = '</script><img src=x onerror="document.title=1">{{7*7}}<!--'
QUESTION = Question(
    "who", "誰か", "Who?", (Parameter("person", "person", "人物", "person"),),
    ("氏名",), "person=葵 一", "SELECT ?name WHERE { # VALUES\n }",
)  # fmt: skip


@pytest.fixture
def page(council):
    """Return a function that writes the page of the council, and what is beside."""

    def write(quads=council, **told):
        explorer = project_explorer(open_store(quads))
        return write_explorer(explorer, quads, Beside(**told), base=BASE)

    return write


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, with their words."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.words = [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.elements:
            place = self.elements[-1][1].get("id", self.elements[-1][0])
            self.words[place] = self.words.get(place, "") + data

    def block(self, name):
        return unpack(self.words[f"block-{name}"])

    def payload(self):
        return json.loads(self.block("payload"))


def read(files):
    return Reader(files["explorer.html"])


def test_blocks_hold_what_was_put_in(page, council):
    found = read(page())

    assert found.block("dataset") == council
    assert json.loads(found.block("texts"))[0].startswith("架空審議会（第1回）")
    assert found.payload()["format"] == 1


def test_nothing_is_asked_of_a_network(page):
    asked = [
        attributes[name]
        for _, attributes in read(page()).elements
        for name in ("src", "href")
        if name in attributes
    ]

    assert set(asked) == {"data:,", "index.html"}


def test_only_our_own_scripts_run(page):
    found = read(page())
    policy = next(
        attributes["content"]
        for tag, attributes in found.elements
        if tag == "meta" and "http-equiv" in attributes
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    kinds = [a.get("type") for tag, a in found.elements if tag == "script"]

    assert rules["default-src"] == rules["connect-src"] == "'none'"
    assert re.fullmatch(r"('sha256-\S+' ){2}'wasm-unsafe-eval'", rules["script-src"])
    assert re.fullmatch(r"'sha256-\S+'", rules["style-src"])
    assert kinds.count(None) == 1
    assert set(kinds) == {None, "application/octet-stream"}


def test_hostile_words_stay_words(page, council):
    name = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    quads = council.replace('架空審議会"'.encode(), f'{name}"'.encode())

    found = read(page(quads))

    assert [tag for tag, _ in found.elements].count("img") == 0
    assert found.payload()["title"]["ja"] == HOSTILE
    assert HOSTILE in found.words["title"]


def test_iris_below_the_base_are_short(page):
    found = read(page()).payload()

    assert found["documents"]["iri"] == ["doc/a", "doc/b"]
    assert "https://w3id.org/gijiroku/theme/water-quality" in found["entities"]["iri"]


def test_counts_are_those_of_the_record(page):
    counts = read(page()).payload()["counts"]

    assert counts == {
        "documents": 2, "people": 2, "organizations": 2, "councils": 1, "meetings": 2,
        "statements": 2, "withheld": 1, "handouts": 1, "closed": 1, "themes": 1,
        "triples": counts["triples"],
    }  # fmt: skip
    assert counts["triples"] > 150


def test_the_version_is_that_of_the_data(page, council):
    more = (
        council + b"<http://a.example/a> <http://a.example/b> <http://a.example/c> .\n"
    )

    versions = [read(page(quads)).payload()["version"] for quads in (council, more)]

    assert versions[0] == hashlib.sha256(council).hexdigest()[:16]
    assert versions[0] != versions[1]


def test_questions_and_their_choices(page):
    person = f"<{BASE}aoi>"
    choice = Choice(("葵 一", "葵一", "架空"), (person, person, '"架空"@ja'))

    found = read(page(questions=[QUESTION], choices={"person": choice})).payload()

    row = found["entities"]["name"].index("葵 一")
    assert found["choices"]["person"] == {
        "text": [0, "葵一", "架空"],
        "entity": [row, row, -1],
        "term": ["", "", '"架空"@ja'],
    }
    assert found["questions"][0]["titleEn"] == "Who?"
    assert found["questions"][0]["query"] == QUESTION.query


def test_what_is_not_known_is_told(page):
    found = read(
        page(
            unread=[Doubt("a", 3, "読めない行")],
            open=[Doubt("b.txt", 2, "葵", ("葵 一", "葵 二"))],
            refused=[Refusal("c.pdf", "is no minutes")],
        )
    ).payload()

    assert found["unread"] == {"document": [0], "line": [3], "words": ["読めない行"]}
    assert found["open"]["document"] == [1]
    assert found["open"]["candidates"] == [["葵 一", "葵 二"]]
    assert found["refused"] == {"where": ["c.pdf"], "reason": ["is no minutes"]}


def test_pages_of_meetings_are_named(page):
    found = read(page(pages={f"{BASE}m2": "meeting-2.html", "x": "y.html"})).payload()

    assert found["pages"]["file"] == ["meeting-2.html"]
    assert found["entities"]["name"][found["pages"]["meeting"][0]].endswith("（第2回）")


@pytest.mark.parametrize("name", ["texts", "dataset"])
def test_what_is_too_large_stands_beside_the_page(page, monkeypatch, name):
    monkeypatch.setattr(f"kg.view.explorer.{name.upper()}_LIMIT", 10)

    files = page()

    found, file = read(files), f"explorer-{name}.js"
    assert set(files) == {"explorer.html", file}
    assert found.payload()["blocks"][name]["file"] == file
    assert f"block-{name}" not in found.words
    packed = re.search(r'\{"\w+":"([^"]*)"\}', files[file])[1]
    assert (
        hashlib.sha256(unpack(packed)).hexdigest()
        == found.payload()["blocks"][name]["sha256"]
    )
    assert "&#39;self&#39;; style-src" in files["explorer.html"]


def test_the_compressor_gives_the_bytes_that_it_always_gave():
    """Another release, or another machine, must not change a page of equal data."""
    data = "".join(f"第{n}回 議事録 {n * n % 97}\n" for n in range(20_000)).encode()

    packed = pack("texts", data)

    assert unpack(packed.packed) == data
    assert hashlib.sha256(packed.packed.encode()).hexdigest() == (
        "3eae700151bc0a36fdf797793116904f3e3beccee55fa18a534e66db1169058e"
    )
