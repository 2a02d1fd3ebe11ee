"""Answer what is asked about entities, questions, evidence, meetings and changes."""

from collections.abc import Iterable, Mapping
from itertools import islice

from kg.ask import ask_question, find_question
from kg.graph import passages
from kg.graph.iris import span_of
from kg.model import Passage, Question
from kg.reconcile import Entry
from kg.reconcile.index import TYPES
from kg.reconcile.suggest import describe
from kg.serve.api_message import Asked, Json, ProblemError, Reply, reply_json
from kg.serve.api_site import Holdings
from kg.serve.entity import read_entity
from kg.serve.entity_path import asked_iri, local_path
from kg.serve.entity_query import ask, read_sources
from kg.serve.entity_values import Entity, Post, Ref, Seat

_MOST, _PAGE = 200, 20
_MOST_SPANS = 100
_ROWS = 10_000


def search(site: Holdings, asked: Asked) -> Reply:
    """Return the entities whose names have the words that are asked for.

    Names that are the words come first, then those that begin with them, then those
    that hold them; widths, blanks and variants of kanji do not matter.
    """
    words, kind = asked.one("q"), asked.one("type") or None
    if not words.strip():
        raise ProblemError(400, "q: expected the words to look for")
    if kind is not None and kind not in TYPES:
        raise ProblemError(
            400, f"type: expected one of {', '.join(TYPES)}, got {kind!r}"
        )
    found = _ranked(site, words, kind)
    return _page(asked, [_found(site, asked, entry) for entry in found])


def _ranked(site: Holdings, words: str, kind: str | None) -> list[Entry]:
    """Return the entries that *words* are in, the nearest first."""
    index = site.index
    wanted = index.fold(words)
    if not wanted:
        return []
    grams = [wanted[i : i + 2] for i in range(len(wanted) - 1)]
    if grams:
        sets = [set(index.grams.get(gram, ())) for gram in grams]
        places: Iterable[int] = set.intersection(*sets)
    else:  # one kanji: any pair with it
        held = (found for gram, found in index.grams.items() if wanted in gram)
        places = {one for found in held for one in found}
    ranked: dict[str, tuple[bool, bool, int, str]] = {}
    for name, iri in (index.folded[place] for place in places):
        entry = index.entries[iri]
        if wanted in name and (kind is None or kind in entry.types):
            begins = name.startswith(wanted)
            rank = (name != wanted, not begins, len(entry.name), iri)
            ranked[iri] = min(rank, ranked.get(iri, rank))
    return [index.entries[iri] for *_, iri in sorted(ranked.values())]


def _found(site: Holdings, asked: Asked, entry: Entry) -> Json:
    """Return one hit."""
    return {
        "id": entry.id,
        "name": entry.name,
        "names": list(entry.names),
        "types": list(entry.types),
        "description": describe(entry),
        "page": asked.root + local_path(site, entry.id),
    }


def show_entity(site: Holdings, asked: Asked) -> Reply:
    """Return what the graph knows of one entity."""
    thing = asked_iri(site, asked)
    entity = read_entity(site, thing)
    if entity is None:
        raise ProblemError(404, f"the graph says nothing of {thing}")
    return reply_json(write_entity(site, asked, entity))


def write_entity(site: Holdings, asked: Asked, entity: Entity) -> Json:
    """Return *entity* as JSON; evidence is lines with their marks."""
    held = site.index.entries.get(entity.id)
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": list(entity.names),
        "types": list(entity.types),
        "page": asked.root + local_path(site, entity.id),
        "properties": {
            name: [{"id": v.id, "name": v.text} for v in values]
            for name, values in (held.properties if held else {}).items()
        },
        "facts": dict(entity.facts or {}),
        "posts": [_post(one) for one in entity.posts],
        "attendances": [_seat(one) for one in entity.seats],
        "neighbours": [_ref(one) for one in entity.neighbours],
        "statements": [
            {
                "property": one.property,
                "value": one.value,
                "name": one.name,
                "inward": one.inward,
            }
            for one in entity.statements
        ],
        "evidence": _lines(entity.passages),
    }


def _post(post: Post) -> Json:
    """Return a post."""
    return {
        "person": _ref(post.person),
        "organization": _ref(post.organization) if post.organization else None,
        "post": post.post or None,
        "seat": post.seat,
        "attestedOn": list(post.days),
        "evidence": _lines(post.passages),
    }


def _seat(seat: Seat) -> Json:
    """Return a row of a roster."""
    return {
        "agent": _ref(seat.agent),
        "meeting": _ref(seat.meeting),
        "status": "absent" if seat.absent else "present",
        "mode": None if seat.absent else seat.mode,
        "modeBasis": seat.mode_basis.value,
        "proxy": seat.proxy,
        "principal": seat.principal or None,
        "role": seat.role,
        "roleBasis": seat.role_basis.value,
        "group": seat.group or None,
        "asWritten": seat.written or None,
        "evidence": _lines(seat.passages),
    }


def _ref(ref: Ref) -> Json:
    """Return another thing."""
    found: dict[str, Json] = {"id": ref.id, "name": ref.name}
    if ref.relation:
        found["relation"] = ref.relation
    if ref.day:
        found["date"] = ref.day
    if ref.passages:
        found["evidence"] = _lines(ref.passages)
    return found


def _lines(found: Iterable[Passage]) -> list[Json]:
    """Return lines with the marked parts of each, as offsets in code points."""
    return [
        {
            "document": one.document,
            "line": one.line,
            "text": one.text,
            "marks": [[mark.start, mark.end] for mark in one.marks],
        }
        for one in found
    ]


