"""Add who spoke under a surname in a record that lists nobody of that side.

Records of a council whose list is on another sheet (別紙のとおり) print no more of
those who came than ○内野会長, ○加賀谷照明政策課長.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kg.minutes.affiliation import read_affiliations
from kg.minutes.attribution import OF_PLACES
from kg.minutes.called import surname_cuts
from kg.minutes.foreign import NameReading
from kg.minutes.half import printed_whole
from kg.minutes.lexicon import PLACES, Lexicon
from kg.minutes.line import Line, Piece
from kg.minutes.name import person_name
from kg.model import Attendee, Basis, Grounded, Mode, Role, Status
from kg.morphology import boundaries, is_common, is_place
from kg.text import key

_BRACKETED = re.compile(r"(?P<outer>[^()]{2,12})\((?P<inner>[^()]+)\)")
_GUESSED = re.compile(r"[一-鿿々ヶ]{2,3}")
# heads of offices that are called after places: 荒川河川事務所長, 山口支店長
_LOCAL = re.compile(r"(?:[所署場園館校院]|支部|支店|支社)長(?:補佐|代理)?$")
_LOCAL_UNIT = re.compile(
    r"(?:[所署場園館校院台局駅港]|支部|支店|支社)長(?:補佐|代理)?$"
)
_COUNCIL = frozenset({Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.EXPERT})
# a list of オブザーバー and 参考人 says nothing of the officials who came
_GUESTS = frozenset({Role.OBSERVER, Role.WITNESS})
# ○片山社長, who came to be heard: no list of officials says who of companies came
_OF_COMPANY = re.compile(r"(?:社長|執行役員|取締役|専務|常務|頭取)$")


class Side(Enum):
    """On which side of the table somebody sat."""

    COUNCIL = auto()
    OFFICE = auto()
    GUESTS = auto()


@dataclass(frozen=True, slots=True)
class Called:
    """A label that calls somebody: a surname, and the title that goes with it.

    *role* is a word for a role, *post* a unit with its post, one of them at least.
    """

    label: Piece
    surname: Piece
    role: Piece | None = None
    post: Piece | None = None

    @property
    def title(self) -> str:
        """The words beside the surname, as a key."""
        return key("".join(piece.text for piece in (self.role, self.post) if piece))


def with_unlisted(
    attendees: Sequence[Attendee],
    labels: Iterable[Piece],
    lines: Sequence[Line],
    lexicon: Lexicon,
) -> tuple[Attendee, ...]:
    """Return *attendees* with those whom *labels* call by a surname and a title.

    Where *lines*, those of the record, print several of them in full, their list was
    not read: a surname alone would be half of the truth.

    A list that names the members is taken as whole: a 委員 whom it lacks is left
    out, and so is an official where officials are listed. One surname with two
    titles may be two people or one who was elected, so it makes nobody.
    """
    present = [one for one in attendees if one.status.value is Status.PRESENT]
    listed = {side for one in present if one.name for side in _sides_of(one)}
    found: dict[str, list[Called]] = {}
    for label in labels:
        called = read_called_label(label, lexicon)
        if called and _side(called, lexicon) not in listed:
            found.setdefault(key(called.surname.text), []).append(called)
    titles = {
        surname: frozenset(call.title for call in calls)
        for surname, calls in found.items()
    }
    whole = printed_whole(titles, lines, lexicon)
    known = list(attendees)
    for surname, calls in found.items():
        one_title = len({call.title for call in calls}) == 1
        if surname in whole:
            continue
        if one_title and not _may_be_listed(surname, attendees, lexicon):
            added = _attendee(calls[0], lexicon)
            known.append(replace(added, position=len(known) + 1))
    return tuple(known)


def read_called_label(label: Piece, lexicon: Lexicon) -> Called | None:
    """Return whom *label* calls: 橘委員, 橘課長, 橘照明政策課長, 事務局(橘課長)."""
    bracketed = _BRACKETED.fullmatch(label.text)
    if bracketed is None:
        return _called(label, label, lexicon)
    outer, inner = label.match(bracketed, "outer"), label.match(bracketed, "inner")
    if lexicon.group_role(outer.text) is None and lexicon.role(outer.text) is None:
        return None
    if lexicon.is_surname(inner.text):
        return Called(label, inner, outer)
    called = _called(label, inner, lexicon)
    return replace(called, role=outer) if called and called.role is None else None


def _called(label: Piece, piece: Piece, lexicon: Lexicon) -> Called | None:
    """Return surname and title of *piece*, None where they part in no one way.

    岡部会長 is 岡 部会長 or 岡部 会長.
    """
    text = piece.text
    for supports in (_is_known, _is_guessed):
        ways = [
            cut
            for cut in range(1, len(text))
            if _is_title(text, cut, lexicon) and supports(text[:cut], lexicon)
        ]
        if ways:
            break
    cuts = ways or _unit_cuts(text, lexicon)
    if len(cuts) != 1:
        return None
    name, title = piece.part(0, cuts[0]), piece.part(cuts[0])
    if lexicon.title(title.text):
        return Called(label, name, role=title)
    return Called(label, name, post=title)


def _is_title(text: str, cut: int, lexicon: Lexicon) -> bool:
    """Tell whether `text[cut:]` is a title that goes with a surname before it.

    山口支店長 and 大和市長 are called after the place.
    """
    name, title = text[:cut], text[cut:]
    if lexicon.title(title):
        return True
    if lexicon.post_suffix(text) != title or title in OF_PLACES or is_common(name):
        return False
    return not (_LOCAL.search(title) and is_place(name))


def _unit_cuts(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Return where a surname ends before a unit and its post: 橘|照明政策課長.

    Not 荒川|河川事務所長, an office named after a place, nor 渡辺|沢|農産企画課長,
    where the lone letter may be the surname's, nor 渡|辺沢農産企画課長.
    """
    cuts = surname_cuts(text, lexicon)
    for cut in cuts:
        whole = lexicon.post_suffix(text[cut:]) == text[cut:]
        torn = not whole and cut + 1 in boundaries(text)
        longer = any(lexicon.is_surname(text[:end]) for end in range(cut + 1, 5))
        if torn or longer or (_LOCAL_UNIT.search(text) and is_place(text[:cut])):
            return ()
    return cuts


