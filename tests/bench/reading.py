"""Print what reading and parsing costs, beside a peer, and the memory of `kg facts`.

The reader's peer reads the same bytes with the library alone and keeps no places; the
parser's peer is GiNZA on the same text. Nothing is asserted.
"""

import io
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from time import perf_counter
from xml.etree import ElementTree as ET

import pypdf
import spacy

from kg.document import decode_document
from kg.minutes import parse_minutes
from kg.pipeline import load_tools
from kg.resources import data_path

CASES = Path(__file__).parents[1] / "cases"
BUNDLED = data_path() / "minutes" / "ryoshi-23.txt"
LONG = 300_000
MODEL = """
import pathlib, re, spacy, sys
text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
parts = [part for part in re.split("[\\n。]", text) if part.strip()]
for _ in spacy.load("ja_ginza").pipe(parts, batch_size=8): pass
"""


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the median time of *work*."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def long_record() -> bytes:
    """Return the bundled minutes with what was said repeated up to 300 KB."""
    text = BUNDLED.read_text(encoding="utf-8")
    head, _, said = text.partition("##### ")
    count = (LONG - len(head.encode())) // len(said.encode()) + 1
    return "##### ".join([head, *[said] * count]).encode()


def read_html(data: bytes) -> object:
    """Read *data* with the parser of the standard library alone."""
    parser = HTMLParser()
    parser.feed(data.decode("utf-8", "replace"))
    return parser


def read_docx(data: bytes) -> object:
    """Parse the one XML part of *data* that holds the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - ours


def read_pdf(data: bytes) -> object:
    """Return the text of *data* as pypdf has it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


PEERS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "txt": ("decode", bytes.decode),
    "html": ("html.parser", read_html),
    "docx": ("ElementTree", read_docx),
    "pdf": ("pypdf", read_pdf),
}


def documents() -> Iterator[tuple[str, str, bytes]]:
    """Give name, suffix and bytes of the documents, the largest of each form."""
    yield "bundled minutes", "txt", BUNDLED.read_bytes()
    yield "the same, 300 KB", "txt", long_record()
    for suffix in ("html", "docx", "pdf"):
        files = sorted(CASES.glob(f"*/document.{suffix}"))
        if files:
            largest = max(files, key=lambda path: path.stat().st_size)
            yield largest.parent.name, suffix, largest.read_bytes()


def row(name: str, suffix: str, data: bytes) -> list[str]:
    """Return one row of the table."""
    tools, model = load_tools(), spacy.load("ja_ginza")
    peer, alone = PEERS[suffix]
    reading = seconds(lambda: decode_document(data, f"record.{suffix}"))
    peers = seconds(lambda: alone(data))
    document = decode_document(data, f"record.{suffix}")
    parsing = seconds(lambda: parse_minutes(document, tools.gazetteer))
    size = len(document.text.encode())
    some = document.text[:4000]
    lines = [line for line in re.split(r"[\n。]", some) if line.strip()]
    ginza = seconds(lambda: list(model.pipe(lines)), 1)
    share = parsing / (ginza * len(document.text) / len(some))
    cells = (f"{reading:.3f}", f"{peer} {peers:.4f}", f"{parsing:.2f}")
    return [name, str(size), *cells, f"{parsing * 1e5 / size:.2f}", f"{share:.3f}"]


def peak(*words: str) -> int:
    """Return the most memory, in MB, of a run of python with *words*."""
    code = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, sys.executable, *words]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(answer.stdout) * resource.getpagesize() // (4096 * 1024)


def main() -> None:
    """Print both tables."""
    print(
        "| Document | Text, bytes | Read, s | Peer, s | Parse, s | 100 KB, s | GiNZA |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, suffix, data in documents():
        print(f"| {' | '.join(row(name, suffix, data))} |", flush=True)
    print(
        "\n| Peak memory, MB | Model alone | `kg facts` | Over it |\n|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.txt"
        long.write_bytes(long_record())
        for name, path in (("bundled minutes", BUNDLED), ("the same, 300 KB", long)):
            alone = peak("-c", MODEL, str(path))
            most = peak("-m", "kg", "facts", str(path))
            print(f"| {name} | {alone} | {most} | {most - alone} |", flush=True)


if __name__ == "__main__":
    main()
