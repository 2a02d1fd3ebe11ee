"""Read one row of a roster in every order it may be printed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.minutes.fit import affiliation_score, gap_score, is_unlikely
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import NameReading, read_name
from kg.minutes.note import Order, Row, strip_row
from kg.morphology import boundaries, is_common

_HONORIFIC = re.compile(r"(?:君|氏|様|さん|先生|殿)$")


def read_rows(piece: Piece, lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the readings of *piece* as one attendee, the best of each order."""
    base, tokens = strip_row(piece, lexicon)
    tokens = _unspaced(tokens, lexicon)
    best: dict[Order, Row] = {}
    if len(tokens) > 1 and tokens[0].text in {"同", "〃"}:
        base, tokens = replace(base, ditto=tokens[0]), tokens[1:]
    for row in _readings(base, tokens, lexicon):
        known = best.get(row.order)
        if known is None or row.score > known.score:
            best[row.order] = row
    return tuple(best.values())


def _readings(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give every reading of *tokens*: where the name may stand, how long it is."""
    for row, words in _titled(base, tokens, lexicon):
        for size in range(1, min(4, len(words)) + 1):
            first, last = words[:size], words[-size:]
            yield from _named(row, Order.NAME_FIRST, first, words[size:], lexicon)
            if size < len(words) or row.affiliation:
                yield from _named(row, Order.NAME_LAST, last, words[:-size], lexicon)
            yield from _middle_rows(row, words, size, lexicon)
        if words:
            yield from _glued_rows(row, words, lexicon)
            yield from _surname_rows(row, words, lexicon)


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
    yield base, tokens
    if len(tokens) > 1 and lexicon.title(tokens[-1].text):
        name = Piece(tokens[0].view, tokens[0].start, tokens[-2].end)
        if read_name(name, lexicon).score > 1:
            yield replace(base, title=tokens[-1]), tokens[:-1]


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
    for bare, title, post in _bare_names(_name_piece(words), lexicon):
        reading = read_name(bare, lexicon)
        glued = (post or title) is not None
        if not reading.score or (glued and is_unlikely(reading, bare.text)):
            continue
        score = reading.score + affiliation_score(others, lexicon)
        score += 2 * bool(title) + bool(post) + gap_score(words, others)
        ended = others and lexicon.post_suffix(others[-1].text)
        if reading.given is None and others and not (title or post or ended):
            score -= 2  # a surname alone stands with a role or a post
        yield replace(
            row,
            order=order,
            score=score + 2 * bool(row.title),
            name=bare,
            reading=reading,
            affiliation=(*_runs(others), *row.affiliation),
            title=title or row.title,
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
        before, after = _runs(words[:start]), _runs(words[end:])
        for found in _named(row, Order.NAME_LAST, words[start:end], (), lexicon):
            if found.reading and found.reading.given and len(before) == len(after) == 1:
                joined = before[0].joined(after[0])
                score = found.score + affiliation_score(before, lexicon) - 1
                yield replace(
                    found, score=score, affiliation=(joined, *row.affiliation)
                )


def _name_piece(words: tuple[Piece, ...]) -> Piece:
    """Return *words* as one piece; a note between them （旧姓 橘） is left out."""
    whole = Piece(words[0].view, words[0].start, words[-1].end)
    if "(" not in whole.text:
        return whole
    joined = words[0]
    for word in words[1:]:
        joined = joined.joined(word)
    return joined


def _runs(words: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return *words* as pieces that nothing but blanks interrupts."""
    runs: list[Piece] = []
    for word in words:
        if runs and not word.view.text[runs[-1].end : word.start].strip():
            runs[-1] = Piece(word.view, runs[-1].start, word.end)
        else:
            runs.append(word)
    return tuple(runs)


def _bare_names(
    piece: Piece, lexicon: Lexicon
) -> Iterator[tuple[Piece, Piece | None, Piece | None]]:
    """Give *piece* as name, title and post: 橘委員, 瀬戸口室長, 橘一葉君."""
    text = piece.text
    honorific = _HONORIFIC.search(text)
    if honorific and honorific.start():
        piece = piece.part(0, honorific.start())
        text = piece.text
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


def _glued_rows(row: Row, words: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give readings of 会長橘一葉 and 西都大学教授橘一葉, where no blank parts."""
    last = words[-1]
    joined = Piece(last.view, last.start, last.end)
    text = joined.text
    for cut in range(1, len(text) - 1):
        head, tail = joined.part(0, cut), joined.part(cut)
        role = lexicon.title(head.text)
        ends = lexicon.post_suffix(head.text)
        if not role and not ends:
            continue
        for name, title, post in _bare_names(tail, lexicon):
            reading = read_name(name, lexicon)
            sure = 3
            if reading.score < sure:
                continue
            others = words[:-1] if role else (*words[:-1], head)
            yield replace(
                row,
                order=Order.NAME_LAST,
                score=reading.score + 1 + 2 * bool(role),
                name=name,
                reading=reading,
                affiliation=(*_runs(others), *row.affiliation),
                title=head if role else title or row.title,
                post=post,
            )


def _surname_rows(
    row: Row, words: tuple[Piece, ...], lexicon: Lexicon
) -> Iterator[Row]:
    """Give readings of 土岐田照明政策課長: a surname, and the post with its unit."""
    if row.affiliation:
        return
    word = words[-1]
    post = lexicon.gazetteer.post_suffix(word.text)
    if post is None:
        return
    least = 2
    for cut in sorted(boundaries(word.text) & set(range(1, post.start)), reverse=True):
        name, rest = word.part(0, cut), word.part(cut)
        unit = rest.text[: post.unit_end - cut]
        kana = re.fullmatch(r"[\u3041-\u30ffー]+", unit.removesuffix(post.text[:-1]))
        word_of_all = len(name.text) > 1 and is_common(name.text)
        if kana or word_of_all or not lexicon.is_surname(name.text):
            # 鳴海ことり事務局長 has a given name, 土岐田照明政策課長 a unit, and
            # 森林整備部長 no name at all
            continue
        if len(unit) > least and lexicon.ends_organization(unit):
            reading = NameReading(least)
            yield replace(
                row,
                order=Order.NAME_FIRST,
                score=least + 3,
                name=name,
                reading=reading,
                affiliation=(*_runs(words[:-1]), rest),
            )


def _unspaced(words: tuple[Piece, ...], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return *words* with the letters of a post put together: 教 育 長 is 教育長."""
    for size in range(min(8, len(words) - 1), 1, -1):
        if any(len(word.text) > 1 for word in words[:size]):
            continue
        inner = max(b.start - a.end for a, b in pairwise(words[:size]))
        post = words[0]
        for word in words[1:size]:
            post = post.joined(word)
        exact = lexicon.post_suffix(post.text) == post.text
        apart = words[size].start - words[size - 1].end > inner
        if exact or (apart and lexicon.post_suffix(post.text)):
            return (post, *words[size:])
    return words
