"""Join a line of a roster to the item before it, where that goes on."""

import re
import unicodedata

from kg.minutes.called import surname_cuts
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import read_name
from kg.minutes.row import read_rows

_COLUMN = re.compile(r"\s+(?=\S)")
_SLACK = 3
_LONGEST = 400
"""Characters that no row of one person has."""

# （代理　小暮部長）, （橘委員代理出席）
_PROXY = re.compile(r"\((?:代理[^()]*|[^()]{2,16}代理(?:出席)?)\)")
# 兼　深海観測機構 フェロー
_MORE = re.compile(r"兼(?:任|務|ねて)?\s")


def continue_item(last: Piece, line: Line, lexicon: Lexicon) -> Piece | None:
    """Return the item *last* with *line* behind it, None where a new item begins."""
    if len(last.text) > _LONGEST:
        return None  # a bracket that is never closed
    bracketed = re.fullmatch(r"\(.*\)", line.text) is not None
    if bracketed and _is_bare_name(last, lexicon):
        return last.beside(line.piece)  # 佐藤 一郎 / （浜名大学教授）
    if _is_more_of_office(last, line, lexicon) or _is_post_below(last, line, lexicon):
        return last.beside(line.piece)
    is_open = last.text.count("(") > last.text.count(")")
    if is_open or _PROXY.fullmatch(line.text) or _MORE.match(line.text):
        return last.joined(line.piece)
    return None


def _is_bare_name(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *piece* is a full name and nothing else."""
    reading = read_name(piece, lexicon)
    return reading.given is not None and not lexicon.post_suffix(piece.text)


def _is_post_below(last: Piece, line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* holds posts of the *last* row, in the column of its office.

    橘　一葉　　西都大学　水利研究科
    特任教授
    """
    posts = re.split(r"[・、,\s]+", line.text)
    held = all(
        lexicon.post_suffix(post) and not _calls(post, lexicon) for post in posts
    )
    if (
        last.view is not line.piece.view
        or not held
        or _is_bare_name(line.piece, lexicon)
    ):
        return False
    starts = [found.end() for found in _COLUMN.finditer(last.text)]
    at = _width(line.piece, 0)
    below = any(abs(_width(last, start) - at) < _SLACK for start in starts)
    return below and any(
        row.name and row.affiliation and row.reading and row.reading.given
        for row in read_rows(last, lexicon)
    )


def _calls(post: str, lexicon: Lexicon) -> bool:
    """Tell whether *post* calls somebody: 橘課長."""
    return lexicon.called(post) > 0 or bool(surname_cuts(post, lexicon))


def _width(piece: Piece, start: int) -> int:
    """Return at which column of its printed line `piece.text[start:]` begins."""
    view, end = piece.view, piece.start + start
    begin = view.text.rfind("\n", 0, end) + 1
    line = view.raw[view.origins[begin] : view.origins[end]]
    wide = sum(unicodedata.east_asian_width(letter) in "WFA" for letter in line)
    return len(line) + wide


def _is_more_of_office(last: Piece, line: Line, lexicon: Lexicon) -> bool:
    """Tell whether *line* is another office of the *last* row, which ends with 、.

    「北仲 千里　安芸大学准教授、 / NPO法人西国ネット共同代表」: one word, and no name.
    """
    between = last.view.text[last.end : line.piece.start]
    word = line.text.split("「")[0]
    if last.view is not line.piece.view or between.strip() not in {"、", ","}:
        return False
    if re.search(r"[\s、,]", word) or lexicon.called(word):
        return False
    if surname_cuts(word, lexicon):
        return False
    office = lexicon.legal_form(word) or lexicon.ends_organization(word)
    post = lexicon.post_suffix(word)
    known = post and lexicon.ends_organization(word[: -len(post)])
    return bool(office or known) and any(
        row.affiliation and row.reading and row.reading.given
        for row in read_rows(last, lexicon)
    )
