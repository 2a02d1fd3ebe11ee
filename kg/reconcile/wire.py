"""Read and write the messages of the reconciliation API, version 0.2, as plain values.

W3C Entity Reconciliation Community Group, final report 0.2. JSON itself, HTTP and the
pages of a preview belong to the service.
"""

from collections.abc import Iterable, Mapping

from kg.errors import QuestionError
from kg.reconcile.extend import Extension
from kg.reconcile.index import TYPES, Entry
from kg.reconcile.reconcile import Condition, Query, Scored
from kg.reconcile.suggest import describe

_MOST = 100
"""Candidates that anybody may ask for."""
_BATCH = "queries"


def manifest(service: str, base: str) -> dict[str, object]:
    """Return what the *service* (its URL) says of itself; *base* is that of ids."""
    suggestions = {
        kind: {"service_url": service, "service_path": f"/suggest/{kind}"}
        for kind in ("entity", "property", "type")
    }
    return {
        "versions": ["0.2"],
        "name": "議事録 KG",
        "identifierSpace": base,
        "schemaSpace": "https://w3id.org/gijiroku/ns#",
        "defaultTypes": [_type(one) for one in TYPES],
        "view": {"url": "{{id}}"},
        "preview": {
            "url": f"{service}/preview?id={{{{id}}}}",
            "width": 400,
            "height": 200,
        },
        "suggest": suggestions,
        "extend": {
            "propose_properties": {
                "service_url": service,
                "service_path": "/extend/propose",
            },
            "property_settings": [],
        },
    }


def read_queries(message: object) -> dict[str, Query]:
    """Return the queries of a batch, as JSON gives them, by their keys.

    Raises QuestionError, which names the key, where one is not of the API.
    """
    if not isinstance(message, Mapping):
        raise _wrong(_BATCH, "expected an object with a query under each key")
    return {str(name): _query(str(name), one) for name, one in message.items()}


def _query(name: str, message: object) -> Query:
    """Return one query."""
    if not isinstance(message, Mapping) or not isinstance(message.get("query"), str):
        raise _wrong(name, 'expected an object with the words of a "query"')
    limit = message.get("limit", 10)
    types = message.get("type") or None
    if isinstance(types, list) and len(types) == 1:
        types = types[0]
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise _wrong(name, f"limit: expected a number from 1, got {limit!r}")
    if types is not None and not (isinstance(types, str) and types in TYPES):
        known = ", ".join(TYPES)
        raise _wrong(name, f"type: expected one of {known}, got {types!r}")
    properties = message.get("properties") or []
    if not isinstance(properties, list):
        raise _wrong(name, "properties: expected a list")
    conditions = tuple(_condition(name, one) for one in properties)
    return Query(message["query"], types, conditions, min(limit, _MOST))


def _condition(name: str, message: object) -> Condition:
    """Return one property of a query: its values are words, numbers or entities."""
    if not isinstance(message, Mapping) or not isinstance(message.get("pid"), str):
        raise _wrong(name, 'expected a property with "pid" and "v"')
    value = message.get("v")
    values = value if isinstance(value, list) else [value]
    texts = tuple(
        str(one["id"] if isinstance(one, Mapping) and "id" in one else one)
        for one in values
        if one is not None
    )
    return Condition(message["pid"], texts)


def write_candidates(found: Iterable[Scored]) -> dict[str, object]:
    """Return the answer to one query."""
    return {
        "result": [
            {
                **write_entity(one.entry),
                "score": one.score,
                "match": one.match,
                "features": [{"id": f.id, "value": f.value} for f in one.features],
            }
            for one in found
        ]
    }


def write_entity(entry: Entry) -> dict[str, object]:
    """Return an entity as candidates and suggestions give it."""
    return {
        "id": entry.id,
        "name": entry.name,
        "description": describe(entry),
        "type": [_type(one) for one in entry.types],
    }


def write_extension(extension: Extension) -> dict[str, object]:
    """Return the answer to a question for values."""
    return {
        "meta": [{"id": i, "name": name} for i, name in extension.properties.items()],
        "rows": {
            iri: {
                name: [
                    {"str": value.text}
                    if value.id is None
                    else {"id": value.id, "name": value.text}
                    for value in values
                ]
                for name, values in row.items()
            }
            for iri, row in extension.rows.items()
        },
    }


def _wrong(where: str, words: str) -> QuestionError:
    """Return the error that says, in *words*, what is wrong *where*."""
    return QuestionError(f"{where}: {words}")


def _type(name: str) -> dict[str, str]:
    """Return a type by id and name."""
    return {"id": name, "name": TYPES[name]}
