"""Give the readings of a row where the name is glued to a role, a post or a unit."""

from collections.abc import Iterator
from dataclasses import replace

from kg.minutes.bare import bare_names, join_words
from kg.minutes.called import full_cut, surname_cuts
from kg.minutes.foreign import NameReading
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.note import Order, Row
from kg.model import Basis, Role

_SURE = 3
_FULL = 5
_SURNAME = 2
"""Points of a surname alone."""


def glued_rows(row: Row, words: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give readings of 会長橘一葉 and 西都大学教授橘一葉, where no blank parts.

    A blank may stand within the name: 委員長野村　有信君, 財務局長谷川　健次君.
    """
    for size in range(1, min(3, len(words)) + 1):
        first = words[-size]
        if size > 1 and (
            lexicon.title(first.text) or lexicon.post_suffix(first.text) == first.text
        ):
            continue  # 事務局長　亀岡 直哉 is no 事務局 長亀岡
        whole = Piece(first.view, first.start, words[-1].end)
        for cut in range(1, len(first.text) - (size == 1 and not row.affiliation)):
            head, tail = first.part(0, cut), whole.part(cut)
            called = tail.text.endswith("君") and head.text == "理事"
            role = lexicon.title(head.text) or (Role.MEMBER if called else None)
            if not role and not lexicon.post_suffix(head.text):
                continue
            if lexicon.title(whole.text):
                continue  # 委員長（西都大学教授） names nobody
            ended = lexicon.post_suffix(first.text) if size == 1 else None
            if not role and ended and len(ended) > len(tail.text):
                continue  # 日下官房長 is no 日下官 房長
            if tail.text.startswith("佐") and head.text.endswith("補"):
                continue  # 課長補佐谷　貴之 is no 課長補 佐谷
            others = words[:-size] if role else (*words[:-size], head)
            yield from _behind(row, head if role else None, tail, others, lexicon)


def _behind(
    row: Row,
    role: Piece | None,
    tail: Piece,
    others: tuple[Piece, ...],
    lexicon: Lexicon,
) -> Iterator[Row]:
    """Give the readings with the name in *tail*, right behind a role or a post."""
    for name, title, post in bare_names(tail, lexicon):
        reading = read_name(name, lexicon)
        alone = role is not None and bool(row.affiliation) and not title and not post
        known = alone and lexicon.is_surname(name.text)  # 委員乾（商工会長）
        if reading.score < (_SURNAME if known else _SURE):
            continue
        yield replace(
            row,
            order=Order.NAME_LAST,
            score=reading.score + 1 + 2 * (role is not None),
            name=name,
            reading=reading,
            affiliation=(*join_words(others), *row.affiliation),
            title=role or title or row.title,
            post=post,
        )


def surname_rows(row: Row, words: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give readings of 土岐田照明政策課長: a name, and the post with its unit."""
    word = words[-1]
    full = full_cut(word.text, lexicon)
    if full:
        family, end = full
        reading = NameReading(
            _FULL, word.text[:family], word.text[family:end], Basis.INFERRED
        )
        yield replace(
            row,
            order=Order.NAME_FIRST,
            score=_FULL + 1,
            name=word.part(0, end),
            reading=reading,
            affiliation=(*join_words(words[:-1]), *row.affiliation, word.part(end)),
        )
    for cut in surname_cuts(word.text, lexicon):
        if lexicon.is_leading(word.text[cut:]):
            continue  # 土岐田副部会長: no office 副部会 has a 会長
        yield replace(
            row,
            order=Order.NAME_FIRST,
            score=_SURNAME + 3,
            name=word.part(0, cut),
            reading=NameReading(_SURNAME),
            affiliation=(*join_words(words[:-1]), *row.affiliation, word.part(cut)),
        )
