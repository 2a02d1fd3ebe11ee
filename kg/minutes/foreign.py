"""Read names that are not Japanese: ジョン・スミス, サントス　ルイ, John Smith."""

import re
from dataclasses import dataclass

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Basis
from kg.morphology import is_common

# ジョン・スミス, メアリー=アン・スミス, アン・S.
_FOREIGN = re.compile(
    r"[ァ-ヶー]+(?:[・=](?:[ァ-ヶー\u3400-\u9fff]+|[A-Z]\.?))+(?:\s[ァ-ヶー・]{2,})?"
)
# John Smith, Anne-Marie O'Neill
_WIDE_LETTER = re.compile("[Ａ-Ｚａ-ｚ]")
_OFFICES = frozenset(
    {"Vice", "President", "Director", "Partner", "Manager", "Professor", "Officer",
     "Chief", "Senior", "Executive", "CEO", "Inc.", "Ltd.", "Head", "Ventures"}
)  # fmt: skip
# ロドリゲス 山田 カルロス
_MIDDLE = re.compile(r"[ァ-ヶー]{2,}\s[\u3400-\u9fff]{1,3}\s[ァ-ヶー]{2,}")
# アンヌ　マリー　岡
_KANA_FIRST = re.compile(
    r"[ァ-ヴー]{2,}(?:\s+[ァ-ヴー]{2,}){1,2}\s+(?P<family>[\u3400-\u9fff]{1,3})"
)
# グエン ティ ラン
_KANA_WORDS = re.compile(r"[ァ-ヶ]{2,4}(?:\s[ァ-ヶ]{2,4}){2,3}")
# サントス　ルイ, マッケンジー　アラン
_KANA_PAIR = re.compile(r"[ァ-ヴー]{2,8}\s+[ァ-ヴー]{2,8}")
_LATIN = re.compile(r"[A-Z][A-Za-z'’.\-]+(?:[ ・][A-Z][A-Za-z'’.\-]*)+")
# what somebody does: ジャーナリスト・環境カウンセラー
_TRADE = re.compile(r"[・=](?P<of>[\u3400-\u9fff]{2,})[ァ-ヶー]{3,}$")
_SURE = 3


@dataclass(frozen=True, slots=True)
class NameReading:
    """A possible name with the points that speak for it; 0 speaks against."""

    score: int
    family: str | None = None
    given: str | None = None
    split: Basis | None = None


_NO_NAME = NameReading(0)


def read_foreign(
    piece: Piece, parts: list[str], lexicon: Lexicon
) -> NameReading | None:
    """Return how *piece*, words apart in *parts*, reads as a foreign name.

    None where it does not look like one.
    """
    text = piece.text
    if _FOREIGN.fullmatch(text) and not lexicon.ends_organization(text):
        trade = _TRADE.search(text)
        return _NO_NAME if trade and is_common(trade["of"]) else _foreign(parts)
    points = _points(piece, parts, lexicon)
    if points:
        return NameReading(points)
    if not _KANA_PAIR.fullmatch(text) or not _are_of_name(parts, lexicon):
        return None
    if all(map(is_common, parts)):
        return _NO_NAME  # グリーン　ネット
    return NameReading(_SURE + 2, parts[0], parts[1], Basis.STATED)


def _points(piece: Piece, parts: list[str], lexicon: Lexicon) -> int:
    """Return the points of a name of several words in kana or Latin letters."""
    if _MIDDLE.fullmatch(piece.text):
        return 6
    if _KANA_WORDS.fullmatch(piece.text) and _are_of_name(parts, lexicon):
        return _SURE + 1
    first = _KANA_FIRST.fullmatch(piece.text)
    if first and _are_of_name(parts, lexicon):
        return (_SURE + 2) * lexicon.is_surname(first["family"])
    return _SURE if _is_latin(piece) else 0


def _are_of_name(parts: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words in kana may be a name: no オブザーバー, no マネージャー."""
    posts = any(lexicon.role(part) or lexicon.post_suffix(part) for part in parts)
    return not posts and not lexicon.ends_organization(parts[-1])


def _foreign(parts: list[str]) -> NameReading:
    """Read a name with a point: ジョン・スミス, or ド・リンデン　エマ in two parts."""
    score = 5
    if len(parts) != len("姓名"):
        return NameReading(score)
    return NameReading(score, parts[0], parts[1], Basis.STATED)


def _is_latin(piece: Piece) -> bool:
    """Tell whether *piece* is a name in Latin letters; a wide blank ends one.

    Between wide letters (Ａｎｎａ　Ｂｅｒｇ) each blank is wide.
    """
    if _LATIN.fullmatch(piece.text) is None or _OFFICES & set(piece.text.split()):
        return False
    wide = "\u3000" in piece.raw and not _WIDE_LETTER.search(piece.raw)
    return "\t" not in piece.text and not wide
