"""Print times as ratios to a peer in the same run; nothing is asserted.

Absolute times drift by tens of per cent on shared machines, ratios hold.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

import rdflib
import spacy

from kg.ask import read_questions
from kg.graph import PREFIXES, open_store, validate_graph, write_nquads, write_turtle
from kg.pipeline import load_tools, run_line
from kg.resources import data_path

Row = tuple[str, str, float, float]
"""Our work, the peer's, and the seconds of both."""


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median time of *work*."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def command(*words: str) -> Callable[[], object]:
    """Return a run of python with *words*."""
    return lambda: subprocess.run(
        [sys.executable, *words], check=True, capture_output=True
    )


def start_up() -> Iterable[Row]:
    """Compare the start of the command with that of an empty python."""
    bare = seconds(command("-c", "pass"), 15)
    yield (
        "kg --help",
        "empty python",
        seconds(command("-m", "kg", "--help"), 15),
        bare,
    )


def line(path: Path) -> Iterable[Row]:
    """Compare the line on one document with GiNZA alone, both with loaded model."""
    tools = load_tools()
    model = spacy.load("ja_ginza")
    text = path.read_text(encoding="utf-8")
    paragraphs = [part for part in text.split("\n") if part]
    run_line(path, tools)  # loads the model
    alone = seconds(lambda: list(model.pipe(paragraphs)), 3)
    yield (
        "document to graph",
        "nlp.pipe",
        seconds(lambda: run_line(path, tools), 3),
        alone,
    )


def store(path: Path) -> Iterable[Row]:
    """Compare opening, questions and validation with rdflib on the same triples."""
    graph = run_line(path, load_tools())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dataset.nq"
        file.write_text(write_nquads(graph), encoding="utf-8")
        opening = seconds(lambda: open_store(file))
    turtle = write_turtle(graph) + write_turtle(graph, evidence=True)
    parsing = seconds(lambda: rdflib.Graph().parse(data=turtle, format="turtle"), 1)
    yield "open the store", "rdflib parse", opening, parsing
    opened = open_store(graph)
    peer = rdflib.Graph().parse(
        data="".join(f"{line}\n" for line in opened.lines()), format="nt"
    )
    prefixes = {name: rdflib.Namespace(base) for name, base in PREFIXES.items()}
    queries = [
        question.query
        for question in read_questions()
        if not any(parameter.required for parameter in question.parameters)
    ]
    ours = seconds(lambda: [opened.query(query) for query in queries])
    theirs = seconds(lambda: [list(peer.query(q, initNs=prefixes)) for q in queries], 1)
    yield f"{len(queries)} questions", "rdflib", ours, theirs
    checking = seconds(lambda: validate_graph(opened), 3)
    yield "validate", "rdflib parse", checking, parsing


def main() -> None:
    """Print every row."""
    path = data_path() / "minutes" / "ryoshi-23.txt"
    print(f"{'ours':<20}{'peer':<18}{'ours':>9}{'peer':>9}{'ours/peer':>11}")
    for part in (start_up(), line(path), store(path)):
        for name, peer, ours, theirs in part:
            print(
                f"{name:<20}{peer:<18}{ours:>9.4f}{theirs:>9.4f}{ours / theirs:>11.3f}"
            )


if __name__ == "__main__":
    main()
