"""The questions about many meetings answer on five records as a reader of these would.

The rows in `tests/corpora/five/answers` were written from the texts.
"""

import json

import pytest
from typer.testing import CliRunner

from kg.ask import ask_question, find_question, read_questions
from kg.cli.app import app
from kg.model import Verdict
from tests.corpus.five import build_five, cite, read_cases

CASES = [
    pytest.param(case, id=f"{case.question} {'; '.join(case.values.values())}")
    for case in read_cases()
]
NEEDED = {
    "who-chaired",
    "members-by-sector",
    "ranks-by-ministry",
    "what-changed",
    "posts-over-time",
    "members-of-both",
    "who-was-absent",
    "who-sits-long-or-often",
    "themes-by-meeting",
    "themes-by-year",
    "theme-by-ministry",
    "first-sighting-of-a-theme",
    "themes-together",
    "closed-papers-of-a-theme",
    "where-a-theme-was-discussed",
    "agenda-with-presenters-and-handouts",
    "statements-on-a-theme",
    "mentioned-but-absent",
    "attendance-of-members",
    "councils-sharing-members",
    "meetings-of-a-council",
    "meetings-of-a-person",
    "missing-meetings",
    "people-of-org",
    "what-did-somebody-say",
    "what-is-not-known",
    "where-an-organization-is-mentioned",
    "who-may-be-the-same",
    "who-sat-with",
}


@pytest.fixture(scope="session")
def five(tmp_path_factory):
    """Return the folder of the build, what was found, and the graph of all of it."""
    out = tmp_path_factory.mktemp("five") / "out"
    corpus = build_five(out)
    store = corpus.store([one.document for one in corpus.documents])
    return out, corpus, store


@pytest.fixture(scope="session")
def names(five):
    """Return the names of the files by the ids of their documents."""
    _, corpus, _ = five
    return {one.document: one.name.removesuffix(".txt") for one in corpus.documents}


def test_every_record_is_read(five):
    _, corpus, _ = five

    assert corpus.refusals == ()
    assert len(corpus.meetings) == 5


def test_who_may_be_one_person_stays_open(five):
    _, corpus, _ = five
    labels = {one.key: one.label for d in corpus.documents for one in d.people}
    open_pairs = {
        (labels[one.left], labels[one.right])
        for one in corpus.identities.decisions
        if one.verdict is Verdict.UNSURE
    }

    assert {tuple(sorted(pair)) for pair in open_pairs} == {
        ("小暮", "小暮律"),
        ("小暮", "小暮敦子"),
        ("瓜生葵", "瓜生葵"),
    }


def test_every_question_has_an_answer():
    assert {case.question for case in read_cases()} == NEEDED


@pytest.mark.parametrize("case", CASES)
def test_a_question_answers_with_the_stated_rows(five, names, case):
    _, _, store = five
    question = find_question(read_questions(), case.question)

    answer = ask_question(store, question, case.values)

    assert answer.columns == case.columns
    found = [tuple(cite(cell, names) for cell in row) for row in answer.rows]
    assert found == list(case.rows)
    assert bool(answer.rows) != bool(answer.note)


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_the_command_answers_from_the_built_folder(five, names, name):
    out, _, _ = five
    case = next(case for case in read_cases() if case.question == name)
    blanks = [f"{key}={value}" for key, value in case.values.items()]

    result = CliRunner().invoke(
        app, ["ask", name, *blanks, "--data", str(out), "--json"]
    )

    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["rows"]
    found = [tuple(cite(cell, names) for cell in row) for row in rows]
    assert found == list(case.rows)
