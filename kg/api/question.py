"""List the prepared questions for a notebook."""

from collections.abc import Iterator, Sequence
from typing import overload

from kg.api.table import Table
from kg.ask import show_example
from kg.model import Question

_COLUMNS = {
    "ja": ("名前", "質問", "空欄", "例"),
    "en": ("name", "question", "blanks", "example"),
}


class Questions(Sequence[Question]):
    """The prepared questions, in order of their names."""

    def __init__(self, questions: Sequence[Question], language: str = "ja") -> None:
        """Keep *questions*."""
        self._questions = tuple(questions)
        self._language = language

    @property
    def table(self) -> Table:
        """Names, titles, blanks (those in brackets may stay open) and examples."""
        japanese = self._language == "ja"
        rows = [
            (
                one.name,
                one.title_ja if japanese else one.title_en,
                " ".join(
                    f"{blank}" if parameter.required else f"[{blank}]"
                    for parameter in one.parameters
                    for blank in (
                        f"{parameter.label_ja if japanese else parameter.name}=",
                    )
                ),
                show_example(one, self._language),
            )
            for one in self._questions
        ]
        return Table(_COLUMNS[self._language], rows, language=self._language)

    @overload
    def __getitem__(self, place: int) -> Question: ...
    @overload
    def __getitem__(self, place: slice) -> "Questions": ...
    def __getitem__(self, place: int | slice) -> "Question | Questions":
        """Return one question, or some of them."""
        if isinstance(place, slice):
            return Questions(self._questions[place], self._language)
        return self._questions[place]

    def __iter__(self) -> Iterator[Question]:
        """Go through the questions."""
        return iter(self._questions)

    def __len__(self) -> int:
        """Count the questions."""
        return len(self._questions)

    def __repr__(self) -> str:
        """Return the questions as a table."""
        return repr(self.table)

    def _repr_html_(self) -> str:
        """Return the questions for a notebook."""
        return self.table._repr_html_()
