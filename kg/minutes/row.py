"""Read one row of a roster in every order it may be printed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.minutes.called import surname_cuts
from kg.minutes.fit import affiliation_score, gap_score, is_unlikely
from kg.minutes.frame import read_frame
from kg.minutes.legend import Meaning, Sign
from kg.minutes.letters import join_letters
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import NOBODY, NameReading, read_called, read_name
from kg.minutes.note import Order, Row, strip_row
from kg.model import Role

_CALLED = re.compile(r"君|氏|様|さん|殿|〃|議員")
_NAME = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆ヶケヵノ\u3041-\u309f\u30a1-\u30ffー]+")
_KANA = re.compile(r"[ァ-ヴー]{2,9}|[A-Z][a-z]{1,14}")
_LEAST = 3
_SEATED = 6
"""Points of what stands alone behind the number of a seat: it is the name."""

_LONGEST = 400
"""Characters that no row of one person has."""

_WORDS = 6
"""Words of the longest name in letters: 佐 々 木 源 一 郎."""
_HONORIFIC = re.compile(r"(?:君|氏|様|さん|先生|殿)$")


def read_rows(piece: Piece, lexicon: Lexicon) -> tuple[Row, ...]:
    """Return the readings of *piece* as one attendee, the best of each order."""
    if len(piece.text) > _LONGEST:
        return ()
    frame = read_frame(piece, lexicon)
    base, tokens = strip_row(frame.core, lexicon)
    base = replace(base, piece=piece, proxy=frame.proxy or base.proxy)
    if frame.stands_in:
        base = replace(
            base, signs=(*base.signs, (Sign(Meaning.PROXY, "代理"), frame.core))
        )
    if frame.principal:
        said = (Sign(Meaning.PROXY, "代理"), frame.principal)
        base = replace(base, represented=frame.principal, signs=(*base.signs, said))
    called = False
    if len(tokens) > 1 and _CALLED.fullmatch(tokens[-1].text):
        tokens, called = tokens[:-1], True  # 滝　沢　正　人　君, 横　澤　輝　樹　〃
    tokens = join_letters(tokens, lexicon)
    best: dict[Order, Row] = {}
    if len(tokens) > 1 and tokens[0].text in {"同", "〃"}:
        base, tokens = replace(base, ditto=tokens[0]), tokens[1:]
    called = called or base.seated or frame.core.text.endswith("君")
    readings = [*_readings(base, tokens, lexicon)]
    if base.seated or (called and not any(row.score >= _LEAST for row in readings)):
        readings.extend(_called(base, tokens, lexicon))
    for row in readings:
        known = best.get(row.order)
        if known is None or row.score > known.score:
            best[row.order] = row
        elif row.score == known.score and row.title and _differs(row, known):
            best[row.order] = replace(known, rival=row)
    return tuple(best.values())


def _called(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give a reading as a name that only 君 or a seat tells: おさかべさやか君."""
    if not tokens:
        return
    honorific = _HONORIFIC.search(tokens[-1].text)
    end = honorific.start() if honorific else len(tokens[-1].text)
    whole = Piece(tokens[0].view, tokens[0].start, tokens[-1].start + end)
    joined = re.sub(r"\s", "", whole.text)
    if joined in NOBODY:
        return
    shortest, longest = 2, 10
    fits = shortest <= len(joined) <= longest and _NAME.fullmatch(joined)
    other = lexicon.post_suffix(joined) or lexicon.ends_organization(joined)
    if fits and not other and not lexicon.role_suffix(joined):
        score = _SEATED if base.seated else _LEAST
        yield replace(
            base, score=score, name=whole, reading=read_called(whole, lexicon)
        )


def _differs(row: Row, other: Row) -> bool:
    """Tell whether two readings give another name and another role."""
    if not (row.name and other.name and row.title and other.title):
        return False
    return row.name.text != other.name.text and row.title.text != other.title.text


def _readings(base: Row, tokens: tuple[Piece, ...], lexicon: Lexicon) -> Iterator[Row]:
    """Give every reading of *tokens*: where the name may stand, how long it is."""
    for row, words in _titled(base, tokens, lexicon):
        for size in range(1, min(_WORDS, len(words)) + 1):
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
        if glued and reading.score <= 1 and _KANA.fullmatch(bare.text):
            reading = NameReading(2)  # トンプソン委員
        if not reading.score or (glued and is_unlikely(reading, bare.text, lexicon)):
            continue
        score = reading.score + affiliation_score(others, lexicon)
        score += 2 * bool(title) + bool(post) + gap_score(words, others)
        torn = len(words) == 1 and order is Order.NAME_LAST and bool(others)
        if torn and lexicon.is_surname(others[-1].text) and lexicon.is_given(bare.text):
            score -= 4  # 栄養士　児玉　夏希: the name begins before
        ended = others and lexicon.post_suffix(others[-1].text)
        if reading.given is None and others and not (title or post or ended):
            score -= 2  # a surname alone stands with a role or a post
        if row.title and title and lexicon.title(title.text) is Role.MEMBER:
            title = row.title  # 委員長　兵藤しんいち議員
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
        if lexicon.post_suffix(before[-1].text):
            continue  # 副区長　岸川 紀子　支援部長: the second is the next one's
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
        for cut in range(1, len(first.text) - (size == 1)):
            head, tail = first.part(0, cut), whole.part(cut)
            called = tail.text.endswith("君") and head.text == "理事"
            role = lexicon.title(head.text) or (Role.MEMBER if called else None)
            if not role and not lexicon.post_suffix(head.text):
                continue
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
    sure = 3
    for name, title, post in _bare_names(tail, lexicon):
        reading = read_name(name, lexicon)
        if reading.score < sure:
            continue
        yield replace(
            row,
            order=Order.NAME_LAST,
            score=reading.score + 1 + 2 * (role is not None),
            name=name,
            reading=reading,
            affiliation=(*_runs(others), *row.affiliation),
            title=role or title or row.title,
            post=post,
        )


def _surname_rows(
    row: Row, words: tuple[Piece, ...], lexicon: Lexicon
) -> Iterator[Row]:
    """Give readings of 土岐田照明政策課長: a surname, and the post with its unit."""
    least = 2
    word = words[-1]
    for cut in surname_cuts(word.text, lexicon):
        yield replace(
            row,
            order=Order.NAME_FIRST,
            score=least + 3,
            name=word.part(0, cut),
            reading=NameReading(least),
            affiliation=(*_runs(words[:-1]), *row.affiliation, word.part(cut)),
        )
