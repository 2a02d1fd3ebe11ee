"""Read who is listed at a meeting, each with posts, role, status, mode and proxy."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from kg.diff.listed import UNKNOWN, Axis, Listed, Post, Roster
from kg.diff.lookup import Row, ask, basis_of, gather
from kg.graph import Store
from kg.graph.iris import span_of
from kg.graph.vocabulary import CODE, GJR, PROV, SCHEMA

_T = TypeVar("_T")
_MODES = {
    str(SCHEMA.OnlineEventAttendanceMode): "online",
    str(SCHEMA.OfflineEventAttendanceMode): "in-person",
}


_STATUSES = {
    str(CODE["status-present"]): "present",
    str(CODE["status-absent"]): "absent",
}
_CAPACITIES = {
    str(CODE["capacity-proxy"]): "proxy",
    str(CODE["capacity-regular"]): "self",
}


def read_roster(store: Store, meeting: str) -> Roster:
    """Return who is listed at *meeting* (an IRI) in any of its documents."""
    rows: dict[str, list[Row]] = {}
    for row in ask(store, "roster", meeting=[meeting]):
        rows.setdefault(row["agent"], []).append(row)
    axes = _read_axes(store, meeting)
    posts = _read_posts(store, meeting)
    own = _read_own(store, meeting)
    people = {
        agent: _listed(agent, found, axes, posts, own) for agent, found in rows.items()
    }
    proxies: dict[str, list[str]] = {}
    for agent, one in people.items():
        for principal in one.principals:
            proxies.setdefault(principal, []).append(agent)
    return Roster(
        people,
        _read_represented(store, meeting, people, proxies),
        {principal: tuple(found) for principal, found in proxies.items()},
        _headings(axes) or _edges(people),
    )


def _headings(axes: Mapping[tuple[str, str], Axis]) -> tuple[str, ...]:
    """Return the spans of the headings that the rows stand under."""
    group = str(GJR.attendeeGroup)
    return _unique(
        span for (_, axis), read in axes.items() if axis == group for span in read.spans
    )


def _read_represented(
    store: Store,
    meeting: str,
    people: Mapping[str, Listed],
    proxies: Mapping[str, Iterable[str]],
) -> dict[str, Listed]:
    """Return for whom proxies sat; their own rows, if any, say the rest."""
    found: dict[str, Listed] = {}
    for row in ask(store, "principals", meeting=[meeting]):
        key = row["principal"]
        spans = [span for one in proxies.get(key, ()) for span in people[one].spans]
        found[key] = Listed(
            id=key,
            name=row["name"],
            label=row["label"],
            family=row.get("family", ""),
            given=row.get("given", ""),
            spans=_unique(spans),
        )
    return found


def _edges(people: Mapping[str, Listed]) -> tuple[str, ...]:
    """Return the spans of the first and the last row of a roster without headings."""
    rows = [one.spans for one in people.values() if one.spans]
    return _unique((*rows[0], *rows[-1])) if rows else ()


def _key(row: Row) -> str:
    """Return what tells a row from that of another document of the meeting."""
    return f"{row['document']} {row['attendance']}"


def _read_axes(store: Store, meeting: str) -> dict[tuple[str, str], Axis]:
    """Return how each axis of each row is known."""
    found: dict[tuple[str, str], Axis] = {}
    for row in ask(store, "readings", meeting=[meeting]):
        place = (_key(row), row["axis"])
        spans = found.get(place, UNKNOWN).spans
        more = (row["span"],) if "span" in row else ()
        found[place] = Axis("", basis_of(row["basis"]), (*spans, *more))
    return found


def _read_own(store: Store, meeting: str) -> dict[str, tuple[str, ...]]:
    """Return the spans of each row itself: those that hold the name in it.

    What else a row rests on are marks, headings and legends, of other rows too.
    """
    all_spans: dict[str, dict[str, None]] = {}
    own: dict[str, dict[str, None]] = {}
    for row in ask(store, "rows", meeting=[meeting]):
        all_spans.setdefault(_key(row), {})[row["span"]] = None
        if "named" in row and _holds(row["span"], row["named"]):
            own.setdefault(_key(row), {})[row["span"]] = None
    return {name: tuple(own.get(name, spans)) for name, spans in all_spans.items()}


def _holds(outer: str, inner: str) -> bool:
    """Tell whether the span *outer* (an IRI) holds the span *inner*."""
    one, other = span_of(outer), span_of(inner)
    if one is None or other is None or one[0] != other[0]:
        return False
    return other[1] in one[1]


def _read_posts(store: Store, meeting: str) -> dict[str, tuple[Post, ...]]:
    """Return the posts of each row, in its order."""
    rows = ask(store, "posts", meeting=[meeting])
    bodies = sorted({row["organization"] for row in rows if "organization" in row})
    wholes = gather(
        ask(store, "ancestors", organization=bodies), "organization", "whole"
    )
    posts: dict[str, dict[str, Post]] = {}
    for row in rows:
        body = row.get("organization", "")
        posts.setdefault(_key(row), {})[row["membership"]] = Post(
            body,
            row.get("organizationName", ""),
            row.get("written") or row.get("role", ""),
            frozenset(wholes.get(body, ())),
        )
    return {name: tuple(found.values()) for name, found in posts.items()}


def _listed(
    agent: str,
    rows: list[Row],
    axes: Mapping[tuple[str, str], Axis],
    posts: Mapping[str, tuple[Post, ...]],
    own: Mapping[str, tuple[str, ...]],
) -> Listed:
    """Return *agent* as all of its *rows* show it."""
    first = rows[0]
    keys = tuple(dict.fromkeys(_key(row) for row in rows))
    words = [row.get("roleWord") or row.get("roleName", "") for row in rows]

    def axis(name: str, column: str, values: Mapping[str, str] | None = None) -> Axis:
        given = {row.get(column, "") for row in rows}
        if len(given) != 1:
            return UNKNOWN
        value = given.pop()
        read = [axes[key, name] for key in keys if (key, name) in axes]
        return Axis(
            value if values is None else values.get(value, ""),
            read[0].basis if read else None,
            _unique(span for one in read for span in one.spans),
        )

    return Listed(
        id=agent,
        name=first["name"],
        label=first["label"],
        family=first.get("family", ""),
        given=first.get("given", ""),
        posts=_unique(post for key in keys for post in posts.get(key, ())),
        role=axis(str(PROV.hadRole), "role"),
        role_word=words[0],
        status=axis(str(GJR.status), "status", _STATUSES),
        mode=axis(str(GJR.attendanceMode), "mode", _MODES),
        proxy=axis(str(GJR.capacity), "capacity", _CAPACITIES),
        principals=_unique(row["principal"] for row in rows if "principal" in row),
        spans=_unique(span for key in keys for span in own.get(key, ())),
    )


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return *values*, each once and in order."""
    return tuple(dict.fromkeys(values))
