"""Put back a post that a narrow cell cuts in two lines, its holder's name between.

A table flattened from a PDF prints 総務部 / 橘 一葉 / 企画政策室長 where the cell of
the post has two lines and the name stands in the middle of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name
from kg.minutes.row import read_rows

# 橘 一 葉 ○ × ○, 橘 一葉 －
_SIGNS = re.compile(r"\s*君$|(?:\s+(?:[◎○〇◯×✕△▲\-―]|出席?|欠席?))+$")
_BRACKET = re.compile(r"\((?P<inside>[^()]+)\)")
_SURE = 4
_TRIPLE = 3


class _Kind(StrEnum):
    """What a line of such a table holds."""

    POST = "post"
    SECOND = "second"
    NAME = "name"
    ROW = "row"
    OTHER = "other"


def join_between(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """Return *lines*, each post that is cut around a name put before the name.

    They are so only in a list that else prints post and name on one line, and where
    nothing but such three lines stands between two whole rows: 町長 / 橘 一葉 /
    副町長 / 小暮 律 are posts above their holders.
    """
    kinds = [_kind(line, lexicon) for line in lines]
    if _Kind.ROW not in kinds or _Kind.NAME not in kinds:
        return tuple(lines)
    found: list[Line] = []
    for start, end in _runs(kinds):
        part = lines[start:end]
        triples = range(0, end - start, _TRIPLE)
        if all(_is_cut(kinds[start + i : start + i + _TRIPLE]) for i in triples):
            found.extend(_joined(part[i : i + _TRIPLE], lexicon) for i in triples)
        else:
            found.extend(part)
    return tuple(found)


def _runs(kinds: Sequence[_Kind]) -> Iterator[tuple[int, int]]:
    """Give where lines of nothing but posts and names begin and end, others alone."""
    start = 0
    loose = {_Kind.POST, _Kind.SECOND, _Kind.NAME}
    for i, kind in enumerate(kinds):
        last = i + 1 == len(kinds)
        if last or kind not in loose or kinds[i + 1] not in loose:
            yield start, i + 1
            start = i + 1


def _is_cut(kinds: Sequence[_Kind]) -> bool:
    """Tell whether three lines are a post, a name and the rest of the post."""
    return tuple(kinds[:2]) == (_Kind.POST, _Kind.NAME) and (
        kinds[2:] in ([_Kind.POST], [_Kind.SECOND])
    )


def _kind(line: Line, lexicon: Lexicon) -> _Kind:
    """Return what *line* holds."""
    signs = _SIGNS.search(line.text)
    bare = line.piece.part(0, signs.start()) if signs else line.piece
    bracket = _BRACKET.fullmatch(line.text)
    if bracket and lexicon.post_suffix(re.sub(r"\s", "", bracket["inside"])):
        return _Kind.SECOND
    word = re.sub(r"\s", "", bare.text)
    office = lexicon.post_suffix(word) or lexicon.ends_organization(word)
    reading = read_name(bare, lexicon)
    if not office and reading.given and reading.score >= _SURE:
        return _Kind.NAME
    if _is_row(bare, lexicon):
        return _Kind.ROW
    plain = re.fullmatch(r"[\w・]+", word) and not re.search(r"\d", word)
    return _Kind.POST if office and plain and not signs else _Kind.OTHER


def _is_row(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether a post and a full name stand on one line."""
    rows = (row for row in read_rows(piece, lexicon) if row.reading)
    return any(
        row.score >= _SURE and row.affiliation and row.reading and row.reading.given
        for row in rows
    )


def _joined(lines: Sequence[Line], lexicon: Lexicon) -> Line:
    """Return post, name and rest of the post as one line with the name last.

    農政課長 / 橘 一葉 / 農業委員会事務局長 are two posts, 監査委員 / 橘 一葉 / 事務局長
    are one.
    """
    first, name, rest = (line.piece for line in lines)
    if _BRACKET.fullmatch(rest.text):  # 会計管理者 / 橘 一葉君 / （会計室長）
        row = _unspaced(first).beside(rest).beside(name)
        return replace(lines[0], piece=row)
    above, below = _unspaced(first), _unspaced(rest)
    own = lexicon.post_suffix(below.text) != below.text
    two = own and lexicon.post_suffix(above.text) is not None
    post = above.beside(below) if two else above.joined(below)
    return replace(lines[0], piece=post.beside(name))


def _unspaced(piece: Piece) -> Piece:
    """Return *piece* without the blanks between its letters."""
    words = [piece.match(found) for found in re.finditer(r"\S+", piece.text)]
    joined = words[0]
    for word in words[1:]:
        joined = joined.joined(word)
    return joined
