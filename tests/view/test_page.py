"""The page is one file that runs nothing but its own scripts."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.model import Basis, Edge, Network, Node, Passage, Span
from kg.view import draw_network
from kg.view.page import ROWS, inert_json, page_script, read_words

ROOT = Path(__file__).parents[2]
HOSTILE = (
    '</script><script>alert(1)</script><img src=x onerror="alert(2)">\u2028{{ 7*7 }}'
)


class Reader(HTMLParser):
    """Elements of a page with their attributes, and what its scripts and style say."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.scripts = []
        self.styles = []
        self.inside = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = {"style": self.styles, "script": self.scripts}.get(tag)
        if "type" in dict(attrs):
            self.inside = None
        if self.inside is not None:
            self.inside.append("")

    def handle_endtag(self, tag):  # noqa: ARG002 - the parser calls it so
        self.inside = None

    def handle_data(self, data):
        if self.inside is not None:
            self.inside[-1] += data


@pytest.fixture(scope="module")
def html(meeting):
    return draw_network(meeting)


@pytest.fixture(scope="module")
def page(html):
    return Reader(html)


def test_the_page_says_what_it_is(html, meeting):
    assert html.startswith('<!doctype html>\n<html lang="ja">')
    assert f"<title>{meeting.title}</title>" in html
    assert "\r" not in html


def test_the_page_is_small(html):
    assert len(html.encode()) <= 1_000_000


def test_nothing_is_asked_of_another_host(page):
    addresses = [
        value
        for _, attributes in page.elements
        for name, value in attributes.items()
        if name in {"src", "href", "action", "srcset", "poster"}
    ]

    assert set(addresses) == {"data:,", "#table"}


def test_no_element_runs_or_styles_by_attribute(page):
    names = {name for _, attributes in page.elements for name in attributes}

    assert not {name for name in names if name.startswith("on")}
    assert "style" not in names


def test_the_policy_allows_these_scripts_and_no_others(page):
    policy = next(a["content"] for t, a in page.elements if "http-equiv" in a)

    def source(text):
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    scripts = " ".join(source(text) for text in page.scripts)
    (style,) = page.styles
    assert len(page.scripts) == 2
    assert policy == (
        f"default-src 'none'; script-src {scripts}; style-src {source(style)}; "
        "img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def test_our_script_uses_no_way_to_make_elements_from_text():
    script = page_script()

    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
    ):
        assert word not in script


def hostile_network():
    passage = Passage(HOSTILE, 1, HOSTILE, (Span(0, 9),))
    node = Node("n", HOSTILE, "person", HOSTILE, ((HOSTILE, HOSTILE),), (passage,))
    meeting = Node(f"m{HOSTILE}", HOSTILE, "meeting")
    edge = Edge("n", meeting.id, "attendance", HOSTILE, Basis.STATED, "online")
    return Network(HOSTILE, meeting.id, (node, meeting), (edge,))


def test_hostile_names_stay_words():
    page = Reader(draw_network(hostile_network()))

    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == 3
    assert "img" not in tags
    assert "49" not in draw_network(hostile_network()).split("<script", 1)[0][-2000:]


def test_hostile_names_stay_words_in_rows_that_come_later():
    network = hostile_network()
    many = tuple(Node(f"t{n}", f"</noscript>{HOSTILE}", "theme") for n in range(ROWS))
    network = replace(network, nodes=(*network.nodes, *many))

    html = draw_network(network)
    late = html.split("<noscript data-rest", 1)[1].split("</noscript>")[0]
    assert late.count("<tr") == len(network.nodes) - ROWS
    assert "img" not in [tag for tag, _ in Reader(html).elements]


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "&amp;", "\u2028", "\u2029", "普通の語"]
)
def test_inert_json(text):
    written = inert_json({"語": text})

    assert json.loads(written) == {"語": text}
    assert not set(written) & set("<>&\u2028\u2029")


def test_both_languages_have_the_same_words():
    ja, en = read_words("ja"), read_words("en")

    assert ja.keys() == en.keys()
    assert list(ja) == sorted(ja)
    assert all(ja.values())
    assert all(en.values())
    blanks = re.compile(r"\{\w+\}")
    assert all(
        sorted(blanks.findall(ja[key])) == sorted(blanks.findall(en[key])) for key in ja
    )


def test_every_word_that_the_page_says_is_known(page):
    words = read_words("ja")
    kinds = {key.split(".")[0] for key in words if "." in key}
    said = {
        value
        for _, attributes in page.elements
        for name, value in attributes.items()
        if name.startswith("data-word")
    }
    in_script = set(re.findall(r'say\("([\w.]+)"', page_script()))
    families = set(re.findall(r"say\(`(\w+)\.", page_script()))

    assert said | in_script <= words.keys()
    assert families <= kinds


def test_no_word_is_kept_that_nothing_says():
    words = read_words("ja")
    template = (ROOT / "kg/view/assets/page.html").read_text(encoding="utf-8")
    whole = page_script() + template
    families = {"kind", "relation", "incoming", "mode", "basis", "column"}

    assert [
        key
        for key in words
        if f'"{key}"' not in whole and key.split(".")[0] not in families
    ] == []


def test_english_page(meeting):
    html = draw_network(meeting, language="en")

    assert '<html lang="en">' in html
    assert "Things drawn" in html


def test_what_is_left_out_is_said(html):
    assert "図に入らなかったもの</span> <b>3</b>" in html


def test_an_empty_network_is_a_page_too():
    html = draw_network(Network("何もない", "", (), ()))

    assert '<h1 lang="ja">何もない</h1>' in html


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_same_bytes_in_every_process(seed, tmp_path):
    """Neither the order of sets, nor locale, zone or folder shows in the page."""
    code = (
        "import hashlib, runpy, sys; sys.path.insert(0, sys.argv[1]);"
        "tests = runpy.run_path(sys.argv[1] + '/tests/view/test_page.py');"
        "from kg.view import draw_network;"
        "html = draw_network(tests['hostile_network']());"
        "print(hashlib.sha256(html.encode()).hexdigest())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)],
        cwd=tmp_path,
        env={"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = sha256(draw_network(hostile_network()).encode()).hexdigest()

    assert found.stdout.strip() == expected
