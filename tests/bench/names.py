"""Compare ways to tell who is who on the frozen table of pairs of names.

Prints precision, recall and microseconds a pair of `identify`, of rapidfuzz alone
(ratio of the names at least 0.9) and of exact match. A pair with context costs its
context too.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz

from kg.gazetteer import load_gazetteer
from kg.identity import identify, plain_lineage
from kg.resources import data_path
from tests.identity.rows import read_row

NAMES = Path(__file__).parents[1] / "identity/names.tsv"
_ALIKE = 90


def read_cases(path=NAMES):
    """Return kind, truth and sightings of each pair; the two in question first."""
    lines = path.read_text(encoding="utf-8").splitlines()
    table = csv.DictReader(
        [line for line in lines if not line.startswith("#")],
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    found = []
    for row in table:
        texts = [row["left"], row["right"]]
        texts += [text for text in row["context"].split(" | ") if text]
        rows = [read_row(text, place) for place, text in enumerate(texts, 1)]
        seen = [one[0] for one in rows] + [beside for one in rows for beside in one[1:]]
        found.append((row["kind"], row["label"] == "same", tuple(seen)))
    return found


def ours():
    """Return the judge of this program: one person, or not."""
    gazetteer = load_gazetteer(data_path() / "gazetteer")
    lineage = plain_lineage(gazetteer)

    def together(sightings):
        found = identify(sightings, (), lineage, gazetteer.fold)
        keys = {one.key for one in sightings[:2]}
        return any(keys <= set(person.sightings) for person in found.people)

    return together


def by_rapidfuzz(sightings):
    """Judge by the likeness of the names alone."""
    left, right = sightings[:2]
    return fuzz.ratio(left.label, right.label) >= _ALIKE


def by_name(sightings):
    """Judge by the very same name."""
    return sightings[0].label == sightings[1].label


def score(judge, cases):
    """Return precision, recall, microseconds a pair, and the wrong by kind."""
    start = perf_counter()
    said = [judge(sightings) for _, _, sightings in cases]
    spent = (perf_counter() - start) / len(cases) * 1e6
    right = sum(one and truth for one, (_, truth, _) in zip(said, cases, strict=True))
    true = sum(truth for _, truth, _ in cases)
    kinds = defaultdict(Counter)
    for one, (kind, truth, _) in zip(said, cases, strict=True):
        kinds[kind][("wrong" if one else "missed") if one != truth else "right"] += 1
    return right / max(sum(said), 1), right / true, spent, kinds


def main():
    """Print one line a way, then what ours misses by kind."""
    cases = read_cases()
    print(f"{len(cases)} pairs, {sum(truth for _, truth, _ in cases)} of them same")
    ways = (("ours", ours()), ("rapidfuzz", by_rapidfuzz), ("exact", by_name))
    for name, judge in ways:
        precision, recall, spent, kinds = score(judge, cases)
        print(f"{name:10} {precision:.3f} {recall:.3f} {spent:8.1f} us")
        if name == "ours":
            first = kinds
    for kind, counts in first.items():
        if counts["missed"] or counts["wrong"]:
            print(f"  {kind}: {dict(counts)}")


if __name__ == "__main__":
    main()
