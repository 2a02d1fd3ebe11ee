"""Take a role, a post or 君 off the words of a name: 橘委員, 瀬戸口室長, 橘一葉君."""

import re
from collections.abc import Iterator, Sequence

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece

HONORIFIC = re.compile(r"(?:君|氏|様|さん|先生|殿)$")
# 粕谷委員長代理兼評価部会長
_DOUBLE = re.compile(r"(?P<first>[^兼]+)兼(?P<second>[^兼]+)")


def bare_names(
    piece: Piece, lexicon: Lexicon
) -> Iterator[tuple[Piece, Piece | None, Piece | None]]:
    """Give *piece* as name, title and post: 橘委員, 瀬戸口室長, 橘一葉君."""
    text = piece.text
    honorific = HONORIFIC.search(text)
    if honorific and honorific.start():
        piece = piece.part(0, honorific.start())
        text = piece.text
    double = _DOUBLE.fullmatch(text)
    first = lexicon.role_suffix(double["first"]) if double else None
    if double and first and lexicon.role_suffix(text):
        cut, end = double.end("first") - len(first), double.end("first")
        if cut:  # 粕谷隆夫委員長代理兼評価部会長
            yield piece.part(0, cut), piece.part(cut, end), None
            return
    role = lexicon.role_suffix(text)
    post = lexicon.post_suffix(text)
    if role and len(role) < len(text):
        cut = len(text) - len(role)
        yield piece.part(0, cut), piece.part(cut), None
    elif post and len(post) < len(text):
        cut = len(text) - len(post)
        yield piece.part(0, cut), None, piece.part(cut)
    if not (role or post) or " " in text:
        yield piece, None, None  # 灘部長 is 灘 with a post, and no 灘部 長


def name_piece(words: tuple[Piece, ...]) -> Piece:
    """Return *words* as one piece; a note between them （旧姓 橘） is left out."""
    whole = Piece(words[0].view, words[0].start, words[-1].end)
    if "(" not in whole.text:
        return whole
    joined = words[0]
    for word in words[1:]:
        joined = joined.joined(word)
    return joined


def join_words(words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return *words* as pieces that nothing but blanks interrupts."""
    runs: list[Piece] = []
    for word in words:
        if runs and not word.view.text[runs[-1].end : word.start].strip():
            runs[-1] = Piece(word.view, runs[-1].start, word.end)
        else:
            runs.append(word)
    return tuple(runs)


def is_called(lines: Sequence[Line]) -> bool:
    """Tell whether 君 ends the rows of a list, *lines*."""
    ended = sum(line.text.endswith("君") for line in lines)
    fewest, share = 2, 3
    return ended >= fewest and share * ended >= len(lines)
