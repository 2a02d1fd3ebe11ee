"""Every route is described, and answers are as they are described."""

import json
from urllib.parse import parse_qsl, unquote

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from kg.serve.api_table import ROUTES
from kg.serve.example import find_examples, with_examples, write_example
from kg.serve.openapi_page import _WORDS
from tests.graph.small_record import BASE, COUNCIL, HANAKO
from tests.serve.small_site import SITE, get

DOCUMENT = json.loads(get("/api/v1/openapi.json").body)
SPAN = f"{next(iter(SITE.documents))}#char=0,4"
EXAMPLES = [
    ("/api/v1/search", [("q", "架空")]),
    (f"/api/v1/entities/{HANAKO.id}", []),
    (f"/api/v1/entities/{COUNCIL.id}", []),
    ("/api/v1/questions", []),
    ("/api/v1/questions/who-attended", []),
    ("/api/v1/evidence", [("span", SPAN)]),
    ("/api/v1/meetings", []),
    ("/api/v1/changes", []),
    ("/api/v1/openapi.json", []),
    ("/reconcile", []),
    ("/reconcile/suggest/entity", [("prefix", "架空")]),
    ("/reconcile/suggest/type", [("prefix", "")]),
    ("/reconcile/suggest/property", [("prefix", "")]),
    ("/reconcile/extend/propose", [("type", "foaf:Person")]),
]


def test_every_route_is_described():
    described = {
        (method.upper(), path)
        for path, found in DOCUMENT["paths"].items()
        for method in found
    }

    assert described == {
        (route.method, route.path.replace("*}", "}")) for route in ROUTES.all
    }
    names = [route.name for route in ROUTES.all]
    assert len(names) == len(set(names))


def test_the_description_is_openapi():
    validate(DOCUMENT)


def test_every_part_of_a_path_is_a_parameter():
    for path, found in DOCUMENT["paths"].items():
        for operation in found.values():
            given = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
            assert given == {part.split("}")[0] for part in path.split("{")[1:]}, path


def test_every_pointer_leads_to_a_schema():
    words = json.dumps(DOCUMENT)
    names = {part.split('"')[0] for part in words.split("#/components/schemas/")[1:]}

    assert names <= DOCUMENT["components"]["schemas"].keys()
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_example_is_of_its_schema():
    for found in DOCUMENT["paths"].values():
        for operation in found.values():
            for one in operation["parameters"]:
                if "example" in one:
                    Draft202012Validator(one["schema"]).validate(one["example"])


@pytest.mark.parametrize(("path", "query"), EXAMPLES, ids=lambda one: str(one)[:40])
def test_answers_are_as_described(path, query):
    route = next(
        r for r in ROUTES.all if r.method == "GET" and r.pattern.fullmatch(path)
    )
    reply = get(path, query)

    assert reply.status == 200, reply.body
    schema = {
        "$ref": f"#/components/schemas/{route.returns[0][2]}",
        "components": DOCUMENT["components"],
    }
    Draft202012Validator(schema).validate(json.loads(reply.body))


def test_a_problem_is_as_described():
    schema = DOCUMENT["components"]["schemas"]["Problem"]

    Draft202012Validator(schema).validate(json.loads(get("/nothing").body))


def test_every_example_can_be_tried():
    """What the description shows is in the graph that is served."""
    tried = 0
    examples = find_examples(SITE)
    for route in ROUTES.all:
        path = write_example(with_examples(route, examples))
        if route.name in {"home", "file"} or not path:
            continue
        place, _, words = path.partition("?")
        reply = get(unquote(place), parse_qsl(words))
        assert reply.status in {200, 303}, path
        tried += 1
    assert tried > 15


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_lists_every_route(language):
    text = get("/api/v1", [("lang", language)]).body.decode()

    for path in DOCUMENT["paths"]:
        assert f"{path}</code>" in text
    assert "<script" not in text
    assert BASE


def test_the_words_of_the_page_are_there_in_both_languages():
    assert _WORDS["ja"].keys() == _WORDS["en"].keys()
