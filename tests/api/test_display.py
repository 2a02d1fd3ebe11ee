"""What a notebook shows is HTML in which words of records are inert."""

from html.parser import HTMLParser

import pytest

from kg.api import Dataset, Table
from kg.graph import open_store
from tests.ontology.answers import GRAPHS

NASTY = "</script><img src=x onerror=alert(1)><b>"
ALLOWED = {
    "div", "style", "p", "strong", "small", "mark", "table", "caption", "thead",
    "tbody", "tr", "th", "td",
}  # fmt: skip


class Tags(HTMLParser):
    """Note every element, and every attribute that could act."""

    def __init__(self):
        """Begin with nothing."""
        super().__init__()
        self.tags, self.acting, self.text = set(), set(), []

    def handle_starttag(self, tag, attrs):
        """Note one element."""
        self.tags.add(tag)
        self.acting |= {name for name, _ in attrs} - {"class", "lang", "scope"}

    def handle_data(self, data):
        """Note words."""
        self.text.append(data)


def seen(markup):
    """Return what a browser would make of *markup*."""
    tags = Tags()
    tags.feed(markup)
    return tags


@pytest.fixture(scope="module")
def nasty(tmp_path_factory):
    """Return the story with a name, a meeting and a text that want to act."""
    file = tmp_path_factory.mktemp("nasty") / "story.ttl"
    text = GRAPHS["story"].read_text(encoding="utf-8")
    for words in ("橘 一葉", "架空技術政策会議（第3回）", "架空大学", "データ連携"):
        assert words in text
        text = text.replace(words, NASTY)
    file.write_text(text, encoding="utf-8")
    return Dataset(open_store(file))


def things(graph):
    """Yield one of everything that has a display."""
    meeting = graph.meetings[0]
    person = next(one for one in graph.people if one.name == NASTY)
    yield from (graph.people, graph.organizations, graph.meetings, graph.themes)
    yield from (person, meeting, graph.organizations[0], graph.councils[0])
    yield from (person.posts[0], person.attendances[0], person.evidence)
    yield from (meeting.evidence, graph.themes[0].evidence, graph.questions)
    yield graph.ask("who-attended")
    yield graph.query("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 40")


def test_displays_are_inert(nasty):
    shown = [thing._repr_html_() for thing in things(nasty)]

    assert any(NASTY in "".join(seen(markup).text) for markup in shown)
    for markup in shown:
        found = seen(markup)
        assert found.tags <= ALLOWED
        assert found.acting == set()


def test_plain_displays_are_short(story):
    person = story.person("橘 一葉")

    assert repr(person) == "Person('橘 一葉', 'person/tachibana')"
    assert repr(person.posts[0]) == (
        "Post('橘 一葉', '架空大学', '副学長', days=('2024-05-15',))"
    )
    assert repr(person.attendances[0]) == (
        "Attendance('橘 一葉', '架空技術政策会議（第3回）', '会場*')"
    )
    assert repr(person.posts[0].sightings[0]) == (
        "Sighting('2024-05-15', '架空技術政策会議（第3回）')"
    )


def test_a_long_table_says_what_it_leaves_out():
    table = Table(("n",), [(str(n),) for n in range(40)])

    assert repr(table).endswith("ほか 10 行")
    assert "ほか 10 行" in table._repr_html_()
    assert len(table) == len(table.to_dicts()) == 40


def test_an_empty_table_is_a_sentence():
    table = Table(("氏名",), (), note="ありません。")

    assert repr(table) == "ありません。"
    assert "<p>ありません。</p>" in table._repr_html_()
