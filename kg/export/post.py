"""Find the words in which a row prints an affiliation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.text import Normalized, normalize

_APART = re.compile(r"[\W_付]{0,3}")
"""What may stand between unit and post, （副長官補室）付; no name: 政策部 橘部長."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Post:
    """One affiliation: *top* organization as printed, *units*, the post."""

    top: str | None
    units: tuple[str, ...]
    post: str | None


def read_post(row: Row, organizations: Mapping[str, Row]) -> Post:
    """Return one post with the path of its organization, from the top."""
    path: list[Row] = []
    key = row.get("organization", "")
    while key in organizations and organizations[key] not in path:
        path.insert(0, organizations[key])
        key = organizations[key].get("parent", "")
    written = row.get("roleAsWritten") or row.get("role")
    if not path:
        return Post(None, (), written)
    names = tuple(step["name"] for step in path)
    return Post(path[0].get("legal") or names[0], names[1:], written)


def printed_post(post: Post, line: str) -> str:
    """Return units and post as *line* prints them, a shared character once.

    The first units may stand on a line above (〃).

    >>> printed_post(Post("架空省", ("政策局",), "局長"), "田中 実　架空省政策局長")
    '政策局長'
    >>> printed_post(Post("架空省", ("甲局", "企画室"), "室付"), "同　企画室付　渚 葵")
    '甲局企画室付'
    """
    words = [*post.units, post.post] if post.post else list(post.units)
    whole = "".join(words)
    if not words or post.post is None:
        return whole
    view = normalize(line)
    places = _places(post.units, view.text)
    if places is None or (post.units and not any(places)):
        return whole
    before, start, end = _cut(view, [place for place in places if place])
    found = _find(post.post, view.text, max(start, end - len(post.post)))
    between = view.text[end : max(end, found.start())] if found else ""
    if found is None or (post.units and not _APART.fullmatch(between)):
        return whole
    above = "".join(
        unit for unit, place in zip(post.units, places, strict=True) if not place
    )
    first = start if any(places) else found.start()
    return above + _squeeze(before + view.source(first, found.end()))


def _places(units: Sequence[str], text: str) -> list[tuple[int, int] | None] | None:
    """Return where *text* prints each unit, None for those of a line above.

    None in all where one is missing behind another that is printed.
    """
    places: list[tuple[int, int] | None] = []
    for unit in units:
        last = places[-1] if places else None
        found = _find(unit, text, last[1] if last else 0)
        if found is None and last:
            return None
        places.append(found.span() if found else None)
    return places


def _cut(view: Normalized, places: Sequence[tuple[int, int]]) -> tuple[str, int, int]:
    """Return what a name cuts off before the last units, and where these stand.

    海辺病院 / 橘 一葉 / 事務部長: 海辺病院, and the place of 事務部.
    """
    before, start, end = "", 0, 0
    for position, (begins, ends) in enumerate(places):
        if position and not _APART.fullmatch(view.text[end:begins]):
            before += view.source(start, end)
            start = begins
        start, end = (start if position else begins), ends
    return before, start, end


def affiliation(posts: Sequence[Post], line: str) -> tuple[list[str], list[str]]:
    """Return the affiliations and the positions of a row.

    The first organization is the affiliation; a post elsewhere is given with its
    organization before it, so that one can tell which post is where.
    """
    affiliations: list[str] = []
    positions: list[str] = []
    for post in posts:
        words = printed_post(post, line)
        if post.top is not None and not affiliations:
            affiliations.append(post.top)
        elif post.top is not None and post.top != affiliations[0]:
            words = _overlapped(post.top, words, line)
        if words and words not in positions:
            positions.append(words)
    return affiliations, positions


def _overlapped(top: str, words: str, line: str) -> str:
    """Return organization and post as *line* prints them: 鳴瀬市長, once 市.

    >>> _overlapped("鳴瀬市", "市長", "市長会（鳴瀬市長）")
    '鳴瀬市長'
    """
    squeezed = _squeeze(normalize(line).text)
    for size in range(min(len(top), len(words)), 0, -1):
        shared = top + words[size:]
        if top.endswith(words[:size]) and shared in squeezed:
            return shared
    return top + words


def _find(words: str, text: str, start: int) -> re.Match[str] | None:
    """Find *words* in *text*, whatever blanks the record puts between them."""
    letters = normalize(re.sub(r"\s", "", words)).text
    pattern = re.compile(r"\s*".join(map(re.escape, letters)))
    return pattern.search(text, start)


def _squeeze(words: str) -> str:
    """Return *words* without the blanks inside."""
    return re.sub(r"\s", "", words)
