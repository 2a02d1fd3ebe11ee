"""What the service says of itself, whole graphs, and the state for its operator."""

import re
import signal
import subprocess
import sys

import pyoxigraph as ox
import pytest

from kg.cli import serve as command
from tests.graph.small_record import BASE
from tests.serve.conftest import SUITE, serving

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def graph_of(reply, form=ox.RdfFormat.TURTLE):
    """Return the triples of a reply, as texts."""
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in ox.parse(reply.content, format=form)
    }


class TestServiceDescription:
    """The three tests of the W3C's suite, and what a client needs besides."""

    def test_returns_rdf(self, client):
        reply = client.get("/sparql", headers={"Accept": "text/turtle"})
        assert reply.headers["Content-Type"] == "text/turtle; charset=utf-8"
        assert graph_of(reply)

    def test_has_endpoint_triple(self, client, server):
        triples = graph_of(client.get("/sparql"))
        endpoints = {o for _, p, o in triples if p == f"{SD}endpoint"}
        assert endpoints == {f"{server.address}/sparql"}

    def test_conforms_to_schema(self, client):
        triples = graph_of(client.get("/sparql"))
        services = {s for s, p, o in triples if p == A and o == f"{SD}Service"}
        assert len(services) == 1
        languages = {o for _, p, o in triples if p == f"{SD}supportedLanguage"}
        assert languages == {f"{SD}SPARQL11Query"}
        datasets = {o for _, p, o in triples if p == f"{SD}defaultDataset"}
        assert {s for s, p, o in triples if p == f"{SD}defaultGraph"} == datasets
        assert not any("Update" in o for _, _, o in triples)

    @pytest.mark.parametrize(
        ("accept", "form"),
        [
            ("application/n-triples", ox.RdfFormat.N_TRIPLES),
            ("application/rdf+xml", ox.RdfFormat.RDF_XML),
            ("application/ld+json", ox.RdfFormat.JSON_LD),
        ],
    )
    def test_other_formats(self, client, accept, form):
        reply = client.get("/sparql", headers={"Accept": accept})
        assert graph_of(reply, form) == graph_of(client.get("/sparql"))

    def test_void_counts_what_is_there(self, client, server):
        triples = graph_of(client.get("/.well-known/void"))
        values = {p.removeprefix(VOID): o for _, p, o in triples if p.startswith(VOID)}
        query = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
        rows = client.get("/sparql", params=query).json()["results"]["bindings"]
        dataset = next(s for s, p, o in triples if (p, o) == (A, f"{VOID}Dataset"))
        counts = {o for s, p, o in triples if s == dataset and p == f"{VOID}triples"}
        assert counts == {rows[0]["n"]["value"]}
        assert values["uriSpace"] == BASE
        assert values["sparqlEndpoint"] == f"{server.address}/sparql"
        assert client.get(values["dataDump"]).status_code == 200

    def test_it_is_marked(self, client):
        for path in ("/sparql", "/.well-known/void"):
            tag = client.get(path).headers["ETag"]
            again = client.get(path, headers={"If-None-Match": tag})
            assert again.status_code == 304


ONE = SUITE.format(1)
TYPED = {(ONE, A, "http://xmlns.com/foaf/0.1/Document")}


class TestGraphStore:
    """What the SPARQL 1.1 Graph Store Protocol reads; that it writes is refused."""

    def test_a_graph_by_name(self, client):
        assert graph_of(client.get("/store", params={"graph": ONE})) == TYPED

    @pytest.mark.parametrize(
        ("accept", "form"),
        [
            ("application/n-triples", ox.RdfFormat.N_TRIPLES),
            ("application/ld+json", ox.RdfFormat.JSON_LD),
            ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ],
    )
    def test_formats(self, client, accept, form):
        reply = client.get("/store", params={"graph": ONE}, headers={"Accept": accept})
        assert reply.headers["Content-Type"] == accept
        assert graph_of(reply, form) == TYPED

    def test_the_default_graph_has_all(self, client):
        reply = client.get("/store?default")
        assert graph_of(reply) >= TYPED
        assert client.get("/store?graph=http://a/&default").status_code == 400

    def test_a_graph_by_its_own_path(self, client):
        query = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}
        rows = client.get("/sparql", params=query).json()["results"]["bindings"]
        names = [row["g"]["value"] for row in rows]
        name = next(name for name in names if name.startswith(BASE))
        direct = client.get(f"/store/{name.removeprefix(BASE)}")
        assert direct.status_code == 200
        by_name = client.get("/store", params={"graph": name})
        assert graph_of(direct) == graph_of(by_name)

    def test_no_such_graph(self, client):
        reply = client.get("/store", params={"graph": "http://nowhere.example/"})
        assert reply.status_code == 404

    @pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
    def test_nothing_is_written(self, client, method):
        for path in ("/store?default", f"/store?graph={ONE}", "/store/doc/x"):
            reply = client.request(method, path, content=b"<a:a> <a:a> <a:a> .")
            assert reply.status_code == 405
            assert "GET" in reply.headers["Allow"]

    def test_head(self, client):
        assert client.head("/store", params={"graph": ONE}).status_code == 200


