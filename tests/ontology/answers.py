"""Read the stated answers of the questions, and ask the questions."""

from dataclasses import dataclass
from functools import cache

from kg.ask.catalogue import read_questions
from kg.ask.parameter import bind_value
from kg.gazetteer import load_gazetteer
from kg.graph import (
    Graph,
    bind,
    load_register_tables,
    open_store,
    register_graph,
    see_bodies,
)
from kg.resources import data_path
from tests.ontology.results import DATA, EXAMPLES, GOLD, ONTOLOGY, read

QUESTIONS = ONTOLOGY / "questions"
GRAPHS = {"gold": GOLD, "story": EXAMPLES / "story.ttl"}
SETTLED = GOLD.with_name("seed-discourse.ttl")
UNDERTAKEN = GOLD.with_name("seed-undertakings.ttl")
DOCUMENTS = {
    "gold": f"{DATA}doc/595e2dd9b82c",
    "story": f"{DATA}doc/story",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says: the values of the blanks, the columns, the rows."""

    values: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_answer(file):
    """Return the answer stated in *file*; its first line has the values, or a dash."""
    values, columns, *rows = file.read_text(encoding="utf-8").splitlines()
    return Stated(
        values.removeprefix("# ").removeprefix("-"),
        tuple(columns.split("\t")),
        tuple(tuple(row.split("\t")) for row in rows),
    )


def question(name):
    """Return the question called *name*."""
    return next(one for one in read_questions(QUESTIONS) if one.name == name)


def open_graph(name):
    """Return the store of a graph, with the codes and themes of the ontology.

    Beside the gold stands what the register says of its bodies, as beside a build,
    and what was settled and undertaken; the story has an invented register in it.
    """
    beside = (registered(name), SETTLED, UNDERTAKEN) if name == "gold" else ()
    return open_store(GRAPHS[name], *beside)


@cache
def tables():
    """Return the register and the rules that the program ships."""
    words = load_gazetteer(data_path() / "gazetteer")
    return load_register_tables(data_path(), words)


@cache
def registered(name):
    """Return what the register and the rules say of the bodies of a graph."""
    parts = register_graph([see_bodies(read(GRAPHS[name]))], tables(), DATA)
    return Graph(DATA, parts)


def blanks(text):
    """Return the values of blanks: `organization=内閣府; meeting=第23回`."""
    return dict(
        (part.strip() for part in item.split("=", 1))
        for item in filter(None, (item.strip() for item in text.split(";")))
    )


def filled(one, store, values):
    """Return the query of a question with *values* in its blanks."""
    given = blanks(values)
    terms = {
        parameter.name: bind_value(store, parameter, given[parameter.name])
        for parameter in one.parameters
        if parameter.name in given
    }
    assert terms.keys() == given.keys()
    return bind(one.query, terms)


def cell(text, graph):
    """Return a cell as the files have it: spans without their document."""
    words = "" if text is None else str(text).replace(DOCUMENTS[graph], "")
    return words.replace("\t", " ").replace("\n", " ")
