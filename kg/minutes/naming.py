"""Give the readings of a row: where the name may stand, how long it may be."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.minutes.bare import HONORIFIC, bare_names, join_words, name_piece
from kg.minutes.fit import (
    affiliation_score,
    gap_score,
    has_rare_given,
    is_of_unit,
    is_unlikely,
)
from kg.minutes.foreign import NameReading
from kg.minutes.glued import glued_rows, surname_rows
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.note import Order, Row
from kg.model import Basis, Role

# トンプソン委員, Thompson委員
_FOREIGN = re.compile(r"[ァ-ヴー]{2,9}|[A-Z][a-z]{1,14}")
# 歯科医師会　渚会長: the chair of the society, and of no meeting
_SOCIETY = re.compile(
    r"(?:[師士]会|連合会?|商工会|町会|町内会|自治会|婦人会|女性会|老人クラブ|協会|連盟|組合|団体"
    r"|工業会|同友会|PTA)$"
)
_OF_SOCIETY = frozenset({"会長", "副会長"})
_WORDS = 6
"""Words of the longest name in letters: 佐 々 木 源 一 郎."""

_DITTO_SCORE = 4


def read_names(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give every reading of *tokens*: where the name may stand, how long it is."""
    for row, words in _titled(base, tokens, lexicon):
        for size in range(1, min(_WORDS, len(words)) + 1):
            first, last = words[:size], words[-size:]
            yield from _named(row, Order.NAME_FIRST, first, words[size:], lexicon)
            if size < len(words) or row.affiliation:
                yield from _named(row, Order.NAME_LAST, last, words[:-size], lexicon)
            yield from _middle_rows(row, words, size, lexicon)
        yield from _ditto_row(row, words, lexicon)
        if words:
            yield from glued_rows(row, words, lexicon)
            yield from surname_rows(row, words, lexicon)


def _titled(
    base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon
) -> Iterator[tuple[Row, tuple[Piece, ...]]]:
    """Give the row and its words, with the role word before or behind a name apart.

    会長 橘一葉: before a name it is the role, and no part of an affiliation. 橘一葉
    会長 may be the role; behind an affiliation, 会長 is a post of that.
    """
    size = _title_size(tokens, lexicon)
    if size and size < len(tokens) - 1 and lexicon.is_leading(tokens[size].text):
        yield replace(base, title=tokens[size]), tokens[size + 1 :]  # 委員　会長　雨宮
        return
    if size:
        title = Piece(tokens[0].view, tokens[0].start, tokens[size - 1].end)
        yield replace(base, title=title), tokens[size:]
        return
    if len(tokens) < len("姓名") or not lexicon.title(tokens[-1].text):
        yield base, tokens
        return
    name = Piece(tokens[0].view, tokens[0].start, tokens[-2].end)
    reading = read_name(name, lexicon)
    if not (reading.split is Basis.STATED and _is_office(base.affiliation, lexicon)):
        yield base, tokens
    if reading.score > 1:
        yield replace(base, title=tokens[-1]), tokens[:-1]


def _is_office(others: tuple[Piece, ...], lexicon: Lexicon) -> bool:
    """Tell whether *others*, all that a row has in brackets, need no post more.

    「川添 和宏　委員長（西都大学 教授）」 is the chair; 「橘 一葉　会長（県医師会）」
    may be that of the society.
    """
    return not others or lexicon.post_suffix(others[-1].text) is not None


def _title_size(tokens: tuple[Piece, ...], lexicon: Lexicon) -> int:
    """Return how many words are the role before a name: 座 長 大和久 翠 has two.

    理事 is a role in a committee of the Diet, where 君 follows.
    """
    for size in range(min(4, len(tokens) - 1), 0, -1):
        words = "".join(token.text for token in tokens[:size])
        diet = words == "理事" and tokens[-1].text.endswith("君")
        if lexicon.role(words) or diet:
            return size
    return 0


