"""Print how many requests a second kg serve answers, and its peers on the same graph.

    python -m tests.bench.serve out --copies 100
    python -m tests.bench.serve out --copies 2 --seconds 5 --clients 16

*out* is a build of tests/corpora/five, copied as tests/bench/questions.py does: 100
copies are a million triples. Every prepared question that has blanks is asked about
one thing, by clients that each wait for an answer before they ask again, of
`kg serve`, of `oxigraph serve-read-only` and of rdflib-endpoint (which is no part of
this project: pip install rdflib-endpoint==0.6.3). Then a query that never ends is
asked too, to see when it is cut, and what the others have of it. Nothing is
asserted: the aim is half of oxigraph's rate and five times that of rdflib-endpoint.
"""

import argparse
import asyncio
import importlib.util
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote, unquote

import httpx

from kg.ask import bind_value, read_questions
from kg.errors import QuestionError
from kg.graph import PREFIXES, bind, open_store
from tests.bench.questions import copies, one_value

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
RDFLIB = """
import sys, uvicorn
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint
graph = Graph()
graph.parse(sys.argv[1], format="nt")
app = SparqlEndpoint(graph=graph)
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""
_COMMENT = "%0A%23" + "0" * 12
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass
class Count:
    """What clients got: seconds of each answer, and how many were none."""

    taken: list[float] = field(default_factory=list)
    failed: int = 0

    def line(self, seconds: float) -> str:
        """Return rate and times."""
        if len(self.taken) < 2:
            return f"{len(self.taken)} answers, {self.failed} failed"
        cuts = quantiles(self.taken, n=100)
        return (
            f"{len(self.taken) / seconds:9.1f} /s   "
            f"median {median(self.taken) * 1000:8.1f} ms   "
            f"p99 {cuts[98] * 1000:8.1f} ms   {self.failed} failed"
        )


def questions(file: Path, names: list[str]) -> list[str]:
    """Return each prepared question that has blanks, about one thing."""
    first = open_store(file)
    found = []
    for question in read_questions():
        if not question.parameters or (names and question.name not in names):
            continue
        values = one_value(first, question)
        try:
            terms = {
                blank.name: bind_value(first, blank, values[blank.name])
                for blank in question.parameters
            }
        except QuestionError:  # the five records have none of the kind
            continue
        found.append(declared(bind(question.query, terms)))
    return found


def declared(query: str) -> str:
    """Return *query* with the prefixes that it uses; kg alone knows them."""
    used = {name for name in PREFIXES if f"{name}:" in query}
    return "".join(f"PREFIX {n}: <{PREFIXES[n]}>\n" for n in sorted(used)) + query


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def running(*words: object, path: str, patience: float = 600) -> Iterator[str]:
    """Give the address of the endpoint that the command *words* serves."""
    port = free_port()
    filled = [str(word).format(port=port) for word in words]
    url = f"http://127.0.0.1:{port}{path}"
    with subprocess.Popen(
        filled, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            start = time.perf_counter()
            while time.perf_counter() - start < patience:
                try:
                    httpx.get(url, params={"query": "ASK {}"}, timeout=60)
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            print(f"  ready after {time.perf_counter() - start:.1f} s", flush=True)
            yield url
        finally:
            process.terminate()


async def load(
    url: str, queries: list[str], clients: int, seconds: float, *, again: bool = False
) -> Count:
    """Return what *clients* get for *queries*, asked in turn for some *seconds*.

    Unless they are asked *again* each is another text, by the comment at its end, so
    that no server answers from what it has kept.
    """
    count, end = Count(), time.perf_counter() + seconds
    await asyncio.gather(
        *(
            one_client(url, queries, place, end, count, again=again)
            for place in range(clients)
        )
    )
    return count


async def one_client(
    url: str, queries: list[str], first: int, end: float, count: Count, *, again: bool
) -> None:
    """Ask on one connection; what is not answered at the *end* does not count."""
    host, _, path = url.removeprefix("http://").partition("/")
    name, _, port = host.partition(":")
    requests = [form(f"/{path}", host, query) for query in queries]
    reader, writer = await asyncio.open_connection(name, int(port), limit=1 << 26)
    place = first
    try:
        while (start := time.perf_counter()) < end:
            request = requests[place % len(requests)]
            if not again:
                text = f"{first:03}{place:09}".encode()
                request = request[: -len(text)] + text
            writer.write(request)
            async with asyncio.timeout(end - start):
                status = await answer(reader)
            if status == 200:
                count.taken.append(time.perf_counter() - start)
            else:
                count.failed += 1
            place += 1
    except (TimeoutError, OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


def form(path: str, host: str, query: str) -> bytes:
    """Return a request; by GET oxigraph takes no more than 8 KB."""
    body = f"query={quote(query, safe='')}{_COMMENT}".encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\n"
        "Accept: application/sparql-results+json\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def answer(reader: asyncio.StreamReader) -> int:
    """Read one answer, and return its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    found = _LENGTH.search(head)
    if found:
        await reader.readexactly(int(found[1]))
    else:  # in chunks
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return int(head.split(b" ", 2)[1])


