"""Find the words that name a time of the calendar: 令和7年3月10日, 5月初旬, 年度内."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.calendar import NUMERAL


class Shape(StrEnum):
    """How an expression is built, which says how its days are reckoned."""

    DAY = "day"  # 令和7年3月10日 3月10日 同月27日
    DAYS = "days"  # 8月14日から20日
    MONTH = "month"  # 2025年5月初旬 来月 5月
    YEAR = "year"  # 2030年 昨年末 来年の春
    DECADE = "decade"  # 1990年代
    FISCAL = "fiscal"  # 令和6年度 来年度前半
    BARE = "bare"  # 年内 年度末 年明け 夏頃
    WEEK = "week"  # 来週
    TODAY = "today"  # 本日
    MEETING = "meeting"  # 次回 前回
    DISTANCE = "distance"  # 5年前 今後3年以内
    DIET = "diet"  # 次期通常国会


@dataclass(frozen=True, slots=True)
class Expression:
    """Words at `text[start:end]` that name a time, with the parts of them."""

    shape: Shape
    start: int
    end: int
    found: re.Match[str]

    def part(self, name: str) -> str:
        """Return the words of the part *name*, empty where there are none."""
        return self.found.groupdict().get(name) or ""


_ERA = r"(?P<era>明治|大正|昭和|平成|令和)\s*(?P<era_year>{n})\s*(?:\(\d{{4}}\)\s*)?"
_ERA = _ERA.format(n=NUMERAL)
_WEST = r"(?P<west>(?:19|20|21)\d\d|[一二][〇零一二三四五六七八九]{3})\s*"
_LETTER = r"(?<![A-Za-z])(?P<letter>[MTSHR])\s?(?P<letter_year>\d{1,2})\s*"
_OTHER = r"(?:\s*\((?:(?:19|20)\d\d|(?:昭和|平成|令和)\s*\w{1,3})\s*年?(?:度)?\))?"
_YEAR_WORD = r"(?P<year_word>再来年|一昨年|おととし|今年|本年|来年|昨年|去年|同年|翌年)"
_BARE_YEAR = rf"(?<![\d〇一-十第])(?P<bare_year>{NUMERAL})\s*"
_FISCAL_WORD = (
    r"(?P<fiscal_word>再来年度|一昨年度|今年度|本年度|来年度|昨年度|前年度|新年度"
    r"|次年度|翌年度|同年度)"
)
_NAMED_YEAR = rf"(?:(?:{_ERA}|{_WEST}|{_LETTER})年{_OTHER}|{_YEAR_WORD})(?!度)の?\s*"
_MONTH_OF_DAY = rf"(?<![\d〇一-十])(?P<month>{NUMERAL})\s*月"
_MONTH = (
    rf"(?<![\d〇一-十])(?P<month>{NUMERAL})\s*月(?!号|例|額|面|\s*{NUMERAL}\s*日(?!間))"
)
_MONTH_WORD = r"(?P<month_word>再来月|今月|本月|来月|先月|同月)"
_TENTHS = r"の?(?P<part>初旬|上旬|中旬|下旬|末|初め|はじめ|半ば|前半|後半)"
_HALVES = (
    r"(?P<part>末|初頭|初め|はじめ|当初|前半|後半|上半期|下半期|上期|下期"
    r"|第?[1-4一二三四]四半期)"
)
_SUFFIX = (
    r"(?P<suffix>以内|以降|以後|以前|頃|ごろ|ころ|前後|いっぱい"
    r"|[内中](?=[、。をのはでとにもか)]|まで|$))?"
)

_PATTERNS: tuple[tuple[Shape, str], ...] = (
    (
        Shape.DAYS,
        (
            rf"(?:{_NAMED_YEAR})?{_MONTH_OF_DAY}\s*(?P<day>{NUMERAL})\s*日"
            rf"\s*(?:\([月火水木金土日][^)]{{0,3}}\))?\s*(?:から|[~〜\-―–])\s*(?:同月\s*)?"
            rf"(?P<last>{NUMERAL})\s*日(?!間)"
        ),
    ),
    (
        Shape.DAY,
        (
            rf"(?:(?:{_NAMED_YEAR}|{_BARE_YEAR}年)?{_MONTH_OF_DAY}|{_MONTH_WORD}の?)"
            rf"\s*(?P<day>{NUMERAL})\s*日(?!間)(?P<suffix>以降|以後|以前|頃|ごろ|前後)?"
        ),
    ),
    (
        Shape.DAY,
        (
            r"(?<![\d/.\-])(?P<west>(?:19|20)\d\d)(?P<sep>[/.\-])"
            r"(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/.\-])"
        ),
    ),
    (
        Shape.DAY,
        rf"{_LETTER}\.\s?(?P<month>\d{{1,2}})\.\s?(?P<day>\d{{1,2}})(?![\d.])",
    ),
    (
        Shape.MONTH,
        (
            rf"(?:(?:{_NAMED_YEAR}|{_BARE_YEAR}年)?{_MONTH}|{_MONTH_WORD})"
            rf"(?:{_TENTHS})?{_SUFFIX}"
        ),
    ),
    (Shape.DECADE, rf"{_WEST}年代"),
    (
        Shape.YEAR,
        (
            rf"(?:(?:{_ERA}|{_WEST}|{_LETTER})年{_OTHER}|{_YEAR_WORD})(?![度版代])"
            rf"(?:の?(?P<season>[春夏秋冬])|の?{_HALVES})?{_SUFFIX}"
        ),
    ),
    (
        Shape.YEAR,
        rf"(?<![一-龥])(?P<near>[今来昨])(?P<season>[春夏秋冬])(?![一-龥]){_SUFFIX}",
    ),
    (
        Shape.FISCAL,
        (
            rf"(?:(?:{_ERA}|{_WEST}|{_LETTER}|{_BARE_YEAR})年度{_OTHER}|{_FISCAL_WORD})"
            rf"(?![版目分間])(?:の?{_HALVES})?{_SUFFIX}"
        ),
    ),
    (
        Shape.BARE,
        (
            r"(?<![一-龥\d])(?P<bare>年度内|年内|月内|年度末|年末年始|年末(?!調整|商戦)|月末"
            r"|年明け|年始|年初(?!来)|年度初め|年度当初|年度前半|年度後半"
            r"|第[1-4一二三四]四半期)(?P<suffix>以降|以後|頃|ごろ|ころ|いっぱい)?"
        ),
    ),
    (
        Shape.BARE,
        (
            r"(?<![一-龥・])(?P<bare>[春夏秋冬])(?P<suffix>頃|ごろ|ころ|以降|以後)"
            r"|(?<![一-龥・])(?P<season>[春夏秋冬])(?=まで|には|を目[途処]|をめど)"
        ),
    ),
    (Shape.WEEK, r"(?P<week>再来週|今週|来週|先週)(?P<suffix>中|末|以降|前半|後半)?"),
    (
        Shape.TODAY,
        r"(?P<today>本日|明後日|昨日)|(?P<now>今日)(?=[は、もお御ご]|の[お御ご会議資審])",
    ),
    (
        Shape.MEETING,
        (
            r"(?<![第\d今一二三四五六七八九十])(?P<meeting>次々回|前々回|次回|前回)"
            r"(?P<suffix>以降)?"
        ),
    ),
    (
        Shape.DISTANCE,
        (
            rf"(?P<ahead>今後|向こう|これから)?(?<![\d〇一-十第成和正])"
            rf"(?:{NUMERAL}年?[、・~〜])?(?P<count>{NUMERAL}|数)"
            r"(?P<unit>年|[かヶカヵケ箇]年|[かヶカヵケ箇]月|週間|日)(?:間)?"
            r"(?P<suffix>以内|以上前|(?:ほど|くらい|ぐらい)?[前後先](?![半期週日年月一-龥]))"
        ),
    ),
    (
        Shape.DIET,
        r"(?P<diet>(?:今|次期|次の|来|本|先の|前)?(?:年)?の?(?:通常|臨時|特別)国会)",
    ),
)
_COMPILED = tuple((shape, re.compile(pattern)) for shape, pattern in _PATTERNS)

# 平成二十年法律第六十三号: a number of a law; 令和6年版 is the name of a white paper;
# 四月一日会長: a surname
_NO_TIME = re.compile(
    r"\s*(?:法律|政令|条約|条例|規則|勅令|省令|告示|[一-龥]{1,6}省令|[一-龥]{1,6}告示)第"
    r"|\s*版|\s*目(?![途処標指的])"
    r"|(?:副?(?:会長|委員|座長|議長|主査)|構成員|議員|参考人|教授|氏|さん|君|先生)"
)
_NOBODY_KNOWS = re.compile(r"[〇零]+")
"""〇〇年〇月 holds the place of a date."""


def find_expressions(text: str) -> Iterator[Expression]:
    """Yield the times that *text* names, the longest at each place, in its order.

    >>> [text[e.start:e.end] for text in ["来年5月初旬に開き、年度内に示す"]
    ...     for e in find_expressions(text)]
    ['来年5月初旬', '年度内']
    """
    every = [
        Expression(shape, found.start(), found.end(), found)
        for shape, pattern in _COMPILED
        for found in pattern.finditer(text)
        if not _NO_TIME.match(text, found.end())
        and not any(_NOBODY_KNOWS.fullmatch(part or "") for part in found.groups())
    ]
    every.sort(key=lambda one: (one.start, -one.end))
    last = 0
    for one in every:
        if one.start >= last:
            yield one
            last = one.end
