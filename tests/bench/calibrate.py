"""Learn what each clue about two sightings weighs; print how far to trust it.

Reads data/identity/pairs.tsv, fits a logistic regression and writes
data/identity/weights.toml; the table that is printed is of predictions for pairs
that were left out of the fit (five parts, each fifth pair in one).
"""

import csv
from pathlib import Path

import numpy as np

from kg.gazetteer import load_gazetteer
from kg.identity import plain_lineage
from kg.identity.compare import compare, make_pair, rosters
from kg.identity.feature import Feature
from kg.identity.look import look_at
from kg.resources import data_path
from tests.identity.rows import read_row

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "data/identity/pairs.tsv"
WEIGHTS = ROOT / "data/identity/weights.toml"

_RIDGE = 0.2
"""Keeps the weight of a clue finite that only one sort of pair shows."""
_STEPS = 60
_PARTS = 5

_HEAD = """\
# What each clue about two sightings weighs, in log-odds: above 0 it speaks for one
# person, below 0 against. Learnt from pairs.tsv by tests/bench/calibrate.py;
# change the pairs, not this file. A feature that no pair shows weighs 0.

"""


def read_pairs(path=PAIRS):
    """Return the label and the features of each pair."""
    gazetteer = load_gazetteer(data_path() / "gazetteer")
    lineage = plain_lineage(gazetteer)
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    found = []
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        left, right = read_row(row["left"]), read_row(row["right"], 2)
        looks = look_at([*left, *right], lineage, gazetteer.fold)
        one, other = (
            next(look for look in looks if look.seen is side[0])
            for side in (left, right)
        )
        around = [Feature(name) for name in row["around"].split(";") if name]
        clues = compare(make_pair(one, other, *around), rosters(looks))
        features = {Feature(clue.feature) for clue in clues}
        found.append((row["label"] == "same", features))
    return found


def fit(table, truth):
    """Return the intercept and the weights of a ridge logistic regression."""
    design = np.hstack([np.ones((len(table), 1)), table])
    ridge = np.full(design.shape[1], _RIDGE)
    ridge[0] = 1e-6
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (truth - chance) - ridge * weights
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(ridge)
        weights += np.linalg.solve(curve, slope)
    return weights


def learn(pairs):
    """Return the intercept and the weight of each feature, in two decimals."""
    names = list(Feature)
    table = np.array([[name in shown for name in names] for _, shown in pairs], float)
    truth = np.array([label for label, _ in pairs], float)
    weights = fit(table, truth)
    return weights[0], dict(zip(names, weights[1:], strict=True))


def write_weights(pairs):
    """Return the text of weights.toml."""
    intercept, weights = learn(pairs)
    lines = [f"intercept = {intercept:.2f}\n", "[weights]"]
    lines += [f'"{name}" = {weight + 0.0:.2f}' for name, weight in weights.items()]
    return _HEAD + "\n".join(lines).replace("-0.00", "0.00") + "\n"


def reliability(pairs):
    """Yield for each range of prediction: pairs, mean prediction, share of same."""
    predicted = np.zeros(len(pairs))
    for part in range(_PARTS):
        kept = [pair for place, pair in enumerate(pairs) if place % _PARTS != part]
        intercept, weights = learn(kept)
        for place in range(part, len(pairs), _PARTS):
            total = intercept + sum(weights[name] for name in sorted(pairs[place][1]))
            predicted[place] = 1 / (1 + np.exp(-total))
    truth = np.array([label for label, _ in pairs], float)
    for low, high in ((0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.9), (0.9, 1.01)):
        inside = (low <= predicted) & (predicted < high)
        if inside.any():
            mean, share = predicted[inside].mean(), truth[inside].mean()
            yield low, min(high, 1), int(inside.sum()), mean, share
    yield 0, 1, len(pairs), float(((predicted - truth) ** 2).mean()), truth.mean()


def main():
    """Fit, write, and print the table; its last line is the Brier score."""
    pairs = read_pairs()
    WEIGHTS.write_text(write_weights(pairs), encoding="utf-8", newline="\n")
    print("predicted      pairs   mean    same")
    *ranges, (_, _, count, brier, share) = reliability(pairs)
    for low, high, inside, mean, same in ranges:
        print(f"{low:4.2f} - {high:4.2f} {inside:9} {mean:6.3f} {same:7.3f}")
    print(f"Brier score {brier:.4f} over {count} pairs, {share:.3f} of them same")


if __name__ == "__main__":
    main()
