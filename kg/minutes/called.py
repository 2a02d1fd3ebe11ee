"""Part what somebody is called with unit and post: 土岐田照明政策課長."""

import re

from kg.minutes.lexicon import Lexicon
from kg.morphology import boundaries, is_common


# 物流政策審議官 is of no unit 物流政策
_FREE = ("審議官", "統括官", "参事官", "企画官", "総括官", "調査官", "監理官")


def surname_cuts(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Return where a surname may end in *text*, a unit and its post behind it.

    土岐田|照明政策課長, 下村|文部科学大臣; 鳴海ことり事務局長 has a given name, and
    森林整備部長 no name at all.
    """
    post = lexicon.gazetteer.post_suffix(text)
    if post is None:
        return ()
    inner = boundaries(text)
    edges = sorted(inner & set(range(1, post.unit_end)), reverse=True)
    if 1 in inner and any(text[1:2] == text[i : i + 1] and i + 1 in inner for i in (1,)):
        edges = [edge for edge in edges if edge != 1]  # 東|央|大学: torn
    return tuple(cut for cut in edges if _parts(text, cut, post.start, lexicon))


def _parts(text: str, cut: int, start: int, lexicon: Lexicon) -> bool:
    """Tell whether `text[:cut]` is a surname and the rest a post with its unit."""
    name, rest = text[:cut], text[cut:]
    common = len(name) > 1 and is_common(name)
    if common or not lexicon.is_surname(name):
        return False
    minister = re.fullmatch(r"(?P<of>.+?)(?:副大臣|大臣|大臣政務官)", rest)
    if minister and lexicon.is_ministry(minister["of"] + "省"):
        return True
    if lexicon.post_suffix(rest) == rest:
        return cut < start and len(rest) > len(text) - start
    if cut >= start:
        return False
    post = lexicon.gazetteer.post_suffix(text)
    unit = text[cut : post.unit_end] if post else ""
    if post and text.endswith(_FREE):
        unit = text[cut : post.start]
    kana = re.fullmatch(
        r"[\u3041-\u30ffー]+", unit.removesuffix(text[start : start + 1])
    )
    least = 2
    if text.endswith(_FREE):
        return kana is None and len(unit) >= least
    return kana is None and len(unit) > least and lexicon.ends_organization(unit)