def _is_known(name: str, lexicon: Lexicon) -> bool:
    """Tell whether *name* is a surname, and none that names an office too."""
    return lexicon.is_surname(name) and name not in PLACES


def _is_guessed(name: str, lexicon: Lexicon) -> bool:
    """Tell whether *name* before a word for a role is a surname no dictionary has.

    佐伯川 of 佐伯川部会長 begins with one, 中央会 of 中央会会長 with a common word.
    """
    if not _GUESSED.fullmatch(name) or is_common(name):
        return False
    first = min(boundaries(name))
    if first == len(name) or is_common(name[:first]):
        return False
    return lexicon.is_surname(name[:first]) and not lexicon.ends_organization(name)


def _side(called: Called, lexicon: Lexicon) -> Side:
    """Return on which side the title puts somebody."""
    if called.post and _OF_COMPANY.search(called.post.text):
        return Side.GUESTS
    role = lexicon.role(called.role.text) if called.role else None
    return _side_of(role)


def _side_of(role: Role | None) -> Side:
    """Return the side of *role*, that of the officials for none."""
    if role in _GUESTS:
        return Side.GUESTS
    return Side.COUNCIL if role in _COUNCIL else Side.OFFICE


def _sides_of(attendee: Attendee) -> frozenset[Side]:
    """Return on which side the roster puts somebody: either, where it gives no role."""
    if attendee.role is None:
        return frozenset(Side)
    return frozenset({_side_of(attendee.role.value)})


def _may_be_listed(
    surname: str, attendees: Sequence[Attendee], lexicon: Lexicon
) -> bool:
    """Tell whether a name of the list begins with *surname*, in any form of kanji."""
    fold = lexicon.gazetteer.fold
    names = (fold(one.name.text) for one in attendees if one.name)
    return any(name.startswith(fold(surname)) for name in names)


def _attendee(called: Called, lexicon: Lexicon) -> Attendee:
    """Return somebody who spoke, known by a surname alone."""
    word = called.role
    role = (lexicon.role(word.text) or lexicon.group_role(word.text)) if word else None
    posts = read_affiliations((called.post,), (), lexicon) if called.post else ()
    surname = called.surname
    return Attendee(
        position=0,
        row=called.label.span,
        as_written=called.label.raw,
        name=person_name((surname,), NameReading(1)),
        status=Grounded(Status.PRESENT, Basis.INFERRED, (called.label.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
        role=Grounded(role, Basis.STATED, (word.span,)) if role and word else None,
        role_word=word.text if role and word else None,
        affiliations=posts,
    )
