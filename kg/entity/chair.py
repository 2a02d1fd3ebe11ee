"""Say who chairs where a label says so alone: 座長, the elected one, or another."""

import re
from collections.abc import Sequence

from kg.entity.decision import Decision
from kg.entity.designation import Designation
from kg.entity.holder import holder_of
from kg.entity.listed import Listed
from kg.entity.office import is_present
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Minutes, Role

_FOR_A_WHILE = frozenset({"仮議長", "臨時議長", "仮座長", "仮委員長"})
"""Who presides until a chair is elected: the roster rarely says who."""

_MEMBER = r"(?:委員|構成員|議員|メンバー|氏|君|さん)?"
_CHOSEN = r"(?:互選|選出|選任|選ば|就任|指名|決定|推薦|お願い)"
_DEPUTY = re.compile(r"副|代理|職務|代行")


def find_chair(
    word: str, people: Sequence[Listed], minutes: Minutes, gazetteer: Gazetteer
) -> Decision:
    """Return the one whom the label *word* means throughout the record, or nobody.

    Where the roster has no chair, the record may say who was elected. Where the
    chair leaves the seat and no label tells who took it, the label may mean either.
    """
    present = [one for one in people if is_present(one)]
    if word in _FOR_A_WHILE:
        exact = [one for one in present if gazetteer.fold(one.role_word) == word]
        return holder_of(word, exact, gazetteer)
    found = holder_of(word, present, gazetteer)
    text = gazetteer.fold(minutes.document.text)
    if not found.candidates:
        return _elected(word, present, minutes, text, gazetteer) or found
    if found.entity and _is_left(word, minutes, text):
        deputies = [one for one in present if one.role is Role.DEPUTY_CHAIR]
        others = tuple(
            Candidate(
                one.person.id,
                (Clue("role", 1.0, f"{one.person.label}: may have taken the chair"),),
            )
            for one in deputies
        )
        reason = f"{word} left the seat to another"
        return Decision(None, (*found.candidates, *others), reason)
    return found


def find_changed(
    words: Designation, people: Sequence[Listed], ground_text: str, gazetteer: Gazetteer
) -> Decision | None:
    """Return who is called the chair that somebody else was at first, or None.

    橘会長 below 会長 小暮律 and 副会長 橘一葉（途中で会長に選出）: the record, or the
    row itself, says that the one person of this surname was elected.
    """
    chairs = [word for word in words.posts if is_chair(word, gazetteer)]
    same = [one for one in people if one.surname == words.surname]
    if len(chairs) != 1 or len(same) != 1 or words.given or words.initial:
        return None
    (word,), (one,) = chairs, same
    row = gazetteer.fold(one.attendee.as_written) if one.attendee else ""
    chosen = re.search(rf"(?<!副){re.escape(word)}(?:に|へ){_CHOSEN}", row)
    if not chosen and not _is_chosen(word, one, gazetteer.fold(ground_text), set()):
        return None
    clue = Clue("role", 1.0, f"{one.person.label}: was elected as {word}")
    candidate = Candidate(one.person.id, (clue,))
    return Decision(one.person.id, (candidate,), f"elected as {word} here")


def is_chair(word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether *word* is one for a chair: 会長, 委員長."""
    role = gazetteer.role(word)
    return role is not None and role.role is Role.CHAIR


def _is_left(word: str, minutes: Minutes, text: str) -> bool:
    """Tell whether the chair was handed over, and no label says to whom."""
    left = re.search(rf"{word}(?:が)?(?:退席|離席)|{word}と(?:交代|交替)", text)
    told = any(_DEPUTY.search(one.label or "") for one in minutes.statements)
    return left is not None and not told


def _elected(
    word: str,
    people: Sequence[Listed],
    minutes: Minutes,
    text: str,
    gazetteer: Gazetteer,
) -> Decision | None:
    """Return the one person who is said to be elected as *word*, if one is.

    橘委員が座長に選任された, 座長に橘委員を選出, and the label 橘座長.
    """
    labels = {gazetteer.fold(one.label or "") for one in minutes.statements}
    chosen = [one for one in people if _is_chosen(word, one, text, labels)]
    surnames = [one.surname for one in people]
    if len(chosen) != 1 or surnames.count(chosen[0].surname) != 1:
        return None
    one = chosen[0]
    clue = Clue("role", 1.0, f"{one.person.label}: was elected as {word}")
    candidate = Candidate(one.person.id, (clue,))
    return Decision(one.person.id, (candidate,), f"elected as {word} here")


def _is_chosen(word: str, one: Listed, text: str, labels: set[str]) -> bool:
    """Tell whether the record says that *one* was elected as *word*."""
    if not one.surname:
        return False
    name = rf"(?<![一-鿿]){re.escape(one.surname)}(?:{re.escape(one.given)})?{_MEMBER}"
    if f"{one.surname}{word}" in labels:
        return True
    return bool(
        re.search(rf"{name}(?:が|を)、?(?<!副){word}に{_CHOSEN}", text)
        or re.search(rf"(?<!副){word}(?:に|には|は)、?{name}[がをに]{_CHOSEN}", text)
    )
