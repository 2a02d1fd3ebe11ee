"""List what can be asked of the service besides SPARQL; the order is that of trying."""

from kg.reconcile.index import TYPES
from kg.serve import api_entity as api
from kg.serve import entity_page, openapi_page, pages, reconcile
from kg.serve.api_message import HTML, JSON, Json
from kg.serve.api_route import Field, Route, Routes
from kg.serve.entity_path import FORMATS

_LIMIT = Field(
    "limit", {"type": "integer", "minimum": 0}, "件数の上限", "most items", 20
)
_OFFSET = Field(
    "offset", {"type": "integer", "minimum": 0}, "何件目から", "first item", 0
)
_LANG = Field(
    "lang", {"type": "string", "enum": ["ja", "en"]}, "言語", "language", "ja"
)
_IRI = Field(
    "iri",
    {"type": "string", "format": "iri"},
    "IRI",
    "IRI",
    "https://w3id.org/gijiroku/theme/environment",
    required=True,
)
_ID = Field(
    "id",
    {"type": "string"},
    "基底 IRI より後の部分（person/…）",
    "what follows the base IRI (person/…)",
    "person/xi3ibajcioti",
    required=True,
    place="path",
)
_TYPE = Field(
    "type", {"type": "string", "enum": list(TYPES)}, "種類", "type", "foaf:Person"
)
_PREFIX = Field(
    "prefix", {"type": "string"}, "書き始め", "beginning", "架空", required=True
)
_WORD: Json = {"type": "string"}
_FORMS: Json = {"type": "string", "enum": list(FORMATS)}
_DAY: Json = {"type": "string", "format": "date"}


