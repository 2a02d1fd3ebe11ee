"""A client that behaves as OpenRefine does reconciles what can be told for certain."""

import json
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator

from tests.graph.small_record import BASE, COMPANY, HANAKO
from tests.serve.small_site import get, local, site_of

FAMILIES = [
    "架山",
    "空川",
    "虚田",
    "仮野",
    "幻森",
    "夢井",
    "想島",
    "偽原",
    "影沢",
    "霞谷",
    "霧峰",
    "朧月",
    "幽岡",
    "玄池",
    "漠浜",
]
GIVEN = [
    "一葉",
    "二葉",
    "三郎",
    "四季",
    "五月",
    "六花",
    "七海",
    "八雲",
    "九重",
    "十和",
    "百合",
    "千春",
    "万里",
    "億斗",
    "兆治",
    "京香",
    "垓人",
    "秭美",
    "穣司",
    "溝助",
]
BODIES = [f"架空第{number}大学" for number in range(1, 21)]
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ORG = "http://www.w3.org/ns/org#"
FORM = "application/x-www-form-urlencoded"


def people():
    """Yield 600 people: 300 names, each borne by two of different bodies."""
    names = [family + given for family in FAMILIES for given in GIVEN]
    for place, name in enumerate((*names, *names)):
        shift = 0 if place < len(names) else 7
        yield f"p{place}", name, (place + shift) % len(BODIES)


def quads():
    """Return the graph of these people."""
    lines = []

    def add(subject, predicate, value):
        lines.append(f"<{BASE}{subject}> <{predicate}> {value} <{BASE}doc/1> .\n")

    for number, body in enumerate(BODIES):
        add(f"org/{number}", TYPE, f"<{ORG}Organization>")
        add(f"org/{number}", LABEL, f'"{body}"@ja')
    for one, name, body in people():
        add(f"person/{one}", TYPE, "<http://xmlns.com/foaf/0.1/Person>")
        add(f"person/{one}", LABEL, f'"{name}"@ja')
        add(f"membership/{one}", f"{ORG}member", f"<{BASE}person/{one}>")
        add(f"membership/{one}", f"{ORG}organization", f"<{BASE}org/{body}>")
    return "".join(lines).encode()


CROWD = site_of(quads(), vocabulary=())
CANDIDATES = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {
            "result": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "name", "score", "match"],
                    "properties": {
                        "id": {"type": "string"},
                        "name": {"type": "string"},
                        "score": {"type": "number"},
                        "match": {"type": "boolean"},
                        "type": {
                            "type": "array",
                            "items": {"type": "object", "required": ["id"]},
                        },
                        "features": {
                            "type": "array",
                            "items": {"type": "object", "required": ["id", "value"]},
                        },
                    },
                },
            }
        },
    },
}
"""As the report of version 0.2 has the answer to a batch."""


def post(queries, site=CROWD):
    """Return the answer to a batch, sent as OpenRefine sends it."""
    body = urlencode({"queries": json.dumps(queries)}).encode()
    reply = get("/reconcile", site=site, method="POST", body=body, content_type=FORM)
    assert reply.status == 200, reply.body
    found = json.loads(reply.body)
    Draft202012Validator(CANDIDATES).validate(found)
    return found


def test_a_name_alone_is_nobodys():
    answers = post({"a": {"query": "架山一葉"}, "b": {"query": "架空第1大学"}})

    assert len(answers["a"]["result"]) >= 2
    assert not any(one["match"] for one in answers["a"]["result"])
    assert answers["b"]["result"][0]["match"]


@pytest.mark.parametrize("form", ["GET", "POST"])
def test_a_batch_by_get_or_as_a_form(form):
    queries = {"q0": {"query": "架空電機"}}
    body = urlencode({"queries": json.dumps(queries)})
    if form == "GET":
        reply = get("/reconcile", [("queries", json.dumps(queries))])
    else:
        reply = get("/reconcile", method="POST", body=body.encode(), content_type=FORM)

    assert json.loads(reply.body)["q0"]["result"][0]["id"] == BASE + COMPANY.id


def test_the_manifest_leads_to_services_that_answer():
    found = json.loads(get("/reconcile").body)

    assert found["versions"] == ["0.2"]
    assert found["identifierSpace"] == BASE
    view = found["view"]["url"].replace("{{id}}", "")
    assert get(local(view), [("iri", BASE + HANAKO.id)]).status == 200
    preview = found["preview"]["url"].replace("{{id}}", "")
    assert get(local(preview), [("id", BASE + HANAKO.id)]).status == 200
    for one in found["suggest"].values():
        url = one["service_url"] + one["service_path"]
        assert "result" in json.loads(get(local(url), [("prefix", "架")]).body)
    one = found["extend"]["propose_properties"]
    proposed = get(
        local(one["service_url"] + one["service_path"]), [("type", "foaf:Person")]
    )
    ids = {p["id"] for p in json.loads(proposed.body)["properties"]}
    assert ids == {"organization", "post", "meeting"}


def test_values_of_properties():
    wanted = {"ids": [f"{BASE}person/p1"], "properties": [{"id": "organization"}]}
    reply = get("/reconcile", [("extend", json.dumps(wanted))], site=CROWD)

    found = json.loads(reply.body)
    assert found["meta"] == [{"id": "organization", "name": "所属"}]
    assert found["rows"][f"{BASE}person/p1"]["organization"] == [
        {"id": f"{BASE}org/1", "name": "架空第2大学"}
    ]


def test_a_preview_is_inert():
    reply = get("/reconcile/preview", [("id", BASE + HANAKO.id)])

    assert b"<script" not in reply.body
    assert reply.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"queries": "{"}, 400),
        ({"queries": "[" * 10_000}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": '{"a": {"query": 1}}'}, 400),
        ({"queries": '{"a": {"query": "x", "limit": 0}}'}, 400),
        ({"queries": '{"a": {"query": "x", "type": "y"}}'}, 400),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(501)})}, 413),
        ({"queries": "{}", "callback": "alert"}, 400),
        ({"extend": "{}"}, 400),
        ({"extend": '{"ids": [1], "properties": []}'}, 400),
        ({"extend": '{"ids": [], "properties": [{"id": "x"}]}'}, 400),
    ],
)
def test_what_is_wrong_is_told(fields, status):
    body = urlencode(fields).encode()
    reply = get("/reconcile", method="POST", body=body, content_type=FORM)

    assert reply.status == status
    assert json.loads(reply.body)["detail"]


def test_another_form_is_refused():
    reply = get(
        "/reconcile", method="POST", body=b"{}", content_type="application/json"
    )

    assert reply.status == 415
