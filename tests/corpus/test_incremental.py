"""Adding, changing and removing documents gives what a full build gives.

What each record says is read once and kept; the sequences work from that.
"""

import multiprocessing
import random  # noqa: TID251 - when to kill a build, nothing that it writes
import shutil
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.corpus.publish import INNER
from tests.corpus.records import RECORDS, WATER, build, record, shown

CHANGED = {
    "water-1.txt": record(
        WATER, 1, "2023年4月10日", ["橘 一葉　西都大学 教授（座長）"]
    ),
    "light-1.txt": "",
    "water-2.txt": RECORDS["water-2.txt"].replace("小暮 律", "小暮　律*"),
}
VERSIONS = sorted(
    {(name, text) for table in (RECORDS, CHANGED) for name, text in table.items()}
)
MOMENTS = 50


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Return a cache that knows every version of every record."""
    root = tmp_path_factory.mktemp("versions")
    cache = root / "cache"
    cache.mkdir()
    for number, table in enumerate((RECORDS, CHANGED)):
        folder = root / f"in-{number}"
        folder.mkdir()
        for name, text in table.items():
            (folder / name).write_text(text, encoding="utf-8")
        build(folder, root / f"out-{number}")
        for file in (root / f"out-{number}" / INNER / "cache").iterdir():
            shutil.copy(file, cache)
    return cache


def prepared(out, kept, *, renderings=False):
    """Return *out* with what is kept of the records, rendered texts or not."""
    place = out / INNER / "cache"
    place.mkdir(parents=True)
    for file in kept.iterdir():
        if renderings or not file.name.endswith((".ttl", ".nq")):
            shutil.copy(file, place)
    return out


STEP = st.tuples(st.sampled_from(VERSIONS), st.booleans())
SEQUENCE = st.lists(st.lists(STEP, min_size=1, max_size=5), min_size=1, max_size=3)
"""What is added, changed or removed (False) before each build."""


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sequence=SEQUENCE)
def test_a_build_after_changes_is_a_full_build(kept, tmp_path_factory, sequence):
    root = tmp_path_factory.mktemp("sequence")
    folder, out = root / "in", prepared(root / "out", kept)
    folder.mkdir()
    for steps in sequence:
        for (name, text), stays in steps:
            if stays:
                (folder / name).write_text(text, encoding="utf-8")
            else:
                (folder / name).unlink(missing_ok=True)
        build(folder, out)

    full = prepared(root / "full", kept)
    corpus = build(folder, full)

    if corpus.documents:
        assert shown(out) == shown(full)
    shutil.rmtree(root)


def test_a_build_that_is_killed_leaves_the_last_one_and_goes_on(kept, tmp_path):
    """Nobody ever sees half a build, and the next one ends what this one began."""
    folder, out = tmp_path / "in", prepared(tmp_path / "out", kept)
    folder.mkdir()
    states = []
    for table in (RECORDS, CHANGED):
        for name, text in table.items():
            (folder / name).write_text(text, encoding="utf-8")
        full = prepared(tmp_path / f"full-{len(states)}", kept)
        began = time.monotonic()
        build(folder, full)
        states.append((dict(table), shown(full), time.monotonic() - began))
    build(folder, out)

    fork = multiprocessing.get_context("fork")
    moments = random.Random(20)  # noqa: S311 - moments, no secrets
    seen = states[1][1]
    for moment in range(MOMENTS):
        table, after, seconds = states[moment % 2]
        for name, text in {**RECORDS, **table}.items():
            (folder / name).write_text(text, encoding="utf-8")
        worker = fork.Process(target=build, args=(folder, out))
        worker.start()
        worker.join(moments.uniform(0, seconds * 1.2))
        worker.kill()
        worker.join()
        assert shown(out) in (seen, after)
        build(folder, out)
        seen = shown(out)
        assert seen == after
