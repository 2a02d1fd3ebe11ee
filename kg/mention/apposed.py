"""Find people whom の joins to what they are: 市長の大谷, 企画部の八木部長."""

from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.mention.boundary import breaks, is_placeholder
from kg.mention.passage import Found, Passage
from kg.mention.tail import Tail, read_tail
from kg.model import Label
from kg.morphology import Word, is_surname, words

_EARLIER = frozenset({"前任", "先代", "後任"})

_PARTICLES = frozenset({"が", "は", "も", "に", "を", "と", "から", "より"})
"""市長の大谷が; not で and の, which also follow places."""

_OF_PLACES = (
    "市長", "町長", "村長", "区長", "所長", "局長", "署長", "駅長", "社長", "校長",
    "園長", "支部長", "支店長", "本部長", "知事", "議員",
)  # fmt: skip
"""Posts before which the name of a place may stand: 隣の千葉市長."""


def find_apposed(passage: Passage, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the surnames of the dictionary after a title or a body and の.

    Speakers call those of their own house so, without an honorific: 町長の小田に
    伝えます. The name of a place (八木) with a post is a person after の alone.
    """
    line = words(passage.text)
    for number in range(2, len(line) - 1):
        word = line[number]
        if line[number - 1].surface != "の" or not word.proper:
            continue
        if len(word.surface) == 1 or not is_surname(word.surface):
            continue
        if is_placeholder(passage.text, word.start, word.end):
            continue
        tail = read_tail(passage.text, word.end, breaks(passage.text), gazetteer)
        if tail and _is_own(tail, gazetteer):
            reason = f"a surname of the dictionary, {tail.word} follows, の before it"
            yield _found(word, tail.end, tail.word, reason)
        elif _is_title(line, number - 2, gazetteer) and _is_part(line[number + 1]):
            reason = "a surname of the dictionary, a title and の before it"
            yield _found(word, word.end, None, reason)


def _found(word: Word, end: int, post: str | None, reason: str) -> Found:
    """Return the person whose surname is *word*."""
    return Found(word.start, end, Label.PERSON, reason, surname=word.surface, post=post)


def _is_own(tail: Tail, gazetteer: Gazetteer) -> bool:
    """Tell whether the post is one that no place has: 八木部長."""
    word = tail.word
    if tail.honorific or gazetteer.role(word):
        return False
    return word not in _OF_PLACES and not word.endswith(_OF_PLACES)


def _is_title(line: tuple[Word, ...], number: int, gazetteer: Gazetteer) -> bool:
    """Tell whether the word at *number* says what a person is: 町長, 前任."""
    word = line[number].surface
    role = gazetteer.roles.get(word)
    title = word in gazetteer.posts or (role is not None and role.title)
    return title or word in _EARLIER


def _is_part(word: Word) -> bool:
    """Tell whether *word* follows a subject or an object, and no place."""
    return word.surface in _PARTICLES and word.pos[0] == "助詞"
