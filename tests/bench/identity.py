"""Print how well people are told apart over an invented corpus, and what it costs.

    python tests/bench/identity.py --shape first --seed 1 --councils 10 --meetings 20
    python tests/bench/identity.py --kept out/read.json  # the second time, no parser

The documents are read by the rules alone. Nothing is asserted.
"""

import argparse
import datetime as dt
import resource
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import msgspec

from kg import identity
from kg.evaluate.identity import IdentityScore, Rates, TrueSighting, score_identity
from kg.gazetteer import load_gazetteer, load_register
from kg.model import Identities, Judgement, PersonSighting, Verdict
from kg.resources import data_path
from kg.text import key
from tests.bench.tenures import score_tenures
from tests.corpora import SHAPES, Corpus, generate
from tests.corpora.reading import (
    WORKERS,
    Matched,
    Read,
    Sightings,
    ceiling,
    match_all,
    read_all,
    surnames_of,
    true_sighting,
)

Fold = Callable[[str], str]
Pairs = tuple[tuple[str, str], ...]


def by_name(fold: Fold, sightings: Sightings) -> dict[str, str]:
    """Take all who bear one name for one person."""
    return {one.key: fold(one.name) for one in sightings}


def by_exact_name(_: Fold, sightings: Sightings) -> dict[str, str]:
    """Take all whose names are printed alike for one person."""
    return {one.key: key(one.name) for one in sightings}


def by_organization(fold: Fold, sightings: Sightings) -> dict[str, str]:
    """Take those of one name and one topmost organization for one person."""
    return {one.key: f"{fold(one.name)} {_top(one)}" for one in sightings}


def _top(one: PersonSighting) -> str:
    """Return the topmost organization, the council itself where none is printed."""
    for post in one.posts:
        if post.organization and not post.seat:
            return post.organization[0]
    return str(one.council)


def by_program(fold: Fold, sightings: Sightings, apart: Pairs = ()) -> dict[str, str]:
    """Take those for one person whom kg.identity does, those *apart* being judged."""
    decided = decide(fold, sightings, apart)
    return {seen: one.id for one in decided.people for seen in one.sightings}


def decide(fold: Fold, sightings: Sightings, apart: Pairs = ()) -> Identities:
    """Return what kg.identity decides, those *apart* being judged."""
    judged = [
        Judgement(dt.date(2025, 4, 1), "truth", left, right, Verdict.DIFFERENT)
        for left, right in apart
    ]
    return identity.identify(sightings, judged, lineage(), fold)


def lineage() -> Callable[[tuple[str, ...]], frozenset[str]]:
    """Return what the register knows of successions, where it can be loaded."""
    return load_register(data_path() / "register").lineage


METHODS: dict[str, Callable] = {
    "exact name": by_exact_name,
    "folded name": by_name,
    "name + organization": by_organization,
    "kg.identity": by_program,
    "kg.identity, judged": by_program,
}


def judged_apart(truth: Mapping[str, TrueSighting]) -> Iterator[tuple[str, str]]:
    """Yield sightings of people of one full name, as a judge would hold them apart."""
    first: dict[str, dict[str, str]] = defaultdict(dict)
    for seen, one in truth.items():
        if not one.surname_only:
            first[one.name].setdefault(one.person, seen)
    for people in first.values():
        seen = list(people.values())
        yield from pairwise(seen)


def show_reading(
    corpus: Corpus, results: list[Read], matched: Matched, spent: float
) -> None:
    """Print what the parser read of the rows, by layout."""
    rows, layouts = corpus.truth["rows"], layouts_of(corpus)
    wanted = Counter(layouts[row["document"]] for row in rows)
    found = Counter(layouts[row["document"]] for _, row in matched)
    seen = sum(len(one.sightings) for one in results)
    share = len(matched) / len(rows)
    print(f"documents {len(results)}, refused {sum(bool(r.refusal) for r in results)}")
    print(f"parse {spent:.0f} s with {WORKERS} processes")
    print(f"rows {len(rows)}, read {len(matched)}: recall {share:.4f}")
    print(f"sightings {seen}, not in the truth {seen - len(matched)}")
    for layout in sorted(wanted):
        share = found[layout] / wanted[layout]
        print(f"  {layout:10} {wanted[layout]:6} rows, read {share:.4f}")


