"""Ask the graph a prepared question, or one of the reader's own."""

import re
from collections.abc import Iterable, Mapping

from kg.ask.parameter import bind_value
from kg.errors import QuestionError
from kg.graph import (
    Askable,
    Documents,
    Lines,
    Result,
    Term,
    bind,
    cite_lines,
    cited_spans,
)
from kg.model import Answer, Parameter, Question

_EMPTY = {
    "ja": "この会議録には、当てはまる記載がありません。",
    "en": "The record says nothing that fits.",
}
_STRANGE = {
    "ja": "「{name}」という空欄はありません。あるもの: {known}",
    "en": "there is no blank “{name}”; there are: {known}",
}
_MISSING = {
    "ja": "「{label}」を入れてください。例: {example}",
    "en": "please give “{label}”. Example: {example}",
}
_TWICE = {
    "ja": "「{label}」が二度あります（「{first}」と「{second}」）。一つにしてください",
    "en": "“{label}” is given twice (“{first}” and “{second}”); give it once",
}
_NONE = {"ja": "なし", "en": "none"}


def ask_question(
    store: Askable,
    question: Question,
    values: Mapping[str, str],
    language: str = "ja",
    *,
    documents: Mapping[str, Lines] | None = None,
) -> Answer:
    """Return the answer to *question* with *values* in its blanks.

    Blanks are called by name or by label (organization, 組織). One that may stay
    open is then about all there are. An empty answer says why it may be empty.
    Without *documents* those that the answer cites are read from *store*.
    """
    given = fill_blanks(question, values.items(), language)
    terms: dict[str, tuple[Term, ...]] = {}
    for parameter in question.parameters:
        if parameter.name in given:
            value = given[parameter.name]
            terms[parameter.name] = bind_value(store, parameter, value, language)
        elif parameter.required:
            label = parameter.label_ja if language == "ja" else parameter.label_en
            example = show_example(question, language)
            message = _MISSING[language].format(label=label, example=example)
            raise QuestionError(message)
    result = store.query(bind(question.query, terms))
    evidence = tuple(map(_cited, result.rows))
    known = _cited_documents(store, evidence) if documents is None else documents
    rows = tuple(
        tuple(None if t is None else cite_lines(t.text, known) for t in row)
        for row in result.rows
    )
    names = question.columns if language == "ja" else question.columns_en
    columns = names if len(names) == len(result.columns) else result.columns
    note = "" if rows else _note(question, language)
    return Answer(columns, rows, note, evidence)


def fill_blanks(
    question: Question, pairs: Iterable[tuple[str, str]], language: str = "ja"
) -> dict[str, str]:
    """Return the values in *pairs* by the names of the blanks of *question*.

    Raises QuestionError for a blank that is not there, or is given twice under
    one name or two.
    """
    given: dict[str, str] = {}
    for called, value in pairs:
        name = _blank(question, called, language).name
        if name in given:
            message = _TWICE[language].format(
                label=called, first=given[name], second=value
            )
            raise QuestionError(message)
        given[name] = value
    return given


def show_example(question: Question, language: str = "ja") -> str:
    """Return the example of *question*, its blanks called as in *language*."""
    example = question.example
    for parameter in question.parameters if language == "ja" else ():
        # 「organization=」 at the start or after a blank
        name = rf"(?<!\S){re.escape(parameter.name)}="
        example = re.sub(name, f"{parameter.label_ja}=", example)
    return example


def run_query(store: Askable, query: str) -> Result:
    """Return what the reader's own SPARQL *query* finds."""
    return store.query(query)


def _blank(question: Question, name: str, language: str) -> Parameter:
    """Return the blank of *question* that *name* calls."""
    for parameter in question.parameters:
        if name in {parameter.name, parameter.label_ja, parameter.label_en}:
            return parameter
    labels = [
        f"{parameter.label_ja}（{parameter.name}）"
        if language == "ja"
        else f"{parameter.name} ({parameter.label_ja})"
        for parameter in question.parameters
    ]
    known = "、".join(labels) if language == "ja" else ", ".join(labels)
    message = _STRANGE[language].format(name=name, known=known or _NONE[language])
    raise QuestionError(message)


def _cited(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    """Return the spans that the cells of *row* are, each once."""
    spans = (span for term in row if term for span in cited_spans(term.text))
    return tuple(dict.fromkeys(spans))


def _cited_documents(
    store: Askable, evidence: Iterable[tuple[str, ...]]
) -> Mapping[str, Lines]:
    """Return the documents of *store*, of which those in *evidence* are read."""
    documents = Documents(store)
    documents.fetch(span.partition("#")[0] for spans in evidence for span in spans)
    return documents


def _note(question: Question, language: str) -> str:
    """Say why an answer may be empty."""
    own = question.empty_ja if language == "ja" else question.empty_en
    return own or _EMPTY[language]
