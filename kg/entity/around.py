"""Read what the words around a mention say: 故根岸氏, 大臣の紀伊氏."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.entity.tail import read_titles
from kg.gazetteer import Gazetteer
from kg.model import Mention, Minutes, Span
from kg.text import normalize

_REACH = 40
"""Characters before and after a mention that may say who is meant."""

# 御尊父の根岸一郎先生; 工夫の is no husband
_KIN = r"""(?:[御ごお]?(?:父様|母様|父さん|母さん|尊父|父上|父親|父君|母堂|
    母上|母親|令息|子息|息子|令嬢|夫人|奥様|奥さん|祖父|祖母|叔父|伯父|叔母|伯母|先祖|御兄|遺族)
    |(?:(?<![一-鿿])|[御ごお])(?:父|母|妻|夫|兄|弟|姉|妹|孫|娘))"""

# 故根岸氏, 故・根岸氏, 前任の根岸課長, とは別の根岸, but それ故根岸委員は
_ANOTHER = re.compile(
    rf"""(?:(?<![一-鿿れ])(?:故|亡)[・ ]?
        |亡き|前任者?(?:の|である)?|先代の?|先々代の?|別の|別人の|同姓(?:同名)?の
        |{_KIN}(?:の|である|、)) \s* $""",
    re.VERBOSE,
)

# 前根岸課長, 前の根岸課長; not 以前, この前, 前回の
_FORMERLY = re.compile(
    r"(?<![一-鿿])(?<![こそ]の)(?<!少し)(?:前|元|旧)の?$|(?:当時|かつて)の$"
)

# 前会長の, 元里山課長の, 当時の座長だった
_HELD = re.compile(
    r"""(?:(?<![一-鿿])(?:前々?|元|旧|初代)の?|当時の?)
        (?P<held>[^ぁ-ん、。「」()\s]{1,20})(?:の|である|だった|、)?$""",
    re.VERBOSE,
)

# 国土交通大臣の紀伊氏, 北都大学の根岸教授, 局長橘一葉君
_STATED = re.compile(r"(?P<words>[^ぁ-ん、。「」()\s]{1,24})(?P<of>の|である)?$")

# 粟生大臣当時, 根岸会長時代, 根岸前会長
_BACK_THEN = re.compile(
    r"(?:が|の)?(?:当時|時代|在任)|だった(?:頃|ころ|時|とき)|[前元旧](?=[一-鿿])"
)

# 和泉委員長という方ではない, 根岸氏とは別の方
_NOT_SO = re.compile(r"という[おお]?(?:方|人|者)|とは(?:別の(?:方|人|者)|別人)|と同姓")

# 根岸教授（東山大学）, 朝日さん（前委員）
_BRACKET = re.compile(r"\((?P<words>[^()、。]{2,20})\)")

_LOOSE = ("担当", "者", "職員", "学生")
"""Ends of what somebody is besides the post that a roster prints: 担当者."""

_TRADE = ("士", "師", "家")
"""A trade says who is meant where no title does: 作家の根岸氏, 弁護士の橘委員."""

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a mention; *other* says that it is somebody else.

    *doubt* says that it may be: who held a post then may not be who is there now.
    """

    other: str = ""
    doubt: str = ""
    titles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def read_passages(minutes: Minutes) -> tuple[Span, ...]:
    """Return the stretches of statements and of the text between, in order."""
    said = (span for statement in minutes.statements for span in statement.spans)
    return tuple(sorted((*said, *minutes.body_spans)))


def passage_of(span: Span, passages: Sequence[Span]) -> Span:
    """Return the one of *passages* that holds *span*, or *span* itself."""
    place = bisect_right(passages, span.start, key=lambda one: one.start)
    holds = place > 0 and span in passages[place - 1]
    return passages[place - 1] if holds else span


def sides(mention: Mention, minutes: Minutes) -> tuple[str, str]:
    """Return the words before and after *mention* in its line, in NFKC."""
    text, span = minutes.document.text, mention.span
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    end = text.find("\n", span.end)
    stop = min(len(text) if end < 0 else end, span.end + _REACH)
    return normalize(text[start : span.start]).text, normalize(
        text[span.end : stop]
    ).text


def read_around(mention: Mention, minutes: Minutes, gazetteer: Gazetteer) -> Around:
    """Return what the words beside *mention* say of the person it means."""
    before, after = sides(mention, minutes)
    if _ANOTHER.search(before):
        return Around(other="the words before it say that it is somebody else")
    if _NOT_SO.match(after):
        return Around(other="the words after it say that it is somebody else")
    if _FORMERLY.search(before) or _BACK_THEN.match(after):
        return Around(doubt="it is said of an earlier time")
    held = _HELD.search(before)
    if held and read_titles(held.group("held"), gazetteer):
        return Around(doubt=f"it is said of an earlier {held.group('held')}")
    bracket = _BRACKET.match(after)
    inside = bracket.group("words") if bracket else ""
    if inside.startswith(("前", "元", "旧", "故", "当時")):
        return Around(doubt=f"it is said of an earlier time: {inside}")
    stated = _STATED.search(before)
    words = stated.group("words") if stated else ""
    loose = (*_LOOSE, *_TRADE) if mention.post else _LOOSE
    return Around(
        titles=tuple(
            title
            for title in read_titles(words, gazetteer)
            if len(title) >= _SHORTEST and not title.endswith(loose)
        ),
        places=tuple(
            gazetteer.fold(body)
            for body in ((words if stated and stated.group("of") else ""), inside)
            if body and not read_titles(body, gazetteer)
        ),
    )
