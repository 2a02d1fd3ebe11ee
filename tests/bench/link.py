"""Print what it costs to link a graph to registers of their real sizes.

The bytes are made on the way, so that nothing but the link takes memory or disk. One
row of the table alone: `python tests/bench/link.py 500000 cp932`.
"""

import csv
import io
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain, repeat
from time import perf_counter, process_time

from kg.authority import Names, read_subjects
from kg.authority.candidate import candidates
from kg.authority.decide import Namesakes, decide
from kg.authority.form import AUTHORITIES, Form
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
    """Bytes that are one block again and again, between a head and a tail."""

    def __init__(self, head: bytes, block: bytes, times: int, tail: bytes) -> None:
        """Take the *block*, how many *times* it comes, and what is around it."""
        self.parts = chain([head], repeat(block, times), [tail])
        self.part = memoryview(b"")

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:
        """Fill *buffer* with what comes next."""
        while not self.part:
            part = next(self.parts, None)
            if part is None:
                return 0
            self.part = memoryview(part)
        size = min(len(buffer), len(self.part))
        buffer[:size] = self.part[:size]
        self.part = self.part[size:]
        return size


def name(place: int) -> str:
    """Return an invented name with its legal form."""
    first, last = FIRST[place % len(FIRST)], LAST[place // 7 % len(LAST)]
    return FORMS[place % 3 or place % len(FORMS)].format(f"{first}{place // 3}{last}")


def corporations(encoding: str) -> bytes:
    """Return a block of rows in the published layout of 法人番号."""
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


def rors() -> bytes:
    """Return a block of entries of ROR, in schema 2, as long as real ones are."""
    more = [{"type": "related", "label": f"Invented {i}", "id": ""} for i in range(8)]
    entries = []
    for place in range(BLOCK // 10):
        label = {"value": name(place), "lang": "ja", "types": ["label"]}
        english = {"value": f"Invented {place}", "lang": "en", "types": ["ror_display"]}
        entry = {
            "admin": {"created": {"date": "2018-11-14", "schema_version": "1.0"}},
            "domains": [],
            "established": 1950,
            "external_ids": [{"all": [f"Q{place + 1}"], "type": "wikidata"}],
            "id": f"https://ror.org/0{place:08}",
            "links": [{"type": "website", "value": "https://www.example.org"}],
            "locations": [{"geonames_details": {"country_code": "JP"}}],
            "names": [label, english],
            "relationships": more,
            "status": "active",
            "types": ["company"],
        }
        entries.append(json.dumps(entry, ensure_ascii=False, indent=4) + ",\n")
    return "".join(entries).encode()


def items() -> bytes:
    """Return a block of items of Wikidata."""
    rows = (f"Q{i + 1}\t{name(i)}\t別名{i}|別の名\t\t\n" for i in range(BLOCK))
    return "".join(rows).encode()


def headings() -> bytes:
    """Return a block of headings as triples, a node for each of their labels."""
    base, label = (
        "http://id.ndl.go.jp/auth/ndlsh/",
        "http://www.w3.org/2008/05/skos-xl#",
    )
    rows = (
        f"<{base}{i:08}> <{label}prefLabel> <{base}{i:08}#l> .\n"
        f'<{base}{i:08}#l> <{label}literalForm> "{name(i)}" .\n'
        for i in range(BLOCK // 2)
    )
    return "".join(rows).encode()


_LAST = b"""{"id": "0", "names": [], "locations": [], "external_ids": [],
"status": "active"}]"""
KINDS = {
    "utf-8": (Form.CORPORATION, partial(corporations, "utf-8"), b"", b"", BLOCK),
    "cp932": (Form.CORPORATION, partial(corporations, "cp932"), b"", b"", BLOCK),
    "ROR": (Form.ROR, rors, b"[", _LAST, BLOCK // 10),
    "Wikidata": (Form.WIKIDATA, items, b"item\tlabel\taliases\tP576\n", b"", BLOCK),
    "NDLSH": (Form.HEADING_TRIPLES, headings, b"", b"", BLOCK),
}
"""What is made: its form, the block, what is before and after, and rows of a block."""
SIZES = (
    (500_000, "utf-8"),
    (500_000, "cp932"),
    (5_000_000, "utf-8"),
    (5_000_000, "cp932"),
    (120_000, "ROR"),
    (1_000_000, "Wikidata"),
    (1_000_000, "NDLSH"),
)


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


def measure(count: int, kind: str) -> Iterator[str]:
    """Yield the cells of one row of the table."""
    form, make, head, tail, size = KINDS[kind]
    names = Names(load_gazetteer(data_path() / "gazetteer"))
    subjects = read_subjects(open_store(organizations()), names)
    block = make()
    times = max(1, count // size)

    def opened() -> io.BufferedReader:
        return io.BufferedReader(Repeated(head, block, times, tail), 1 << 16)

    stream = Stream("rows", opened, block[: 1 << 16])
    file = AuthorityFile(AUTHORITIES[form], "rows", "0" * 64)
    before, start, begun = peak(), perf_counter(), process_time()
    gathered: dict[tuple[str, Authority], Namesakes] = {}
    prefectures: frozenset[str] = frozenset()
    for one in read_register(stream, form, subjects, names):
        if isinstance(one, Record):
            for found in candidates(one, subjects, names, file):
                key = found.subject.id, file.authority
                gathered.setdefault(key, Namesakes()).add(found)
        else:
            prefectures = one.prefectures
    links = list(decide(gathered, prefectures, ()))
    seconds, spent = perf_counter() - start, process_time() - begun
    yield from (f"{times * size:,}", kind, f"{len(block) * times / 1e6:,.0f}")
    yield from (f"{seconds:.1f}", f"{spent:.1f}", f"{times * size / spent:,.0f}")
    yield from (f"{peak():.0f}", f"{peak() - before:.0f}", f"{len(links):,}")


def main() -> None:
    """Print the table; each row is measured in a process of its own."""
    if len(sys.argv) > 2:
        print(f"| {' | '.join(measure(int(sys.argv[1]), sys.argv[2]))} |")
        return
    print(
        "| Rows | Register | MB | Seconds | CPU s | Rows a CPU s "
        "| Peak MB | Grown by | Links |"
    )
    print(f"|{'---|' * 9}", flush=True)
    for count, kind in SIZES:
        subprocess.run((sys.executable, __file__, str(count), kind), check=True)


if __name__ == "__main__":
    main()
