"""Read how words point to a person: by surname, given name, title, body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.entity.listed import Listed
from kg.entity.tail import Tail, read_tail, read_titles
from kg.gazetteer import Gazetteer
from kg.text import key

# (敦) of 小暮（敦）委員
_INITIAL = re.compile(r"^\s*\(([^()]{1,3})\)")
# the point within ド・リンデン or 医療・介護連携官 is no mark
_MARKS = re.compile(r"[○◯〇●◎◇◆■□※*【】\[\]〈〉<>《》「」:：→\s]|(?<!\w)・")
_FULL, _SURNAME, _START = range(3)

# 橘委員（代理：小暮部長）
_BY_PROXY = re.compile(r"[^()]*\((?:代理(?:出席)?)[:：、は]?(?P<who>[^()]{2,})\)")

# 林委員（林タクシー）
_HINT = re.compile(r"\(([^()]{2,})\)$")

_JOINTS = "・=＝"

# 3番 of ３番　根岸拓君
_SEAT = re.compile(r"\d{1,3}番$")


@dataclass(frozen=True, slots=True)
class Designation:
    """The parts of words that point to somebody, in keys; "" where not printed.

    *posts* are posts and roles, *unit* is that of a post (総務課 of 総務課長), and
    *places* are bodies beside the name. *strange* is what stands between surname
    and title and may be part of another name: 土佐 of 西土佐委員 for 西.
    *hints* are words in brackets behind it, which may be short for a body: 林タクシー.
    *printed* is the text with its kanji as they stand: 渡邊 is no 渡邉.
    """

    text: str
    surname: str = ""
    given: str = ""
    initial: str = ""
    posts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unit: str = ""
    strange: str = ""
    hints: tuple[str, ...] = ()
    printed: str = ""


def read_designation(
    text: str, people: Iterable[Listed], gazetteer: Gazetteer
) -> Designation:
    """Return what *text*, a label or a mention, says of the person it means.

    A person's name counts where it stands first: 小暮部長（橘委員代理） is 小暮.
    """
    words = _MARKS.sub("", gazetteer.fold(text))
    if proxy := _BY_PROXY.match(words):
        words = proxy.group("who")
    found = _first_name(words, people, gazetteer)
    if found is None:
        return Designation(words, posts=read_titles(words, gazetteer))
    place, surname, name = found
    before, after = words[:place], words[place + len(surname) :]
    read = Designation(words, surname=surname, printed=key(text))
    if name.given and after.lstrip(_JOINTS).startswith(name.given):
        read = replace(read, given=name.given)  # キム・ヨンス of キム ヨンス, too
        after = after.lstrip(_JOINTS)[len(name.given) :]
    elif name.given and before.rstrip(_JOINTS).endswith(name.given):
        read = replace(read, given=name.given)
        before = before.rstrip(_JOINTS).removesuffix(name.given)
    initial = _INITIAL.match(after)
    titled = initial and gazetteer.title_prefix(initial.group(1))
    if initial and not read.given and not titled:
        read = replace(read, initial=initial.group(1))
        after = after[initial.end() :]
    read = replace(read, hints=tuple(_HINT.findall(after)))
    tail = read_tail(surname + read.given, after, gazetteer)
    before = before.strip("()").rstrip(_JOINTS)
    return _with_tail(read, tail, before, gazetteer)


def _with_tail(
    read: Designation, tail: Tail, before: str, gazetteer: Gazetteer
) -> Designation:
    """Return *read* with the titles and the body on either side of the name."""
    posts = (*tail.titles, *read_titles(before, gazetteer))
    return replace(
        read,
        posts=tuple(dict.fromkeys(posts)),
        places=tuple(filter(None, (before,))),
        unit=tail.unit,
        strange=tail.strange,
    )


def _first_name(
    words: str, people: Iterable[Listed], gazetteer: Gazetteer
) -> tuple[int, str, Listed] | None:
    """Return the first place of a roster name with the surname that stands there.

    What a title follows counts first, and a full name before a surname. The start
    of a name whose split is not known counts last, and only with a title after it:
    黒姫委員 of 黒姫誠司.
    """
    best: tuple[tuple[int, bool, int, int], str, Listed] | None = None
    for one in people:
        for rank, name, surname in _names(one):
            place = _place(words, name, one, gazetteer)
            if place is None:
                continue
            after = words[place + len(name) :]
            if rank == _START and not gazetteer.title_prefix(after):
                continue
            order = (place, not _ends(after, gazetteer), rank, -len(name))
            if best is None or order < best[0]:
                best = order, surname, one
    return (best[0][0], *best[1:]) if best else None


def _ends(after: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name ends before *after*: 東海 does not in 東海林委員."""
    return not after or after[0] in "()、," or bool(gazetteer.title_prefix(after))


def _place(words: str, name: str, one: Listed, gazetteer: Gazetteer) -> int | None:
    """Return where *name* first stands as a name: the second 林 of 東西林業林社長."""
    if name not in words:
        return None  # spares a pattern for each name of a long roster
    for found in re.finditer(re.escape(name), words):
        before = words[: found.start()]
        if _ends_post(before, name, gazetteer):
            continue
        if _may_precede(before, one, gazetteer):
            return found.start()
    return None


def _ends_post(before: str, name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is the end of a post: 長 of 議会事務局長."""
    return (
        len(name) == 1
        and bool(before)
        and gazetteer.post_suffix(before + name) is not None
    )


def _may_precede(before: str, one: Listed, gazetteer: Gazetteer) -> bool:
    """Tell whether a name begins after *before*: no 林 does in 小林委員.

    会長橘一葉, 政府参考人（橘一葉君）, ３番根岸拓君, 西都大学橘教授, 西都大学・橘教授.
    """
    if not before or before[-1] in "(、,のは" or _SEAT.search(before):
        return True
    before = before.rstrip(_JOINTS)
    if before in one.places or _ends_in_given(before, one):
        return True
    if len(before) == 1:
        return False
    ending = gazetteer.ending(before)
    return bool(
        read_titles(before, gazetteer)
        or gazetteer.organization(before)
        or gazetteer.legal_form(before)
        or (ending and not ending.place)
    )


def _ends_in_given(before: str, one: Listed) -> bool:
    """Tell whether a foreign name goes on after *before*: ジョン・."""
    return bool(one.given) and before.rstrip(_JOINTS).endswith(one.given)


def _names(one: Listed) -> Iterator[tuple[int, str, str]]:
    """Yield the names of a person with their rank and the surname in them."""
    if one.given:
        yield _FULL, one.surname + one.given, one.surname
    if one.surname:
        yield _SURNAME, one.surname, one.surname
    for start in one.starts:
        yield _START, start, start
