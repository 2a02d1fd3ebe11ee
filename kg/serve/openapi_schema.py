"""Describe what answers are made of, as JSON Schema."""

from kg.serve.api_message import Json

_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_NUMBER: Json = {"type": "integer"}
_FLAG: Json = {"type": "boolean"}


def _list(of: Json) -> Json:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def see(name: str) -> Json:
    """Return a pointer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def _object(needed: str, optional: str = "", **properties: Json) -> Json:
    """Return the schema of an object; other properties are not expected."""
    return {
        "type": "object",
        "required": needed.split(),
        "properties": {name: properties[name] for name in properties},
        "additionalProperties": bool(optional),
    }


def _paged(of: Json) -> Json:
    """Return the schema of a part of a list."""
    return _object(
        "total offset limit items next",
        total=_NUMBER,
        offset=_NUMBER,
        limit=_NUMBER,
        items=_list(of),
        next={"type": ["integer", "null"]},
    )


_REF = _object(
    "id name",
    id=_TEXT,
    name=_TEXT,
    relation=_TEXT,
    date=_TEXT,
    evidence=_list(see("Line")),
)
_NAMED = _object("id name", id=_MAYBE, name=_TEXT)
_BOTH = _object("ja en", ja=_TEXT, en=_TEXT)
_PAIRS: Json = {"type": "object", "additionalProperties": _TEXT}
_HELD = _object("id post organization", id=_MAYBE, post=_MAYBE, organization=_MAYBE)
SCHEMAS: dict[str, Json] = {
    "Problem": _object(
        "type title status detail",
        type=_TEXT, title=_TEXT, status=_NUMBER, detail=_TEXT,
    ),
    "Line": _object(
        "document line text marks",
        document=_TEXT, line=_NUMBER, text=_TEXT, marks=_list(_list(_NUMBER)),
    ),
    "Found": _paged(
        _object(
            "id name names types description page",
            id=_TEXT, name=_TEXT, names=_list(_TEXT), types=_list(_TEXT),
            description=_TEXT, page=_TEXT,
        )
    ),
    "Entity": _object(
        "id kind name names types page properties facts posts attendances truncated "
        "neighbours statements evidence",
        id=_TEXT, kind=_TEXT, name=_TEXT, names=_list(_TEXT), types=_list(_TEXT),
        page=_TEXT,
        properties={"type": "object", "additionalProperties": _list(_NAMED)},
        facts=_PAIRS,
        posts=_list(
            _object(
                "person organization post seat attestedOn evidence",
                person=_REF, organization={"anyOf": [_REF, {"type": "null"}]},
                post=_MAYBE, seat=_FLAG, attestedOn=_list(_TEXT),
                evidence=_list(see("Line")),
            )
        ),
        attendances=_list(
            _object(
                "agent meeting status mode modeBasis proxy principal role roleBasis "
                "group asWritten evidence",
                agent=_REF, meeting=_REF, status={"enum": ["present", "absent"]},
                mode={"enum": ["online", "in-person", "unknown", None]},
                modeBasis=_TEXT, proxy=_FLAG, principal=_MAYBE, role=_TEXT,
                roleBasis=_TEXT, group=_MAYBE, asWritten=_MAYBE,
                evidence=_list(see("Line")),
            )
        ),
        truncated=_FLAG,
        neighbours=_list(_REF),
        statements=_list(
            _object(
                "property value name inward",
                property=_TEXT, value=_TEXT, name=_TEXT, inward=_FLAG,
            )
        ),
        evidence=_list(see("Line")),
    ),
    "Questions": _paged(
        _object(
            "name title parameters columns example url",
            name=_TEXT, title=_BOTH,
            parameters=_list(
                _object(
                    "name kind label required",
                    name=_TEXT, kind=_TEXT, label=_BOTH, required=_FLAG,
                )
            ),
            columns=_object("ja en", ja=_list(_TEXT), en=_list(_TEXT)),
            example=_TEXT, url=_TEXT,
        )
    ),
    "Answer": _object(
        "question title parameters columns rows total offset note",
        question=_TEXT, title=_TEXT, parameters=_PAIRS, columns=_list(_TEXT),
        rows=_list(
            _object(
                "cells spans evidence",
                cells=_list(_MAYBE), spans=_list(_TEXT), evidence=_list(see("Line")),
            )
        ),
        total=_NUMBER, offset=_NUMBER, note=_MAYBE,
    ),
    "Evidence": _object(
        "evidence documents",
        evidence=_list(see("Line")), documents=_list({**_PAIRS, "required": ["id"]}),  # type: ignore[dict-item]
    ),
    "Meetings": _paged(
        _object(
            "id name number date council documents page",
            id=_TEXT, name=_TEXT, number={"type": ["integer", "null"]}, date=_MAYBE,
            council={"anyOf": [_REF, {"type": "null"}]}, documents=_list(_TEXT),
            page=_TEXT,
        )
    ),
    "Changes": _paged(
        _object(
            "id label person council after before lost gained",
            id=_TEXT, label=_TEXT, person=_REF, council=_REF, after=_REF, before=_REF,
            lost=_list(_HELD), gained=_list(_HELD),
        )
    ),
    "Manifest": {
        "type": "object",
        "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    },
    "Batch": {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["result"],
            "properties": {
                "result": _list(
                    {
                        "type": "object",
                        "required": ["id", "name", "type", "score", "match"],
                        "properties": {
                            "id": _TEXT, "name": _TEXT, "description": _TEXT,
                            "type": _list(_NAMED), "score": {"type": "number"},
                            "match": _FLAG, "features": {"type": "array"},
                        },
                    }
                )
            },
        },
    },
    "Suggestions": _object(
        "result",
        result=_list({"type": "object", "required": ["id", "name"]}),
    ),
    "Properties": _object(
        "type limit properties",
        type=_TEXT, limit=_NUMBER, properties=_list(_NAMED),
    ),
    "Document": {"type": "object", "required": ["openapi", "info", "paths"]},
    "Page": _TEXT,
    "Data": {},
    "File": {},
}  # fmt: skip
"""What the answers are made of, by name."""
