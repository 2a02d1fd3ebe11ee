"""Requests that nobody in good faith sends: each gets a clean 4xx, and harms nobody."""

import asyncio
import json
import socket
from contextlib import asynccontextmanager, suppress
from urllib.parse import quote, urlsplit

import httpx
import pytest
import uvicorn

from kg.serve import wire
from tests.serve.conftest import SUITE

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
SECRETS = ("root:", "secret")


def query(text):
    return f"GET /sparql?query={quote(text, safe='')} HTTP/1.1", {}, b""


def get(target):
    return f"GET {target} HTTP/1.1", {}, b""


def post(body, kind, target="/sparql"):
    head = {"Content-Type": kind, "Content-Length": str(len(body))}
    return f"POST {target} HTTP/1.1", head, body


def nested(opening, closing, depth, inner="1"):
    return f"SELECT ({opening * depth}{inner}{closing * depth} AS ?x) {{}}"


CHUNK = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
TERABYTE = {"Content-Type": FORM, "Content-Length": "1000000000000"}
HUGE = [
    ("a query of 33 KB", query(f"ASK {{}} # {'x' * 33_000}"), 413),
    ("a query of 33 KB, posted", post(b"ASK {} #" + b"x" * 33_000, QUERY), 413),
    ("an address of 70 KB", query(f"ASK {{}} # {'x' * 70_000}"), 431),
    ("a header of 100 KB", ("GET / HTTP/1.1", {"X-A": "a" * 100_000}, b""), 431),
    (
        "9,000 headers",
        ("GET / HTTP/1.1", {f"X-{n}": "a" for n in range(9000)}, b""),
        431,
    ),
    ("a form of 200 KB", post(b"query=" + b"x" * 200_000, FORM), 413),
    (
        "a terabyte, announced",
        ("POST /sparql HTTP/1.1", TERABYTE, b""),
        413,
    ),
    (
        "a body without end",
        (
            "POST /sparql HTTP/1.1",
            {"Content-Type": FORM, "Transfer-Encoding": "chunked"},
            CHUNK * 3,
        ),
        413,
    ),
    ("150 fields", post(b"&".join([b"a=b"] * 150), FORM), 400),
    (
        "101 graphs",
        get("/sparql?query=ASK%7B%7D" + "&default-graph-uri=http://a/" * 101),
        400,
    ),
]

NESTED = [
    ("2,000 braces", query(f"ASK {'{' * 2000}{'}' * 2000}"), 403),
    ("5,000 brackets", query(nested("(", ")", 5000)), 403),
    (
        "3,500 blank nodes",
        query(f"ASK {{ ?s ?p {'[ ?p ' * 3500}?o{']' * 3500} }}"),
        403,
    ),
    ("10,000 negations", query(nested("!", "", 10_000)), 403),
    ("7,000 sums", query(f"SELECT ({'+'.join(['1'] * 7000)} AS ?x) {{}}"), 403),
    (
        "3,000 unions",
        query(f"ASK {{ {'union'.join(['{}'] * 900)} {'UNION ' * 2000} }}"),
        403,
    ),
    (
        "brackets that look like an IRI",
        query(f"ASK {{ FILTER(1<{'(' * 3000}1{')' * 3000}>2) }}"),
        403,
    ),
    ("paths of paths", query(f"ASK {{ ?s {'(' * 2000}<p>{')*' * 2000} ?o }}"), 403),
]

