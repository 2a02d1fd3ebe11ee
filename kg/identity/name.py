"""Compare how two rows print a name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.identity.feature import Feature
from kg.identity.sound import sound
from kg.model import PersonSighting
from kg.text import key as plain_key

_BETWEEN = re.compile(r"[\s・･=,.]+")
_FOREIGN = re.compile("[a-z]|[ァ-ヴー]{2}")
_OFFICE = re.compile("(?:大臣|長官)$")
_LEAST_WORDS = 2
_LEAST_LETTERS = 3

_CONFUSABLE = (
    "未末", "土士", "大太犬", "千干于", "日曰", "人入", "己巳已", "網綱", "萩荻",
    "祐裕佑", "本木", "鳥烏", "田由甲", "石右", "宮官", "治冶", "玉王", "問間",
    "清晴靖", "博博傳", "栄采", "陽揚", "緑縁", "斎斉", "崎埼", "池地", "林材",
    "子予", "夫天", "広庁", "輝耀", "幸辛", "徹撤", "恵息", "健建", "哲晢", "明朋",
    "力カ", "二ニ", "八ハ", "工エ", "口ロ", "一ー", "史央", "宏広", "真直", "介个",
    "正止", "久夂", "三ミ", "孝考", "郎朗", "亨享", "美羊", "淳諄", "薫董", "隆降",
)  # fmt: skip
"""Characters that a reader of scans, or a hurried clerk, takes for each other."""

_GROUPS: dict[str, frozenset[str]] = {
    one: frozenset(mate for group in _CONFUSABLE if one in group for mate in group)
    for one in {character for group in _CONFUSABLE for character in group}
}


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as printed (*raw*, without blanks) and as compared (*key*, folded).

    *others* are further full names of the same row (橘敦子 for 旧姓 橘), *words* the
    words of a foreign name in one order, *sounds* what is heard of them.
    """

    key: str
    raw: str
    family: str = ""
    given: str = ""
    surname_only: bool = False
    office: bool = False
    others: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Tell whether a given name is printed, or a foreign name in full."""
        return not (self.surname_only or self.office)


def read_form(seen: PersonSighting, fold: Callable[[str], str]) -> NameForm:
    """Return the form of the name of *seen*."""
    key = fold(seen.label)
    words = _foreign_words(seen.name, fold)
    sounds = tuple(sorted(sound(word) for word in words))
    return NameForm(
        key,
        plain_key(seen.label),
        fold(seen.family or "") or (key if seen.surname_only else ""),
        fold(seen.given or ""),
        seen.surname_only,
        not seen.given and _OFFICE.search(key) is not None,
        frozenset(_other_names(seen, fold)) - {key},
        words,
        sounds if all(sounds) and len(sounds) >= _LEAST_WORDS else (),
    )


def _foreign_words(name: str, fold: Callable[[str], str]) -> tuple[str, ...]:
    """Return the words of a foreign name in order of the alphabet, or none.

    An initial counts only where fewer than two whole words stand beside it.
    """
    words = [fold(word).casefold() for word in _BETWEEN.split(name) if word]
    if len(words) < _LEAST_WORDS or not any(map(_FOREIGN.search, words)):
        return ()
    whole = [word for word in words if len(word) > 1]
    return tuple(sorted(whole if len(whole) >= _LEAST_WORDS else words))


def _other_names(seen: PersonSighting, fold: Callable[[str], str]) -> set[str]:
    """Return the full names that a row prints beside the name: 旧姓 橘, a reading."""
    others = {fold(name) for name in seen.other_names}
    return others | {other + fold(seen.given) for other in others if seen.given}


@lru_cache(maxsize=1 << 16)
def agreement(left: NameForm, right: NameForm) -> Feature:
    """Return how two forms of names agree; OTHER_NAME where one excludes the other.

    髙橋一葉 and 高橋一葉 are variants; 末広律 and 未広律 may be misread for each
    other; Smith John, John Smith and ジョン・スミス are words and sounds.
    """
    if left.office or right.office:
        return Feature.OFFICE
    if left.surname_only or right.surname_only:
        return _surname_agreement(left, right)
    if left.key == right.key:
        return Feature.SAME_NAME if left.raw == right.raw else Feature.VARIANT
    if ({left.key} | left.others) & ({right.key} | right.others):
        return Feature.FORMER
    return _foreign_agreement(left, right) or _slip(left, right)


def _foreign_agreement(left: NameForm, right: NameForm) -> Feature | None:
    """Return how the words of two foreign names agree, or None."""
    if left.words and left.words == right.words:
        return Feature.ORDER
    if left.sounds and left.sounds == right.sounds:
        return Feature.SCRIPT
    return None


def _surname_agreement(left: NameForm, right: NameForm) -> Feature:
    """Return whether a surname alone can be that of the other name."""
    one, other = (left, right) if left.surname_only else (right, left)
    if other.family:
        return Feature.SURNAME if other.family == one.key else Feature.OTHER_NAME
    fits = other.key.startswith(one.key)
    return Feature.SURNAME if fits else Feature.OTHER_NAME


def _slip(left: NameForm, right: NameForm) -> Feature:
    """Return whether one name may be the other with a slip, or a changed surname."""
    if misread(left.key, right.key):
        return Feature.MISREAD
    long = min(len(left.key), len(right.key)) >= _LEAST_LETTERS
    if long and Levenshtein.distance(left.key, right.key, score_cutoff=1) <= 1:
        return Feature.NEAR_NAME
    if left.given and left.given == right.given:
        return Feature.OTHER_SURNAME
    return Feature.OTHER_NAME


def misread(left: str, right: str) -> bool:
    """Tell whether two names differ in one character that is taken for the other.

    >>> misread("末広律", "未広律"), misread("末広律", "広末律")
    (True, False)
    """
    if len(left) != len(right):
        return False
    apart = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and apart[0][1] in _GROUPS.get(apart[0][0], ())
