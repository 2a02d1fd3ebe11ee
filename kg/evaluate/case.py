"""Read the cases of the tests: an invented record, and what a reader finds in it."""

import re
from collections.abc import Iterator

from kg.evaluate.accept import Record, answer, answers, items, titled
from kg.evaluate.anaphor import wanted_anaphors
from kg.evaluate.attendee import MODES, read_people
from kg.evaluate.expected import Expected
from kg.evaluate.head import read_attended, read_head
from kg.evaluate.label import meaning, read_speakers
from kg.evaluate.roster import HEAD
from kg.evaluate.score import Fact, Wanted, fact, wanted
from kg.text import key

# must_not: "speaker:小暮委員=小暮律", "attend:入沢常之", "meeting.ordinal:31"
_RULE = re.compile(r"(?P<rule>[a-z_]+)(?:\.(?P<part>[a-z]+))?:(?P<words>.+)")

# 架空市議会|企画常任委員会, 衆議院|地域金融委員会, 架空審議会|第２部会
_ABOVE = re.compile(r"(?:議会|議院|参議院|衆議院|審議会|分科会)(?=.)")

_FIELDS = {
    "person": "people",
    "attend": "present",
    "speaker": "spoken",
    "mode": "mode",
    "role": "role_word",
    "proxy": "proxy",
    "proxy_for": "principal",
    "affiliation": "affiliation",
    "alias": "aliases",
}

_KINDS = (
    "chair",
    "deputy chair",
    "member",
    "expert",
    "observer",
    "witness",
    "secretariat",
    "official",
)
"""The kinds of roles in a meeting."""

_OF_A_RECORD = (
    *(f"meeting_{name}" for name in HEAD),
    "people",
    "speaker_labels",
    "agenda_titles",
    "handout_titles",
)


def read_case(record: Record) -> Expected:
    """Return what the *record* of a case expects; a key left out is not scored."""
    if record.get("refused"):
        return Expected(wanted=dict.fromkeys(_OF_A_RECORD, ()), refused=True)
    readers = {
        "meeting": read_head,
        "meetings": read_head,
        "people": read_people,
        "organizations_attending": _organizations,
        "absent_unnamed_count": _absences,
        "speakers": read_speakers,
        "agenda": _agenda,
        "materials": _handouts,
        "statement_count": _count,
        "aliases": _aliases,
        "edges": _edges,
        "groups": _groups,
        "entities": _mentions,
        "anaphors": wanted_anaphors,
    }
    wanted_facts: dict[str, tuple[Wanted, ...]] = {}
    for name, read in readers.items():
        if name in record:
            wanted_facts |= read(record)
    if "meetings" in record:
        wanted_facts |= read_attended(record)
    if "people" in record:
        wanted_facts.setdefault("organizations_attending", ())
    return Expected(
        wanted=wanted_facts,
        allowed={
            "edges": frozenset(fact(*edge) for edge in record.get("edges_accept", ())),
            "agenda_titles": frozenset(
                fact(t) for t in record.get("agenda_accept", ())
            ),
            **_open_mentions(record),
        },
        forbidden=_forbidden(record),
        sits=frozenset(key(name) for name in sitting_bodies(record)) - _named(record),
    )