OUTWARD = [
    ("SERVICE", query("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), 403),
    ("service silent", query("ASK { { service silent ?x { ?s ?p ?o } } }"), 403),
    ("SERVICE, escaped", query("ASK { \\u0053ERVICE <http://a/> { ?s ?p ?o } }"), 403),
    (
        "SERVICE after a string",
        query("ASK { BIND('\\'' AS ?x) SERVICE <http://a/> {} }"),
        403,
    ),
    ("LOAD", query("LOAD <file:///etc/passwd>"), 403),
    ("INSERT", query("# a\nPREFIX a: <http://a/> INSERT DATA { a:b a:c 1 }"), 403),
    ("an update", post(b"DROP ALL", "application/sparql-update"), 403),
    ("an update in a form", post(b"update=DROP%20ALL&query=ASK%7B%7D", FORM), 403),
    ("a graph from a file", get("/store?graph=file:///etc/passwd"), 404),
    (
        "a graph to be written",
        ("PUT /store?default HTTP/1.1", {"Content-Length": "0"}, b""),
        405,
    ),
    (
        "a graph to be deleted",
        (f"DELETE /store?graph={SUITE.format(1)} HTTP/1.1", {}, b""),
        405,
    ),
]

MALFORMED = [
    ("no SPARQL", query("hello"), 400),
    ("a function nobody knows", query("SELECT (<http://a/f>(1) AS ?x) {}"), 400),
    ("a NUL", query("ASK {} \0 x"), 400),
    ("half a percent sign", get("/sparql?query=ASK%2"), 400),
    ("no UTF-8", get("/sparql?query=%ff%fe"), 400),
    ("a surrogate", get("/sparql?query=ASK%7B%7D%23%ED%A0%80"), 400),
    ("no UTF-8, posted", post(b"\xff\xfe", QUERY), 400),
    ("no graph's name", get("/sparql?query=ASK%7B%7D&default-graph-uri=%3Cx%3E"), 400),
    ("no graph's name for the store", get("/store?graph=http://a/%3Cscript%3E"), 400),
    ("two graphs at once", get("/store?default&graph=http://a/"), 400),
    ("another encoding", post(b"+AHs-", f"{QUERY}; charset=utf-7"), 415),
    (
        "parts",
        post(b"--x\r\n\r\nASK{}\r\n--x--", "multipart/form-data; boundary=x"),
        415,
    ),
    ("a type without end", post(b"ASK{}", "text/" + "a" * 60_000), 415),
    ("a deep JSON", post(b"queries=" + b"[" * 50_000, FORM, "/reconcile"), 400),
    ("a method of our own", ("BREW /sparql HTTP/1.1", {}, b""), 400),
    ("TRACE", ("TRACE /sparql HTTP/1.1", {}, b""), 405),
    ("another protocol", ("\x16\x03\x01\x02\x00\x01\x00\x01", {}, b""), 400),
    ("no version", ("GET /", {}, b""), 400),
    ("a header without a colon", ("GET / HTTP/1.1\r\nhello", {}, b""), 400),
    ("a NUL in a header", ("GET / HTTP/1.1", {"X-A": "\0"}, b""), 400),
    ("a length below 0", ("POST /sparql HTTP/1.1", {"Content-Length": "-1"}, b""), 400),
    (
        "two lengths",
        ("POST /sparql HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2", {}, b"a"),
        400,
    ),
    (
        "a length and chunks",
        (
            "POST /sparql HTTP/1.1",
            {"Content-Length": "5", "Transfer-Encoding": "chunked"},
            b"0\r\n\r\n",
        ),
        400,
    ),
    ("a line end in an address", get("/id/x%0d%0aSet-Cookie:%20a=b"), 404),
]

ELSEWHERE = [
    (f"to {target}", get(target), 404)
    for target in (
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/index.html/../../secret.txt",
        "/.secret",
        "/.kg/lock",
        "//etc/passwd",
        "/file:///etc/passwd",
        "/etc/passwd%00.html",
        "/store/../../../../etc/passwd",
    )
]

ALL = HUGE + NESTED + OUTWARD + MALFORMED + ELSEWHERE


def send(server, line, headers, body):
    """Return status, headers and body of the answer to bytes as they are."""
    place = urlsplit(server.address)
    words = {"Host": place.netloc, "Connection": "close", **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in words.items())
    with socket.create_connection((place.hostname, place.port), timeout=30) as link:
        with suppress(OSError):  # it has answered already, and reads no more
            link.sendall(f"{line}\r\n{head}\r\n".encode("latin-1") + body)
        data = b""
        with suppress(ConnectionResetError):
            while part := link.recv(65_536):
                data += part
    first, _, rest = data.partition(b"\r\n\r\n")
    lines = first.decode("latin-1").split("\r\n")
    found = {n.lower(): v for n, _, v in (one.partition(": ") for one in lines[1:])}
    return int(lines[0].split(" ")[1]), found, rest


@pytest.mark.parametrize(
    ("request_", "status"), [row[1:] for row in ALL], ids=[row[0] for row in ALL]
)
def test_nasty_requests(server, request_, status):
    found, headers, body = send(server, *request_)
    assert found == status
    assert headers["content-type"] == "application/problem+json"
    problem = json.loads(body)
    assert problem["status"] == status
    assert 0 < len(problem["detail"]) < 1000
    assert "set-cookie" not in headers
    assert not any(word.encode() in body for word in SECRETS)
    assert b"Traceback" not in body


def test_nobody_was_harmed(client):
    """The workers are those that began, and all of them answer."""
    assert client.get("/health").json()["workers"] == 4
    metrics = client.get("/metrics").text
    assert 'kg_kills_total{reason="crash"} 0' in metrics
    assert 'kg_kills_total{reason="time"} 0' in metrics


@pytest.mark.parametrize(
    "clause", ["FROM <file:///etc/passwd>", "FROM NAMED <http://127.0.0.1:1/x>"]
)
def test_what_is_elsewhere_is_empty(client, clause):
    query = (
        f"SELECT * {clause} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    )
    reply = client.get("/sparql", params={"query": query})
    assert reply.json()["results"]["bindings"] == []


async def silent(*_):
    """Answer nothing: no request arrives."""
    raise AssertionError


@asynccontextmanager
async def listening(app):
    """Give a server of *app*, and the port that it listens on."""
    config = uvicorn.Config(
        app, http=wire.BoundedHttp, lifespan="off", port=0, log_config=None
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    yield server, server.servers[0].sockets[0].getsockname()[1]
    await server.shutdown()


async def half_a_head():
    """Return what the server says to a client that stops in the middle of a head."""
    async with listening(silent) as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nX-A: ")
        data = await reader.read()
        writer.close()
    return data


async def much(scope, _, send):
    """Answer with more than the system holds for a client, in one part or in many."""
    size, parts = 1 << 24, 1 if scope["path"] == "/whole" else 256
    head = [(b"content-length", str(size).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    for number in range(parts):
        body, more = bytes(size // parts), number < parts - 1
        await send({"type": "http.response.body", "body": body, "more_body": more})


async def never_read(path, header):
    """Wait until the server has given up a client that reads nothing."""
    async with listening(much) as (server, port):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(f"GET {path} HTTP/1.1\r\n{header}\r\n\r\n".encode())
            for held in (True, False):
                async with asyncio.timeout(30):
                    while bool(server.server_state.connections) is not held:  # noqa: ASYNC110 - uvicorn tells nobody
                        await asyncio.sleep(0.01)


def test_a_connection_that_says_nothing_is_closed(monkeypatch):
    monkeypatch.setattr(wire, "HEAD_SECONDS", 0.2)
    assert asyncio.run(half_a_head()).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("path", ["/whole", "/parts"])
@pytest.mark.parametrize("header", ["Host: a", "Connection: close"])
def test_a_client_that_reads_nothing_is_let_go(monkeypatch, path, header):
    monkeypatch.setattr(wire, "READ_SECONDS", 0.2)
    asyncio.run(never_read(path, header))


def test_loopback_by_default(server):
    assert httpx.URL(server.address).host == "127.0.0.1"
