"""List what can be asked of the service besides SPARQL; the order is that of trying."""

from kg.serve import (
    api_entity,
    api_question,
    api_record,
    entity_page,
    openapi_page,
    pages,
    reconcile,
)
from kg.serve.api_field import (
    DAY,
    FORMS,
    ID,
    IRI,
    LANG,
    LIMIT,
    OFFSET,
    PREFIX,
    TYPE,
    WORD,
)
from kg.serve.api_message import HTML, JSON, Json
from kg.serve.api_route import Field, Route, Routes
from kg.serve.entity_path import FORMATS


def _ok(schema: str, *kinds: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return the answers of a route that gives *schema*."""
    return (("200", kinds or (JSON,), schema),)


_API = (
    Route(
        "GET", "/api/v1/search", "search",
        "名称の一部から人物・組織・会議・主題を探す（全角半角・異体字は区別しない）",
        "Find people, organizations, meetings and themes by a part of a name "
        "(widths and variants of kanji do not matter)",
        api_entity.search,
        (
            Field("q", WORD, "探す語", "words", "架空", required=True),
            TYPE, LIMIT, OFFSET,
        ),
        _ok("Found"),
    ),
    Route(
        "GET", "/api/v1/entities", "entityByIri",
        "IRI で一つのものについて", "One thing, by IRI",
        api_entity.show_entity, (IRI,), _ok("Entity"),
    ),
    Route(
        "GET", "/api/v1/entities/{id*}", "entity",
        "一つのものについて知られていること、根拠の行とともに",
        "What is known of one thing, with the lines it rests on",
        api_entity.show_entity, (ID,), _ok("Entity"),
    ),
    Route(
        "GET", "/api/v1/questions", "questions",
        "用意された質問", "The prepared questions",
        api_question.list_questions, (LIMIT, OFFSET), _ok("Questions"),
    ),
    Route(
        "GET", "/api/v1/questions/{name}", "answer",
        "質問に答える。空欄は引数で（meeting=5、会議=5）",
        "Answer a question; its blanks are parameters (meeting=5)",
        api_question.answer_question,
        (
            Field("name", WORD, "質問の名前", "name of the question",
                  "who-attended", required=True, place="path"),
            LANG, LIMIT, OFFSET,
        ),
        _ok("Answer"),
    ),
    Route(
        "GET", "/api/v1/evidence", "evidence",
        "根拠の箇所を、行と印とともに", "The lines of spans, with the spans marked",
        api_record.show_evidence,
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
        api_record.list_meetings,
        (
            Field("council", WORD, "会議体の名称か IRI", "council by name or IRI",
                  "架空水辺再生審議会"),
            Field("from", DAY, "この日から", "from this day", "2023-01-01"),
            Field("to", DAY, "この日まで", "to this day", "2024-12-31"),
            LIMIT, OFFSET,
        ),
        _ok("Meetings"),
    ),
    Route(
        "GET", "/api/v1/changes", "changes",
        "名簿から分かる役職と席の変化", "Changes of posts and seats that rosters show",
        api_record.list_changes,
        (
            Field("person", WORD, "人物の IRI", "IRI of a person"),
            Field("council", WORD, "会議体の IRI", "IRI of a council"),
            Field("after", WORD, "前の会議の IRI", "IRI of the earlier meeting"),
            Field("before", WORD, "後の会議の IRI", "IRI of the later meeting"),
            LIMIT, OFFSET,
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
        openapi_page.show_page, (LANG,), _ok("Page", HTML), tag="pages",
    ),
)  # fmt: skip
_BOTH: Json = {
    "type": "object",
    "properties": {"queries": WORD, "extend": WORD},
}
_FORM: tuple[tuple[str, Json], ...] = (("application/x-www-form-urlencoded", _BOTH),)
_RECONCILE = (
    Route(
        "GET", "/reconcile", "reconcileManifest",
        "突き合わせサービス（OpenRefine）の説明、または queries・extend への答え",
        "What the reconciliation service is, or answers to queries or extend",
        reconcile.answer_service,
        (
            Field("queries", WORD, "問いの束（JSON）", "a batch of queries (JSON)",
                  '{"q0": {"query": "架空県"}}'),
            Field("extend", WORD, "値の求め（JSON）", "a data extension (JSON)"),
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
            PREFIX,
            Field("cursor", {"type": "integer"}, "何件目から", "first item", 0),
            TYPE,
        ),
        _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/suggest/property", "suggestProperty",
        "項目の候補", "Complete the name of a property",
        reconcile.suggest_property, (PREFIX,), _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/suggest/type", "suggestType",
        "種類の候補", "Complete the name of a type",
        reconcile.suggest_type, (PREFIX,), _ok("Suggestions"), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/preview", "preview",
        "見分けるための小さなページ", "A small page to tell namesakes apart",
        reconcile.show_preview,
        (Field("id", WORD, "IRI", "IRI",
               "https://example.org/gijiroku/id/org/qejz4nkiormw", required=True),),
        _ok("Page", HTML), tag="reconcile",
    ),
    Route(
        "GET", "/reconcile/extend/propose", "proposeProperties",
        "種類ごとの項目", "The properties of a type",
        reconcile.propose, (TYPE, LIMIT), _ok("Properties"), tag="reconcile",
    ),
)  # fmt: skip
_SEE_OTHER = (("303", (), ""),)
_DATA = tuple(kind.partition(";")[0] for kind in FORMATS.values())
_ENTITIES = (
    Route(
        "GET", "/id", "thingByIri", "ものの IRI（?iri=）", "A thing, by IRI",
        entity_page.redirect, (IRI,), _SEE_OTHER, tag="pages",
    ),
    Route(
        "GET", "/id/{id*}", "thing",
        "ものの IRI。人にはページ、機械にはデータへ 303",
        "A thing; leads to its page or its data by 303",
        entity_page.redirect, (ID,), _SEE_OTHER, tag="pages",
    ),
    Route(
        "GET", "/page", "pageByIri",
        "もののページ（?iri=）", "The page of a thing, by IRI",
        entity_page.show_page, (IRI, LANG), _ok("Page", HTML), tag="pages",
    ),
    Route(
        "GET", "/page/{id*}", "page", "もののページ", "The page of a thing",
        entity_page.show_page, (ID, LANG), _ok("Page", HTML), tag="pages",
    ),
    Route(
        "GET", "/data", "dataByIri",
        "もののデータ（?iri=）", "The data of a thing, by IRI",
        entity_page.show_data,
        (IRI, Field("format", FORMS, "形式", "form", "ttl")),
        _ok("Data", *_DATA), tag="pages",
    ),
    Route(
        "GET", "/data/{id*}.{format}", "data", "もののデータ", "The data of a thing",
        entity_page.show_data,
        (
            ID,
            Field("format", FORMS, "形式", "form", "ttl",
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
            Field("file", WORD, "名前", "name", "graph.ttl",
                  required=True, place="path"),
        ),
        _ok("File", "application/octet-stream"), tag="pages",
    ),
)  # fmt: skip

ROUTES = Routes((*_API, *_RECONCILE, *_ENTITIES, *_FILES))
"""All that can be asked, the files of the build last."""
