"""Tag words of a line as role, post, organization or name, with points for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.spacing import goes_on, is_apart, is_torn, is_uniform
from kg.minutes.together import SAME, name_points
from kg.morphology import boundaries, is_common

_MARKS = re.compile(r"^[◎○◯●☆★※*#†△▲]+|[◎○◯●☆★※*#†△▲]+$")
# 3番, 十六番; (3), 3
_SEAT = re.compile(r"(?:\d{1,3}|[〇一二三四五六七八九十百]{1,4})番")
_NUMBER = re.compile(r"\(?\d{1,2}\)?")
# a column 出欠: 橘 一葉　出, 小暮 律　×
_SIGN = re.compile(r"出席?|欠席?|[◎○〇◯×✕△▲\-―]")
_WIDEST = 9
"""Words of the longest run."""

_LEAST = 4.0
"""Points of a name that the dictionary knows as one."""


class Tag(StrEnum):
    """What a run of words is."""

    TITLE = "title"
    POST = "post"
    BODY = "body"
    NAME = "name"
    SURNAME = "surname"
    NOTE = "note"
    SEAT = "seat"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) read as *tag*, with points for it."""

    first: int
    last: int
    tag: Tag
    points: float


def tag_runs(words: Sequence[Piece], end: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give every run that ends before word *end*."""
    for first in range(max(0, end - _WIDEST), end):
        texts = [_MARKS.sub("", word.text) for word in words[first:end]]
        if len(texts) == 1:
            if first and _is_sign(words, first):
                yield Run(first, end, Tag.NOTE, 0.5)
            yield from _single(words[first], texts[0], first, lexicon)
        else:
            if _is_one_word(words, texts, first, lexicon):
                yield from _spaced("".join(texts), first, end, lexicon)
                if end - first == len(words) and _is_body("".join(texts), lexicon):
                    yield Run(first, end, Tag.BODY, 3.0)  # 教 育 委 員 会 alone
            if _is_one_name(words, texts, first, lexicon):
                points = name_points(words[first:end], texts, lexicon)
                spaced = all(len(text) == 1 for text in texts)
                if points and spaced and is_uniform(words):
                    points = _flattened_points(points, "".join(texts), lexicon)
                if points:
                    yield Run(first, end, Tag.NAME, points)


def _is_sign(words: Sequence[Piece], place: int) -> bool:
    """Tell whether a word is the sign in a column 出欠; 出 﨑 和 夫 has none."""
    letters = place + 1 < len(words) and len(words[place + 1].text) == 1
    text = words[place].text
    return _SIGN.fullmatch(text) is not None and not (text in {"出", "欠"} and letters)


def _is_one_word(
    words: Sequence[Piece], texts: Sequence[str], first: int, lexicon: Lexicon
) -> bool:
    """Tell whether letters from word *first* may be a role or a post: 教 育 長.

    監 査 事務局長: single letters may lead to a last word, with more blank around.
    """
    end = first + len(texts)
    if len(texts[-1]) > 1:
        return all(len(text) == 1 for text in texts[:-1]) and is_apart(
            words, first, end
        )
    letters = all(len(text) == 1 for text in texts)
    joined = "".join(texts)
    longer = len(texts) > len("課長") or not joined.endswith("長")
    whole = longer and not is_uniform(words) and lexicon.is_whole_post(joined)
    return letters and (whole or not is_torn(words, first, end, slack=1))


def _is_one_name(
    words: Sequence[Piece], texts: Sequence[str], first: int, lexicon: Lexicon
) -> bool:
    """Tell whether words from *first* may be one name, and no letters torn off one.

    丸 山 一 也: letters that the dictionary parts as one name are one all the same.
    """
    end = first + len(texts)
    letters = all(len(text) == 1 for text in texts)
    if not letters or not is_torn(words, first, end):
        return True
    known = len(texts) > len("姓名") and lexicon.split_name("".join(texts))
    return bool(known) and not goes_on(words, end)


def _single(word: Piece, text: str, first: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give the readings of one word."""
    end = first + 1
    if text.startswith(("(", "【")):
        yield Run(first, end, Tag.NOTE, 0.5)
    elif _SEAT.fullmatch(text) or _NUMBER.fullmatch(text):
        yield Run(first, end, Tag.SEAT, 0.5)
    else:
        yield Run(first, end, Tag.OTHER, -2.0)
    if lexicon.role(text) or text in {"同", "〃"}:
        yield Run(first, end, Tag.TITLE, 3.0)
    called = lexicon.called(text)
    if called:
        yield Run(first, end, Tag.NAME, called)
    elif lexicon.post_suffix(text):
        yield Run(first, end, Tag.POST, 3.0 if SAME.match(text) else 2.0)
    if lexicon.ends_organization(text):
        yield Run(first, end, Tag.BODY, 2.0)
    yield from _single_name(word, text, first, lexicon)


def _single_name(word: Piece, text: str, first: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give the reading of one word as a full name or a surname."""
    end = first + 1
    reading = read_name(word, lexicon)
    if "・" in text and reading.score > _LEAST:
        yield Run(first, end, Tag.NAME, 4.5)  # ジョン・スミッソン
    elif reading.given:
        # three letters without a blank are often a surname: 葛生川 太一
        points = {2: 1.0, 3: 2.0}.get(len(text), 3.5)
        yield Run(first, end, Tag.NAME, points)
    elif reading.score:
        # one letter beside a full name is more often its half: 田 中　元三郎
        known = reading.score > 1 and len(text) > 1
        yield Run(first, end, Tag.SURNAME, 1.0 if known else -0.5)


def _is_body(text: str, lexicon: Lexicon) -> bool:
    """Tell whether letters apart are an organization: 教育委員会, not 服部."""
    return len(text) > len("市役所") and lexicon.ends_organization(text)


def _spaced(text: str, first: int, end: int, lexicon: Lexicon) -> Iterator[Run]:
    """Give the readings of single letters with blanks between: 教 育 長."""
    post = lexicon.gazetteer.post_suffix(text)
    if lexicon.role(text):
        yield Run(first, end, Tag.TITLE, 5.0)
    elif post and post.start != 1:  # 務課長 is torn from 総務課長
        torn = 3.0 if _begins_torn(text, text[: post.start], lexicon) else 0.0
        yield Run(first, end, Tag.POST, 4.0 + 0.5 * len(text) - torn)


def _begins_torn(text: str, stem: str, lexicon: Lexicon) -> bool:
    """Tell whether a post begins within a name: 嗣|建設課参事, 一雄|課長."""
    if not stem:
        return False
    named = lexicon.is_given(stem) or lexicon.is_surname(stem)
    named = named or lexicon.split_name(stem) is not None  # 森下恵子|書記
    return 1 in boundaries(text) or (named and not is_common(stem))


def _flattened_points(points: float, text: str, lexicon: Lexicon) -> float:
    """Return the points of letters as a name where no blank is wider than another.

    Two letters are mostly a piece of something; a surname before two letters is
    most often a name, whether or not the dictionary knows the given name.
    """
    if len(text) == len("姓名"):
        return 0.5
    if points > _LEAST:
        return points
    usual = 4
    known = any(lexicon.is_surname(text[:cut]) for cut in (2, 3))
    return 4.0 if len(text) == usual and known else 1.0
