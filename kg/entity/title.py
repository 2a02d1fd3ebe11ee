"""Say what a printed post or role says for or against a candidate."""

from collections.abc import Sequence

from kg.entity.designation import Designation
from kg.entity.listed import Listed
from kg.gazetteer import Gazetteer
from kg.gazetteer.entry import RoleWord
from kg.model import Clue, Role

_MORE, _SAME, _NONE, _DOUBT, _AGAINST = 2.0, 1.0, 0.0, -0.5, -6.0

_SEATED = frozenset(
    {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.EXPERT, Role.OBSERVER}
)
"""Those who are called 委員 or 構成員 in the room, whatever else they are."""

_CALLED_IN = frozenset({Role.OFFICIAL, Role.WITNESS, Role.SECRETARIAT})
"""Those who are never called 委員: 林政府参考人 is not meant by 林委員."""

_OWN = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER})
"""Those who are no officials: a 議員 without a printed post is no 課長."""

_LESSER = frozenset("副准助元前")
"""副大臣 is no 大臣, and 准教授 no 教授."""

_SHORT = frozenset({"常務", "専務"})
"""Posts that are called by their start: 常務 of 常務理事 and of 常務取締役."""

_STATE = "国務"
"""国務大臣 is what the records call each minister: 国土交通大臣."""

_MINISTERS = ("大臣", "政務官")

_OFFICE = (
    *_MINISTERS, "局長", "部長", "課長", "室長", "次長", "次官", "長官", "審議官",
    "参事官", "企画官", "補佐", "係長", "副知事", "教育長", "事務局長", "所長", "院長",
    "館長", "校長", "園長", "署長", "参事", "参与", "主査", "主幹", "会計管理者",
    "消防長", "監査委員", "管理者", "監", "事務長",
)  # fmt: skip
"""Posts in an administration, which a roster prints with whoever holds them."""

_LOCAL = ("市長", "町長", "村長", "区長", "町会長", "村会長")
"""三浦市長 may be the mayor of 三浦市, and 根岸町会長 heads a 町会."""

STANDING_IN = frozenset({"代理", "代理人", "代理者", "代理出席者"})
"""Words for who sits there for somebody else: 小暮代理."""


def holds(one: Listed, word: str) -> bool:
    """Tell whether somebody has the post or role *word*, in whole or by its end.

    課長 is 照明政策課長, and 常務 is 常務理事.
    """
    wanted = word.removeprefix(_STATE) if word.endswith("大臣") else word
    for held in (*one.posts, one.role_word, one.group):
        if held == word or (word in _SHORT and held.startswith(word)):
            return True
        before = held.removesuffix(wanted)
        if before != held and before[-1:] not in _LESSER:
            return True
    return False


def is_barred(
    words: Designation, one: Listed, people: Sequence[Listed], gazetteer: Gazetteer
) -> bool:
    """Tell whether a title rules somebody out: no 政府参考人 is a 林委員.

    A given name, or its first character, is stronger than a title.
    """
    given = words.given or words.initial
    if given and one.given.startswith(given):
        return False
    for word in words.posts:
        role = gazetteer.role(word)
        if role is None or holds(one, word):
            continue
        if role.role is Role.MEMBER and (
            one.role in _CALLED_IN or _sits_apart(one, people)
        ):
            return True
        if role.role in {Role.OFFICIAL, Role.WITNESS} and one.role in _OWN:
            minister = word.endswith(_MINISTERS)
            if not (minister and one.posts):
                return True
    return False


def _sits_apart(one: Listed, people: Sequence[Listed]) -> bool:
    """Tell whether the roster lists *one* by a post, in no group of the members.

    Below 法人：架空研究機構　部長　橘 一葉 and 委員：小暮 律 no 橘委員 is that 部長.
    """
    if one.role is not None or not one.posts or not one.group:
        return False
    groups = {other.group for other in people if other.role is Role.MEMBER}
    return bool(groups) and one.group not in groups


