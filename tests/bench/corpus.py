"""Print what the build of a corpus costs beyond the model, step by step.

    python -m tests.bench.corpus --councils 40 --meetings 60 --jobs 2
    python -m tests.bench.corpus --councils 4 --meetings 10 --change

The documents are invented (tests/corpora) and read by the rules alone. Nothing is
asserted: the aim is 2,400 meetings in five minutes and two gigabytes on two cores.
"""

import argparse
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from kg.corpus import Corpus, Input, Judged, Settings, build_corpus
from kg.gazetteer import load_gazetteer
from kg.graph import load_register_tables
from kg.mention import recognise_nothing
from kg.pipeline import DEFAULT_BASE, Tools, load_tools
from kg.resources import data_path
from tests.corpora import SHAPES, generate

_MEGABYTE = 1024
_BETWEEN = 0.5


def load() -> Tools:
    """Return the tools of the line without the model."""
    return replace(load_tools(DEFAULT_BASE), recognise=recognise_nothing)


class Steps:
    """Notes when each step of a build had done its last document."""

    def __init__(self) -> None:
        """Begin the clock."""
        self.began = perf_counter()
        self.ended: dict[str, float] = {}

    def tell(self, step: str, done: int, total: int) -> None:
        """Take what a build tells."""
        if done == total:
            self.ended[step] = perf_counter() - self.began


@contextmanager
def watched() -> Iterator[list[float]]:
    """Give a list into which the highest memory of all processes goes, in MB."""
    peak, over = [0.0], Event()

    def look() -> None:
        while not over.wait(_BETWEEN):
            peak[0] = max(peak[0], sum(_resident(pid) for pid in _family()))

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def _family() -> Iterator[int]:
    """Yield this process and those that it started, as Linux shows them."""
    for children in Path("/proc/self/task").glob("*/children"):
        yield from (int(pid) for pid in children.read_text().split())
    yield int(Path("/proc/self").readlink().name)


def _resident(pid: int) -> float:
    """Return the memory of a process in MB, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    found = [line for line in lines if line.startswith("VmRSS")]
    return int(found[0].split()[1]) / _MEGABYTE if found else 0


def measure(inputs: list[Input], out: Path, jobs: int) -> Corpus:
    """Build *inputs* into *out*, and print times and memory."""
    gazetteer = load_gazetteer(data_path() / "gazetteer")
    judged = Judged(gazetteer, load_register_tables(data_path(), gazetteer))
    settings = Settings(partial(load), DEFAULT_BASE, jobs=jobs)
    steps = Steps()
    with watched() as peak:
        corpus, written = build_corpus(
            inputs, out, settings, judged, progress=steps.tell
        )
    total = perf_counter() - steps.began
    size = sum(path.stat().st_size for path in written) / 1e6
    shown = " · ".join(
        f"{step} done at {end:.0f} s" for step, end in steps.ended.items()
    )
    people = len(corpus.identities.people)
    print(
        f"{len(corpus.documents)} documents, {people} people, {size:.0f} MB written: "
        f"{total:.0f} s ({shown or 'nothing read or rendered'}), peak {peak[0]:.0f} MB"
    )
    return corpus


def main() -> None:
    """Generate, build, and build again after a change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shape", choices=sorted(SHAPES), default="first")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--councils", type=int, default=40)
    parser.add_argument("--meetings", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--change", action="store_true", help="also build again")
    words = parser.parse_args()
    shape = replace(
        SHAPES[words.shape], councils=words.councils, meetings=words.meetings
    )
    with tempfile.TemporaryDirectory() as root:
        folder, out = Path(root) / "in", Path(root) / "out"
        folder.mkdir()
        inputs = []
        for name, text in sorted(generate(shape, words.seed).documents.items()):
            (folder / name).write_text(text, encoding="utf-8")
            inputs.append(Input(folder / name, name))
        measure(inputs, out, words.jobs)
        if words.change:
            print("nothing changed:")
            measure(inputs, out, words.jobs)
            inputs[0].path.unlink()
            print("one document less:")
            measure(inputs[1:], out, words.jobs)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"workers: {spent.ru_utime + spent.ru_stime:.0f} CPU seconds")


if __name__ == "__main__":
    main()
