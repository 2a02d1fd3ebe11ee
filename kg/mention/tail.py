"""Read the title that follows a name, in running text."""

from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.mention.boundary import stands_apart

_LONGEST_POST = 14

_ASSISTED = 3
"""理事補佐 is a post if 理事 is one."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a name: a post, a role or an honorific, ending at *end*."""

    word: str
    end: int
    honorific: bool


def read_tail(
    text: str, start: int, places: frozenset[int], gazetteer: Gazetteer
) -> Tail | None:
    """Return the longest post, role or honorific at *start*, if it ends a word."""
    for end in range(min(len(text), start + _LONGEST_POST), start, -1):
        word = text[start:end]
        role = gazetteer.roles.get(word)
        base = word.removesuffix("補佐") if len(word) > _ASSISTED else word
        post = base in gazetteer.posts or (role is not None and role.title)
        if not post and word not in gazetteer.honorifics:
            continue
        if word.endswith("委員") and text.startswith("会", end):
            continue  # 小|委員会: a body, though 小 is a surname
        if stands_apart(text, start, end, places | {start}):
            return Tail(word, end, honorific=not post)
    return None