def test_health_and_metrics(client):
    state = client.get("/health").json()
    assert state["status"] == "ok"
    assert state["workers"] > 0
    assert state["build"]
    client.get("/sparql", params={"query": "ASK { <http://secret.example/> ?p ?o }"})
    text = client.get("/metrics").text
    assert re.search(r'kg_requests_total\{route="sparql",status="200"\} [1-9]', text)
    assert "secret" not in text
    for line in text.splitlines():
        assert line.startswith("#") or re.fullmatch(r"\w+(\{[^}]*\})? [\d.e+-]+", line)


def test_the_explorer_is_the_first_page(client):
    assert "explorer" in client.get("/").text


def test_what_the_log_tells(out, tmp_path):
    with (tmp_path / "log").open("w") as log, serving(out, "--log", log=log) as server:
        import httpx  # noqa: PLC0415 - used here alone

        httpx.get(f"{server.address}/sparql?query=ASK{{}}%23secret", trust_env=False)
        httpx.get(f"{server.address}/page/person/secret", trust_env=False)
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) == 0
    text = (tmp_path / "log").read_text()
    assert re.search(r"GET sparql 200 \d+ [\d.]+ ms", text)
    assert re.search(r"GET page \d+", text)
    assert "secret" not in text
    assert "127.0.0.1" not in text


class TestCommand:
    """What the command says where it cannot serve."""

    def test_nothing_was_built(self, kg, tmp_path):
        result = kg("serve", tmp_path)
        assert result.exit_code == 2
        assert "kg build" in result.output

    def test_a_port_in_use(self, kg, out, server):
        port = server.address.rpartition(":")[2]
        result = kg("serve", out, "--port", port)
        assert result.exit_code == 2
        assert "--port" in result.output
        assert "Traceback" not in result.output

    def test_an_address_that_is_none(self, kg, out):
        result = kg("serve", out, "--url", "council.example.jp")
        assert result.exit_code == 2
        assert "https://" in result.output

    def test_no_such_host(self, kg, out):
        result = kg("serve", out, "--host", "no.such.host.invalid")
        assert result.exit_code == 2
        assert "--host" in result.output

    def test_what_is_not_installed(self, kg, out, monkeypatch):
        monkeypatch.setattr(command, "find_spec", lambda _: None)
        result = kg("serve", out)
        assert result.exit_code == 2
        assert 'pip install "gijiroku-kg[serve]"' in result.output

    def test_a_graph_that_cannot_be_read(self, kg, tmp_path):
        (tmp_path / "dataset.nq").write_text("no RDF")
        result = kg("serve", tmp_path, "--port", 0)
        assert result.exit_code == 1
        assert "is no RDF" in result.output

    def test_it_is_not_imported_before_it_is_called(self):
        script = (
            "import sys; import kg.cli.app; "
            "print({'uvicorn', 'starlette', 'pyoxigraph'} & {*sys.modules})"
        )
        words = [sys.executable, "-c", script]
        found = subprocess.run(words, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == "set()"


def test_what_is_told_in_words_is_kept_for_each_language(client):
    path = "/api/v1/questions/who-attended"
    replies = [
        client.get(path, headers={"Accept-Language": language})
        for language in ("ja", "en")
    ]
    assert [reply.status_code for reply in replies] == [200, 200]
    assert replies[0].content != replies[1].content
    assert all("Accept-Language" in reply.headers["Vary"] for reply in replies)
    query = client.get("/sparql", params={"query": "ASK {}"})
    assert "Accept-Language" not in query.headers["Vary"]


def test_the_endpoint_has_the_head_of_all_and_its_page_is_made_smaller(client):
    page = client.get("/sparql", headers={"Accept": "text/html"})
    refused = client.get("/sparql", params={"query": "?"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert refused.status_code == 400
    for reply in (page, refused):
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Access-Control-Allow-Origin"] == "*"