def _ok(schema: str, *kinds: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return the answers of a route that gives *schema*."""
    return (("200", kinds or (JSON,), schema),)


_API = (
    Route(
        "GET", "/api/v1/search", "search",
        "名称の一部から人物・組織・会議・主題を探す（全角半角・異体字は区別しない）",
        "Find people, organizations, meetings and themes by a part of a name "
        "(widths and variants of kanji do not matter)",
        api.search,
        (
            Field("q", _WORD, "探す語", "words", "架空", required=True),
            _TYPE, _LIMIT, _OFFSET,
        ),
        _ok("Found"),
    ),
    Route(
        "GET", "/api/v1/entities", "entityByIri",
        "IRI で一つのものについて", "One thing, by IRI",
        api.show_entity, (_IRI,), _ok("Entity"),
    ),
    Route(
        "GET", "/api/v1/entities/{id*}", "entity",
        "一つのものについて知られていること、根拠の行とともに",
        "What is known of one thing, with the lines it rests on",
        api.show_entity, (_ID,), _ok("Entity"),
    ),
    Route(
        "GET", "/api/v1/questions", "questions",
        "用意された質問", "The prepared questions",
        api.list_questions, (_LIMIT, _OFFSET), _ok("Questions"),
    ),
    Route(
        "GET", "/api/v1/questions/{name}", "answer",
        "質問に答える。空欄は引数で（meeting=5、会議=5）",
        "Answer a question; its blanks are parameters (meeting=5)",
        api.answer_question,
        (
            Field("name", _WORD, "質問の名前", "name of the question",
                  "who-attended", required=True, place="path"),
            _LANG, _LIMIT, _OFFSET,
        ),
        _ok("Answer"),
    ),
    Route(
        "GET", "/api/v1/evidence", "evidence",
        "根拠の箇所を、行と印とともに", "The lines of spans, with the spans marked",
        api.show_evidence,
        (
            Field("span", {"type": "array", "items": {"type": "string"}},
                  "箇所の IRI（…/doc/ID#char=0,17）", "IRI of a span",
                  ["https://example.org/gijiroku/id/doc/47d80a165bdf#char=0,17"],
                  required=True),
        ),
        _ok("Evidence"),
    ),
    Route(
        "GET", "/api/v1/meetings", "meetings",
        "会議を日付順に", "Meetings in order of time",
        api.list_meetings,
        (
            Field("council", _WORD, "会議体の名称か IRI", "council by name or IRI",
                  "架空水辺再生審議会"),
            Field("from", _DAY, "この日から", "from this day", "2023-01-01"),
            Field("to", _DAY, "この日まで", "to this day", "2024-12-31"),
            _LIMIT, _OFFSET,
        ),
        _ok("Meetings"),
    ),
    Route(
        "GET", "/api/v1/changes", "changes",
        "名簿から分かる役職と席の変化", "Changes of posts and seats that rosters show",
        api.list_changes,
        (
            Field("person", _WORD, "人物の IRI", "IRI of a person"),
            Field("council", _WORD, "会議体の IRI", "IRI of a council"),
            Field("after", _WORD, "前の会議の IRI", "IRI of the earlier meeting"),
            Field("before", _WORD, "後の会議の IRI", "IRI of the later meeting"),
            _LIMIT, _OFFSET,
        ),
        _ok("Changes"),
    ),
    Route(
        "GET", "/api/v1/openapi.json", "openapi",
        "この文書", "This document", openapi_page.show_document, (), _ok("Document"),
    ),
    Route(
        "GET", "/api/v1", "documentation",
        "この API の説明", "A page that describes this API",
        openapi_page.show_page, (_LANG,), _ok("Page", HTML), tag="pages",
    ),
)  # fmt: skip
_BOTH: Json = {
    "type": "object",
    "properties": {"queries": _WORD, "extend": _WORD},
}
_FORM: tuple[tuple[str, Json], ...] = (("application/x-www-form-urlencoded", _BOTH),)
_RECONCILE = (
    Route(
        "GET", "/reconcile", "reconcileManifest",
        "突き合わせサービス（OpenRefine）の説明、または queries・extend への答え",
        "What the reconciliation service is, or answers to queries or extend",
        reconcile.answer_service,
        (
            Field("queries", _WORD, "問いの束（JSON）", "a batch of queries (JSON)",
                  '{"q0": {"query": "架空県"}}'),
            Field("extend", _WORD, "値の求め（JSON）", "a data extension (JSON)"),
        ),
        _ok("Manifest"), tag="reconcile",
    ),
    Route(
        "POST", "/reconcile", "reconcile",
        "名前を突き合わせる", "Reconcile names", reconcile.answer_service,
        (), _ok("Batch"), _FORM, tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/suggest/entity", "suggestEntity",
        "名称の候補", "Complete the name of an entity",
        reconcile.suggest_entity,
        (
            _PREFIX,
            Field("cursor", {"type": "integer"}, "何件目から", "first item", 0),
            _TYPE,
        ),
        _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/suggest/property", "suggestProperty",
        "項目の候補", "Complete the name of a property",
        reconcile.suggest_property, (_PREFIX,), _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/suggest/type", "suggestType",
        "種類の候補", "Complete the name of a type",
        reconcile.suggest_type, (_PREFIX,), _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/preview", "preview",
        "見分けるための小さなページ", "A small page to tell namesakes apart",
        reconcile.show_preview,
        (Field("id", _WORD, "IRI", "IRI",
               "https://example.org/gijiroku/id/org/qejz4nkiormw", required=True),),
        _ok("Page", HTML), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/extend/propose", "proposeProperties",
        "種類ごとの項目", "The properties of a type",
        reconcile.propose, (_TYPE, _LIMIT), _ok("Properties"), tag="reconcile",
    ),
)  # fmt: skip
_SEE_OTHER = (("303", (), ""),)
_DATA = tuple(kind.partition(";")[0] for kind in FORMATS.values())
_ENTITIES = (
    Route(
        "GET", "/id", "thingByIri", "ものの IRI（?iri=）", "A thing, by IRI",
        entity_page.redirect, (_IRI,), _SEE_OTHER, tag="pages",
    ),
    Route(
        "GET", "/id/{id*}", "thing",
        "ものの IRI。人にはページ、機械にはデータへ 303",
        "A thing; leads to its page or its data by 303",
        entity_page.redirect, (_ID,), _SEE_OTHER, tag="pages",
    ),
    Route(
        "GET", "/page", "pageByIri",
        "もののページ（?iri=）", "The page of a thing, by IRI",
        entity_page.show_page, (_IRI, _LANG), _ok("Page", HTML), tag="pages",
    ),
    Route(
        "GET", "/page/{id*}", "page", "もののページ", "The page of a thing",
        entity_page.show_page, (_ID, _LANG), _ok("Page", HTML), tag="pages",
    ),
    Route(
        "GET", "/data", "dataByIri",
        "もののデータ（?iri=）", "The data of a thing, by IRI",
        entity_page.show_data,
        (_IRI, Field("format", _FORMS, "形式", "form", "ttl")),
        _ok("Data", *_DATA), tag="pages",
    ),
    Route(
        "GET", "/data/{id*}.{format}", "data", "もののデータ", "The data of a thing",
        entity_page.show_data,
        (
            _ID,
            Field("format", _FORMS, "形式", "form", "ttl",
                  required=True, place="path"),
        ),
        _ok("Data", *_DATA), tag="pages",
    ),
)  # fmt: skip
_FILES = (
    Route(
        "GET", "/", "home",
        "最初のページ（エクスプローラ）", "The first page (explorer)",
        pages.show_file, (), _ok("Page", HTML), tag="pages",
    ),
    Route(
        "GET", "/{file*}", "file", "構築物のファイル", "A file of the build",
        pages.show_file,
        (
            Field("file", _WORD, "名前", "name", "graph.ttl",
                  required=True, place="path"),
        ),
        _ok("File", "application/octet-stream"), tag="pages",
    ),
)  # fmt: skip

ROUTES = Routes((*_API, *_RECONCILE, *_ENTITIES, *_FILES))
"""All that can be asked, the files of the build last."""
