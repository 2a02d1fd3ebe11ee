"""Say in what capacity the speaker of a statement speaks, as far as labels tell."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.model import Attribution, Minutes, Role, Statement
from kg.resources import data_path

ANSWERERS = frozenset({Role.SECRETARIAT, Role.OFFICIAL, Role.WITNESS, Role.EXPERT})
"""Those whom members ask."""

CHAIRS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})

_MARKS = re.compile(r"^[○◯〇●◎\s#*_・【\[〔〈<(]+|[】\]〕〉>)\s:：*_]+$")
_BRACKET = re.compile(r"[(〔\[][^)〕\]]*[)〕\]]?")
_SEAT = re.compile(r"\d{1,3}番(?:議員|委員)?")


@lru_cache(maxsize=2)
def read_speakers(*, alone: bool) -> dict[str, Role]:
    """Return the words for speakers that data/discourse/speakers.toml adds.

    *alone* chooses those that have to be all of a label.
    """
    path = data_path() / "discourse" / "speakers.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        word: Role(row["role"])
        for row in table["speaker"]
        if bool(row.get("alone")) is alone
        for word in row["words"]
    }


def read_capacities(minutes: Minutes, gazetteer: Gazetteer) -> dict[int, Role | None]:
    """Return the capacity of each statement's speaker, by place in the list.

    None where the record withholds the speaker, or the label says nothing of it.
    """
    rows: dict[str, set[Role]] = {}
    for attendee in minutes.attendees:
        if attendee.name and attendee.role:
            names = (attendee.name.text, attendee.name.family or "")
            for name in filter(None, names):
                rows.setdefault(gazetteer.fold(name), set()).add(attendee.role.value)
    known = {name: next(iter(roles)) for name, roles in rows.items() if len(roles) == 1}
    return {
        place: _capacity(statement, known, gazetteer)
        for place, statement in enumerate(minutes.statements)
    }


def _capacity(
    statement: Statement, rows: Mapping[str, Role], gazetteer: Gazetteer
) -> Role | None:
    """Return the capacity that the label of *statement* gives, or the roster."""
    if statement.attribution is Attribution.WITHHELD or not statement.label:
        return None
    if statement.attribution is Attribution.ORGANIZATION:
        return Role.OFFICIAL
    whole = gazetteer.fold(statement.label)
    before = _BRACKET.sub("", _MARKS.sub("", whole)) or whole
    return read_label(before, gazetteer) or rows.get(before.removesuffix("君"))


def read_label(label: str, gazetteer: Gazetteer) -> Role | None:
    """Return the capacity in the words of *label*, a name taken off or not.

    委員長 of 委員長(橘一葉君) and of 橘委員長; 財政課長 is an official.
    """
    added = read_speakers(alone=False)
    alone = added.get(label) or read_speakers(alone=True).get(label)
    known = gazetteer.role(label)
    if alone or known:
        return alone or (known.role if known else None)
    if _SEAT.match(label):
        return Role.MEMBER
    if place := gazetteer.role_suffix(label) or gazetteer.role_prefix(label):
        return place.word.role
    for word, role in added.items():
        if label.endswith(word) or label.startswith(word):
            return role
    if gazetteer.post_suffix(label):
        return Role.OFFICIAL
    return Role.MEMBER if label.endswith(("君", "議員")) else None
