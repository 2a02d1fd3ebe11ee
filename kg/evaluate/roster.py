"""Read the head of the record and the rows of the roster out of a store."""

from collections.abc import Callable, Iterable, Iterator

from kg.evaluate.moment import name_meeting, read_moment
from kg.evaluate.post import Row
from kg.evaluate.rows import rows_of
from kg.evaluate.score import Found, fact, found
from kg.graph import Store

HEAD = ("body", "ordinal", "date", "start", "end", "venue")
"""What the head of a record says; each is a field of its own: meeting_body."""

_MODES = {
    "OnlineEventAttendanceMode": "online",
    "OfflineEventAttendanceMode": "in-person",
}


def read_heads(store: Store) -> dict[str, list[Found]]:
    """Return the head of the record, each part as a field."""
    heads: dict[str, list[Found]] = {f"meeting_{name}": [] for name in HEAD}
    absences: list[Found] = []
    for row in rows_of(store, "meeting"):
        day, start = read_moment(row.get("start", ""))
        end = read_moment(row.get("end", ""))[1]
        body, number, venue = (row.get(name) for name in ("body", "number", "venue"))
        values = (body, number, day, start, end, venue)
        for name, value in zip(HEAD, values, strict=True):
            if value:
                heads[f"meeting_{name}"].append(found(fact(value)))
        if "absences" in row:
            absences.append(found(fact(row["absences"])))
    return {**heads, "unnamed_absences": absences}


def read_roster(store: Store) -> dict[str, list[Found]]:
    """Return the people on every axis, and the bodies that stand for people."""
    rows = rows_of(store, "roster")
    people = [row for row in rows if row["class"] == "person"]
    listed = {row["name"] for row in people}
    absent = {row["principal"] for row in people if "principal" in row} - listed
    proxies = [row for row in people if row.get("capacity", "").endswith("-proxy")]
    return {
        "people": [*_persons(people), *(found(fact(name)) for name in sorted(absent))],
        "attended": [name_meeting(row) for row in people],
        "present": [found(fact(r["name"])) for r in people if _mode(r) != "absent"],
        "group": _pairs(people, lambda row: row.get("group")),
        "groups": [found(fact(row["group"])) for row in rows if "group" in row],
        "role": _pairs(people, _role),
        "role_word": _pairs(people, _role_word),
        "mode": [
            *_pairs(people, _mode),
            *(found(fact(name, "absent")) for name in sorted(absent)),
        ],
        "proxy": [found(fact(row["name"])) for row in proxies],
        "principal": _pairs(people, lambda row: row.get("principal")),
        "organizations_attending": [
            found(fact(row["name"], _role(row) or ""))
            for row in rows
            if row["class"] == "organization"
        ],
    }


def _persons(rows: Iterable[Row]) -> Iterator[Found]:
    """Yield everybody by name; two people of one name are two."""
    for name in {row["agent"]: row["name"] for row in rows}.values():
        yield found(fact(name))


def _pairs(rows: Iterable[Row], value: Callable[[Row], str | None]) -> list[Found]:
    """Return the name in each row with its *value*, where there is one."""
    pairs = ((row["name"], value(row)) for row in rows)
    return [found(fact(name, word)) for name, word in pairs if word]


def _role(row: Row) -> str | None:
    """Return the kind of role: deputy chair."""
    code = row.get("role", "").partition("/meeting-role-")[2]
    return code.replace("-", " ") or None


def _mode(row: Row) -> str:
    """Fold status and mode into one word."""
    if row.get("status", "").endswith("-absent"):
        return "absent"
    return _MODES.get(row.get("mode", "").rpartition("/")[2], "unknown")


def _role_word(row: Row) -> str | None:
    """Return the word for the role of a row: as printed, else its heading."""
    return row.get("word") or (row.get("group") if "role" in row else None)
