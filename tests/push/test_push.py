"""A store elsewhere comes to say what a build says, and only what differs is sent."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from kg.ask import ask_question, read_questions
from kg.cli.push import WORDS
from kg.errors import (
    ConfigError,
    DocumentRefusedError,
    EndpointError,
    KgError,
    QueryError,
)
from kg.graph import open_store
from kg.graph.answer import JSON, TRIPLES, read_answer
from kg.graph.named import VOCABULARY, graph_triples, scan_graphs
from kg.push import (
    Client,
    Login,
    RemoteStore,
    Settings,
    Target,
    check_url,
    push_build,
)
from kg.push.ledger import Ledger, ledger_path
from kg.push.remote import with_prefixes

ALL_AT_ONCE = Settings(fill=False, vocabulary=False)
LINE = '<http://a/s> <http://a/p> "{}" <http://a/{}> .\n'
NO_CREDENTIALS = 401
VALUES = {
    "text": "委員",
    "number": "2",
    "person": "橘一葉",
    "organization": "架空県",
    "theme": "環境",
    "meeting": "5",
    "council": "架空水辺再生審議会",
}


def target(url, *, graph_store=True):
    """Return where an oxigraph server is reached."""
    store = f"{url}/store" if graph_store else None
    return Target(f"{url}/query", f"{url}/update", store)


def send(out, place, settings=None, login=None):
    """Send the build in *out*."""
    with Client(login) as client:
        return push_build(out, place, client, settings or Settings())


def ask(url, query):
    """Return the first cell of an answer."""
    with Client() as client:
        return next(iter(RemoteStore(client, f"{url}/query").rows(query)[0].values()))


def write(out, *lines):
    """Make *lines* the data set of a build."""
    out.mkdir(exist_ok=True)
    (out / "dataset.nq").write_text("".join(lines), encoding="utf-8")
    return out


@pytest.mark.parametrize(
    ("graph_store", "every"),
    [
        pytest.param(True, 1, id="graph store"),
        pytest.param(False, 6, id="update"),
    ],
)
def test_questions_are_answered_there_as_here(five, out, oxigraph, graph_store, every):
    """After the one way of sending all questions are asked, after the other some."""
    pushed = send(out, target(oxigraph, graph_store=graph_store))
    assert not pushed.failed
    assert pushed.union == "filled"
    local, asked = open_store(five), 0

    with Client() as client:
        remote = RemoteStore(client, f"{oxigraph}/query")
        for question in read_questions()[::every]:
            values = {
                blank.name: VALUES.get(blank.kind, "")
                for blank in question.parameters
                if blank.required
            }
            here, there = (
                _answer(store, question, values) for store in (local, remote)
            )
            assert here == there, question.name
            asked += not isinstance(here, str) and bool(here.rows)
    assert asked > 15 / every


def _answer(store, question, values):
    """Return an answer, or what is wrong with a value."""
    try:
        return ask_question(store, question, values)
    except KgError as error:
        return str(error)


def test_what_is_there_is_not_sent_again(out, oxigraph):
    place = target(oxigraph)

    first, again = send(out, place), send(out, place)

    assert len(first.sent) == 10
    assert not first.kept
    assert not again.sent
    assert sorted(again.kept) == sorted(first.sent)
    assert first.there == again.there
    assert first.checked
    assert VOCABULARY in first.sent


@pytest.mark.parametrize("graph_store", [True, False], ids=["graph store", "update"])
def test_only_what_changed_is_sent(tmp_path, oxigraph, graph_store):
    """The default graph follows: what no graph says any more is not there."""
    place, out = target(oxigraph, graph_store=graph_store), tmp_path / "out"
    settings = Settings(vocabulary=False, batch=1)
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    write(out, LINE.format(1, "g"), LINE.format(2, "g"), LINE.format(2, "h"))
    assert send(out, place, settings).sent == ("http://a/g", "http://a/h")
    assert ask(oxigraph, count) == "2"

    write(out, LINE.format(3, "g"), LINE.format(2, "h"))
    changed = send(out, place, settings)

    assert (changed.sent, changed.kept) == (("http://a/g",), ("http://a/h",))
    assert ask(oxigraph, count) == "2"
    write(out, LINE.format(3, "g"))
    left = send(out, place, settings)
    assert (left.leftover, left.dropped) == (("http://a/h",), ())
    pruned = send(out, place, Settings(vocabulary=False, prune=True))
    assert (pruned.leftover, pruned.dropped) == ((), ("http://a/h",))
    assert ask(oxigraph, count) == "1"
    assert ask(oxigraph, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == "1"


def test_what_others_put_there_stays(tmp_path, oxigraph):
    triple = "<http://x/> <http://x/> 1"
    other = f"INSERT DATA {{ {triple} GRAPH <http://x/g> {{ {triple} }} }}"
    with Client() as client:
        client.send(
            "POST",
            f"{oxigraph}/update",
            other.encode(),
            {"Content-Type": "application/sparql-update"},
        )
    out = write(tmp_path / "out", LINE.format(1, "g"))

    send(out, target(oxigraph), Settings(vocabulary=False, prune=True, force=True))

    assert ask(oxigraph, "SELECT (COUNT(*) AS ?n) { <http://x/> ?p ?o }") == "1"
    assert ask(oxigraph, "SELECT ?g { GRAPH ?g { <http://x/> ?p ?o } }") == "http://x/g"


def test_a_triple_that_stands_twice_in_a_file_is_held_once(tmp_path, oxigraph):
    lines = (LINE.format(n, "g") for n in (1, 2, 1))
    out, place = write(tmp_path / "out", *lines), target(oxigraph)

    first, again = send(out, place, ALL_AT_ONCE), send(out, place, ALL_AT_ONCE)

    assert (first.sent, first.failed) == (("http://a/g",), ())
    assert (again.sent, again.kept) == ((), ("http://a/g",))


def test_a_store_that_was_emptied_is_filled_again(tmp_path, oxigraph):
    out = write(tmp_path / "out", LINE.format(1, "g"), LINE.format(1, "h"))
    place = target(oxigraph)
    send(out, place, ALL_AT_ONCE)
    with Client() as client:
        client.send("DELETE", f"{oxigraph}/store?graph=http%3A%2F%2Fa%2Fg")

    assert send(out, place, ALL_AT_ONCE).sent == ("http://a/g",)


def test_a_rehearsal_sends_nothing(tmp_path, scripted):
    server = scripted(lambda *_: (500, {}, b""))
    out = write(tmp_path / "out", LINE.format(1, "g"))

    pushed = send(out, target(server.url), Settings(rehearse=True, vocabulary=False))

    assert pushed.sent == ("http://a/g",)
    assert not server.seen
    assert not ledger_path(out, target(server.url).key).exists()


@pytest.mark.parametrize("text", ["\\\\u0022", 'a\\"b', "\\n} DROP ALL #", "𠮷田　{}"])
def test_words_arrive_as_they_are(tmp_path, oxigraph, text):
    out = write(tmp_path / "out", LINE.format(text, "g"))
    expected = open_store(out, vocabulary=()).rows("SELECT ?o { ?s ?p ?o }")[0]["o"]

    for graph_store in (True, False):
        place = target(oxigraph, graph_store=graph_store)
        assert not send(out, place, ALL_AT_ONCE).failed
        assert ask(oxigraph, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == expected


def test_one_graph_fails_and_the_others_go_on(tmp_path, scripted):
    """The next run sends that one alone."""
    broken = {"g"}

    def script(_method, path, _headers, _body):
        bad = any(path.endswith(f"%2F{name}") for name in broken)
        return (500, {}, b"disk \x1b[31mfull") if bad else (204, {}, b"")

    server = scripted(script)
    out = write(tmp_path / "out", LINE.format(1, "g"), LINE.format(1, "h"))
    place = Target(None, None, f"{server.url}/store")

    first = send(out, place, ALL_AT_ONCE)
    broken.clear()
    again = send(out, place, ALL_AT_ONCE)

    assert first.failed == (("http://a/g", "HTTP 500: disk ␦[31mfull"),)
    assert first.sent == ("http://a/h",)
    assert again.sent == ("http://a/g",)
    assert not first.checked


@pytest.mark.parametrize(
    ("status", "words"),
    [
        pytest.param(302, "points to another URL", id="redirection"),
        pytest.param(401, "KG_PASSWORD", id="unknown user"),
        pytest.param(403, "does not let", id="forbidden"),
        pytest.param(404, "check the path", id="wrong path"),
        pytest.param(405, "is it the one for this use", id="wrong use"),
        pytest.param(501, "is it the URL for this use", id="not implemented"),
    ],
)
def test_what_no_graph_could_get_through_ends_the_run(
    tmp_path, scripted, status, words
):
    server = scripted(lambda *_: (status, {"Location": "http://127.0.0.1:9/"}, b""))
    out = write(tmp_path / "out", LINE.format(1, "g"), LINE.format(1, "h"))

    with pytest.raises(EndpointError, match=words):
        send(out, Target(None, None, server.url), ALL_AT_ONCE)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [
        pytest.param(413, "--batch", id="too large"),
        pytest.param(415, "this form of data", id="wrong content type"),
    ],
)
def test_what_one_graph_could_not_get_through_is_told(
    tmp_path, scripted, status, words
):
    server = scripted(lambda *_: (status, {}, b""))
    out = write(tmp_path / "out", LINE.format(1, "g"), LINE.format(1, "h"))

    pushed = send(out, Target(None, None, server.url), ALL_AT_ONCE)

    assert all(words in reason for _, reason in pushed.failed)
    assert len(pushed.failed) == 2


def test_an_answer_that_cannot_be_unpacked_is_told(scripted):
    server = scripted(lambda *_: (200, {"Content-Encoding": "gzip"}, b"no gzip"))

    with pytest.raises(EndpointError, match="cannot be unpacked"):
        ask(server.url, "ASK {}")


def test_what_a_server_says_of_a_problem_is_told(scripted):
    problem = b'{"title": "Slow", "detail": "longer than 2 s; ask\\nfor less"}'
    kind = {"Content-Type": "application/problem+json"}
    server = scripted(lambda *_: (504, kind, problem))

    with pytest.raises(EndpointError, match=r"\(longer than 2 s; ask for less\)"):
        ask(server.url, "ASK {}")
    assert len(server.seen) == 1  # it would take as long again


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param(None, "broke off", id="the line is cut"),
        pytest.param((401, {}, b""), "KG_PASSWORD", id="the login ended"),
    ],
)
def test_what_was_sent_is_told_when_it_stops(
    kg, tmp_path, scripted, monkeypatch, answer, words
):
    """The same command goes on where it stopped."""
    monkeypatch.setattr("kg.push.client._PAUSES", (0, 0))
    good = [True, True, False]

    def script(*_):
        return (204, {}, b"") if not good or good.pop(0) else answer

    server = scripted(script)
    out = write(tmp_path / "out", *(LINE.format(1, name) for name in "abcd"))
    sending = ("push", out, "--graph-store", server.url, "--default", "leave",
               "--no-vocabulary")  # fmt: skip
    if answer is None:
        good += [False, False]  # each attempt

    first, seen = kg(*sending), len(server.seen)
    again = kg(*sending)

    assert first.exit_code == 1
    assert "4 グラフ中 2 を送信済み" in first.stderr
    assert words in first.stderr
    assert again.exit_code == 0, again.stderr
    assert [path[-1] for _, path, _, _ in server.seen[seen:]] == ["c", "d"]


def test_a_run_that_was_killed_goes_on(out, oxigraph):
    """Whatever was there when it was killed, in the end all is, once."""
    place = target(oxigraph)
    urls = ["--endpoint", place.endpoint, "--update", place.update]
    command = [sys.executable, "-m", "kg", "push", str(out), *urls, "--batch", "50"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        lines = [process.stderr.readline() for _ in range(3)]
        process.kill()

    again = send(out, Target(place.endpoint, place.update), Settings(batch=50))

    assert all("送信" in line for line in lines)
    assert 0 < len(again.sent) < 10
    assert not again.failed
    rows = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert ask(oxigraph, rows) == str(again.there)


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_a_password_goes_only_to_who_asks(tmp_path, scripted, scheme):
    challenge = f'{scheme} realm="r", nonce="n", qop="auth", algorithm=MD5'

    def script(_method, _path, headers, _body):
        given = headers.get("Authorization", "")
        if given.startswith(scheme):
            return 204, {}, b""
        return NO_CREDENTIALS, {"WWW-Authenticate": challenge}, b""

    server = scripted(script)
    out = write(tmp_path / "out", LINE.format(1, "g"), LINE.format(1, "h"))

    pushed = send(
        out, Target(None, None, server.url), ALL_AT_ONCE, Login("taro", "secret")
    )

    assert len(pushed.sent) == 2
    given = [headers.get("Authorization") for _, _, headers, _ in server.seen]
    assert given[0] is None
    assert all(words.startswith(scheme) for words in given[1:])
    assert len(given) == 3  # once unasked, then each graph
    assert not list(tmp_path.rglob("*secret*"))
    assert "secret" not in ledger_path(
        out, Target(None, None, server.url).key
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("localhost:3030/ds", "expected http", id="no scheme"),
        pytest.param("file:///etc/passwd", "expected http", id="a file"),
        pytest.param("http://", "expected http", id="no host"),
        pytest.param("http://a:b@c/ds", "histories", id="a password"),
        pytest.param("http://a:99999/", "expected http", id="a port"),
        pytest.param("http://[::1/", "expected http", id="half an address"),
        pytest.param("http://a..b/", "expected http", id="an empty part"),
    ],
)
def test_a_bad_url_is_refused(kg, out, url, words):
    with pytest.raises(ConfigError, match=words):
        check_url(url, "--endpoint")
    result = kg("push", out, "--endpoint", url)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_the_command(kg, out, oxigraph):
    urls = ("--endpoint", f"{oxigraph}/query", "--update", f"{oxigraph}/update")

    result = kg("push", out, *urls)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0].startswith("送信 10")
    asked = ("who-attended", "meeting=5")
    there = kg("ask", *asked, "--endpoint", f"{oxigraph}/query")
    here = kg("ask", *asked, "-d", out)
    assert there.stdout == here.stdout
    query = "SELECT ?l { ?m a gjr:Meeting ; rdfs:label ?l } ORDER BY ?l"
    there = kg("query", query, "--endpoint", f"{oxigraph}/query")
    assert there.stdout == kg("query", query, "-d", out).stdout
    query = "CONSTRUCT { ?m rdfs:label ?l } { ?m a gjr:Meeting ; rdfs:label ?l }"
    there = kg("query", query, "--endpoint", f"{oxigraph}/query")
    assert there.stdout == kg("query", query, "-d", out).stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        pytest.param((), 2, "where to?", id="nowhere"),
        pytest.param(("--user", "taro", "--endpoint", "http://localhost:9/"), 2,
                     "KG_PASSWORD", id="no password"),
        pytest.param(("--endpoint", "http://127.0.0.1:9/"), 1, "cannot be reached",
                     id="nobody there"),
    ],
)  # fmt: skip
def test_wrong_uses_of_the_command(
    kg, out, tmp_path, monkeypatch, words, code, message
):
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    monkeypatch.delenv("KG_PASSWORD", raising=False)

    result = kg("push", out, *words, "--default", "leave")

    assert result.exit_code == code
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_without_a_build(kg, tmp_path):
    result = kg("push", tmp_path, "--endpoint", "http://127.0.0.1:9/")

    assert result.exit_code == 2
    assert "dataset.nq" in result.stderr


def test_netrc_gives_user_and_password(kg, out, tmp_path, monkeypatch, scripted):
    def script(_method, _path, headers, _body):
        ok = headers.get("Authorization") == "Basic dGFybzpzZWNyZXQ="
        return (204, {}, b"") if ok else (401, {"WWW-Authenticate": "Basic"}, b"")

    server = scripted(script)
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login taro password secret\n")
    monkeypatch.setenv("NETRC", str(file))

    result = kg("push", out, "--graph-store", server.url, "--default", "leave")

    assert result.exit_code == 0, result.stderr
    assert "secret" not in result.output


def test_the_graphs_of_a_file():
    lines = [LINE.format(1, "g"), LINE.format(2, "h"), LINE.format(3, "g")]
    file = io.BytesIO("".join(lines).encode())

    found = scan_graphs(file, Path("dataset.nq"))

    assert [(graph.name, graph.triples) for graph in found] == [
        ("http://a/g", 2),
        ("http://a/h", 1),
    ]
    assert b"".join(graph_triples(file, found[0])).decode() == (
        '<http://a/s> <http://a/p> "1" .\n<http://a/s> <http://a/p> "3" .\n'
    )


@pytest.mark.parametrize(
    "line", ["<http://a/> <http://a/> <http://a/> .\n", "what\n", "\n"]
)
def test_a_line_in_no_graph_is_refused(line):
    with pytest.raises(DocumentRefusedError, match=r"dataset\.nq"):
        scan_graphs(io.BytesIO(line.encode()), Path("dataset.nq"))


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_a_ledger_cut_short_forgets_one_graph(tmp_path, cut):
    path = tmp_path / "a" / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.finish("http://a/g", "1", 1)
    ledger.finish("http://a/h", "2", 2)
    path.write_bytes(path.read_bytes()[:-cut])

    again = Ledger(path)
    again.finish("http://a/i", "3", 3)

    known = {"http://a/g": ("1", 1), "http://a/i": ("3", 3)}
    if cut == 1:
        known["http://a/h"] = ("2", 2)
    assert dict(Ledger(path).sent) == known


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(b"<html>", JSON, id="a page"),
        pytest.param(b"[]", JSON, id="a list"),
        pytest.param(b'{"head": {}}', JSON, id="no results"),
        pytest.param(b"[" * 100_000, JSON, id="nesting"),
        pytest.param(
            b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri",'
            b'"value":"a> b"}}]}}', JSON, id="no IRI",
        ),
        pytest.param(b"<a> <b> <c> .", TRIPLES, id="relative"),
        pytest.param(b"<<(" * 10_000, TRIPLES, id="nested triples"),
    ],
)  # fmt: skip
def test_a_foreign_answer_is_refused(data, media_type):
    with pytest.raises(QueryError):
        read_answer(data, media_type)


@pytest.mark.parametrize(
    ("query", "prefixes"),
    [
        ("SELECT * { ?s gjr:of ?o }", {"gjr"}),
        ("SELECT * { ?s <http://a/b:c> 'x' }", set()),
        ("PREFIX foaf: <http://f/> SELECT * { ?s foaf:name ?o ; rdfs:label ?l }",
         {"foaf", "rdfs"}),
    ],
)  # fmt: skip
def test_prefixes_stand_before_the_first_line(query, prefixes):
    words = with_prefixes(query)

    assert words.endswith(query)
    assert {w.rstrip(":") for w in words.removesuffix(query).split()[1::3]} == prefixes


def test_the_words_of_the_command_are_there_in_both_languages():
    assert WORDS["ja"].keys() == WORDS["en"].keys()
