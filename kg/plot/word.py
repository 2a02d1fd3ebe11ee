"""Say what a plot says, in the reader's language."""

import json
from collections.abc import Collection, Iterable, Mapping
from importlib.resources import files

from kg.model import Held, Seating

Words = Mapping[str, str]


def read_words(language: str) -> Words:
    """Return the words of plots in *language*, ja or en."""
    file = files("kg.plot") / "words" / f"{language}.json"
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def source_line(words: Words, seating: Seating, meetings: Collection[Held]) -> str:
    """Return what a plot rests on: documents, days, and the version of the data."""
    days = sorted(one.day for one in meetings if one.day)
    documents = {name for one in meetings for name in one.documents}
    return words["source"].format(
        documents=len(documents),
        meetings=len(meetings),
        first=days[0] if days else words["unknown"],
        last=days[-1] if days else words["unknown"],
        version=seating.version or words["unknown"],
    )


def left_out(words: Words, kind: str, rule: str, shown: int, total: int) -> list[str]:
    """Return the sentence on what a picture leaves out, if it does."""
    if shown == total:
        return []
    sentence = words["left-out"].format(
        kind=words[f"{kind}-kind"] if f"{kind}-kind" in words else words[kind],
        total=total,
        shown=shown,
        rule=words[f"left-out-{rule}"],
    )
    return [sentence]


def told_apart(words: Words, names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return *names* by id, with numbers where two ids bear one name.

    Nobody has decided that they are one, so that they are two rows.
    """
    ids: dict[str, list[str]] = {}
    for one, name in dict(names).items():
        ids.setdefault(name, []).append(one)
    return {
        one: name
        if len(found) == 1
        else name + words["same-name"].format(n=found.index(one) + 1)
        for name, found in ids.items()
        for one in found
    }


def namesakes(words: Words, names: Mapping[str, str]) -> list[str]:
    """Return the sentence on those that bear one name, where *names* has any."""
    mark = words["same-name"].format(n=1)
    found = any(name.endswith(mark) for name in names.values())
    return [words["same-name-note"]] * found


def letters(position: int) -> str:
    """Return the letter of a group: A to Z, then AA.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    tens, ones = divmod(position, 26)
    return (letters(tens - 1) if tens else "") + chr(ord("A") + ones)
