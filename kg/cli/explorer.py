"""Write the page in which the whole of a build can be searched and asked."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kg.config import Config

if TYPE_CHECKING:
    from kg.corpus import Corpus
    from kg.graph import Store
    from kg.model import Question
    from kg.view import Choice


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
    beside = Beside(
        questions=questions,
        choices=question_choices(store, questions),
        prefixes=PREFIXES,
        unread=[one for document in documents for one in document.unplaced],
        open=[one for document in documents for one in document.open],
        refused=corpus.refusals,
        pages=pages,
    )
    return write_explorer(
        project_explorer(store),
        dataset,
        beside,
        base=config.base,
        language=config.language,
    )


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
