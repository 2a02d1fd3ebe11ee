"""Normalise a text and remember where each character came from."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span

_RADICALS = (
    (
        "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔",
        "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑",
    ),
    (
        "⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪",
        "彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔",
    ),
    (
        "⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾",
        "目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹",
    ),
    (
        "⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒",
        "艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸",
    ),
    (
        "⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦",
        "长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟",
    ),
    ("⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲", "卤麦黄黾斉齐歯齿竜龙龜亀"),
)
"""Radicals that NFKC leaves alone, as PDF prints them (⻑谷川, ⾧ is in NFKC).

From Unicode's EquivalentUnifiedIdeograph property, CJK Radicals Supplement.
"""

_UNIFIED = {
    ord(radical): ideograph
    for radicals, ideographs in _RADICALS
    for radical, ideograph in zip(radicals, ideographs, strict=True)
}

_JOINING = frozenset(
    code
    for first, last in (
        (0x09BE, 0x09BE),
        (0x09D7, 0x09D7),
        (0x0B3E, 0x0B3E),
        (0x0B56, 0x0B57),
        (0x0BBE, 0x0BBE),
        (0x0BD7, 0x0BD7),
        (0x0CC2, 0x0CC2),
        (0x0CD5, 0x0CD6),
        (0x0D3E, 0x0D3E),
        (0x0D57, 0x0D57),
        (0x0DCF, 0x0DCF),
        (0x0DDF, 0x0DDF),
        (0x102E, 0x102E),
        (0x1161, 0x1175),
        (0x11A8, 0x11C2),
        (0x1B35, 0x1B35),
        (0x11127, 0x11127),
        (0x1133E, 0x1133E),
        (0x11357, 0x11357),
        (0x114B0, 0x114B0),
        (0x114BA, 0x114BA),
        (0x114BD, 0x114BD),
        (0x115AF, 0x115AF),
        (0x11930, 0x11930),
    )
    for code in range(first, last + 1)
)
"""Second halves of canonical compositions with combining class 0.

They are no marks, and yet join the character before them (한 from jamo), so a
piece must not begin there. A test computes them again.
"""

_COMPATIBILITY = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f]")
"""Variation selectors, and the combining grapheme joiner."""

_BLANKS = re.compile(r"\s+")
_PLAIN = re.compile(
    "[ -~\u3041-\u3096\u30a1-\u30fa\u30fc\u3001-\u3003\u300c-\u300f\u4e00-\u9fff]*"
)
"""Texts of these only are in NFKC already; most words are."""

_SIMPLE = re.compile(
    "[ -~\u3000-\u3003\u300c-\u300f\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff"
    "\uff01-\uff5e]*"
)
"""Texts of these only have the same NFKC character by character as in one piece."""

_WORDS = 1 << 12
_CHARACTERS = 1 << 14
"""More than a language prints: what is known of a character is kept."""


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text in NFKC, with the place in *raw* of each character and the end.

    *origins* has one place more than *text* has characters.
    """

    raw: str
    text: str
    origins: tuple[int, ...]

    def to_source(self, start: int, end: int) -> Span:
        """Return the part of the original that `text[start:end]` came from.

        A part of a character that became several (㈱) is all of it. A variation
        selector goes with its character, zero-width characters at the end do not.

        >>> normalize("㈱東京ｶﾞｽ").to_source(5, 6)  # ガ
        Span(start=3, end=5)
        """
        last = self.origins[end - 1]
        while self.origins[end] == last:
            end += 1
        stop = self.origins[end]
        while stop - 1 > last and unicodedata.category(self.raw[stop - 1]) == "Cf":
            stop -= 1
        return Span(self.origins[start], stop)

    def source(self, start: int, end: int) -> str:
        """Return the original words of `text[start:end]`."""
        span = self.to_source(start, end)
        return self.raw[span.start : span.end]


def normalize(raw: str) -> Normalized:
    """Return *raw* in NFKC, each character with its place in *raw*.

    Invisible characters (zero width, soft hyphen, variation selectors) are left
    out, radicals become the kanji they stand for.

    >>> normalize("㈱東京ｶﾞｽ").text
    '(株)東京ガス'
    """
    if _PLAIN.fullmatch(raw):
        return Normalized(raw, raw, tuple(range(len(raw) + 1)))
    pieces: list[str] = []
    origins: list[int] = []
    visible = [(i, c) for i, c in enumerate(raw) if not _is_invisible(c)]
    start = 0
    while start < len(visible):
        end = start + 1
        while end < len(visible) and _continues(visible[end][1]):
            end += 1
        piece = _nfkc("".join(c for _, c in visible[start:end]))
        pieces.append(piece)
        origins.extend([visible[start][0]] * len(piece))
        start = end
    return Normalized(raw, "".join(pieces), (*origins, len(raw)))


@lru_cache(maxsize=_WORDS)
def key(text: str) -> str:
    """Return *text* as it is compared: in NFKC and without any blank."""
    if _SIMPLE.fullmatch(text):  # names by the million, ＡＢＣ株式会社 too
        return _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    return _BLANKS.sub("", normalize(text).text)


def printed(text: str) -> str:
    """Return *text* as a name is shown: as printed, blanks reduced to one.

    Half-width kana become whole and invisible characters go, but kanji stay as
    printed: 髙 and the compatibility form of 神 are not replaced.

    >>> printed("髙橋　 進")
    '髙橋 進'
    """
    whole = "".join(
        c if _COMPATIBILITY.match(c) else normalize(c).text for c in _joined(text)
    )
    return _BLANKS.sub(" ", whole).strip()


def whole_character(raw: str, start: int) -> str:
    """Return the character at *start* of *raw* with the marks that follow it.

    >>> whole_character("ｶﾞｽ", 0)
    'ｶﾞ'
    """
    end = start + 1
    while end < len(raw) and (_continues(raw[end]) or _is_selector(raw[end])):
        end += 1
    return raw[start:end]


def _joined(text: str) -> list[str]:
    """Cut *text* into characters, each with the sound marks that follow it."""
    pieces: list[str] = []
    for character in text:
        if pieces and _continues(character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


@lru_cache(maxsize=_CHARACTERS)
def _continues(character: str) -> bool:
    """Tell whether *character* belongs to the one before it."""
    form = unicodedata.normalize("NFKC", character)
    return unicodedata.combining(form[0]) != 0 or ord(form[0]) in _JOINING


@lru_cache(maxsize=_CHARACTERS)
def _is_invisible(character: str) -> bool:
    """Tell whether *character* is left out of the view."""
    return unicodedata.category(character) == "Cf" or _is_selector(character)


def _is_selector(character: str) -> bool:
    """Tell whether *character* belongs, unseen, to the one before it."""
    return _SELECTOR.match(character) is not None


def _nfkc(piece: str) -> str:
    """Return *piece* in NFKC, radicals replaced."""
    return unicodedata.normalize("NFKC", piece.translate(_UNIFIED))
