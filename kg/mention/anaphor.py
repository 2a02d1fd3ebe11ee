"""Find words that stand for a body named elsewhere: 当省, 弊社, 同省, 同社."""

from collections.abc import Iterator
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.mention.boundary import breaks, is_in_post
from kg.mention.known import Names, index_names
from kg.mention.passage import Found, Passage
from kg.model import Form, Label

_NO_END = "内外側案員民立道営"
"""当社|側 stands for 当社 too, but 同市|内, 同県|民 and 当社|員 are other words."""


def find_anaphors(passage: Passage, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the words that stand for the speaker's own body, or the last one named."""
    text = passage.text
    places = breaks(text)
    for start, end in _words(gazetteer).places(text):
        if start and start not in places and _is_kanji(text[start - 1]):
            continue
        if _goes_on(text, end, places) or is_in_post(text, end):
            continue
        own = text[start:end] in gazetteer.own
        reason = "the speaker's own body" if own else "a body named before"
        yield Found(start, end, Label.ORGANIZATION, reason, Form.PRONOUN)


@lru_cache(maxsize=2)
def _words(gazetteer: Gazetteer) -> Names:
    """Return the words that are looked for."""
    return index_names((*gazetteer.own, *gazetteer.again))


def _goes_on(text: str, end: int, places: frozenset[int]) -> bool:
    """Tell whether the word goes on after *end*: 同市内, 同局長."""
    after = text[end : end + 1]
    return bool(after) and (
        after in _NO_END or (_is_kanji(after) and end not in places)
    )


def _is_kanji(letter: str) -> bool:
    """Tell whether *letter* is a kanji."""
    return "一" <= letter <= "鿿"
