"""List the prepared questions, and answer them with evidence."""

from kg.ask import ask_question, find_question
from kg.graph import passages
from kg.model import Question
from kg.serve.api_listing import reply_page, write_lines
from kg.serve.api_message import Asked, Json, ProblemError, Reply, reply_json
from kg.serve.api_site import Holdings

_ROWS = 10_000


def list_questions(site: Holdings, asked: Asked) -> Reply:
    """Return the prepared questions with their blanks."""
    found = [_question(question, asked) for question in site.questions]
    return reply_page(asked, found, most=len(found))


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
                    "evidence": write_lines(passages(spans, site.documents)),
                }
                for row, spans in zip(answer.rows[shown], evidence, strict=True)
            ],
            "total": len(answer.rows),
            "offset": start,
            "note": answer.note or None,
        }
    )


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