def title_clues(
    words: Designation, one: Listed, people: Sequence[Listed], gazetteer: Gazetteer
) -> tuple[Clue, ...]:
    """Return what each title beside the name says of *one* of *people*."""
    clues: list[Clue] = []
    for word in words.posts:
        role = gazetteer.role(word)
        name = one.person.label
        if word in STANDING_IN:
            proxy = one.attendee is not None and one.attendee.proxy.value
            score = _MORE if proxy else _AGAINST
            clues.append(Clue("role", score, f"{name}: {word} for somebody"))
        elif holds(one, word) and not _elsewhere(role, one, people):
            said = "sits there as" if role else "holds the post"
            clues.append(
                Clue("role" if role else "post", _MORE, f"{name}: {said} {word}")
            )
        elif role is None or word.endswith(_MINISTERS):
            clues.append(_post(word, one, people))
        else:
            clues.append(_role(word, role, one, people))
    if words.unit:
        clues.append(_unit(words.unit, one))
    return tuple(clues)


def _elsewhere(role: RoleWord | None, one: Listed, people: Sequence[Listed]) -> bool:
    """Tell whether a chair's title may be this meeting's, and not *one*'s post.

    加藤副会長 may be whom this meeting elected, and not the 副会長 of a 自治会, while
    the roster lists nobody as the deputy here.
    """
    if role is None or role.role not in {Role.CHAIR, Role.DEPUTY_CHAIR}:
        return False
    return one.role is not role.role and all(p.role is not role.role for p in people)


def _post(word: str, one: Listed, people: Sequence[Listed]) -> Clue:
    """Return what a post that *one* is not known to hold says."""
    name = one.person.label
    if not one.posts:
        if word.endswith(_LOCAL):
            return Clue("post", _AGAINST, f"{name}: {word} may be of a place")
        apart = one.role in _OWN and any(p.role in _CALLED_IN for p in people)
        bare = one.role in _OWN and not any(p.posts for p in people if p.role in _OWN)
        if (apart or bare) and word.endswith(_OFFICE):
            return Clue("post", _AGAINST, f"{name}: sits there without a post {word}")
        return Clue("post", _NONE, f"{name}: the roster gives no post")
    return Clue("post", _AGAINST, f"{name}: holds no post {word}")


def _role(word: str, known: RoleWord, one: Listed, people: Sequence[Listed]) -> Clue:
    """Return what a word for a role that is not printed with *one* says.

    A chair may be elected during the meeting, so who is none is in doubt only
    while nobody else is listed as one; 委員 is said of every member.
    """
    name, role = one.person.label, known.role
    if one.role is role and role is not Role.MEMBER:
        return Clue("role", _SAME, f"{name}: sits there in the role of {word}")
    if role is Role.MEMBER and one.role in _SEATED:
        score = _MORE if one.role is Role.MEMBER else _SAME
        return Clue("role", score, f"{name}: may be called {word}")
    if role is Role.CHAIR and any(other.role is role for other in people):
        return Clue("role", _AGAINST, f"{name}: somebody else is {word}")
    if role is Role.DEPUTY_CHAIR and one.role is Role.CHAIR:
        return Clue("role", _AGAINST, f"{name}: sits there as the chair")
    return Clue("role", _DOUBT, f"{name}: the roster does not say {word}")


def _unit(unit: str, one: Listed) -> Clue:
    """Return what the unit of a post says: 総務課 of 橘総務課長.

    It may be shortened, and it contradicts only a unit of the same sort.
    """
    name = one.person.label
    whole = "".join(sorted(one.places, key=len)[-1:])
    if any(place.endswith(unit) for place in one.places):
        return Clue("unit", _SAME, f"{name}: of {unit}")
    if not whole or whole[-1] != unit[-1] or in_order(unit, whole):
        return Clue("unit", _NONE, f"{name}: the roster does not say {unit}")
    return Clue("unit", _AGAINST, f"{name}: not of {unit}")


def in_order(letters: str, name: str) -> bool:
    """Tell whether *letters* stand in *name* in this order: 先材機構, 先端材料機構.

    >>> in_order("先材機構", "先端材料機構"), in_order("材先", "先端材料機構")
    (True, False)
    """
    rest = iter(name)
    return all(letter in rest for letter in letters)
