"""Tell words that are nobody's name: 同課, 西都大学, 申込方法, 第一号議案."""

import re
from itertools import pairwise

from kg.minutes.lexicon import Lexicon
from kg.morphology import boundaries, is_common

_KANJI = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff々〆ヶケヵノ"
_WORD = re.compile(rf"[{_KANJI}\u3041-\u309f\u30a1-\u30ffー]+")
# 中島ハナ: family and given name
_WITH_KANA = re.compile(rf"(?P<family>[{_KANJI}]+)(?P<given>[ァ-ヴー]+)")
# 里山ネット
_MIXED = re.compile(r"(?=.*[\u3400-\u9fff]).*[ァ-ヴ]{2}")
# 第一号議案, 議事日程, 宇陀野市選出: of the agenda, or of a seat
_PRINTED = re.compile(r"第.{0,3}号|議案|議事|日程|第[一二三四五六七八九十]|選出$|番$")
_DITTO = re.compile(r"同[省庁府局部課室院社所校]?|〃")
_AFFIXES = frozenset("者側等員部課室係副総県市町村区国都府道各")
"""Letters that make a compound of words longer than one letter: 申込|者."""
_LONGEST = 9

_LIKE_PLACE = re.compile("(?![当本同各貴弊御両全])[\u3400-\u9fff][府町村院寺社]")

NOBODY = frozenset(
    [
        *("欠員", "空席", "欠番", "未定", "調整中", "不在", "なし", "該当なし"),
        *("兼", "併", "代理出席"),
    ]
)
"""Words that stand where a name would: nobody holds the seat."""


def is_no_name(joined: str, parts: list[str], lexicon: Lexicon) -> bool:
    """Tell whether *joined*, the letters of *parts*, can be no Japanese name.

    里山ネット, 同課, 西都大学; but 渡部　県 is a name, a blank behind a surname.
    """
    if not _WORD.fullmatch(joined) or len(joined) > _LONGEST or joined in NOBODY:
        return True
    joint = len(parts) > 1 and _holds_two_posts(parts[0], lexicon)
    ditto = any(_DITTO.fullmatch(part) for part in parts)
    if joint or ditto or _PRINTED.search(joined):
        return True
    mixed = _MIXED.match(joined) and not _is_with_kana(joined, lexicon)
    if mixed and len(parts) == 1:
        return True
    known = any(lexicon.is_surname(joined[:i]) for i in range(1, len(joined)))
    if _is_compound(joined, lexicon) and not (known and len(parts) > 1):
        return True
    parted = len(parts) == len("姓名") and len(parts[0]) > 1
    if not (parted and lexicon.is_surname(parts[0])) and _is_word(joined, lexicon):
        return True
    bureau = parted and _is_with_bureau(parts[0], parts[1], lexicon)
    return (
        len(parts) > 1
        and not bureau
        and any(_is_word(part, lexicon) for part in parts if len(part) > 1)
    )


def _holds_two_posts(first: str, lexicon: Lexicon) -> bool:
    """Tell whether one more post follows *first*: 兼　研究所長, 本部長兼　研究所長."""
    stem = first.removesuffix("兼").removesuffix("併")
    return stem != first and (not stem or lexicon.post_suffix(stem) is not None)


def _is_compound(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words that no name has make up *text*: 研究|推進|法人, 申込|方法."""
    edges = sorted({0, *boundaries(text), len(text)})
    words = [text[a:b] for a, b in pairwise(edges)]
    longer = [word for word in words if len(word) > 1]
    others = [word for word in words if len(word) == 1]
    return (
        bool(longer)
        and all(is_common(word) for word in longer)
        and set(others) <= _AFFIXES
        and not lexicon.is_surname(words[0])
    )


def _is_with_kana(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* is a surname and a known name in kana: 中島ハナ."""
    found = _WITH_KANA.fullmatch(text)
    return (
        found is not None
        and lexicon.is_surname(found["family"])
        and not is_common(found["family"])
        and lexicon.is_given(found["given"])
    )


def _is_with_bureau(family: str, given: str, lexicon: Lexicon) -> bool:
    """Tell whether a rare family name only ends like a bureau: 山田部　昌弘.

    So may one of two letters end like a place or a house: 利府　仁, 沖町　みどり.
    """
    stem = family.removesuffix("部")
    known = stem != family and lexicon.is_surname(stem) and not is_common(stem)
    short = _LIKE_PLACE.fullmatch(family) is not None and not is_common(family)
    only = lexicon.is_given(given) and not lexicon.is_surname(given)
    return only and (short or (known and len(stem) > 1))


def _is_word(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text* is a post, a role or an organization, and no name.

    服部 and 渡部 end like a bureau: a surname is one all the same.
    """
    if lexicon.role(text) or lexicon.post_suffix(text) == text:
        return not lexicon.is_surname(text)
    if lexicon.is_surname(text) or lexicon.split_name(text):
        return False
    if _ends_as_ministry(text, lexicon):
        return False
    post = lexicon.post_suffix(text) or ""
    return lexicon.ends_organization(text) or len(post) > len("長")  # 健康部長


def _ends_as_ministry(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a name has a given name in 省: 田中一省, where no ministry is."""
    family = text[: -len("一省")]
    return (
        text.endswith("省")
        and len(family) > 1
        and lexicon.is_surname(family)
        and not is_common(family)
        and not lexicon.is_ministry(text)
    )
