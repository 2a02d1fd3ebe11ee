"""Describe the parameters that several routes have."""

from kg.reconcile.index import TYPES
from kg.serve.api_message import Json
from kg.serve.api_route import Field
from kg.serve.entity_path import FORMATS

LIMIT = Field(
    "limit", {"type": "integer", "minimum": 0}, "件数の上限", "most items", 20
)
OFFSET = Field(
    "offset", {"type": "integer", "minimum": 0}, "何件目から", "first item", 0
)
LANG = Field("lang", {"type": "string", "enum": ["ja", "en"]}, "言語", "language", "ja")
IRI = Field(
    "iri",
    {"type": "string", "format": "iri"},
    "IRI",
    "IRI",
    "https://w3id.org/gijiroku/theme/environment",
    required=True,
)
ID = Field(
    "id",
    {"type": "string"},
    "基底 IRI より後の部分（person/…）",
    "what follows the base IRI (person/…)",
    "person/xi3ibajcioti",
    required=True,
    place="path",
)
TYPE = Field(
    "type", {"type": "string", "enum": list(TYPES)}, "種類", "type", "foaf:Person"
)
PREFIX = Field(
    "prefix", {"type": "string"}, "書き始め", "beginning", "架空", required=True
)
WORD: Json = {"type": "string"}
FORMS: Json = {"type": "string", "enum": list(FORMATS)}
DAY: Json = {"type": "string", "format": "date"}
