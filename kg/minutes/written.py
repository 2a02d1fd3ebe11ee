"""Say how a post is printed: with what it is charged with, without a name within."""

import re

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.office_words import CHARGE

_BRACKET = re.compile(r"\s?\((?P<charge>[^()\n]{2,24})\)")
_MINISTER = re.compile(r"(?:大臣|政務官|補佐官)$")


def written_post(post: Piece, lexicon: Lexicon) -> str:
    """Return the words of *post* as they stand in the record.

    審議官（通商戦略担当） is an 審議官, and printed so: the bracket says no more than
    which of them. 小樺病院 / 橘 一葉 / 事務部長 is 小樺病院事務部長, nobody within.
    """
    raw, printed = (re.sub(r"\s", "", words) for words in (post.raw, post.printed))
    if len(raw) != len(printed):
        return printed
    found = _BRACKET.match(post.view.text, post.end)
    if found is None or not _is_charge(found["charge"], post.text, lexicon):
        return post.raw
    return post.view.source(post.start, found.end())


def _is_charge(words: str, post: str, lexicon: Lexicon) -> bool:
    """Tell whether *words* say what *post* is charged with: 国務大臣（金融担当）."""
    if CHARGE.search(words):
        return True
    other = lexicon.post_suffix(words) or lexicon.role_suffix(words)
    return bool(_MINISTER.search(post)) and not other