def show_misses(
    corpus: Corpus, results: list[Read], matched: Matched, limit: int
) -> None:
    """Print rows that were not read, and sightings that are no row, *limit* at most."""
    layouts = layouts_of(corpus)
    known = {seen.key for seen, _ in matched}
    printed = {(row["document"], row["row"]) for _, row in matched}
    missed = [
        f"not read: {row['document']} {layouts[row['document']]} {row['printed']} "
        f"{' '.join(row['printed_path'])} {row['post']} {row['marks']}"
        for row in corpus.truth["rows"]
        if (row["document"], row["row"]) not in printed
    ]
    spurious = [
        f"no row: {one.name} {layouts[one.name]} {seen.name}"
        for one in results
        for seen in one.sightings
        if seen.key not in known
    ]
    refused = [f"refused: {one.name} {one.refusal}" for one in results if one.refusal]
    told = [*refused, *missed, *spurious]
    told.sort(key=lambda line: line.partition(": ")[2])  # by document
    print(*told[:limit], sep="\n")


def layouts_of(corpus: Corpus) -> dict[str, str]:
    """Return the layout of each document."""
    return {one["document"]: one["layout"] for one in corpus.truth["documents"]}


def line(name: str, score: IdentityScore, spent: float) -> str:
    """Return one row of the table."""
    cells = [name, *_cells(score.pairs), *_cells(score.bcubed)]
    cells += [str(score.forbidden), str(score.groups), f"{spent:.1f}"]
    return f"| {' | '.join(cells)} |"


def _cells(rates: Rates) -> list[str]:
    """Return precision, recall and F1."""
    return [f"{value:.4f}" for value in (rates.precision, rates.recall, rates.f1)]


def causes(found: Mapping) -> str:
    """Return counts by cause in words."""
    return ", ".join(f"{cause} {many}" for cause, many in found.items()) or "none"


def peak() -> int:
    """Return the most memory in MB, of this process and of its largest worker."""
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(user).ru_maxrss for user in users) // 1024


def main() -> None:
    """Print what was read, then the scores of each method."""
    options = _options()
    shape = SHAPES[options.shape]
    shape = replace(
        shape,
        councils=options.councils or shape.councils,
        meetings=options.meetings or shape.meetings,
    )
    began = perf_counter()
    corpus = generate(shape, options.seed)
    print(f"generated in {perf_counter() - began:.1f} s")
    began = perf_counter()
    results = read_or_keep(corpus, options.kept)
    spent = perf_counter() - began
    matched = match_all(corpus, results)
    show_reading(corpus, results, matched, spent)
    show_misses(corpus, results, matched, options.misses)
    show_scores(corpus, results, matched)
    print(f"peak memory {peak()} MB (this process and one worker)")


def read_or_keep(corpus: Corpus, kept: Path | None) -> list[Read]:
    """Return what is read of *corpus*, from the file *kept* where one was written.

    It is for who works on the decision alone, and knows when the parser changed.
    """
    if kept is not None and kept.is_file():
        return msgspec.json.decode(kept.read_bytes(), type=list[Read])
    results = read_all(corpus)
    if kept is not None:
        kept.write_bytes(msgspec.json.encode(results))
    return results


def show_scores(corpus: Corpus, results: list[Read], matched: Matched) -> None:
    """Print the scores of each method over what was read."""
    surnames = surnames_of(corpus.truth)
    sightings = tuple(seen for one in results for seen in one.sightings)
    truth = {seen.key: true_sighting(row, surnames) for seen, row in matched}
    apart = tuple(judged_apart(truth))
    fold = load_gazetteer(data_path() / "gazetteer").fold
    people = len({one.person for one in truth.values()})
    print(f"\n{len(truth)} sightings of {people} people")
    print(f"{len(apart)} pairs of people of one name are judged apart")
    print("| Method | P | R | F1 | B³ P | B³ R | B³ F1 | Forbidden | Groups | s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    print(line("ceiling", score_identity(ceiling(matched), truth, apart), 0.0))
    told = []
    for name, method in METHODS.items():
        began = perf_counter()
        judged = (apart,) if name.endswith("judged") else ()
        groups = method(fold, sightings, *judged)
        spent = perf_counter() - began
        score = score_identity(groups, truth, apart)
        print(line(name, score, spent))
        told.append(
            f"{name}: merged {causes(score.merged)}; missed {causes(score.missed)}"
        )
    print("\n" + "\n".join(told))
    found = score_tenures(corpus, results, matched, decide(fold, sightings))
    print(found.told())


def _options() -> argparse.Namespace:
    """Return the options of the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shape", choices=SHAPES, default="first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--councils", type=int)
    parser.add_argument("--meetings", type=int)
    parser.add_argument("--kept", type=Path, help="where to keep what was read")
    parser.add_argument("--misses", type=int, default=0, help="how many to print")
    return parser.parse_args()


if __name__ == "__main__":
    main()
