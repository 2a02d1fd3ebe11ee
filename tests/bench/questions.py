"""Print how long each prepared question takes over many meetings, and rdflib's time.

    python -m tests.bench.questions out --copies 100
    python -m tests.bench.questions out --copies 10 --peer 20
    python -m tests.bench.questions out --copies 100 --once --peer 20
    python -m tests.bench.questions out --copies 100 who-attended --peer 60

*out* is a build of tests/corpora/five; its councils are copied under other IRIs, its
ministries, roles and themes are shared, so that 100 copies are a million triples.
Each question is asked about one thing, and about all where its blanks may stay open;
with --once in one of these ways only, about one thing where it has a blank.
Nothing is asserted: the aim is a median of 60 times rdflib's speed, and no question
that grows faster than the triples. A peer that passes its seconds, or 100 times ours,
counts as those, so that the ratios are the least that they can be.
"""

import argparse
import multiprocessing
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import rdflib

from kg.ask import bind_value, read_questions
from kg.errors import QuestionError
from kg.graph import PREFIXES, Store, bind, open_store
from kg.model import Question

BASE = "https://example.org/gijiroku/id/"
_SHARED = re.compile(r"<https://example\.org/gijiroku/id/(?:role|group)/[^>]*>")
_NUMBERS = {"number": "2", "text": "会長", "date": "2024-01-01"}
ENOUGH = 100
"""A peer that is so many times slower is not waited for any longer."""

Row = tuple[str, str, str, float, int]
"""A question, how its blanks are, its query, our seconds, the rows."""


def copies(file: Path, number: int) -> Iterator[str]:
    """Yield the quads of *file* for each of *number* copies."""
    text = file.read_text(encoding="utf-8")
    bodies = open_store(file).rows(
        "SELECT ?o { ?o rdfs:label ?l FILTER(REGEX(STR(?l), '^(国土交通省|環境省)')) }"
    )
    shared = {f"<{row['o']}>" for row in bodies}
    shared |= set(_SHARED.findall(text))
    parts = re.split(r"(<https://example\.org/gijiroku/id/[^>]*>)", text)
    renamed = [
        place
        for place, part in enumerate(parts)
        if part.startswith(f"<{BASE}") and part not in shared
    ]
    rests = {place: parts[place].removeprefix(f"<{BASE}") for place in renamed}
    for copy in range(number):
        if copy:
            for place, rest in rests.items():
                parts[place] = f"<{BASE}{copy}/{rest}"
        yield "".join(parts)


def one_value(store: Store, question: Question) -> dict[str, str]:
    """Return a value for each blank of *question*, the first of its kind."""
    values = {}
    for parameter in question.parameters:
        if parameter.kind in _NUMBERS:
            values[parameter.name] = _NUMBERS[parameter.kind]
            continue
        file = Path("kg/ask/values") / f"{parameter.kind}.rq"
        rows = store.query(file.read_text(encoding="utf-8")).rows
        found = sorted({row[0].text for row in rows if row[0] is not None})
        own = [one for one in found if re.match(rf"{BASE}(?!\d+/)|[^h]", one)]
        values[parameter.name] = (own or found or ["なし"])[0]
    return values


def queries(store: Store, first: Store, names: Iterable[str]) -> Iterator[Row]:
    """Yield each question with one thing in its blanks, and with none."""
    chosen = set(names)
    for question in read_questions():
        if chosen and question.name not in chosen:
            continue
        values = one_value(first, question)
        try:
            terms = {
                parameter.name: bind_value(first, parameter, values[parameter.name])
                for parameter in question.parameters
            }
        except QuestionError:
            terms = {}
        if terms:
            query = bind(question.query, terms)
            yield question.name, "one", query, *timed(store, query)
        if all(not parameter.required for parameter in question.parameters):
            yield question.name, "all", question.query, *timed(store, question.query)


def timed(store: Store, query: str) -> tuple[float, int]:
    """Return the median seconds of *query*, and its rows."""
    taken, rows = [], 0
    while len(taken) < 5 and sum(taken) < 5:
        start = perf_counter()
        rows = len(store.query(query).rows)
        taken.append(perf_counter() - start)
    return median(taken), rows


def peer(graph: rdflib.Graph, query: str, limit: float) -> float | None:
    """Return rdflib's seconds for *query*, at most *limit*; None where it fails."""

    def work() -> None:
        names = {name: rdflib.Namespace(base) for name, base in PREFIXES.items()}
        list(graph.query(query, initNs=names))

    # the graph is there without a copy, and a query cannot be stopped from within
    child = multiprocessing.get_context("fork").Process(target=work)
    start = perf_counter()
    child.start()
    child.join(limit)
    taken = perf_counter() - start
    if child.is_alive():
        child.kill()
        child.join()
        return limit
    return None if child.exitcode else taken


def main() -> None:
    """Print every row, and the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--once", action="store_true", help="ask in one way only")
    parser.add_argument("--peer", type=float, default=0, help="seconds for rdflib")
    given = parser.parse_intermixed_args()
    file = given.out / "dataset.nq"
    first = open_store(file)
    store = open_store("".join(copies(file, given.copies)).encode())
    print(f"{len(store):,} triples")
    graph = rdflib.Graph()
    if given.peer:
        graph.parse(data="".join(f"{line}\n" for line in store.lines()), format="nt")
    ratios: list[float] = []
    asked: set[str] = set()
    for name, form, query, taken, rows in queries(store, first, given.names):
        if given.once and name in asked:
            continue
        asked.add(name)
        line = f"{name:<40}{form:<5}{rows:>8}{taken * 1000:>10.1f} ms"
        if given.peer:
            theirs = peer(graph, query, min(given.peer, ENOUGH * taken))
            if theirs is None:
                line += "       rdflib fails"
            else:
                ratios.append(theirs / taken)
                line += f"{theirs * 1000:>12.1f} ms{ratios[-1]:>10.1f} ×"
        print(line, flush=True)
    if ratios:
        below = sum(ratio < 60 for ratio in ratios)
        print(f"median {median(ratios):.1f} ×, least {min(ratios):.1f} ×", end="")
        print(f"; {below} of {len(ratios)} below 60 ×")


if __name__ == "__main__":
    main()
