"""Print what it costs to link a graph to a register of five million rows.

The rows of 法人番号 are made on the way, so that nothing but the link takes memory or
disk. Rows, and whether the file is Shift_JIS, may be given: `link.py 500000 cp932`.
"""

import csv
import io
import resource
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter, process_time

from kg.authority import Names, read_subjects
from kg.authority.candidate import candidates
from kg.authority.decide import Namesakes, decide
from kg.authority.form import Form
from kg.authority.link import read_register
from kg.authority.record import Record
from kg.authority.source import Stream
from kg.gazetteer import load_gazetteer
from kg.graph import open_store
from kg.model import Authority, AuthorityFile
from kg.resources import data_path

ORGANIZATIONS = 5_000
BLOCK = 100_000
"""Rows that are made; more than any cache keeps, so that repeating them is fair."""
SIZES = (500_000, 5_000_000)
FORMS = ("株式会社{}", "{}株式会社", "有限会社{}", "合同会社{}", "一般社団法人{}")
FIRST = (
    "架空",
    "青葉",
    "白峰",
    "雪の宮",
    "橘",
    "小暮",
    "西都",
    "湖東",
    "ＡＢＣ",
    "ＫＫ",
)
LAST = (
    "電機",
    "工業",
    "商事",
    "建設",
    "運輸",
    "食品",
    "不動産",
    "システムズ",
    "製作所",
)
BASE = "https://example.org/gijiroku/id/org/"


class Repeated(io.RawIOBase):
    """Bytes that are one block again and again, *left* in all."""

    def __init__(self, block: bytes, times: int) -> None:
        """Take the *block*, and how many *times* it comes."""
        self.block = memoryview(block)
        self.left = len(block) * times
        self.place = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:
        """Fill *buffer* with what comes next."""
        size = min(len(buffer), len(self.block) - self.place, self.left)
        buffer[:size] = self.block[self.place : self.place + size]
        self.place = (self.place + size) % len(self.block)
        self.left -= size
        return size


def name(place: int) -> str:
    """Return an invented name with its legal form."""
    first, last = FIRST[place % len(FIRST)], LAST[place // 7 % len(LAST)]
    return FORMS[place % 3 or place % len(FORMS)].format(f"{first}{place // 3}{last}")


def rows(encoding: str) -> bytes:
    """Return a block of rows in the published layout."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    for place in range(BLOCK):
        row = dict.fromkeys(range(30), "")
        row |= {0: str(place), 1: f"{place:013}", 2: "01", 3: "1", 6: name(place)}
        row |= {4: "2018-04-02", 5: "2015-10-05", 8: "301", 13: f"{place % 47 + 1:02}"}
        row |= {9: "架空県", 10: "架空市", 11: "青葉一丁目２番３号架空ビル４階"}
        row |= {14: "101", 15: "1000001", 22: "2015-10-05", 23: "1", 29: "0"}
        row |= {28: "カクウデンキ", 24: "Invented Co., Ltd." * (place % 40 == 0)}
        row |= {18: "2019-04-01", 19: "01"} if place % 11 == 0 else {}
        table.writerow(row.values())
    return stream.getvalue().encode(encoding)


def organizations() -> bytes:
    """Return a graph of organizations, one in five of which the register has."""
    org, ours = "http://www.w3.org/ns/org#", "http://www.w3.org/2004/02/skos/core#"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    lines = []
    for place in range(ORGANIZATIONS):
        text = name(place * 20) if place % 5 == 0 else f"株式会社別名{place}"
        node = f"<{BASE}{place:06}>"
        lines += [
            f"{node} <{kind}> <{org}Organization> <{BASE}> .",
            f'{node} <{ours}prefLabel> "{text}"@ja <{BASE}> .',
            f'{node} <{label}> "{text}"@ja <{BASE}> .',
        ]
    return "\n".join(lines).encode()


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int, encoding: str) -> Iterator[str]:
    """Yield the cells of one row of the table."""
    names = Names(load_gazetteer(data_path() / "gazetteer"))
    subjects = read_subjects(open_store(organizations()), names)
    block = rows(encoding)
    times = count // BLOCK

    def opened() -> io.BufferedReader:
        return io.BufferedReader(Repeated(block, times), 1 << 16)

    stream = Stream("rows", opened, block[: 1 << 16])
    file = AuthorityFile(Authority.CORPORATION, "rows", "0" * 64)
    before = peak()
    start, begun = perf_counter(), process_time()
    gathered: dict[tuple[str, Authority], Namesakes] = {}
    prefectures: frozenset[str] = frozenset()
    for one in read_register(stream, Form.CORPORATION, subjects, names):
        if isinstance(one, Record):
            for found in candidates(one, subjects, names, file):
                key = found.subject.id, file.authority
                gathered.setdefault(key, Namesakes()).add(found)
        else:
            prefectures = one.prefectures
    links = list(decide(gathered, prefectures, ()))
    seconds, spent = perf_counter() - start, process_time() - begun
    yield from (f"{times * BLOCK:,}", encoding, f"{len(block) * times / 1e6:,.0f}")
    yield from (f"{seconds:.1f}", f"{spent:.1f}", f"{times * BLOCK / spent:,.0f}")
    yield from (f"{peak():.0f}", f"{peak() - before:.0f}", f"{len(links):,}")


def main() -> None:
    """Print the table; each size runs in a process of its own."""
    if len(sys.argv) > 2:
        print(f"| {' | '.join(measure(int(sys.argv[1]), sys.argv[2]))} |")
        return
    print(
        "| Rows | Encoding | MB | Seconds | CPU s | Rows a CPU s "
        "| Peak MB | Grown by | Links |"
    )
    print(f"|{'---|' * 9}", flush=True)
    for count in map(int, sys.argv[1:] or SIZES):
        for encoding in ("utf-8", "cp932"):
            words = (sys.executable, __file__, str(count), encoding)
            subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
