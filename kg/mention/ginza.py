"""Find names by the model; the only file that knows spaCy and GiNZA."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_CHARACTERS = 600
"""A longer sentence is cut: the parser's work grows with its length."""

_BATCH = 8
"""Sentences at a time: as fast as the usual 1,000 in a quarter of the memory."""

# 。 and what closes after it
_SENTENCE = re.compile(r"[^。\n]*[。\n]?[」』)]*")

_RUN = re.compile(r"(.)\1{20,}|[!-~]{60,}")
"""・・・・… and long addresses cost seconds each, and hold no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """What the model marks at `text[start:end]`, with its own label for it."""

    start: int
    end: int
    label: str


@cache
def _model() -> "Language":
    """Load the model, when it is needed first.

    The phrase recognizer is worse than cubic in the length of a sentence, and
    neither it nor the compound splitter finds names.
    """
    import spacy

    return spacy.load(
        "ja_ginza",
        exclude=["bunsetu_recognizer", "compound_splitter", "morphologizer"],
    )


def recognise_names(texts: Iterable[str]) -> tuple[tuple[Name, ...], ...]:
    """Return for each of *texts* (in NFKC) the names that the model marks."""
    texts = tuple(texts)
    pieces = [
        (number, start, piece)
        for number, text in enumerate(texts)
        for start, piece in _pieces(text)
    ]
    found: list[list[Name]] = [[] for _ in texts]
    parsed = _model().pipe((piece for _, _, piece in pieces), batch_size=_BATCH)
    for (number, start, _), document in zip(pieces, parsed, strict=True):
        found[number].extend(
            Name(start + name.start_char, start + name.end_char, name.label_)
            for name in document.ents
        )
    return tuple(map(tuple, found))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of *text* with their places, long ones cut.

    What holds no name and costs much is blanked out, so that places stay.
    """
    masked = _RUN.sub(lambda run: " " * len(run.group()), text)
    for sentence in _SENTENCE.finditer(masked):
        words = sentence.group()
        for start in range(0, len(words), _CHARACTERS):
            piece = words[start : start + _CHARACTERS]
            if piece.strip():
                yield sentence.start() + start, piece
