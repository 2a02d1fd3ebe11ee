"""Read who a speaker says to be at the start (大和裕子です)."""

import re
from collections.abc import Sequence

from kg.entity.decision import Decision
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue

# 大和裕子です, 委員の大和裕子でございます, 大和 裕子と申します
_WHO = re.compile(
    r"""^[\s「]*(?:(?:はい|議長|委員長|座長)[、。])?(?:私は、?)?
        (?:[^、。\s]{1,20}の)?(?P<name>[^、。]{3,12}?)
        (?:です|でございます|であります|と申し)""",
    re.VERBOSE,
)


def who_says_so(
    text: str, people: Sequence[Listed], gazetteer: Gazetteer
) -> Decision | None:
    """Return the one of *people* whose whole name begins *text*, or None.

    A surname alone decides nothing: the label has given it already.
    """
    said = _WHO.match(text)
    if said is None:
        return None
    name = gazetteer.fold(said.group("name"))
    fits = [one for one in people if one.given and one.surname + one.given == name]
    if len(fits) != 1:
        return None
    clue = Clue("introduction", 5.0, f"{fits[0].person.label}: says so of oneself")
    candidate = Candidate(fits[0].person.id, (clue,))
    return Decision(candidate.entity, (candidate,), "the speaker gives the whole name")
