"""Write the facts of one document as a neutral JSON object."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from kg.export.lookup import ask
from kg.export.post import affiliation, read_post
from kg.graph import Store
from kg.text import key

Row = Mapping[str, str]

# ○鈴木委員： → 鈴木委員
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


def export_facts(store: Store, *documents: str) -> dict[str, object]:
    """Return the facts of *documents* (IRIs), else of all that are in *store*.

    A file with several records (saved from the Diet's API) is several documents.
    """
    wanted = {"document": documents} if documents else {}
    found = ask(store, "meetings", **wanted)
    order = {document: place for place, document in enumerate(documents)}
    meetings = sorted(found, key=lambda row: order.get(row["document"], 0))
    if not meetings:
        return {"refused": "no record of a meeting is in the graph"}
    sources = tuple(dict.fromkeys(row["document"] for row in meetings))
    heads = [_meeting(row) for row in meetings]
    nodes = [row["meeting"] for row in meetings]
    organizations = {
        row["organization"]: row
        for row in ask(store, "organizations", document=sources)
    }
    facts: dict[str, object] = {"meeting": heads[0]}
    if len(heads) > 1:
        facts["meetings"] = heads
    facts["people"] = [
        *_people(store, nodes, organizations),
        *_others(store, sources),
    ]
    facts["speakers"] = _speakers(store, nodes)
    facts["agenda"] = [row["title"] for row in ask(store, "agenda", meeting=nodes)]
    facts["materials"] = _handouts(store, nodes)
    facts["mentions"] = _mentions(store, sources, nodes)
    facts["aliases"] = _aliases(store, sources, organizations)
    counts = ask(store, "statements", meeting=nodes)
    total = int(counts[0]["count"])
    facts["themes"] = _themes(store, nodes)
    absences = meetings[0].get("absences")
    facts["absent_unnamed_count"] = None if absences is None else int(absences)
    facts["statement_count"] = total
    facts["orgs"] = [row["qualified"] for row in organizations.values()]
    return facts


def write_facts(facts: Mapping[str, object]) -> str:
    """Return *facts* as JSON text."""
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _meeting(row: Row) -> dict[str, object]:
    """Return the head of one meeting; what is not printed is null."""
    number = row.get("number")
    day, _, start = row.get("start", "").rpartition("T")
    if "-" in start:
        day, start = start, ""
    return {
        "body": row.get("body"),
        "ordinal": None if number is None else int(number),
        "date": day or None,
        "start": start[:5] or None,
        "end": row.get("end", "").partition("T")[2][:5] or None,
        "venue": row.get("venue"),
    }


def _people(
    store: Store, meetings: Sequence[str], organizations: Mapping[str, Row]
) -> Iterable[dict[str, object]]:
    """Return everybody whom the rosters list."""
    for index, meeting in enumerate(meetings):
        posts: dict[str, list[Row]] = {}
        for row in ask(store, "posts", meeting=[meeting]):
            posts.setdefault(row["attendance"], []).append(row)
        for row in ask(store, "people", meeting=[meeting]):
            held = [
                read_post(post, organizations)
                for post in posts.get(row["attendance"], ())
            ]
            places, positions = affiliation(held, row.get("written", ""))
            person: dict[str, object] = {
                "name": row["name"],
                "affiliation": places[0] if places else None,
                "positions": positions,
                "role": _role(row),
                "group": row.get("group"),
                "mode": _mode(row),
                "proxy": row.get("capacity", "").endswith("-proxy"),
                "proxy_for": row.get("principal"),
                "status": "attendance",
            }
            if len(meetings) > 1:
                person["meeting_index"] = index
            yield person


def _role(row: Row) -> str | None:
    """Return the word for the role: as printed, else the heading that gave it."""
    if "roleWord" in row:
        return row["roleWord"]
    return row.get("group", row.get("roleName")) if "role" in row else None


def _mode(row: Row) -> str | None:
    """Fold status and mode into one word."""
    if row.get("status", "").endswith("-absent"):
        return "absent"
    if row.get("mode", "").endswith("/OnlineEventAttendanceMode"):
        return "web"
    if row.get("mode", "").endswith("/OfflineEventAttendanceMode"):
        return "in_person"
    return None


def _others(store: Store, documents: Sequence[str]) -> Iterable[dict[str, object]]:
    """Return the people whom no roster lists.

    For whom a proxy sat was not there; anybody else is only written about.
    """
    for row in ask(store, "others", document=documents):
        if row["principal"] == "true":
            yield {"name": row["name"], "mode": "absent", "status": "attendance"}
        else:
            yield {"name": row["name"], "status": "mentioned"}


def _speakers(store: Store, meetings: Sequence[str]) -> list[dict[str, object]]:
    """Return every label that a statement has, with the one whom it means."""
    return [
        {
            "label": row["label"],
            "person": row.get("speaker"),
            "attribution": row["attribution"].rpartition("-")[2],
        }
        for row in ask(store, "speakers", meeting=meetings)
    ]


def _handouts(store: Store, meetings: Sequence[str]) -> list[dict[str, object]]:
    """Return the handouts, and whether everybody may read them."""
    return [
        {"title": row["title"], "public": row["access"].endswith("/PUBLIC")}
        for row in ask(store, "handouts", meeting=meetings)
    ]


def _mentions(
    store: Store, documents: Sequence[str], meetings: Sequence[str]
) -> list[dict[str, object]]:
    """Return the words that name people, each form and meaning once.

    A label whose speaker is open (○鈴木委員, of two) is such a mention too.
    """
    people: dict[tuple[str, str, str], str | None] = {}
    candidates: dict[tuple[str, str, str], list[str]] = {}
    for row in ask(store, "mentions", document=documents):
        place = (row["document"], row["start"], row["text"])
        people[place] = row.get("person")
        if "candidate" in row:
            candidates.setdefault(place, []).append(row["candidate"])
    for row in ask(store, "candidates", meeting=meetings):
        place = ("", row["statement"], _MARKS.sub("", row["label"]))
        people[place] = None
        candidates.setdefault(place, []).append(row["candidate"])
    mentions: list[dict[str, object]] = [
        {
            "text": place[-1],
            "person": person,
            "candidates": sorted(candidates.get(place, [])),
        }
        for place, person in people.items()
    ]
    unique = {json.dumps(mention, ensure_ascii=False): mention for mention in mentions}
    return list(unique.values())


def _aliases(
    store: Store, documents: Sequence[str], organizations: Mapping[str, Row]
) -> list[dict[str, object]]:
    """Return the other names of organizations that are more than their paths."""
    aliases: list[dict[str, object]] = []
    for row in ask(store, "aliases", document=documents):
        organization = organizations[row["organization"]]
        full = organization.get("legal") or organization["qualified"]
        known = {key(organization[name]) for name in ("name", "qualified")}
        if key(row["form"]) not in known | {key(full)}:
            aliases.append({"form": row["form"], "organization": full})
    return aliases


def _themes(store: Store, meetings: Sequence[str]) -> list[dict[str, object]]:
    """Return the themes, most salient first, with all that they stand under."""
    rows = ask(store, "themes", meeting=meetings)
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["theme"], row)
    broader: dict[str, list[str]] = {}
    for row in ask(store, "broader", theme=list(first)):
        broader.setdefault(row["theme"], []).append(row["name"])
    return [
        {
            "ja": row["name"],
            "broader": broader.get(theme, []),
            "salience": row["salience"],
        }
        for theme, row in first.items()
    ]
