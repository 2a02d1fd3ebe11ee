"""Say who is meant by a role alone: 座長, 副会長."""

import re
from collections.abc import Sequence

from kg.entity.decision import Decision
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.model import Candidate, Clue, Role

_HEADS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})

# 前の委員長, 元会長, 次期座長; not 以前座長が, この前座長が
_ANOTHER = re.compile(
    r"""(?:(?<![一-鿿])(?<![こそ]の)(?<!少し)(?:前|元|旧|次|次期|新|初代|歴代|当時|先代|別|他|ほか)
        |(?:以前|当時|歴代|別|他))の?$""",
    re.VERBOSE,
)

# 委員長の互選, 会長及び副会長の選出, 副委員長に阿波委員を指名
_ELECTED = re.compile(
    r"""(?:(?:及び|と|・|、)[^ぁ-ん、。]{2,6})?
        (?:の(?:互選|選出|選任|選挙|指名)|を(?:互選|選出|選任|選挙|置)
        |に(?:は)?[^。]{1,20}を(?:互選|選出|選任|指名|推薦))
        |は(?:、)?別の""",
    re.VERBOSE,
)

# 根岸町の会長, 県の審議会の会長; not 本会議の座長
_OF = re.compile(r"(?P<body>[^ぁ-ん、。「」()\s]{1,20})の$")
_OF_PLACE = re.compile(r"[国都道府県市区町村省庁]の[^ぁ-ん、。]{1,12}の$")


def holder_of(word: str, people: Sequence[Listed], gazetteer: Gazetteer) -> Decision:
    """Return the one person of the roster who has the role of *word*: 座長.

    Who bears the very word comes before others of the same role.
    """
    known = gazetteer.role(word)
    if known is None or known.role not in _HEADS:
        return Decision(None, (), f"{word} is no role that one person has")
    wanted = gazetteer.fold(word)
    same = [p for p in people if gazetteer.fold(p.role_word) == wanted]
    role = [p for p in people if p.role is known.role]
    candidates = tuple(
        Candidate(
            one.person.id,
            (Clue("role", 1.0, f"{one.person.label}: sits there as {word}"),),
        )
        for one in same or role
    )
    if len(candidates) == 1:
        return Decision(
            candidates[0].entity, candidates, f"the only {word} of the record"
        )
    reason = (
        f"{len(candidates)} people are {word}" if candidates else f"no {word} is listed"
    )
    return Decision(None, candidates, reason)


def means_another(before: str, after: str, council: str, gazetteer: Gazetteer) -> str:
    """Say why a role between *before* and *after* is nobody's of this meeting, or "".

    前の委員長 was another, 根岸町の会長 is one of another body than *council*, and
    an office to be filled (委員長の互選) is nobody yet.
    """
    if _ANOTHER.search(before):
        return "it is said of somebody else, earlier or later"
    if _ELECTED.match(after):
        return "the office is meant, not who holds it"
    of = _OF.search(before)
    body = gazetteer.fold(of.group("body")) if of else ""
    if not body or body.startswith(gazetteer.near) or council.endswith(body):
        return ""
    generic = any(body.endswith(word) for word in gazetteer.nominal)
    ending = gazetteer.ending(body)
    if _OF_PLACE.search(before) or (ending and not generic):
        return f"it is said of {body}"
    return ""
