"""Part what somebody is called with unit and post: 土岐田照明政策課長."""

import re

from kg.gazetteer import Post
from kg.minutes.lexicon import PLACES, Lexicon
from kg.morphology import Word, boundaries, is_common, words

# 物流政策審議官 is of no unit 物流政策
_FREE = ("審議官", "統括官", "参事官", "企画官", "総括官", "調査官", "監理官")
# 文部科学大臣, 文部科学大臣政務官
_MINISTER = re.compile(r"(?P<of>.+?)(?:副大臣|大臣|大臣政務官)")
_KANA = re.compile(r"[\u3041-\u30ffー]+")
_SHORTEST_UNIT = 3
# 水・大気環境局, 下水道部, 副課長: one letter that a unit or a post may begin with
_CABINET = re.compile(r"大臣官房|内閣府|内閣官房")
_LETTER = re.compile(
    r"下水|上水|私学|[水港農市県町村区国税道林土緑食人海空総副主次新前元高幼小中両全広防都府]"
)


def surname_cuts(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Return where a surname may end in *text*, a unit and its post behind it.

    土岐田|照明政策課長; 鳴海ことり課長 has a given name, and 森林整備部長 no name at
    all.
    """
    post = lexicon.gazetteer.post_suffix(text)
    if post is None:
        return ()
    inner = boundaries(text)
    last = max(post.unit_end, post.start + 1)
    edges = sorted(inner & set(range(1, last)), reverse=True)
    if {1, 2} <= inner:
        # 東|央|大学: two letters that the analyser parts are a torn word, no surname
        edges = [edge for edge in edges if edge != 1]
    full = full_cut(text, lexicon)
    if full:
        return ()  # 小林|優乃|国際課長
    return tuple(cut for cut in edges if _parts(text, cut, post, lexicon))


def full_cut(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where family and given name end before a unit with its post, or None.

    小林|優乃|国際課長: behind the surname the analyser sees a given name, and no word.
    """
    post = lexicon.gazetteer.post_suffix(text)
    for cut in sorted(boundaries(text)) if post else ():
        first = words(text[cut:])[0] if cut < len(text) else None
        if first is None or not lexicon.is_surname(text[:cut]):
            continue
        given = first.proper and not first.surname and lexicon.is_given(first.surface)
        end = cut + len(first.surface)
        if given and post and end < post.start and _is_unit(text, end, post, lexicon):
            return cut, end
    return None


def _parts(text: str, cut: int, post: Post, lexicon: Lexicon) -> bool:
    """Tell whether `text[:cut]` is a surname and the rest *post* with its unit."""
    name, rest = text[:cut], text[cut:]
    # 小川|副部会長 has a role, and heads no unit 副部会
    other = (len(name) > 1 and is_common(name)) or lexicon.title(rest) is not None
    if not lexicon.is_surname(name) or other or name in PLACES:
        return False
    minister = _MINISTER.fullmatch(rest)
    if minister and lexicon.is_ministry(minister["of"] + "省"):
        return True
    if cut >= post.start:
        return False
    if _is_torn(rest, lexicon):
        return False
    if lexicon.post_suffix(rest) == rest:
        return len(rest) > len(text) - post.start
    return _is_unit(text, cut, post, lexicon)


def _is_unit(text: str, cut: int, post: Post, lexicon: Lexicon) -> bool:
    """Tell whether a unit stands between *cut* and *post*: 照明政策課|長.

    What is all kana is a given name: 鳴海ことり課長.
    """
    free = text.endswith(_FREE)
    unit = text[cut : post.start if free else post.unit_end]
    if _KANA.fullmatch(unit.removesuffix(text[post.start])):
        return False
    if free:
        return len(unit) > 1
    return len(unit) >= _SHORTEST_UNIT and lexicon.ends_organization(unit)


def begins_whole(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit or a post begins with a whole word: 総務課長, 下水道部長.

    下総務課長 and 原文部科学省参与 do not: the surname before it has one letter more.
    """
    known = 3
    if lexicon.known_start(rest) or lexicon.post_suffix(rest) == rest:
        return True
    if lexicon.known_start(rest[1:]) >= known or _CABINET.match(rest[1:]):
        return False
    first = words(rest, short=True)[0]
    if len(first.surface) == 1:
        return _LETTER.match(rest) is not None
    return not _is_surname(first, lexicon)


def _is_surname(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether the first word behind a surname is one: 石|川井|都市整備部長."""
    return word.proper and lexicon.is_surname(word.surface)


def _is_torn(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a unit is whole only without its first letter: 下|総務課長."""
    if begins_whole(rest, lexicon):
        return False
    return begins_whole(rest[1:], lexicon) or _is_surname(
        words(rest, short=True)[0], lexicon
    )
