"""Find people by a name of the roster or by the post beside a surname."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.mention.boundary import (
    begins_name,
    breaks,
    is_placeholder,
    stands_apart,
)
from kg.mention.joint import find_joint
from kg.mention.known import Names, fold_places
from kg.mention.passage import Found, Passage
from kg.mention.roster import Roster
from kg.mention.tail import Tail, read_tail
from kg.model import Label
from kg.morphology import Word, is_surname, words

_KANJI = re.compile("[々一-鿿]{1,3}")

# 橘（一）委員: the first character of the given name in brackets
_INITIAL = re.compile(r"\(([^()]{1,3})\)")

# 架空協会の橘でございます。
_HERSELF = re.compile(r"(?:でございます|です(?!か)|でありま|と申し)")

# 橘から預かった意見
_SOURCE = re.compile(
    r"(?:から|より)(?:の)?(?:[御ご])?(?:預か|説明|報告|意見|発言|回答|答弁|紹介|連絡|指摘)"
)


def find_people(
    passage: Passage, names: Names, roster: Roster, gazetteer: Gazetteer
) -> Iterator[Found]:
    """Yield the people in *passage*: full names, surnames with a post, 橘.

    *names* are those of *roster*, to look for.
    """
    text = fold_places(passage.text, gazetteer)
    places = breaks(passage.text)
    yield from find_joint(text, names, places, roster, gazetteer)
    covered = 0
    for start, end in names.places(text):
        if start < covered or is_placeholder(text, start, end):
            continue
        if not begins_name(text, start):
            continue
        found = _of_roster(text, (start, end), places, roster, gazetteer)
        if found:
            covered = found.end
            yield found
    yield from _with_post(passage, text, places, roster, gazetteer)


def _of_roster(
    text: str,
    place: tuple[int, int],
    places: frozenset[int],
    roster: Roster,
    gazetteer: Gazetteer,
) -> Found | None:
    """Return the person whose name stands at *place*, where it is a name there."""
    start, end = place
    name = text[start:end]
    surname = roster.full.get(name, name)
    full = name in roster.full
    if not full and name in roster.people:
        end = _given(text, end, roster.people[name])
        full = end > place[1]
    tail = read_tail(text, end, places, gazetteer)
    if tail:
        if not (start in places or stands_apart(text, start, place[1], places)):
            return None
        post = None if tail.honorific else tail.word
        reason = f"{text[start:end]} is in the roster, {tail.word} follows"
        return Found(start, tail.end, Label.PERSON, reason, surname=surname, post=post)
    if full:
        if not stands_apart(text, start, end, places) or _is_word(text, start, end):
            return None
        reason = "a full name of the roster"
        return Found(start, end, Label.PERSON, reason, surname=surname)
    if _bare(text, start, end, whole=name in roster.people):
        reason = "a surname of the roster, by itself"
        return Found(start, end, Label.PERSON, reason, surname=surname)
    return None


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether the dictionary knows a full name as a word: 林檎 of 林 檎."""
    line = words(text)
    place = bisect_left(line, start, key=lambda word: word.start)
    if place == len(line) or (line[place].start, line[place].end) != (start, end):
        return False
    return line[place].pos[1] == "普通名詞"


def _given(text: str, end: int, given: frozenset[str]) -> int:
    """Return where a given name or its initial in brackets ends: 橘 一葉, 橘(一)."""
    initial = _INITIAL.match(text, end)
    if initial and any(name.startswith(initial.group(1)) for name in given):
        return initial.end()
    rest = re.compile(r"[ \t]*")
    blank = rest.match(text, end)
    after = blank.end() if blank else end
    fits = [name for name in given if text.startswith(name, after)]
    return after + len(max(fits, key=len)) if fits else end


def _bare(text: str, start: int, end: int, *, whole: bool) -> bool:
    """Tell whether a surname without a post is meant as one.

    Not 森 and 泉, which are woods and springs, nor 福島, which is a place, unless
    the words around say so: 架空協会の橘でございます.
    """
    itself = text[start - 1 : start] in {"の", ""} and _HERSELF.match(text, end)
    if itself or (end - start > 1 and _SOURCE.match(text, end)):
        return True
    if not whole or end - start == 1:
        return False
    line = words(text)
    place = bisect_left(line, start, key=lambda word: word.start)
    if place == len(line) or (line[place].start, line[place].end) != (start, end):
        return False
    after = line[place + 1] if place + 1 < len(line) else None
    return line[place].surname and not (after and after.noun)


def _with_post(
    passage: Passage,
    text: str,
    places: frozenset[int],
    roster: Roster,
    gazetteer: Gazetteer,
) -> Iterator[Found]:
    """Yield surnames of the dictionary that a role or an honorific follows.

    蓮沼委員 of a record that lists nobody is a person all the same.
    """
    line = words(passage.text)
    for word, after in zip(line, (*line[1:], None), strict=True):
        surname = text[word.start : word.end]
        if surname in roster.people or not is_surname(word.surface):
            continue
        end = _given_end(text, word, after)
        tail = read_tail(text, end, places, gazetteer)
        stop = tail.end if tail else end
        # 千葉委員 is a person, 千葉市長 of a place that the dictionary knows is none
        if not word.surname and not (
            word.proper and tail and _said_of(tail, gazetteer)
        ):
            continue
        if stop == word.end or is_placeholder(text, word.start, stop):
            continue
        if not tail and gazetteer.ending(text[word.start : stop]):
            continue  # 東央大学: 央 is a given name to the dictionary
        if text.startswith(gazetteer.eponyms, stop):
            continue
        post = tail.word if tail and not tail.honorific else None
        what = f"{tail.word} follows" if tail else "a given name follows"
        reason = f"a surname of the dictionary, {what}"
        yield Found(word.start, stop, Label.PERSON, reason, surname=surname, post=post)


def _said_of(tail: Tail, gazetteer: Gazetteer) -> bool:
    """Tell whether only people are called so: 氏, 委員, 座長."""
    return tail.honorific or gazetteer.role(tail.word) is not None


def _given_end(text: str, surname: Word, after: Word | None) -> int:
    """Return where a given name of the dictionary after *surname* ends.

    It may go on in kanji that the dictionary cuts off: 常之 of 入沢常之.
    """
    if after is None or not after.given:
        return surname.end
    rest = _KANJI.match(text, after.start)
    return max(after.end, rest.end()) if rest else after.end
