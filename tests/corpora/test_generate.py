"""What an invented corpus holds, and that its seed alone decides it."""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from tests.corpora import FIRST, SECOND, SHAPES, SMALL, generate
from tests.corpora.names import new_form, old_form, pool
from tests.corpora.organizations import organizations, read
from tests.corpora.reading import match, read_one, start
from tests.corpora.rosters import LAYOUTS

WORDS = """
import hashlib, json
from tests.corpora import SMALL, generate
corpus = generate(SMALL, 3)
told = json.dumps([dict(corpus.documents), corpus.truth], ensure_ascii=False)
print(hashlib.sha256(told.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def small():
    """Return a small corpus."""
    return generate(SMALL, 3)


@pytest.fixture(scope="module", params=["first", "second"])
def whole(request):
    """Return a corpus of the shape and the size in which it ships."""
    return generate(SHAPES[request.param], 1)


@pytest.fixture(scope="module")
def tools():
    """Load what documents are read with, without the model."""
    start()


def digest(corpus):
    """Return what tells whether two corpora are the same bytes."""
    told = json.dumps([dict(corpus.documents), corpus.truth], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_seed_same_bytes(small, seed):
    """Another process with another order of hashes writes the same."""
    settings = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", WORDS],
        env={**settings, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout.strip() == digest(small)


def test_other_seed_other_corpus(small):
    assert digest(generate(SMALL, 4)) != digest(small)


def test_sizes(whole):
    truth = whole.truth
    assert len(whole.documents) == 40 * 60
    days = sorted(one["day"] for one in truth["documents"])
    assert 14 <= int(days[-1][:4]) - int(days[0][:4]) <= 15
    assert len(truth["rows"]) > 30_000
    assert len(truth["people"]) > 1_500


def test_names_are_in_their_documents(whole):
    """What the truth calls printed is printed: 旧姓 may stand within a name."""
    for row in whole.truth["rows"]:
        text = whole.documents[row["document"]]
        bare = text.translate({ord(blank): None for blank in " 　\t"})
        assert row["printed"] in bare or "旧姓" in text, row


def test_everything_hard_is_there(whole):
    rows = whole.truth["rows"]
    marks = Counter(mark for row in rows for mark in row["marks"])
    assert min(marks[one] for one in ("surname", "slip", "folded", "married")) > 50
    assert sum(row["proxy"] for row in rows) > 300
    assert sum(row["principal"] is not None for row in rows) > 100
    assert sum(row["online"] for row in rows) > 500
    assert sum(row["status"] == "absent" for row in rows) > 500
    assert any("旧姓" in text for text in whole.documents.values())


def test_people_share_names_in_all_ways(whole):
    """Homonyms are of different organizations, of one university, on one council."""
    names, councils = defaultdict(set), defaultdict(set)
    employers, meetings = defaultdict(set), defaultdict(set)
    for row in whole.truth["rows"]:
        names[row["name"]].add(row["person"])
        councils[row["person"]].add(row["document"][:3])
        employers[row["person"]].add(row["employer"])
        meetings[row["document"], row["name"]].add(row["person"])
    twins = [sorted(people) for people in names.values() if len(people) > 1]
    assert len(twins) > 30
    assert any(employers[a] & employers[b] for a, b, *_ in twins)
    assert any(not employers[a] & employers[b] for a, b, *_ in twins)
    assert any(councils[a] & councils[b] for a, b, *_ in twins)
    assert any(len(people) > 1 for people in meetings.values())
    assert sum(len(seen) > 1 for seen in councils.values()) > 100


def test_lives(whole):
    """People move, rise, marry, sit again after a gap, and take the chair."""
    histories = defaultdict(list)
    for one in whole.truth["histories"]:
        histories[one["person"], one["council"]].append(one)
    roles = [[one["role"] for one in spells] for spells in histories.values()]
    assert any({"member", "chair"} <= set(one) for one in roles)
    assert any(one.count("member") > 1 for one in roles)
    people = whole.truth["people"]
    assert sum(len({job[1] for job in one["jobs"]}) > 1 for one in people) > 200
    assert sum(len(one["surnames"]) > 1 for one in people) > 5


def test_series_have_faults(whole):
    councils = whole.truth["councils"]
    for fault in ("numbers_missing", "numbers_twice", "dates_against_order"):
        assert sum(len(one[fault]) for one in councils) >= 5, fault
    assert len({one["layout"] for one in councils}) >= 6


def test_faults_are_those_of_the_documents(small):
    """A number is missing, stands twice, or a day precedes, where the truth says so."""
    for council in small.truth["councils"]:
        own = [d for d in small.truth["documents"] if d["council"] == council["id"]]
        numbers = [one["number"] for one in own]
        assert set(council["numbers_missing"]).isdisjoint(numbers)
        assert len(set(numbers)) == len(numbers) - len(council["numbers_twice"])
        late = [b for a, b in pairwise(own) if a["printed_day"] > b["printed_day"]]
        assert council["dates_against_order"] == [one["document"] for one in late]


def test_histories_are_what_rows_show(small):
    """First and last document of a history are those of its rows, and none is wider."""
    rows = Counter()
    for row in small.truth["rows"]:
        if not row["proxy"]:
            rows[row["person"], row["document"][:3], row["role"]] += 1
    told = Counter()
    for one in small.truth["histories"]:
        assert one["first"] <= one["last"]
        told[one["person"], one["council"], one["role"]] += one["seen"]
    assert told == rows


def test_organizations_change_their_names():
    """Renames and mergers of the register and invented ones, with their days."""
    found = {
        name.text: (name.since.isoformat(), one.names[0].text)
        for kind in organizations().values()
        for one in kind
        for name in one.names[1:]
    }
    assert found["東京都立大学"] == ("2020-04-01", "首都大学東京")
    assert found["東京科学大学"][0] == "2024-10-01"
    assert found["健康・生活衛生局"] == ("2023-09-01", "健康局")
    assert found["青浜エナジー"][0] == "2016-10-01"


@pytest.mark.parametrize("name", ["first", "second"])
def test_pools_of_names(name):
    names = pool(name)
    assert len(set(names.surnames[0])) >= 400
    assert len({*names.male[0], *names.female[0]}) >= 400
    sums = names.surnames[1]
    assert sums[9] / sums[-1] > 0.1  # the ten most frequent are a tenth at least


def test_nobody_is_called_like_a_politician(whole):
    taken = set(read("names.toml")["taken"].split())
    assert taken.isdisjoint(
        surname + one["given"]
        for one in whole.truth["people"]
        for _, surname in one["surnames"]
    )


@pytest.mark.parametrize(
    ("new", "old"), [("高橋", "髙橋"), ("渡辺", "渡邉"), ("宮崎", "宮﨑"), ("林", "林")]
)
def test_forms_of_surnames(new, old):
    assert (old_form(new), new_form(old)) == (old, new)


def test_shapes_differ():
    assert {*FIRST.layouts, *SECOND.layouts} <= set(LAYOUTS)
    assert FIRST.names != SECOND.names
    assert len(FIRST.layouts) >= 6


@pytest.mark.parametrize("layout", sorted({*FIRST.layouts, *SECOND.layouts}))
@pytest.mark.usefixtures("tools")
def test_layout_is_read(layout):
    """The rules read nearly all rows of a layout: what is scored is identity."""
    shape = replace(SMALL, councils=1, meetings=3, layouts=(layout,), inline_councils=0)
    corpus = generate(shape, 5)
    rows = corpus.truth["rows"]
    found = 0
    for name, text in corpus.documents.items():
        own = [row for row in rows if row["document"] == name]
        found += len(list(match(read_one((name, text)).sightings, own)))
    assert found >= 0.97 * len(rows)
