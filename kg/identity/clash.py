"""Say what one person cannot do: stand twice in one roster, be in two places."""

from kg.identity.clue import make_clue
from kg.identity.feature import Feature
from kg.identity.look import Look
from kg.model import Clue


def listed_twice(left: Look, right: Look) -> Clue | None:
    """Find two rows of one roster, which are two people.

    Only who is printed there with the very same full name in two capacities, in
    one organization or with none printed in one row (委員 above, 説明者 below; or
    in a row, and as the one whom a proxy stood for), may be one person. The 座長 of
    法学部 is not the 委員 of 理学部.
    """
    if left.roster != right.roster:
        return None
    same = left.form.key == right.form.key and left.form.full
    named_by_proxy = 0 in {left.seen.position, right.seen.position}
    capacities = left.seen.role != right.seen.role or named_by_proxy
    if same and capacities and _may_be_of_one(left, right):
        return None
    return make_clue(Feature.LISTED_TWICE, left.seen.council_name or "")


def _may_be_of_one(left: Look, right: Look) -> bool:
    """Tell whether two rows may be of one organization; of members, of one unit."""
    if left.member and right.member and left.units != right.units:
        return False
    if not left.bodies or not right.bodies:
        return left.member is right.member or None in {left.member, right.member}
    return bool(left.bodies & right.bodies)


def hour_clue(left: Look, right: Look) -> Clue | None:
    """Find two meetings at one hour, in both of which the person was present.

    Only where both print beginning and end; several councils may meet on one day.
    A 議事録 and a 議事要旨 of one meeting are two records of it, and no two places.
    """
    one, two = left.seen, right.seen
    if one.meeting == two.meeting or one.date is None or one.date != two.date:
        return None
    sitting = (one.council, one.number, one.start)
    if one.council and sitting == (two.council, two.number, two.start):
        return None
    if not (left.present and right.present):
        return None
    if not (one.start and one.end and two.start and two.end):
        return None
    if one.start >= two.end or two.start >= one.end or _leaves_early(left, right):
        return None
    return make_clue(Feature.TWO_PLACES, f"{max(one.start, two.start):%H:%M}")


def _leaves_early(left: Look, right: Look) -> bool:
    """Tell whether rows of two meetings at one hour print one and the same office.

    白峰大学 教授 in both: who leaves one meeting early, or comes late, is in the
    rosters of both.
    """
    office = left.posts & right.posts or left.units & right.units
    return bool(office and left.bodies & right.bodies)
