"""Write what the explorer's page is told; `web/src/payload.ts` is its schema."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from kg.diff import LANGUAGES, read_words
from kg.model import Doubt, Question, Refusal
from kg.model.explorer import Columns, Explorer
from kg.view.block import Block
from kg.view.record import Json

_FORMAT = 1
_SHOWN = 2
_BUILDS = ("group.", "column.")
"""Keys of words that only comparisons of builds need."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may stand in the blanks of a kind: names, each with what it means.

    *terms* are as SPARQL writes them: an IRI in its brackets, a literal in quotes.
    """

    names: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page tells beside the graph: questions, and what could not be read.

    *pages* are the files of pages of meetings, by the IRI of the meeting. *sounds* are
    names in kana as a dictionary reads them, by the name: the search knows them, and
    nothing shows them.
    """

    questions: Sequence[Question] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    unread: Sequence[Doubt] = ()
    open: Sequence[Doubt] = ()
    refused: Sequence[Refusal] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    sounds: Mapping[str, str] = field(default_factory=dict)


def write_payload(
    explorer: Explorer,
    beside: Beside,
    blocks: Sequence[Block],
    base: str,
    language: str,
) -> dict[str, Json]:
    """Return the payload; its version is a digest of the data, and of no clock."""
    data = next(block for block in blocks if block.name == "dataset")
    return {
        "format": _FORMAT,
        "version": data.digest[:16],
        "program": f"gijiroku-kg {version('gijiroku-kg')}",
        "title": page_title(explorer.tables),
        "base": base,
        "language": language,
        "pages": _pages(explorer, beside.pages),
        "blocks": {block.name: _block(block) for block in blocks},
        "counts": _counts(explorer),
        **{name: _shorten(table, base) for name, table in explorer.tables.items()},
        "entities": _entities(explorer, beside.sounds, base),
        **_doubts(explorer, beside),
        "changeWords": {name: _change_words(name) for name in LANGUAGES},
        "prefixes": beside.prefixes,
        "questions": [_question(question) for question in beside.questions],
        "choices": {
            kind: _choice(explorer, choice) for kind, choice in beside.choices.items()
        },
    }


def page_title(tables: Mapping[str, Columns]) -> dict[str, str]:
    """Return the title of the page: the bodies that met."""
    names = tables["entities"]["name"]
    councils = dict.fromkeys(
        str(names[number])
        for number in tables["meetings"]["council"]
        if isinstance(number, int) and number >= 0
    )
    shown = list(councils)[:_SHOWN]
    more = len(councils) - len(shown)
    japanese = "・".join(shown) + (f" ほか{more}会議体" if more else "")
    english = ", ".join(shown) + (f" and {more} more" if more else "")
    return {"ja": japanese or "議事録", "en": english or "Minutes"}


def _pages(explorer: Explorer, pages: Mapping[str, str]) -> Json:
    """Return the meetings that have a page of their own."""
    known = {iri: file for iri, file in pages.items() if iri in explorer.numbers}
    return {
        "meeting": [explorer.numbers[iri] for iri in known],
        "file": list(known.values()),
    }


def _block(block: Block) -> Json:
    """Return where a block stands, and how large it is."""
    return {
        "file": block.file,
        "size": block.size,
        "stored": len(block.packed),
        "sha256": block.digest,
    }


def _counts(explorer: Explorer) -> dict[str, int]:
    """Return the numbers at the head of the page."""
    tables = explorer.tables
    codes = tables["codes"]["name"]
    withheld = {n for n, name in enumerate(codes) if name == "attribution-withheld"}
    closed = {n for n, name in enumerate(codes) if name == "NON_PUBLIC"}
    kinds = tables["entities"]["kind"]
    return {
        "documents": len(tables["documents"]["iri"]),
        "people": kinds.count(0),
        "organizations": kinds.count(1),
        "councils": kinds.count(2),
        "meetings": kinds.count(3),
        "statements": len(tables["statements"]["iri"]),
        "withheld": sum(one in withheld for one in tables["statements"]["attribution"]),
        "handouts": kinds.count(5),
        "closed": sum(one in closed for one in tables["handouts"]["access"]),
        "themes": len(set(tables["discussions"]["theme"])),
        "triples": explorer.triples,
    }


def _shorten(table: Columns, base: str) -> Columns:
    """Return *table* with IRIs below *base* as what follows it."""
    if "iri" not in table:
        return table
    return {**table, "iri": [str(iri).removeprefix(base) for iri in table["iri"]]}


def _entities(explorer: Explorer, sounds: Mapping[str, str], base: str) -> Columns:
    """Return the table of things, with what the search alone knows of them."""
    table = _shorten(explorer.tables["entities"], base)
    return {**table, "sound": [sounds.get(str(name), "") for name in table["name"]]}


def _doubts(explorer: Explorer, beside: Beside) -> dict[str, Json]:
    """Return what the graph does not know: lines, names and files."""
    rows = {str(one): n for n, one in enumerate(explorer.tables["documents"]["id"])}
    rows |= {str(one): n for n, one in enumerate(explorer.tables["documents"]["name"])}
    return {
        "unread": {
            "document": [rows.get(one.document, -1) for one in beside.unread],
            "line": [one.line for one in beside.unread],
            "words": [one.words for one in beside.unread],
        },
        "open": {
            "document": [rows.get(one.document, -1) for one in beside.open],
            "line": [one.line for one in beside.open],
            "words": [one.words for one in beside.open],
            "candidates": [one.candidates for one in beside.open],
        },
        "refused": {
            "where": [one.where for one in beside.refused],
            "reason": [one.reason for one in beside.refused],
        },
    }


def _change_words(language: str) -> dict[str, str]:
    """Return the words for what differs between two meetings in *language*."""
    words = read_words(language)
    return {key: word for key, word in words.items() if not key.startswith(_BUILDS)}


def _question(question: Question) -> Json:
    """Return a prepared question."""
    return {
        "name": question.name,
        "titleJa": question.title_ja,
        "titleEn": question.title_en,
        "parameters": [
            {
                "name": one.name,
                "kind": one.kind,
                "labelJa": one.label_ja,
                "labelEn": one.label_en,
                "required": one.required,
            }
            for one in question.parameters
        ],
        "columnsJa": question.columns,
        "columnsEn": question.columns_en,
        "example": question.example,
        "emptyJa": question.empty_ja,
        "emptyEn": question.empty_en,
        "query": question.query,
    }


def _choice(explorer: Explorer, choice: Choice) -> Json:
    """Return *choice* with entities as their rows, and their names as 0."""
    names = explorer.tables["entities"]["name"]
    numbers = [explorer.numbers.get(term.strip("<>"), -1) for term in choice.terms]
    return {
        "text": [
            0 if number >= 0 and names[number] == text else text
            for text, number in zip(choice.names, numbers, strict=True)
        ],
        "entity": numbers,
        "term": [
            "" if number >= 0 else term
            for term, number in zip(choice.terms, numbers, strict=True)
        ],
    }
