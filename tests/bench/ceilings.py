"""Print how well a reader could tell people apart in an invented corpus, at best.

    python tests/bench/ceilings.py --shape second --seeds 6

The reader never errs within a council, nor about a name in one organization: there
the truth itself is taken. What the rows leave open is decided by a rule, for right
or wrong: an official who changes the ministry, a full name that one council prints
without an organization. So each line is what could be had at the most by who
follows the rule, and what it costs.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from kg.evaluate.identity import bcubed_rates, pair_rates
from tests.corpora import SHAPES, Corpus, generate
from tests.corpora.names import new_form

_MEMBERS = {"chair", "deputy", "member"}
RULES = {
    "nothing but council or organization": (),
    "and officials, one ministry after the other": ("officials",),
    "and a full name, in the years of who sits on several councils": (
        "officials",
        "several",
    ),
    "and a full name, in the years of the only bearer": (
        "officials",
        "several",
        "one",
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What a careful reader takes for one person without doubt."""

    person: str
    names: frozenset[str]
    side: str
    councils: frozenset[str]
    employers: frozenset[str]
    rows: tuple[int, ...]
    first: str
    last: str

    def meets(self, other):
        """Tell whether one came while the other was there."""
        return max(self.first, other.first) <= min(self.last, other.last)


def parts(corpus: Corpus) -> list[Part]:
    """Return the rows of *corpus* as the reader joins them."""
    rows, days = corpus.truth["rows"], {}
    for one in corpus.truth["documents"]:
        days[one["document"]] = (one["council"], one["day"])
    above = list(range(len(rows)))

    def root(at):
        while above[at] != at:
            at = above[at]
        return at

    joined = defaultdict(list)
    for at, row in enumerate(rows):
        side = "member" if row["role"] in _MEMBERS else "official"
        council, _ = days[row["document"]]
        joined[row["person"], side, council].append(at)
        if row["printed_path"] and "surname" not in row["marks"]:
            name = new_form(row["name"])
            joined[row["person"], side, name, row["employer"]].append(at)
    for group in joined.values():
        for one, other in pairwise(group):
            above[root(one)] = root(other)
    found = defaultdict(list)
    for at in range(len(rows)):
        found[root(at)].append(at)
    return [_part(rows, days, group) for group in found.values()]


def _part(rows, days, group) -> Part:
    """Return the part that *group*, places of rows, makes."""
    own = [rows[at] for at in group]
    seen = sorted(days[row["document"]][1] for row in own)
    full = [row for row in own if "surname" not in row["marks"]]
    return Part(
        own[0]["person"],
        frozenset(new_form(row["name"]) for row in full),
        "member" if own[0]["role"] in _MEMBERS else "official",
        frozenset(days[row["document"]][0] for row in own),
        frozenset(row["employer"] for row in full if row["printed_path"]),
        tuple(group),
        seen[0],
        seen[-1],
    )


def links(found: list[Part], rules) -> list[tuple[int, int]]:
    """Return the parts, by their places, that the reader joins by *rules*."""
    blocks = defaultdict(list)
    for at, part in enumerate(found):
        for name in part.names:
            blocks[name, part.side].append(at)
    joined = []
    for (_, side), block in sorted(blocks.items()):
        known = [at for at in block if found[at].employers]
        bare = [at for at in block if not found[at].employers]
        if side == "official" and "officials" in rules:
            turns = combinations(known, 2)
            if not any(found[one].meets(found[other]) for one, other in turns):
                joined += pairwise(known)
        if side == "member" and len(known) == 1:
            one = found[known[0]]
            several = "several" in rules and len(one.councils) > 1
            if several or "one" in rules:
                joined += [(known[0], at) for at in bare if one.meets(found[at])]
    return joined


def score(found: list[Part], rules):
    """Return pairwise rates, B-cubed rates, members who are whole, links by truth.

    A member is whole whose rows in seats are all in one group and with nobody else's:
    of others no history can be exact.
    """
    above = list(range(len(found)))

    def root(at):
        while above[at] != at:
            at = above[at]
        return at

    told = Counter()
    for one, other in links(found, rules):
        told[found[one].person == found[other].person] += 1
        above[root(one)] = root(other)
    taken = {row: str(root(at)) for at, one in enumerate(found) for row in one.rows}
    true = {row: one.person for one in found for row in one.rows}
    groups, people = defaultdict(set), defaultdict(set)
    for at, one in enumerate(found):
        groups[root(at)].add(one.person)
        if one.side == "member":
            people[one.person].add(root(at))
    whole = [
        len(roots) == 1 and groups[min(roots)] == {person}
        for person, roots in people.items()
    ]
    share = sum(whole) / len(whole)
    return pair_rates(taken, true), bcubed_rates(taken, true), share, told


def main() -> None:
    """Print a line for each rule, the mean over all seeds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shape", choices=SHAPES, default="first")
    parser.add_argument("--councils", type=int, default=20)
    parser.add_argument("--meetings", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=6, help="how many, from 100 on")
    options = parser.parse_args()
    size = {"councils": options.councils, "meetings": options.meetings}
    shape = replace(SHAPES[options.shape], **size)
    corpora = [parts(generate(shape, 100 + at)) for at in range(options.seeds)]
    print("| Rule | P | R | B³ F1 | Whole | Links right | wrong |")
    print("|---|---|---|---|---|---|---|")
    for words, rules in RULES.items():
        scores = [score(found, rules) for found in corpora]
        means = [
            sum(one) / len(scores)
            for one in zip(
                *((p.precision, p.recall, b.f1, s) for p, b, s, _ in scores),
                strict=True,
            )
        ]
        told = sum((told for *_, told in scores), Counter())
        cells = [words, *(f"{one:.4f}" for one in means), told[True], told[False]]
        print(f"| {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main()
