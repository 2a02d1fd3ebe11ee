"""Read minutes whose every fact was annotated with its place in the text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.evaluate.expected import Expected
from kg.evaluate.score import Fact, Wanted, fact, wanted

Record = Mapping[str, Any]
"""JSON as it was annotated: the border where its types are not known."""

_ROLES = {"members": "member", "experts": "expert", "government": "official"}
_NAMED = ("PERSON", "ORG")


def read_annotated(record: Record) -> Expected:
    """Return what the annotated *record* expects of each field."""
    people, agenda = record["people"], record["agenda"]
    return Expected(
        wanted={
            **_meeting(record["meeting"]),
            **_roster(record),
            "posts_strict": _each(_post(p["name"], a) for p, a in _posts(people)),
            "posts": tuple(_lenient(p, a) for p, a in _posts(people)),
            "edges": _each(_edges(record, listed=True)),
            **_agenda(record),
            **_statements(record),
            **_mentions(record),
            "themes": _each(_themes(record)),
        },
        allowed={
            "edges": frozenset({*_edges(record, listed=False), *_other_paths(people)}),
            **_other_mentions(record),
        },
        forbidden={"mention_texts": tuple(fact(t["surface"]) for t in record["traps"])},
        themes=frozenset(fact(theme["ja"])[0] for theme in record["themes"]),
        mentions_from=min(mention["start"] for mention in record["mentions"]),
        headings=frozenset(item["discussion_line"] for item in agenda),
        nominal=True,
    )


def _each(facts: Iterable[Fact]) -> tuple[Wanted, ...]:
    """Return *facts* as wanted in this form only."""
    return tuple(wanted(one) for one in facts)


def _meeting(meeting: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the head of the record, each part as a field."""
    values = {
        "body": meeting["series"],
        "ordinal": meeting["number"],
        "date": meeting["date"],
        "start": meeting["start"][11:16],
        "end": meeting["end"][11:16],
        "venue": meeting["place_as_written"],
    }
    return {f"meeting_{name}": _each([fact(value)]) for name, value in values.items()}


def _roster(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the people on every axis."""
    people = record["people"]
    groups = {group["id"]: group["name"] for group in record["groups"]}
    return {
        "people": _each(fact(p["name"]) for p in people),
        "group": _each(fact(p["name"], groups[p["group"]]) for p in people),
        "role": _each(fact(p["name"], _role(p)) for p in people),
        "mode": _each(fact(p["name"], p["mode"]) for p in people),
        "proxy": _each(fact(p["name"]) for p in people if p["proxy"]),
        "principal": (),
    }


def _role(person: Record) -> str:
    """Return the kind of role of a *person*."""
    return "chair" if person["chair"] else _ROLES[person["group"]]


def _posts(people: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield each post with its holder."""
    for person in people:
        for affiliation in person["affiliations"]:
            yield person, affiliation


def _post(name: str, affiliation: Record) -> Fact:
    """Return one post as it was decided."""
    path, role = affiliation["org_path"], affiliation["role"]
    return fact(name, "/".join(path), role, affiliation["appointment"] or "")


def _lenient(person: Record, affiliation: Record) -> Wanted:
    """Return one post with the other readings that were accepted.

    An alternative belongs to the post whose topmost organization it shares.
    """
    name, top = person["name"], affiliation["org_path"][0]
    appointment = affiliation["appointment"] or ""
    forms = [_post(name, affiliation)]
    for other in person.get("accepted_alternatives", ()):
        path = other["org_path"]
        if path[0].startswith(top) or top.startswith(path[0]):
            forms.append(fact(name, "/".join(path), other["role"], appointment))
    return wanted(*forms)


def _edges(record: Record, *, listed: bool) -> Iterator[Fact]:
    """Yield the organizations and their parents, *listed* in the roster or not."""
    names = {one["key"]: one["qualified_name"] for one in record["organisations"]}
    for one in record["organisations"]:
        if one["parent"] and one["in_attendance_list"] == listed:
            yield fact(one["qualified_name"], names[one["parent"]])


def _other_paths(people: Iterable[Record]) -> Iterator[Fact]:
    """Yield the organizations and their parents of the accepted alternatives."""
    for person in people:
        for other in person.get("accepted_alternatives", ()):
            path = other["org_path"]
            for end in range(2, len(path) + 1):
                yield fact(" ".join(path[:end]), " ".join(path[: end - 1]))


def _agenda(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return agenda items, who introduced them with what, and the handouts."""
    items = record["agenda"]
    return {
        "agenda": _each(fact(item["no"], item["title"]) for item in items),
        "presenters": tuple(
            wanted(*(fact(item["no"], form) for form in _names(record, name)))
            for item in items
            for name in item["presenters"]
        ),
        "handouts_used": _each(
            fact(item["no"], label) for item in items for label in item["materials"]
        ),
        "handouts": _each(
            fact(one["label"], one["title"], one["public"])
            for one in record["materials"]
        ),
    }


def _statements(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the statements, and the questions that they answer."""
    statements = record["statements"]
    return {
        "statements": _each(fact(s["agenda"], s["text"]) for s in statements),
        "speakers": (),
        "questions": _each(
            fact(s["agenda"], s["index"], s["question"])
            for s in statements
            if s["question"]
        ),
    }


def _mentions(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return the people and bodies that the text names.

    What the document alone cannot tell (QSTAR) is scored apart.
    """
    names = _entities(record)
    own = [m for m in record["mentions"] if _is_named(m) and m["basis"] != "world"]
    world = [m for m in record["mentions"] if _is_named(m) and m["basis"] == "world"]
    return {
        "mentions": _each(fact(m["start"], m["end"]) for m in own),
        "mention_entities": tuple(_meant(m, names) for m in own),
        "mentions_world": _each(fact(m["start"], m["end"]) for m in world),
        "mention_entities_world": tuple(_meant(m, names) for m in world),
    }


def _other_mentions(record: Record) -> dict[str, frozenset[Fact]]:
    """Return the places of mentions of other sorts (policies, events, 座長)."""
    places = frozenset(
        fact(m["start"], m["end"]) for m in record["mentions"] if not _is_named(m)
    )
    return {"mentions": places, "mention_entities": places}


def _is_named(mention: Record) -> bool:
    """Tell whether *mention* is of a person or a body."""
    return mention["type"] in _NAMED


def _meant(mention: Record, names: Mapping[str, tuple[str, ...]]) -> Wanted:
    """Return the place of *mention* with whom or what it means, by every name."""
    place = mention["start"], mention["end"]
    kind, _, name = mention["entity"].partition(":")
    known = names[name] if kind == "org" else (name,)
    return wanted(*(fact(*place, form) for form in known))


def _names(record: Record, name: str) -> set[str]:
    """Return *name* with all names of the organization that bears it."""
    bearers = [names for names in _entities(record).values() if name in names]
    return {name, *(other for names in bearers for other in names)}


def _entities(record: Record) -> dict[str, tuple[str, ...]]:
    """Return the names of each organization by its key."""
    return {
        one["key"]: (
            one["name"],
            one["qualified_name"],
            *one["aliases_in_document"],
            *one["aliases_world_knowledge"],
        )
        for one in record["organisations"]
    }


def _themes(record: Record) -> Iterator[Fact]:
    """Yield the statements and the themes that they touch."""
    for theme in record["themes"]:
        for place in theme["evidence"]:
            yield fact(place["agenda"], place["index"], theme["ja"])
