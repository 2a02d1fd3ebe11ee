"""Part what somebody is called with unit and post: 土岐田照明政策課長."""

import re

from kg.gazetteer import Post
from kg.minutes.lexicon import PLACES, Lexicon
from kg.morphology import boundaries, is_common

# 物流政策審議官 is of no unit 物流政策
_FREE = ("審議官", "統括官", "参事官", "企画官", "総括官", "調査官", "監理官")
# 文部科学大臣, 文部科学大臣政務官
_MINISTER = re.compile(r"(?P<of>.+?)(?:副大臣|大臣|大臣政務官)")
_KANA = re.compile(r"[\u3041-\u30ffー]+")
_SHORTEST_UNIT = 3


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
    return tuple(cut for cut in edges if _parts(text, cut, post, lexicon))


def _parts(text: str, cut: int, post: Post, lexicon: Lexicon) -> bool:
    """Tell whether `text[:cut]` is a surname and the rest *post* with its unit."""
    name, rest = text[:cut], text[cut:]
    common = len(name) > 1 and is_common(name)
    if not lexicon.is_surname(name) or common or name in PLACES:
        return False
    minister = _MINISTER.fullmatch(rest)
    if minister and lexicon.is_ministry(minister["of"] + "省"):
        return True
    if cut >= post.start:
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