def _named(
    row: Row,
    order: Order,
    words: tuple[Piece, ...],
    others: tuple[Piece, ...],
    lexicon: Lexicon,
) -> Iterator[Row]:
    """Give the readings in which *words* are the name and *others* are not."""
    before = others if order is Order.NAME_LAST else ()
    for bare, title, post in _bare(words, before, lexicon):
        reading = read_name(bare, lexicon)
        glued = (post or title) is not None
        if glued and reading.score <= 1 and _FOREIGN.fullmatch(bare.text):
            reading = NameReading(2)  # トンプソン委員
        unlikely = glued and is_unlikely(reading, bare.text, lexicon)
        unlikely = unlikely or (post is not None and is_of_unit(reading, post.text))
        if unlikely and title and lexicon.title(title.text) is Role.MEMBER:
            unlikely = not has_rare_given(bare.text, lexicon)
        if not reading.score or unlikely:
            continue
        score = reading.score + affiliation_score(others, lexicon)
        score += 2 * bool(title) + bool(post) + gap_score(words, others)
        torn = len(words) == 1 and order is Order.NAME_LAST and bool(others)
        if torn and lexicon.is_surname(others[-1].text) and lexicon.is_given(bare.text):
            score -= 4  # 栄養士　児玉　夏希: the name begins before
        parted = reading.split is Basis.STATED
        if order is Order.NAME_FIRST and others and not parted:
            score -= 4 * _goes_on(others[0].text, lexicon)
        ended = (others and lexicon.post_suffix(others[-1].text)) or _is_called(words)
        if reading.given is None and others and not (title or post or ended):
            score -= 2  # a surname alone stands with a role or a post
        lone = reading.given is None and not (title or post or ended)
        if lone and len(others) == 1 and lexicon.is_given(bare.text):
            score -= 2  # 長曽我部　茜: a family name that reads as an office
        member = title is not None and lexicon.title(title.text) is Role.MEMBER
        yield replace(
            row,
            order=order,
            score=score + 2 * bool(row.title),
            name=bare,
            reading=reading,
            affiliation=(*join_words(others), *row.affiliation),
            # 委員長　兵藤しんいち議員: he is the chair
            title=row.title if member and row.title else title or row.title,
            post=post,
        )


def _bare(
    words: tuple[Piece, ...], before: tuple[Piece, ...], lexicon: Lexicon
) -> Iterator[tuple[Piece, Piece | None, Piece | None]]:
    """Give *words* as name, title and post; behind a society *before* 会長 is one."""
    society = bool(before) and _SOCIETY.search(before[-1].text) is not None
    for bare, title, post in bare_names(name_piece(words), lexicon):
        if society and title and title.text in _OF_SOCIETY:
            yield bare, None, title
        else:
            yield bare, title, post


def _is_called(words: tuple[Piece, ...]) -> bool:
    """Tell whether 氏 behind *words* shows that they are a name: 渚氏（架空省）."""
    return HONORIFIC.search(words[-1].text) is not None


def _ditto_row(row: Row, words: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give the reading of 同協会 小暮 総務部長: a surname before unit and post.

    Another office may stand there as well: 県土整備部　小暮 河川課長.
    """
    size = len(["同協会", "小暮", "総務部長"])
    if len(words) != size:
        return
    if not (words[0].text.startswith("同") or lexicon.ends_organization(words[0].text)):
        return
    office, name, post = words
    reading = read_name(name, lexicon)
    known = reading.score and lexicon.is_surname(name.text)
    if known and reading.given is None and lexicon.post_suffix(post.text):
        yield replace(
            row,
            order=Order.NAME_LAST,
            score=_DITTO_SCORE,
            name=name,
            reading=reading,
            affiliation=(office, *row.affiliation),
            post=post,
        )


def _middle_rows(
    row: Row, words: tuple[Piece, ...], size: int, lexicon: Lexicon
) -> Iterator[Row]:
    """Give readings with the name in the middle: 架空省 橘 一葉 政策局長."""
    for start in range(1, len(words) - size):
        end = start + size
        if not lexicon.post_suffix(words[-1].text):
            return
        before, after = join_words(words[:start]), join_words(words[end:])
        if _goes_on(words[end].text, lexicon):
            continue
        if lexicon.post_suffix(before[-1].text):
            continue  # 副区長　岸川 紀子　支援部長: the second is the next one's
        for found in _named(row, Order.NAME_LAST, words[start:end], (), lexicon):
            if found.reading and found.reading.given and len(before) == len(after) == 1:
                joined = before[0].joined(after[0])
                score = found.score + affiliation_score(before, lexicon) - 1
                yield replace(
                    found, score=score, affiliation=(joined, *row.affiliation)
                )


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a name goes on with *word*: 岡部田　恵子　環境局長."""
    other = lexicon.is_surname(word) or lexicon.post_suffix(word)
    return lexicon.is_given(word) and not other
