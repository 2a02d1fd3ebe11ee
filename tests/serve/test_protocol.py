"""The query tests of the W3C's suite for the SPARQL 1.1 Protocol, by their names.

They are those of sparql/sparql11/protocol/manifest.ttl in w3c/rdf-tests, in our own
words. The fourteen update tests cannot pass, since nothing is written here; that what
they send is refused, and changes nothing, is tested instead.
"""

import pytest

from tests.serve.conftest import SUITE

ONE, TWO, THREE = (SUITE.format(number) for number in (1, 2, 3))
DIRECT = {"Content-Type": "application/sparql-query"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
ROWS = {JSON, XML, "text/csv", "text/tab-separated-values"}
TRIPLES = {"text/turtle", "application/rdf+xml", "application/n-triples"}
BOTH = f"ASK {{ <{ONE}> ?p ?o . <{TWO}> ?p ?o }}"
IN_GRAPHS = "ASK { GRAPH ?g { ?s ?p ?o } }"


def get(path="/sparql", **params):
    return ("GET", path, params, {}, None)


def post(body, headers, **params):
    return ("POST", "/sparql/", params, headers, body)


# name, request, media types one of which is expected, what is answered
GOOD = [
    ("query_post_form", post("query=ASK%20%7B%7D", FORM), {JSON, XML}, True),
    (
        "query_dataset_default_graphs_get",
        get(
            query=f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type . }}",
            **{"default-graph-uri": [ONE, TWO]},
        ),
        {JSON, XML},
        True,
    ),
    (
        "query_dataset_default_graphs_post",
        post(BOTH, DIRECT, **{"default-graph-uri": [ONE, TWO]}),
        {JSON, XML},
        True,
    ),
    (
        "query_dataset_named_graphs_post",
        post(IN_GRAPHS, DIRECT, **{"named-graph-uri": [ONE, TWO]}),
        {JSON, XML},
        True,
    ),
    (
        "query_dataset_named_graphs_get",
        get("/sparql/", query=IN_GRAPHS, **{"named-graph-uri": [ONE, TWO]}),
        {JSON, XML},
        True,
    ),
    (
        "query_dataset_full",
        post(
            "SELECT ?g ?x ?s { ?x ?y ?o  GRAPH ?g { ?s ?p ?o } }",
            DIRECT,
            **{"default-graph-uri": THREE, "named-graph-uri": [ONE, TWO]},
        ),
        {JSON, XML},
        {(ONE, THREE, ONE), (TWO, THREE, TWO)},
    ),
    (
        "query_multiple_dataset",  # that of the protocol counts, not that of the query
        post(
            f"ASK FROM <{ONE}> {{ <{ONE}> ?p ?o }}",
            DIRECT,
            **{"default-graph-uri": TWO},
        ),
        {JSON, XML},
        False,
    ),
    ("query_get", get(query="ASK {}"), {JSON, XML}, True),
    (
        "query_content_type_select",
        post("SELECT (1 AS ?value) {}", DIRECT),
        ROWS,
        {("1",)},
    ),
    ("query_content_type_ask", post("ASK {}", DIRECT), {JSON, XML}, True),
    (
        "query_content_type_describe",
        post("DESCRIBE <http://example.org/>", DIRECT),
        TRIPLES,
        None,
    ),
    (
        "query_content_type_construct",
        post("CONSTRUCT { <s> <p> 1 } WHERE {}", DIRECT),
        TRIPLES,
        None,
    ),
    ("query_post_direct", post("ASK {}", DIRECT), {JSON, XML}, True),
]


@pytest.mark.parametrize(
    ("request_", "types", "answer"), [row[1:] for row in GOOD], ids=[r[0] for r in GOOD]
)
def test_good_queries(client, request_, types, answer):
    method, path, params, headers, body = request_
    reply = client.request(method, path, params=params, headers=headers, content=body)
    assert reply.status_code == 200
    assert reply.headers["Content-Type"].partition(";")[0] in types
    if isinstance(answer, bool):
        assert reply.json()["boolean"] is answer
    elif answer is not None:
        names = reply.json()["head"]["vars"]
        rows = reply.json()["results"]["bindings"]
        assert {tuple(row[name]["value"] for name in names) for row in rows} == answer


def raw(body, kind=None):
    return ("POST", "/sparql/", {}, {"Content-Type": kind} if kind else {}, body)


BAD = [
    ("bad_query_method", ("PUT", "/sparql", {"query": "ASK {}"}, {}, None), 405),
    ("bad_multiple_queries", get(query=["ASK {}", "SELECT * {}"]), 400),
    ("bad_query_wrong_media_type", raw(b"ASK {}", "text/plain"), 415),
    ("bad_query_missing_form_type", raw(b"query=ASK%20%7B%7D"), 415),
    ("bad_query_missing_direct_type", raw(b"ASK {}"), 415),
    (
        "bad_query_non_utf8",
        raw("ASK {}".encode("utf-16"), "application/sparql-query; charset=UTF-16"),
        415,
    ),
    ("bad_query_syntax", get(query="ASK {"), 400),
]

CHANGE = f"CLEAR ALL ; INSERT DATA {{ GRAPH <{ONE}> {{ <{ONE}> a <{TWO}> }} }}"
UPDATE = "application/sparql-update"


def update(**params):
    return ("POST", "/sparql", params, {"Content-Type": UPDATE}, CHANGE)


# none of them applies: this service has no updates, and says so
UPDATES = [
    ("update_dataset_default_graph", update(**{"using-graph-uri": ONE}), 403),
    ("update_dataset_default_graphs", update(**{"using-graph-uri": [ONE, TWO]}), 403),
    ("update_dataset_named_graphs", update(**{"using-named-graph-uri": [ONE]}), 403),
    (
        "update_dataset_full",
        update(**{"using-graph-uri": THREE, "using-named-graph-uri": [ONE, TWO]}),
        403,
    ),
    ("update_post_form", post("update=CLEAR%20NAMED", FORM), 403),
    ("update_post_direct", update(), 403),
    ("update_base_uri", update(), 403),
    ("bad_update_get", get(update="CLEAR ALL"), 403),
    (
        "bad_multiple_updates",
        post("update=CLEAR%20NAMED&update=CLEAR%20ALL", FORM),
        403,
    ),
    ("bad_update_wrong_media_type", raw(b"CLEAR NAMED", "text/plain"), 415),
    ("bad_update_missing_form_type", raw(b"update=CLEAR%20NAMED"), 415),
    (
        "bad_update_non_utf8",
        raw("CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16"),
        415,
    ),
    ("bad_update_syntax", post("update=CLEAR%20XYZ", FORM), 403),
    (
        "bad_update_dataset_conflict",
        post("using-named-graph-uri=http%3A%2F%2Fa%2F&update=WITH%20%3Ca%3E", FORM),
        403,
    ),
]


@pytest.mark.parametrize(
    ("request_", "status"),
    [row[1:] for row in BAD + UPDATES],
    ids=[row[0] for row in BAD + UPDATES],
)
def test_bad_queries_and_updates(client, request_, status):
    method, path, params, headers, body = request_
    if isinstance(body, str):
        body = body.encode()
    reply = client.request(method, path, params=params, headers=headers, content=body)
    assert reply.status_code == status
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json()["detail"]


def test_the_suite_is_whole():
    assert len(GOOD) + len(BAD) == 20
    assert len(UPDATES) == 14


@pytest.mark.parametrize("number", [1, 2, 3])
def test_nothing_was_changed(client, number):
    name = SUITE.format(number)
    query = f"SELECT ?p {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert len(rows) == 1
