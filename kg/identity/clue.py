"""Say what speaks for or against two sightings being one person, one by one.

Each function compares two rows in one respect, the earlier row first, and returns a
`Clue` whose feature names what was found and whose detail are the words or numbers
it was found in; None where the rows say nothing. The scores are 1: what a feature
weighs is learnt from labelled pairs (`kg.identity.weigh`).
"""

from functools import lru_cache

from kg.identity.feature import JAPANESE, Feature
from kg.identity.look import Look
from kg.identity.name import agreement
from kg.identity.rank import rank
from kg.model import Clue, Role

LEADS = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR})
"""Seats of which a council has one."""
NEAR_MEETINGS = 3
NEAR_DAYS = 400
_YEAR_DAYS = 365
_FAR_DAYS = 6 * _YEAR_DAYS
_FEW_OTHERS = 3
_HALF = 0.5
_NEARLY_ALL = 0.8
_STEP_YEARS = 2
"""Years that a step of the ladder of posts takes at least, on the average."""


@lru_cache(maxsize=1 << 15)
def make_clue(feature: Feature, detail: str, score: float = 1.0) -> Clue:
    """Return a clue; the same one for the same words, since many rows share it."""
    return Clue(feature.value, score, detail)


def explain(clue: Clue, language: str) -> str:
    """Return a clue in words of *language*, "ja" or "en", with its detail.

    >>> explain(make_clue(Feature.SAME_POST, "教授"), "ja")
    '役職が一致: 教授'
    """
    words = JAPANESE[Feature(clue.feature)] if language == "ja" else clue.feature
    return f"{words}: {clue.detail}" if clue.detail else words


def days_apart(left: Look, right: Look) -> int | None:
    """Return the days between two sightings, None where a date is missing."""
    if left.day is None or right.day is None:
        return None
    return abs(left.day - right.day)


def name_clue(left: Look, right: Look) -> Clue:
    """Compare the names as printed, then without what print and time change.

    Old and new forms of one kanji (髙 高), characters that scans confuse (末 未),
    the order of foreign words, katakana for Latin letters, a surname printed as
    旧姓. A surname alone says little, and another name excludes.
    """
    found = agreement(left.form, right.form)
    if found in {Feature.SAME_NAME, Feature.SURNAME}:
        return make_clue(found, left.form.raw)
    return make_clue(found, f"{left.seen.label} / {right.seen.label}")


def organization_clue(left: Look, right: Look) -> Clue | None:
    """Compare the organizations, whatever they were called at the time.

    防衛庁 and 防衛省 are one, as the register knows. Of several organizations in a
    row one in common is enough. Nothing is said where a row prints none.
    """
    if not left.bodies or not right.bodies:
        return None
    tops = " / ".join(dict.fromkeys((*left.tops, *right.tops)))
    if left.bodies & right.bodies:
        return make_clue(Feature.SAME_ORGANIZATION, tops)
    return make_clue(Feature.OTHER_ORGANIZATION, tops)


def unit_clue(left: Look, right: Look) -> Clue | None:
    """Find a unit in common below the top: 総務課, 工学系研究科.

    A common unit speaks for one person only inside one organization, since every
    ministry has a 大臣官房.
    """
    shared = left.units & right.units
    if not shared or not left.bodies & right.bodies:
        return None
    return make_clue(Feature.SAME_UNIT, min(shared))


def post_clue(left: Look, right: Look) -> Clue | None:
    """Find the same post in both rows: 教授 and 教授, 課長 and 課長."""
    shared = left.posts & right.posts
    return make_clue(Feature.SAME_POST, min(shared)) if shared else None


def career_clue(left: Look, right: Look) -> Clue | None:
    """Ask whether the later post can follow the earlier one.

    課長補佐, then 課長 is a career; 局長, then 係長 is not; nor is 係長, then 局長
    within a year, but for a 部長 who leaves to be 社長 elsewhere. Posts of
    different ladders (教授, 局長) say nothing.
    """
    if left.posts & right.posts or left.day is None or right.day is None:
        return None
    earlier, later = sorted((left, right), key=lambda look: look.day or 0)
    years = abs(left.day - right.day) / _YEAR_DAYS
    moved = left.bodies and right.bodies and not left.bodies & right.bodies
    for before in sorted(earlier.posts):
        for after in sorted(later.posts):
            first, second = rank(before), rank(after)
            if not first or not second or first[0] != second[0]:
                continue
            steps = second[1] - first[1]
            detail = f"{before} → {after}"
            if steps < 0:
                return make_clue(Feature.FALL, detail)
            if steps > 1 and not moved and steps * _STEP_YEARS > years + _STEP_YEARS:
                return make_clue(Feature.LEAP, detail)
            return make_clue(Feature.RISE, detail)
    return None


def council_clue(left: Look, right: Look) -> Clue | None:
    """Find both rows in rosters of one council."""
    seen = left.seen
    if seen.council is None or seen.council != right.seen.council:
        return None
    return make_clue(Feature.SAME_COUNCIL, seen.council_name or "")


def role_clue(left: Look, right: Look) -> Clue | None:
    """Compare the roles: a chair may have been a member, an official rarely is one.

    Observers and witnesses (参考人) may be anybody: they say nothing.
    """
    if left.member is None or right.member is None:
        return None
    words = [look.seen.role_word or look.seen.role or "" for look in (left, right)]
    if left.member is right.member:
        found = Feature.MEMBERS if left.member else Feature.OFFICIALS
        return make_clue(found, " / ".join(dict.fromkeys(words)))
    return make_clue(Feature.OTHER_ROLE, " / ".join(words))


def seat_clue(left: Look, right: Look) -> Clue | None:
    """Find both rows in the one seat of the chair, or of the deputy, of a council."""
    one, other = left.seen, right.seen
    if one.role not in LEADS or one.role is not other.role:
        return None
    if one.council is None or one.council != other.council:
        return None
    return make_clue(Feature.SAME_SEAT, one.role_word or "")


def time_clue(left: Look, right: Look) -> Clue | None:
    """Measure how near in time the rows are, in meetings of one council or in days.

    Posts change with the years, so what is near and alike is one person sooner.
    """
    days = days_apart(left, right)
    meetings = abs(left.meeting - right.meeting)
    council = left.seen.council is not None and left.seen.council == right.seen.council
    if council and meetings <= NEAR_MEETINGS and (days is None or days <= NEAR_DAYS):
        return make_clue(Feature.NEAR_MEETING, str(meetings))
    if days is None:
        return None
    if days <= _YEAR_DAYS:
        return make_clue(Feature.NEAR_TIME, "")
    if days > _FAR_DAYS:
        return make_clue(Feature.FAR, str(days // _YEAR_DAYS))
    return None


def company_clue(
    left: Look, right: Look, near: frozenset[str], there: frozenset[str]
) -> Clue | None:
    """Find the same other people in both rosters, by the keys of their names.

    *near* and *there* are the full names in the two rosters. In one council half of
    all must agree; in two councils three others are seldom chance.
    """
    if left.roster == right.roster:
        return None
    own = {left.form.key, right.form.key}
    shared = (near & there) - own
    council = left.seen.council == right.seen.council
    enough = _HALF * len((near | there) - own) if council else _FEW_OTHERS
    if len(shared) < max(enough, 1):
        return None
    all_others = council and len(shared) >= _NEARLY_ALL * len((near | there) - own)
    found = Feature.SAME_ROSTER if all_others else Feature.SAME_OTHERS
    return make_clue(found, str(len(shared)))
