"""Put the letters of a post together: 総 務 課 長 福 村 一 広 is 総務課長."""

import re
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name

_LONGEST = 12
_FEWEST = 2
_MOST = 6
_SURE = 3


def join_letters(words: tuple[Piece, ...], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return *words* with the letters of a post before a name put together.

    教 育 長, and also 監 査 事務局長 and 教 育 委 員 会教育長: what stands behind must
    read as a name, or stand apart.
    """
    role = _role_size(words, lexicon)
    if role:
        return (*words[:role], *join_letters(words[role:], lexicon))
    apart = _by_gap(words, lexicon)
    if apart is not None:
        return apart
    best: tuple[int, tuple[Piece, ...]] | None = None
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        rest = words[size:]
        letters = sum(len(word.text) for word in rest)
        if not _is_spaced(words[:size]) or not _FEWEST <= letters <= _MOST:
            continue
        post = _joined(words[:size])
        if not lexicon.post_suffix(post.text):
            continue
        name = Piece(rest[0].view, rest[0].start, rest[-1].end)
        reading = read_name(name, lexicon)
        if reading.score >= _SURE and (best is None or reading.score > best[0]):
            best = reading.score, (post, *rest)
    return best[1] if best else words


def _role_size(words: tuple[Piece, ...], lexicon: Lexicon) -> int:
    """Return how many letters are a role, with a whole word behind: 民 間 (株)甲."""
    for size in range(min(4, len(words) - 1), 1, -1):
        letters = [word.text for word in words[:size]]
        apart = all(len(text) == 1 for text in letters) and len(words[size].text) > 1
        if apart and lexicon.role("".join(letters)):
            return size
    return 0


def join_single(piece: Piece) -> Piece:
    """Return *piece* with its letters put together, if it is letters only: 弁 護 士."""
    words = tuple(piece.match(found) for found in re.finditer(r"\S+", piece.text))
    letters = len(words) > 1 and all(len(word.text) == 1 for word in words)
    return _joined(words) if letters else piece


def _by_gap(words: tuple[Piece, ...], lexicon: Lexicon) -> tuple[Piece, ...] | None:
    """Return *words* with the post joined where a wider blank or the post tells."""
    for size in range(min(8, len(words) - 1), 1, -1):
        if any(len(word.text) > 1 for word in words[:size]):
            continue
        inner = max(b.start - a.end for a, b in pairwise(words[:size]))
        post = _joined(words[:size])
        exact = lexicon.post_suffix(post.text) == post.text
        apart = words[size].start - words[size - 1].end > inner
        if exact or (apart and lexicon.post_suffix(post.text)):
            return (post, *words[size:])
    return None


def _is_spaced(words: tuple[Piece, ...]) -> bool:
    """Tell whether most of *words* are single letters."""
    single = sum(len(word.text) == 1 for word in words)
    if any(word.text in {"同", "〃"} for word in words):
        return False
    return len(words) > 1 and 2 * single >= len(words)


def _joined(words: tuple[Piece, ...]) -> Piece:
    """Return *words* as one piece with nothing between them."""
    post = words[0]
    for word in words[1:]:
        post = post.joined(word)
    return post