def list_questions(site: Holdings, asked: Asked) -> Reply:
    """Return the prepared questions with their blanks."""
    found = [_question(question, asked) for question in site.questions]
    return _page(asked, found, most=len(found))


def _question(question: Question, asked: Asked) -> Json:
    """Return one question."""
    return {
        "name": question.name,
        "title": {"ja": question.title_ja, "en": question.title_en},
        "parameters": [
            {
                "name": one.name,
                "kind": one.kind,
                "label": {"ja": one.label_ja, "en": one.label_en},
                "required": one.required,
            }
            for one in question.parameters
        ],
        "columns": {"ja": list(question.columns), "en": list(question.columns_en)},
        "example": question.example,
        "url": f"{asked.root}/api/v1/questions/{question.name}",
    }


def answer_question(site: Holdings, asked: Asked) -> Reply:
    """Return the answer to one question, each row with the lines that it rests on."""
    language = asked.language
    try:
        question = find_question(site.questions, asked.values["name"], language)
    except ValueError as error:
        raise ProblemError(404, str(error)) from error
    own = {"lang", "limit", "offset"}
    given = [(name, value) for name, value in asked.query if name not in own]
    if len(dict(given)) < len(given):
        raise ProblemError(400, "a blank is given twice")
    answer = ask_question(
        site.store, question, dict(given), language, documents=site.documents
    )
    start, limit = (
        asked.number("offset", 0, 1_000_000),
        asked.number("limit", 1000, _ROWS),
    )
    shown = slice(start, start + limit)
    evidence = answer.evidence[shown] or [()] * len(answer.rows[shown])
    return reply_json(
        {
            "question": question.name,
            "title": question.title_ja if language == "ja" else question.title_en,
            "parameters": dict(given),
            "columns": list(answer.columns),
            "rows": [
                {
                    "cells": list(row),
                    "spans": list(spans),
                    "evidence": _lines(passages(spans, site.documents)),
                }
                for row, spans in zip(answer.rows[shown], evidence, strict=True)
            ],
            "total": len(answer.rows),
            "offset": start,
            "note": answer.note or None,
        }
    )


def show_evidence(site: Holdings, asked: Asked) -> Reply:
    """Return the lines that spans stand in, with the spans marked."""
    spans = [value for name, value in asked.query if name == "span"]
    if not spans or len(spans) > _MOST_SPANS:
        raise ProblemError(400, f"span: expected 1 to {_MOST_SPANS} of them")
    for one in spans:
        found = span_of(one)
        if found is None:
            detail = f"span: expected …/doc/ID#char=FROM,TO, got {one[:120]!r}"
            raise ProblemError(400, f"{detail}; is the # written as %23?")
        if found[0] not in site.documents:
            raise ProblemError(404, f"span: no such document: {found[0]}")
    lines = passages(spans, site.documents)
    found_in = read_sources(site, (one.document for one in lines))
    return reply_json(
        {
            "evidence": _lines(lines),
            "documents": [
                {"id": one, "page": asked.root + local_path(site, one), **facts}
                for one, facts in sorted(found_in.items())
            ],
        }
    )


def list_meetings(site: Holdings, asked: Asked) -> Reply:
    """Return meetings in order of time, of a council or between two days."""
    council, first, last = asked.one("council"), asked.one("from"), asked.one("to")
    rows = ask(site, "meetings")
    found: list[Json] = [
        {
            "id": row["meeting"],
            "name": row["name"],
            "number": int(row["number"]) if "number" in row else None,
            "date": row.get("start", "")[:10] or None,
            "council": {"id": row["council"], "name": row["councilName"]}
            if "council" in row
            else None,
            "documents": row["documents"].split(),
            "page": asked.root + local_path(site, row["meeting"]),
        }
        for row in rows
        if (not council or council in {row.get("council"), row.get("councilName")})
        and (not first or row.get("start", "")[:10] >= first)
        and (not last or "" < row.get("start", "")[:10] <= last)
    ]
    return _page(asked, found, most=1000)


def list_changes(site: Holdings, asked: Asked) -> Reply:
    """Return changes of posts and seats that rosters of one council show."""
    wanted = {key: asked.one(key) for key in ("person", "council", "before", "after")}
    found: dict[str, dict[str, Json]] = {}
    for row in ask(site, "changes"):
        if any(word and word != row[key] for key, word in wanted.items()):
            continue
        one = found.setdefault(row["change"], _change(row))
        for side, prefix in (("lost", "old"), ("gained", "new")):
            post = {
                "id": row.get(prefix),
                "post": row.get(f"{prefix}Post"),
                "organization": row.get(f"{prefix}Body"),
            }
            held = one[side]
            if prefix in row and isinstance(held, list) and post not in held:
                held.append(post)
    return _page(asked, list(found.values()))


def _change(row: Mapping[str, str]) -> dict[str, Json]:
    """Return a change, its posts not yet."""
    return {
        "id": row["change"],
        "label": row["label"],
        "person": {"id": row["person"], "name": row["personName"]},
        "council": {"id": row["council"], "name": row["councilName"]},
        "after": {"id": row["after"], "name": row["afterName"]},
        "before": {"id": row["before"], "name": row["beforeName"]},
        "lost": [],
        "gained": [],
    }


def _page(asked: Asked, found: list[Json], *, most: int = _MOST) -> Reply:
    """Return a part of what was found, as limit and offset say, and what is next."""
    limit = asked.number("limit", min(_PAGE, most), max(most, _MOST))
    start = asked.number("offset", 0, 1_000_000)
    shown = list(islice(found, start, start + limit))
    value: dict[str, Json] = {
        "total": len(found),
        "offset": start,
        "limit": limit,
        "items": shown,
    }
    following = start + limit
    value["next"] = following if shown and following < len(found) else None
    return reply_json(value)