def _organizations(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the rows that name an organization and no person.

    Where the case names no kind of role, any is right.
    """
    rows = record["organizations_attending"]
    return {
        "organizations_attending": tuple(
            wanted(
                *(
                    fact(name, kind)
                    for name in answers(row, "name")
                    for kind in items(row.get("role_kind")) or ("", *_KINDS)
                ),
                optional=bool(row.get("optional")),
            )
            for row in rows
        )
    }


def _absences(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the number of absences without names; none is not told."""
    numbers = answers(record, "absent_unnamed_count")
    told = [number for number in numbers if number]
    forms = wanted(*(fact(number) for number in told), optional=0 in numbers)
    return {"unnamed_absences": (forms,) if told else ()}


def _agenda(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the titles of the agenda."""
    rows = [titled(row) for row in record["agenda"]]
    return {"agenda_titles": tuple(answer(row, "title") for row in rows)}


def _handouts(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the handouts, and those that not everybody may read."""
    rows = record["materials"]
    closed = [row for row in rows if False in _public(row)]
    return {
        "handout_titles": tuple(answer(row, "title") for row in rows),
        "handouts_closed": tuple(
            wanted(
                *answer(row, "title").forms,
                optional=len(set(_public(row))) > 1,
            )
            for row in closed
        ),
    }


def _public(row: Record) -> list[bool]:
    """Return whether everybody may read a handout, in all right answers."""
    return [row["public"], *items(row.get("public_accept"))]


def _count(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the number of statements."""
    return {"statement_count": (answer(record, "statement_count"),)}


def _aliases(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the short forms that the text defines."""
    rows = record["aliases"]
    return {
        "aliases": tuple(
            wanted(
                *(fact(row["form"], name) for name in answers(row, "organization")),
                optional=bool(row.get("optional")),
            )
            for row in rows
        )
    }


def _edges(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the organizations of the roster and their parents."""
    return {"edges": tuple(wanted(fact(*edge)) for edge in record["edges"])}


def _groups(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the headings of the roster; one without a row is in no graph."""
    rows = (*record["people"], *record.get("organizations_attending", ()))
    used = {row["group"] for row in rows}
    return {
        "groups": tuple(
            wanted(fact(name), optional=name not in used) for name in record["groups"]
        )
    }


def _mentions(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the people and bodies that the discussion names."""
    rows = [row for row in record["entities"] if row["entity"] or row["candidates"]]
    return {
        "mentions": tuple(wanted(fact(*_place(row))) for row in rows),
        "mention_entities": tuple(
            wanted(fact(*_place(row), meaning(row))) for row in rows
        ),
    }


def _named(record: Record) -> frozenset[str]:
    """Return the names of bodies that the case annotates."""
    rows = record.get("entities", ())
    return frozenset(key(row["text"]) for row in rows)


def sitting_bodies(record: Record) -> Iterator[str]:
    """Yield what the text may call the body that sits, which is not annotated.

    架空市議会企画常任委員会 calls itself 企画常任委員会 too.
    """
    for head in (record.get("meeting"), *record.get("meetings", ())):
        for name in answers(head, "body") if head and "body" in head else ():
            parts = str(name or "").split()
            for start in range(len(parts)):
                yield "".join(parts[start:])
            whole = "".join(parts)
            for cut in _ABOVE.finditer(whole):
                yield whole[cut.end() :]


def _open_mentions(record: Record) -> dict[str, frozenset[Fact]]:
    """Return the places of mentions that nobody can decide."""
    places = frozenset(
        fact(*_place(row))
        for row in record.get("entities", ())
        if not row["entity"] and not row["candidates"]
    )
    return {"mentions": places, "mention_entities": places}


def _place(row: Record) -> tuple[int, int]:
    """Return where a mention stands."""
    return row["start"], row["start"] + len(row["text"])


def _forbidden(record: Record) -> dict[str, tuple[Fact, ...]]:
    """Return the wrong answers that the case names, and its traps."""
    rules: dict[str, list[Fact]] = {
        "mention_texts": [fact(surface) for surface in record.get("traps", ())]
    }
    for text in record.get("must_not", ()):
        rule = _RULE.fullmatch(text)
        if rule is None:
            continue
        head = rule["rule"] == "meeting"
        field = f"meeting_{rule['part']}" if head else _FIELDS.get(rule["rule"])
        if field is None:
            continue
        words = [rule["words"]] if head else rule["words"].split("=")
        # speaker:any: no label may mean anybody
        words = words[:-1] if words[-1] == "any" else words
        if field == "mode":
            words = [words[0], *(MODES[word] for word in words[1:])]
        rules.setdefault(field, []).append(fact(*words))
    return {name: tuple(facts) for name, facts in rules.items()}
