"""What an answer is sent as: formats, marks of what a client has, gzip, CORS."""

import csv
import gzip
import io
import json
import re
from xml.etree import ElementTree as ET

import httpx
import pyoxigraph as ox
import pytest

from tests.graph.small_record import BASE, HANAKO
from tests.serve.conftest import SUITE

PERSON = f"{BASE}{HANAKO.id}"
NAME = f"SELECT ?name ?none {{ <{PERSON}> foaf:name ?name }}"
THING = f"CONSTRUCT {{ ?s a ?o }} {{ GRAPH <{SUITE.format(1)}> {{ ?s a ?o }} }}"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def ask(client, query, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get("/sparql", params={"query": query}, headers=named)


def names_of(reply):
    """Return the names in a reply of any format of rows."""
    kind = reply.headers["Content-Type"].partition(";")[0]
    if kind == JSON:
        return {row["name"]["value"] for row in reply.json()["results"]["bindings"]}
    if kind == XML:
        tree = ET.fromstring(reply.text)  # noqa: S314 - our own
        return {one.text for one in tree.iter() if one.tag.endswith("literal")}
    if kind == "text/csv":
        return {row["name"] for row in csv.DictReader(io.StringIO(reply.text))}
    lines = reply.text.splitlines()[1:]
    return {re.match(r'"([^"]*)"', line)[1] for line in lines}


ROWS = [
    (JSON, JSON),
    (XML, XML),
    ("text/csv", "text/csv; charset=utf-8"),
    ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ("application/json", JSON),
    ("application/xml", XML),
    ("*/*", JSON),
    ("", JSON),
    ("text/*", "text/csv; charset=utf-8"),
    ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", XML),
    (f"{JSON};q=0, */*", XML),
    ("image/png, text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
]


@pytest.mark.parametrize(("accept", "kind"), ROWS)
def test_rows(client, accept, kind):
    reply = ask(client, NAME, Accept=accept)
    assert reply.status_code == 200
    assert reply.headers["Content-Type"] == kind
    assert names_of(reply) == {"鈴木 花子"}


TRIPLES = [
    ("text/turtle", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
    ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
    ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
    ("application/json", "application/ld+json", ox.RdfFormat.JSON_LD),
    ("*/*", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("text/turtle;q=0.5, application/ld+json", "application/ld+json", None),
]


@pytest.mark.parametrize(("accept", "kind", "form"), TRIPLES)
def test_triples(client, accept, kind, form):
    reply = ask(client, THING, Accept=accept)
    assert reply.status_code == 200
    assert reply.headers["Content-Type"] == kind
    if form is not None:
        triples = {quad.triple for quad in ox.parse(reply.content, format=form)}
        assert {triple.subject.value for triple in triples} == {SUITE.format(1)}


@pytest.mark.parametrize(
    ("query", "accept", "words"),
    [
        (NAME, "image/png", "expected one of"),
        (NAME, "text/turtle", "this query gives rows"),
        (THING, "text/csv", "this query gives triples"),
    ],
)
def test_no_such_format(client, query, accept, words):
    reply = ask(client, query, Accept=accept)
    assert reply.status_code == 406
    assert words in reply.json()["detail"]


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv"), ("xml", XML), ("json", JSON), ("text/csv", "text/csv")],
)
def test_the_format_in_the_address(client, form, kind):
    reply = client.get(
        "/sparql", params={"query": NAME, "format": form}, headers={"Accept": JSON}
    )
    assert reply.headers["Content-Type"].partition(";")[0] == kind


class TestPage:
    """A browser is shown a page, which has no script."""

    def test_it_asks(self, client):
        reply = client.get("/sparql", headers={"Accept": BROWSER})
        assert "<textarea" in reply.text
        assert "<script" not in reply.text
        policy = reply.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy

    def test_it_shows_rows(self, client):
        reply = ask(client, f"SELECT ?s {{ <{PERSON}> a ?s . }}", Accept=BROWSER)
        assert reply.headers["Content-Type"].startswith("text/html")
        assert ">foaf:Person</a>" in reply.text

    def test_it_shows_a_verdict_and_triples(self, client):
        english = ask(client, "ASK {}", Accept=BROWSER, Accept_Language="en").text
        assert "<strong>Yes</strong>" in english
        assert SUITE.format(1) in ask(client, THING, Accept=BROWSER).text

    def test_it_tells_what_is_wrong(self, client):
        reply = ask(client, "SELECT <b>", Accept=BROWSER)
        assert reply.status_code == 400
        assert 'role="alert"' in reply.text
        assert "SELECT &lt;b&gt;" in reply.text

    def test_words_are_inert(self, client):
        text = '</textarea><script>alert(1)</script><img src=x onerror="alert(2)">'
        query = f"SELECT ({json.dumps(text)} AS ?x) (<javascript:alert(3)> AS ?y) {{}}"
        page = ask(client, query, Accept=BROWSER)
        assert page.status_code == 200
        assert "<script>" not in page.text
        assert "<img" not in page.text
        assert 'href="javascript' not in page.text

    def test_both_languages_have_all_words(self):
        from kg.serve.query_page import read_words  # noqa: PLC0415 - used here alone

        assert read_words("ja").keys() == read_words("en").keys()


class TestMarks:
    """What a client has already is not sent again."""

    def test_the_same_question(self, client):
        tag = ask(client, NAME).headers["ETag"]
        again = ask(client, NAME, If_None_Match=tag)
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["ETag"] == tag
        assert ask(client, NAME, If_None_Match=f'"x", {tag[2:]}').status_code == 304

    def test_another_format_or_graph(self, client):
        tag = ask(client, NAME).headers["ETag"]
        assert ask(client, NAME, Accept="text/csv", If_None_Match=tag).is_success
        params = {"query": NAME, "default-graph-uri": SUITE.format(1)}
        other = client.get("/sparql", params=params, headers={"If-None-Match": tag})
        assert other.status_code == 200

    def test_a_question_by_post_is_always_answered(self, client):
        tag = ask(client, NAME).headers["ETag"]
        reply = client.post(
            "/sparql", data={"query": NAME}, headers={"If-None-Match": tag}
        )
        assert reply.status_code == 200

    @pytest.mark.parametrize("word", ["NOW()", "RAND()", "UUID()", "struuid( )"])
    def test_what_changes_has_no_mark(self, client, word):
        reply = ask(client, f"SELECT ({word} AS ?x) {{}}")
        assert reply.status_code == 200
        assert "ETag" not in reply.headers

    def test_a_file(self, client):
        tag = client.get("/").headers["ETag"]
        assert client.get("/", headers={"If-None-Match": tag}).status_code == 304


MANY = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 500"
PACKED = [
    f"/sparql?query={MANY}",
    "/store?default",
    "/",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("path", PACKED)
def test_gzip(server, path):
    url = httpx.URL(f"{server.address}{path}")
    with httpx.Client(trust_env=False) as client:
        plain = client.get(url, headers={"Accept-Encoding": "identity"})
        with client.stream("GET", url, headers={"Accept-Encoding": "gzip"}) as reply:
            data = b"".join(reply.iter_raw())
            assert reply.headers["Content-Encoding"] == "gzip"
            assert "Accept-Encoding" in reply.headers["Vary"]
            assert reply.headers.get("ETag", "W/").startswith("W/")
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(data) == plain.content
    assert len(data) < len(plain.content)


@pytest.mark.parametrize("coding", ["identity", "br", "gzip;q=0", ""])
def test_no_gzip(client, coding):
    reply = ask(client, MANY, Accept_Encoding=coding)
    assert "Content-Encoding" not in reply.headers


@pytest.mark.parametrize("path", ["/sparql", "/store", "/api/v1/search", "/id/x"])
def test_a_browser_may_ask_from_any_page(client, path):
    reply = client.options(
        path,
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert reply.status_code == 204
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in reply.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in reply.headers


@pytest.mark.parametrize("path", ["/sparql?query=ASK%20%7B%7D", "/", "/nowhere"])
def test_the_head_of_every_answer(client, path):
    reply = client.get(path, headers={"Origin": "https://example.org"})
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in reply.headers["Access-Control-Expose-Headers"]
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in reply.headers


@pytest.mark.parametrize("path", ["/sparql?query=ASK%20%7B%7D", "/health", "/"])
def test_head(client, path):
    assert client.head(path).status_code == client.get(path).status_code == 200
    assert client.head(path).content == b""
