"""Write the page in which the whole of a build can be searched and asked."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.config import Config

if TYPE_CHECKING:
    from kg.corpus import Corpus
    from kg.graph import Store
    from kg.model import Question
    from kg.model.explorer import Explorer
    from kg.view import Choice

_SOUNDING = ("person", "organization", "council", "theme")
"""What people look for by its sound; titles of papers are too long for that."""


def explorer_files(
    corpus: "Corpus", config: Config, pages: Mapping[str, str]
) -> Mapping[str, str]:
    """Return explorer.html of *corpus*, and what stands beside it, by name.

    *pages* are the files of pages of meetings, by the IRI of the meeting.
    """
    from kg.ask import read_questions
    from kg.graph import PREFIXES, open_dataset, project_explorer
    from kg.view import Beside, write_explorer

    store, dataset = open_dataset("".join(corpus.quads()).encode())
    questions = read_questions()
    documents = corpus.documents
    explorer = project_explorer(store)
    beside = Beside(
        questions=questions,
        choices=question_choices(store, questions),
        prefixes=PREFIXES,
        unread=[one for document in documents for one in document.unplaced],
        open=[one for document in documents for one in document.open],
        refused=corpus.refusals,
        pages=pages,
        sounds=name_sounds(explorer),
    )
    return write_explorer(
        explorer,
        dataset,
        beside,
        base=config.base,
        language=config.language,
    )


def name_sounds(explorer: "Explorer") -> dict[str, str]:
    """Return how a dictionary reads the names of people, bodies and themes."""
    from kg.gazetteer import load_gazetteer
    from kg.graph import ENTITY_KINDS
    from kg.morphology import sound
    from kg.resources import data_path

    table = explorer.tables["entities"]
    sounding = {ENTITY_KINDS.index(kind) for kind in _SOUNDING}
    names = {
        str(name)
        for name, kind in zip(table["name"], table["kind"], strict=True)
        if kind in sounding
    }
    # The dictionary knows 高橋, and not 髙橋.
    usual = load_gazetteer(data_path() / "gazetteer").folding
    read = {name: sound(name.translate(usual)) for name in sorted(names)}
    return {name: words for name, words in read.items() if words}


def question_choices(
    store: "Store", questions: Iterable["Question"]
) -> dict[str, "Choice"]:
    """Return what may stand in the blanks of *questions*, by their kinds."""
    from kg.ask import list_values
    from kg.view import Choice

    kinds = sorted({one.kind for question in questions for one in question.parameters})
    listed = {kind: list_values(store, kind) for kind in kinds}
    return {
        kind: Choice(
            names=tuple(name for _, name in values),
            terms=tuple(term.sparql for term, _ in values),
        )
        for kind, values in listed.items()
        if values
    }
