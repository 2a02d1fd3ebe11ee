"""Say a post in the ways in which a record could print it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Row = Mapping[str, str]
Path = tuple[tuple[str, str], ...]
"""An organization from the top, each step with its short and its legal name."""


def read_paths(rows: Iterable[Row]) -> dict[str, Path]:
    """Return the path of each organization in *rows*."""
    known = {row["organization"]: row for row in rows}
    paths: dict[str, Path] = {}
    for key in known:
        path: list[tuple[str, str]] = []
        seen: set[str] = set()
        step = key
        while step in known and step not in seen:
            seen.add(step)
            row = known[step]
            path.insert(0, (row["name"], row.get("legal", row["name"])))
            step = row.get("parent", "")
        paths[key] = tuple(path)
    return paths


def affiliation_forms(path: Path, roles: Iterable[str] = ()) -> set[str]:
    """Return the organization in words: the top alone, with a unit, with all.

    Units that stand in one of the *roles* may be told with the organization.

    >>> sorted(affiliation_forms((("架空省", "架空省"), ("政策局", "政策局"))))
    ['架空省', '架空省政策局']
    >>> "架空省官房" in affiliation_forms((("架空省", "架空省"),), ["官房審議官"])
    True
    """
    forms = {name for end in range(1, len(path) + 1) for name in _joined(path[:end])}
    for unit in _joined(path):
        for post in (one for role in roles for one in fuse(unit, role)):
            forms |= {post[:end] for end in range(len(unit) + 1, len(post))}
    return forms


def position_forms(path: Path, roles: Iterable[str]) -> set[str]:
    """Return the post in words, with none, some or all of the organization.

    A character that unit and post share may stand once: 政策局 and 局長.

    >>> sorted(position_forms((("政策局", "政策局"),), ["局長"]))
    ['局長', '政策局局長', '政策局長']
    """
    forms: set[str] = set()
    for role in roles:
        forms.add(role)
        for start in range(len(path)):
            for unit in _joined(path[start:]):
                forms.update(fuse(unit, role))
    return forms


def _joined(path: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the names of a path run together, the top's short and legal."""
    rest = "".join(name for name, _ in path[1:])
    for top in path[0]:
        yield top + rest


def fuse(unit: str, role: str) -> Iterator[str]:
    """Yield *unit* and *role* run together, what both share twice and once."""
    yield unit + role
    for length in range(1, min(len(unit), len(role))):
        if unit[-length:] == role[:length]:
            yield unit + role[length:]