def check(client: httpx.Client, url: str, query: str) -> list[str]:
    """Return what a query answers, so that peers can be compared; [] for none."""
    headers = {
        "Accept": "application/sparql-results+json",
        "Accept-Encoding": "identity",
    }
    text = query + unquote(_COMMENT)  # what is asked again later
    try:
        reply = client.post(url, data={"query": text}, headers=headers)
        rows = reply.raise_for_status().json()["results"]["bindings"]
    except (httpx.HTTPError, ValueError, KeyError) as error:
        print(f"  {type(error).__name__} {error}"[:100], flush=True)
        return []
    cells = ({name: cell["value"] for name, cell in row.items()} for row in rows)
    return sorted(json.dumps(row, sort_keys=True) for row in cells)


async def attacked(url: str, queries: list[str], clients: int, seconds: float) -> None:
    """Print what good clients get while two ask what never ends."""

    async def runaway() -> None:
        async with httpx.AsyncClient(timeout=60) as client:
            for _ in range(int(seconds / 3)):
                start = time.perf_counter()
                reply = await client.get(url, params={"query": ENDLESS})
                taken = time.perf_counter() - start
                print(f"  a query without end: {reply.status_code} after {taken:.2f} s")

    count, _, _ = await asyncio.gather(
        load(url, queries, clients, seconds), runaway(), runaway()
    )
    print(f"  with two of them  {count.line(seconds)}", flush=True)


def main() -> None:
    """Measure each server, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=4, help="those of kg serve")
    given = parser.parse_intermixed_args()
    queries = questions(given.out / "dataset.nq", given.names)
    folder = Path(tempfile.mkdtemp(prefix="kg-bench-"))
    try:
        measure(given, queries, folder)
    finally:
        shutil.rmtree(folder)


def measure(given: argparse.Namespace, queries: list[str], folder: Path) -> None:
    """Print a block for each server; *folder* is for their files."""
    quads, both = folder / "dataset.nq", folder / "both.nq"
    triples = write(given.out / "dataset.nq", given.copies, quads, both)
    sets = {"questions": queries, "lookups": lookups(given.out / "dataset.nq")}
    print(f"{triples:,} quads, {len(queries)} questions, {given.clients} clients")
    rates: dict[tuple[str, str], float] = {}
    expected: list[list[str]] = []
    for name, words, path in servers(folder, both, given.workers):
        print(name, flush=True)
        rdflib = name == "rdflib-endpoint"
        if rdflib and not importlib.util.find_spec("rdflib_endpoint"):
            print("  is not installed")
            continue
        with running(*words, path=path) as url:
            if not rdflib:  # one question may take it minutes
                with httpx.Client(timeout=60) as client:
                    found = [check(client, url, query) for query in queries]
                expected = expected or found
                alike = sum(a == b for a, b in zip(found, expected, strict=True))
                print(f"  {alike} of {len(found)} answers alike", flush=True)
            for sort in sorted(sets):
                for again in (False, True):
                    each = load(
                        url, sets[sort], given.clients, given.seconds, again=again
                    )
                    count = asyncio.run(each)
                    what = f"{sort}, {'again' if again else 'new'}"
                    rates[name, what] = len(count.taken) / given.seconds
                    print(f"  {what:<17}{count.line(given.seconds)}", flush=True)
    ours = servers(folder, both, given.workers)[0][1][
        :-2
    ]  # with the limits that it has by itself
    with running(*ours, path="/sparql") as url:
        for sort in sorted(sets):
            asyncio.run(attacked(url, sets[sort], given.clients, given.seconds))
    for (name, sort), rate in sorted(rates.items(), key=lambda item: item[0][1]):
        ratio = rates["kg serve", sort] / rate if rate else float("inf")
        print(f"{sort:<17} kg serve is {ratio:8.2f} × {name}")


def servers(
    folder: Path, both: Path, workers: int
) -> list[tuple[str, tuple[object, ...], str]]:
    """Return each server with its command, and the path of its endpoint."""
    program, store = Path(sys.executable).parent / "oxigraph", folder / "store"
    if not store.exists():
        words = [program, "load", "-l", store, "-f", both]
        subprocess.run(words, check=True, capture_output=True)
    place = ("-l", store, "-b", "127.0.0.1:{port}")
    ours = (sys.executable, "-m", "kg", "serve", folder, "--port", "{port}")
    ours = (*ours, "--workers", workers)
    theirs = (sys.executable, "-c", RDFLIB, folder / "all.nt", "{port}")
    return [
        ("kg serve", (*ours, "--seconds", "60"), "/sparql"),
        ("oxigraph serve-read-only", (program, "serve-read-only", *place), "/query"),
        ("rdflib-endpoint", theirs, "/"),
    ]


def lookups(file: Path) -> list[str]:
    """Return small queries, of which the server's own part is most."""
    rows = open_store(file).rows("SELECT ?s { ?s a foaf:Person } ORDER BY ?s")
    return [f"SELECT ?p ?o {{ <{row['s']}> ?p ?o }}" for row in rows]


def write(file: Path, number: int, quads: Path, both: Path) -> int:
    """Write *number* copies of *file*: as quads, with a default graph, as triples."""
    lines = 0
    labels = open_store().triples()
    with (
        quads.open("w") as one,
        both.open("w") as two,
        both.with_name("all.nt").open("w") as three,
    ):
        for text in copies(file, number):
            one.write(text)
            two.write(text)
            for line in text.splitlines():
                triple = f"{line.rpartition(' <')[0]} .\n"
                two.write(triple)
                three.write(triple)
                lines += 1
        for s, p, o in labels:
            line = f"{s.sparql} {p.sparql} {o.sparql} .\n"
            two.write(line)
            three.write(line)
    return lines


if __name__ == "__main__":
    main()
