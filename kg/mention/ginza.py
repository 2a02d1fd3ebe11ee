"""Find names and terms by the model; the only file that knows spaCy and GiNZA."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    FloatArray = NDArray[float64]

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


@dataclass(frozen=True, slots=True)
class Compound:
    """A noun compound at `text[start:end]`, and the rank of each of its words.

    The rank counts the words of Japanese text from the most frequent, 0, up; a word
    that the model has not seen has the last.
    """

    start: int
    end: int
    words: tuple[str, ...]
    ranks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the model finds in one text, in order."""

    names: tuple[Name, ...] = ()
    compounds: tuple[Compound, ...] = ()


WORDS = 480_443
"""Words that the model has in order of their frequency."""

_PARTS = (
    "名詞-普通名詞",
    "名詞-固有名詞-一般",
    "名詞-固有名詞-地名",
    "接頭辞",
    "接尾辞-名詞的",
    "形状詞-一般",
)
"""Tags of words that make a compound: 再|エネ|発電|量, 高等|教育; no person's name."""

_NO_PART = (
    "名詞-普通名詞-助数詞可能",
    "接尾辞-名詞的-助数詞",
    "名詞-普通名詞-副詞可能",
)
"""年, 回 and 今後 are parts of numbers and of sentences."""

_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "fixed"})
"""How a word of a compound hangs on a later one of it."""


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


def recognise(texts: Iterable[str]) -> tuple[Recognised, ...]:
    """Return for each of *texts* (in NFKC) the names and compounds in it."""
    texts = tuple(texts)
    pieces = [
        (number, start, piece)
        for number, text in enumerate(texts)
        for start, piece in _pieces(text)
    ]
    names: list[list[Name]] = [[] for _ in texts]
    compounds: list[list[Compound]] = [[] for _ in texts]
    parsed = _model().pipe((piece for _, _, piece in pieces), batch_size=_BATCH)
    for (number, start, _), document in zip(pieces, parsed, strict=True):
        names[number].extend(
            Name(start + name.start_char, start + name.end_char, name.label_)
            for name in document.ents
        )
        compounds[number].extend(_compounds(document, start))
    return tuple(
        Recognised(tuple(found), tuple(terms))
        for found, terms in zip(names, compounds, strict=True)
    )


def recognise_nothing(texts: Iterable[str]) -> tuple[Recognised, ...]:
    """Return what no model finds in *texts*: the line by rules alone."""
    return tuple(Recognised() for _ in texts)


def _compounds(document: "Doc", offset: int) -> Iterator[Compound]:
    """Yield the longest noun compounds of *document*, by tags and dependencies."""
    run: list[Token] = []
    for token in (*document, None):
        if token is not None and _is_part(token):
            run.append(token)
            if token.dep_ in _INSIDE and token.head.i > token.i:
                continue
        if run:
            yield Compound(
                offset + run[0].idx,
                offset + run[-1].idx + len(run[-1].text),
                tuple(word.text for word in run),
                tuple(map(_rank, run)),
            )
        run = []


def _is_part(token: "Token") -> bool:
    """Tell whether *token* can be part of a compound."""
    return token.tag_.startswith(_PARTS) and not token.tag_.startswith(_NO_PART)


def _rank(token: "Token") -> int:
    """Return how many words are more frequent than *token*, in whatever form."""
    ranks = _ranks()
    forms = (token.norm, token.orth, token.lemma)
    return min(ranks.get(form, WORDS) for form in forms)


@cache
def _ranks() -> Mapping[int, int]:
    """Return the words of the model's vectors (by key) with their places.

    The vectors are those of chiVe (Apache-2.0), which lists its words by their
    frequency in the NWJC web corpus; the order is the count that we have.
    """
    return {key: rank for rank, key in enumerate(_model().vocab.vectors.key2row)}


def compare(left: Sequence[str], right: Sequence[str]) -> float | None:
    """Return how near the words of two terms are, the cosine of their mean vectors.

    The model keeps vectors of its most frequent words alone; others borrow that of
    a neighbour (待機児童 that of 少子化), which is no measure, so they give None.
    """
    one, other = _mean(tuple(left)), _mean(tuple(right))
    if one is None or other is None:
        return None
    return round(float(one @ other), 2)


@lru_cache(maxsize=1 << 13)
def _mean(words: tuple[str, ...]) -> "FloatArray | None":
    """Return the mean vector of *words*, of length 1, or None."""
    vocab, ranks = _model().vocab, _ranks()
    keys = [vocab.strings[word] for word in words]
    kept = vocab.vectors.shape[0]
    if not keys or any(ranks.get(key, WORDS) >= kept for key in keys):
        return None
    mean = sum(vocab.vectors[key].astype("float64") for key in keys)
    length = float((mean @ mean) ** 0.5)
    return mean / length if length else None


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
