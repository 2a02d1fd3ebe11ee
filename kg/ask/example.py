"""Fill the blanks of every prepared question, so that each is a query to run."""

from collections.abc import Iterable

from kg.ask.parameter import bind_value, list_values
from kg.ask.question import fill_blanks
from kg.errors import QuestionError
from kg.graph import Askable, Example, Term, bind, literal, number, write_examples
from kg.model import Parameter, Question


def show_examples(store: Askable, questions: Iterable[Question]) -> str:
    """Return *questions* as SPARQL examples in Turtle, to be run on *store*.

    A blank has the value of the question's own example where *store* knows it, else
    the first that *store* has; where it has none the blank stays open.
    """
    return write_examples(
        Example(
            one.name,
            one.title_ja,
            one.title_en,
            (one.group,) if one.group else (),
            bind(_body(one.query), _values(store, one)),
        )
        for one in questions
    )


def _values(store: Askable, question: Question) -> dict[str, tuple[Term, ...]]:
    """Return a value for each blank of *question*."""
    pairs = (part.split("=", 1) for part in question.example.split("; ") if part)
    given = fill_blanks(question, ((name, value) for name, value in pairs))
    found = {}
    for parameter in question.parameters:
        terms = _terms(store, parameter, given.get(parameter.name, ""))
        if terms:
            found[parameter.name] = terms
    return found


def _terms(store: Askable, parameter: Parameter, value: str) -> tuple[Term, ...]:
    """Return the terms of *value*, or the first that *store* has instead."""
    match parameter.kind:
        case "text":
            return (literal(value),)
        case "number":
            return (number(int(value or 1)),)
    try:
        return bind_value(store, parameter, value)
    except QuestionError:
        return tuple(term for term, _ in list_values(store, parameter.kind)[:1])


def _body(query: str) -> str:
    """Return *query* without its head, whose comments are metadata here."""
    lines = query.splitlines()
    first = next(place for place, line in enumerate(lines) if line[:1] not in {"", "#"})
    return "\n".join(lines[first:]) + "\n"
