"""Hold a prepared question and its answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """A blank of a question: its *name* in SPARQL, its label for people."""

    name: str
    kind: str
    label_ja: str
    label_en: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared query with its titles; *name* is that of its .rq file.

    *group* is what it is about; *competency* is its number among the questions that
    the graph was made to answer, 0 for the others.
    """

    name: str
    title_ja: str
    title_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    example: str
    query: str
    empty_ja: str = ""
    empty_en: str = ""
    columns_en: tuple[str, ...] = ()
    group: str = ""
    competency: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of text under named columns; *note* says what the rows cannot.

    *evidence* has for each row the IRIs of the spans that it cites.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    note: str = ""
    evidence: tuple[tuple[str, ...], ...] = ()
