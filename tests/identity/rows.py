"""Read a sighting from a short row, so that a table of pairs can be read and written.

    2019-04-12 10:00-12:00 / 架空審議会 3 / 委員 / 橘 一葉（旧姓 小暮） / 白峰大学 工学部 / 教授 / 里山 律、…

Day and hours; council and number; role (欠席委員 did not come); name, with a blank
where family and given name part (one word is a surname alone, one in 「」 a name in
full whose parts nobody knows); organization from the top; post; others in the same
roster. `-` or nothing stands for what is not printed.
"""  # noqa: E501 — a row is one line

import datetime as dt
import re
from dataclasses import replace

from kg.model import Basis, PersonSighting, PostSighting, Role, Status
from kg.model.identifier import mint

_ROLES = {
    "座長": Role.CHAIR,
    "委員": Role.MEMBER,
    "欠席委員": Role.MEMBER,
    "参考人": Role.WITNESS,
    "オブザーバー": Role.OBSERVER,
    "事務局": Role.SECRETARIAT,
    "政府": Role.OFFICIAL,
}
_FOREIGN = re.compile("[A-Za-z]|[ァ-ヴー]{2,}")
_OTHERS = re.compile(r"（(?:旧姓 ?)?(?P<names>[^）]*)）$")
_OFFICE = re.compile("(?:大臣|長官)$")


def read_row(text, position=1, document=None):
    """Return the sighting of one row, then those who stand beside it."""
    cells = [cell.strip().strip("-") for cell in text.split(" / ")]
    when, council, role, name, organization, post, beside = (*cells, *[""] * 7)[:7]
    body, number, record = (*council.split(" "), "", "")[:3]
    day, _, hours = when.partition(" ")
    start, _, end = hours.partition("-")
    meeting = f"{body}/{number or day}{record and f'/{record}'}"
    seen = PersonSighting(
        key="",
        person="",
        document=document or meeting,
        meeting=meeting,
        position=position,
        council=mint("org", body) if body else None,
        council_name=body or None,
        number=int(number) if number else None,
        date=dt.date.fromisoformat(day) if day else None,
        start=dt.time.fromisoformat(start) if start else None,
        end=dt.time.fromisoformat(end) if end else None,
        role=_ROLES.get(role),
        role_word=role or None,
        status=Status.ABSENT if role.startswith("欠席") else Status.PRESENT,
        posts=_posts(organization, post),
        **_names(name),
    )
    others = [
        replace(seen, position=place, posts=(), **_names(other))
        for place, other in enumerate(filter(None, beside.split("、")), 100)
    ]
    return [_with_ids(one) for one in (seen, *others)]


def read_one(text, position=1, document=None):
    """Return the sighting of one row."""
    return read_row(text, position, document)[0]


def _posts(organization, post):
    """Return the posts of a row; ＋ parts several organizations and their posts."""
    pairs = zip(organization.split("＋"), [*post.split("＋"), *[""] * 5], strict=False)
    return tuple(
        PostSighting("", tuple(path.split()), word or None)
        for path, word in pairs
        if path.strip() or word
    )


def _names(text):
    """Return what a printed name says."""
    found = _OTHERS.search(text)
    others = tuple(found["names"].split("、")) if found else ()
    name = _OTHERS.sub("", text).strip()
    quoted = name.startswith("「")
    name = name.strip("「」")
    parts = name.split()
    foreign = bool(_FOREIGN.search(name))
    two = len(parts) == 2 and not foreign
    bare = len(parts) == 1 and not foreign and not quoted
    return {
        "name": name,
        "label": name if foreign else "".join(parts),
        "family": parts[0] if two else None,
        "given": parts[1] if two else None,
        "split": Basis.STATED if two else None,
        "surname_only": bare and not _OFFICE.search(name),
        "other_names": others,
    }


def _with_ids(seen):
    """Return *seen* with the ids that its record would give."""
    first = "\x1f".join(seen.posts[0].organization) if seen.posts else ""
    key = f"{seen.document}/{seen.position}/{seen.label}"
    return replace(seen, key=key, person=mint("person", f"{seen.label}\x1f{first}"))
