"""The page's own engine answers every prepared question as `kg ask` does.

Chromium runs the engine that the wheel ships, under the policy of the page, with the
network cut; its rows are compared with those of the store in Python.
"""

import json
import re

import pytest

from kg.ask import list_values, read_questions
from kg.graph import (
    PREFIXES,
    bind,
    literal,
    number,
    open_dataset,
    open_store,
    project_explorer,
)
from kg.view import Beside, write_explorer

pytestmark = pytest.mark.browser

BASE = "https://example.org/gijiroku/id/"
START = """async ([prefixes]) => {
  const read = async (name) => {
    const packed = document.getElementById(`block-${name}`).textContent;
    const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream();
    const plain = stream.pipeThrough(new DecompressionStream("gzip"));
    return new Response(plain).text();
  };
  const script = document.createElement("script");
  script.textContent = await read("engine");
  document.head.append(script);
  const settings = { script: script.textContent, prefixes };
  globalThis.kgStarted = await KgEngine.start(settings);
  await kgStarted.load(await read("dataset"));
  return kgStarted.apart;
}"""
ASK = """async (query) => {
  const answer = await kgStarted.query(query);
  return answer.rows.map((row) => row.map((term) => term && term.value));
}"""


LIMITED = """(query) =>
  kgStarted.query(query, { seconds: 1 }).catch((error) => error.message)"""


@pytest.fixture(scope="module")
def store(council):
    return open_store(council)


@pytest.fixture(scope="module")
def page(store, council, browser, tmp_path_factory):
    """Return the page, open in Chromium with its engine started."""
    files = write_explorer(
        project_explorer(store),
        open_dataset(council)[1],
        Beside(),
        base=BASE,
    )
    place = tmp_path_factory.mktemp("page") / "explorer.html"
    place.write_text(files["explorer.html"], encoding="utf-8", newline="\n")
    seen = browser.new_context(offline=True).new_page()
    seen.complaints = []
    seen.on("console", lambda said: seen.complaints.append(said.text))
    seen.goto(place.as_uri())
    seen.apart = seen.evaluate(START, [dict(PREFIXES)])
    yield seen
    seen.context.close()


def fill(store, question):
    """Return the query of *question* with something in every blank that it needs."""
    plain = {"text": (literal("水"),), "number": (number(1),)}
    values = {}
    for parameter in question.parameters:
        known = [term for term, _ in list_values(store, parameter.kind)]
        found = plain.get(parameter.kind, tuple(dict.fromkeys(known)))
        if found and parameter.required:
            values[parameter.name] = found[:3]
    return bind(question.query, values)


@pytest.mark.parametrize("question", read_questions(), ids=lambda one: one.name)
def test_answers_are_those_of_python(page, store, question):
    query = fill(store, question)
    expected = [
        [None if term is None else term.text for term in row]
        for row in store.query(query).rows
    ]

    assert page.evaluate(ASK, query) == expected


def test_a_runaway_query_is_ended_within_its_limit_and_others_are_answered(page):
    """The limit is one second here; the page's own is twenty."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

    assert "stopped after 1 s" in page.evaluate(LIMITED, endless)
    assert page.evaluate(ASK, "SELECT (1 AS ?n) {}") == [["1"]]
    assert int(page.evaluate(ASK, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }")[0][0]) > 100


def test_the_engine_runs_in_a_worker_under_the_policy(page):
    assert page.apart is True
    assert page.complaints == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_sentences_have_the_blanks_of_their_questions(root, language):
    """A question without a sentence is shown as its title, with its blanks after it."""
    file = root / f"kg/view/web/src/words/{language}.json"
    words = json.loads(file.read_text(encoding="utf-8"))
    blanks = {
        question.name: {one.name for one in question.parameters}
        for question in read_questions()
    }
    sentences = {
        name.removeprefix("sentence."): set(re.findall(r"\{(\w+)\}", text))
        for name, text in words.items()
        if name.startswith("sentence.")
    }

    assert len(sentences) >= 40
    assert {name: blanks.get(name) for name in sentences} == sentences
