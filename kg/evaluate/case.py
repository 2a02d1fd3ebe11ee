"""Read the cases of the tests: an invented record, and what a reader finds in it."""

import re

from kg.evaluate.attendee import Record, read_people
from kg.evaluate.expected import Expected
from kg.evaluate.score import Fact, Wanted, choice, fact, wanted

# must_not: "speaker:小暮委員=小暮律", "attend:入沢常之", "meeting.ordinal:31"
_RULE = re.compile(r"(?P<rule>[a-z_]+)(?:\.(?P<part>[a-z]+))?:(?P<words>.+)")
_FIELDS = {
    "person": "people",
    "attend": "present",
    "speaker": "speakers",
    "mode": "mode",
    "role": "role_word",
    "proxy": "proxy",
    "proxy_for": "principal",
    "affiliation": "affiliation",
    "alias": "aliases",
    "meeting": "meeting",
}


_OF_A_RECORD = (
    "meeting",
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
        "meeting": _meeting,
        "meetings": _meetings,
        "people": read_people,
        "organizations_attending": _organizations,
        "absent_unnamed_count": _absences,
        "speakers": _speakers,
        "agenda": _agenda,
        "materials": _handouts,
        "statement_count": _count,
        "aliases": _aliases,
        "edges": _edges,
        "groups": _groups,
        "entities": _mentions,
    }
    wanted_facts: dict[str, tuple[Wanted, ...]] = {}
    for name, read in readers.items():
        if name in record:
            wanted_facts |= read(record)
    if "meetings" in record:
        wanted_facts |= _attended(record)
        once = {name: dict.fromkeys(facts) for name, facts in wanted_facts.items()}
        wanted_facts = {name: tuple(facts) for name, facts in once.items()}
    if "people" in record:
        wanted_facts.setdefault("organizations_attending", ())
    return Expected(
        wanted=wanted_facts,
        allowed={
            "edges": frozenset(fact(*edge) for edge in record.get("edges_accept", ())),
            **_open_mentions(record),
        },
        forbidden=_forbidden(record),
    )


def _meeting(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the head of the record; what is null must not be found."""
    meeting = record["meeting"]
    facts = [fact(name, value) for name, value in meeting.items() if value is not None]
    return {"meeting": tuple(wanted(one) for one in facts)}


def _meetings(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the heads of several meetings in one file."""
    heads = (_meeting({"meeting": meeting}) for meeting in record["meetings"])
    return {"meeting": tuple(one for head in heads for one in head["meeting"])}


def _attended(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return which of several meetings each person attended, by number or day."""
    rows = [row for row in record.get("people", ()) if "meeting_index" in row]
    facts: list[Wanted] = []
    for row in rows:
        meeting = record["meetings"][row["meeting_index"]]
        known = [meeting[name] for name in ("ordinal", "date") if meeting.get(name)]
        names = (row["name"], *row.get("name_accept", ()))
        facts.append(wanted(*(fact(name, word) for name in names for word in known)))
    return {"attended": tuple(facts)} if facts else {}


def _organizations(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the rows that name an organization and no person."""
    rows = record["organizations_attending"]
    facts = (fact(row["name"], row["role_kind"]) for row in rows)
    return {"organizations_attending": tuple(wanted(one) for one in facts)}


def _absences(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the number of absences without names."""
    return {"unnamed_absences": (wanted(fact(record["absent_unnamed_count"])),)}


def _speakers(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the labels of statements, whom they mean, and how they name them."""
    rows = record["speakers"]
    return {
        "speaker_labels": tuple(wanted(fact(row["label"])) for row in rows),
        "speakers": tuple(wanted(fact(row["label"], meaning(row))) for row in rows),
        "attribution": tuple(
            wanted(
                *(
                    fact(row["label"], kind)
                    for kind in (row["attribution"], *row.get("attribution_accept", ()))
                )
            )
            for row in rows
            if row["attribution"] != "withheld"
        ),
    }


def meaning(row: Record) -> str:
    """Return whom a label or a mention means, else who it could mean, or nobody."""
    name = row.get("person") or row.get("entity")
    if name:
        return str(name)
    return choice(row.get("candidates") or ())


def _agenda(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the titles of the agenda."""
    return {"agenda_titles": tuple(wanted(fact(one)) for one in record["agenda"])}


def _handouts(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the handouts, and whether everybody may read them."""
    rows = record["materials"]
    facts = (fact(row["title"], row["public"]) for row in rows)
    return {"handout_titles": tuple(wanted(one) for one in facts)}


def _count(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the number of statements."""
    return {"statement_count": (wanted(fact(record["statement_count"])),)}


def _aliases(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the short forms that the text defines."""
    rows = record["aliases"]
    facts = (fact(row["form"], row["organization"]) for row in rows)
    return {"aliases": tuple(wanted(one) for one in facts)}


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
        if rule is None or rule["rule"] not in _FIELDS:
            continue
        words = (
            rule["words"].split("=") if rule["rule"] != "meeting" else [rule["words"]]
        )
        if rule["part"]:
            words = [rule["part"], *words]
        if words[-1] == "any":
            words = words[:-1]
        rules.setdefault(_FIELDS[rule["rule"]], []).append(fact(*words))
    return {name: tuple(facts) for name, facts in rules.items()}
