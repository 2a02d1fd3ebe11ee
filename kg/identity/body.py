"""Find the keys by which two rows are known to print one organization."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

Path = tuple[str, ...]
Lineage = Callable[[Path], frozenset[str]]
"""From the path of an organization to keys that it shares with what it became."""
Fold = Callable[[str], str]

# 白峰大学大学院工学系研究科 where another row has 白峰大学
_WHOLE = re.compile("(?:大学|[省庁府]|機構|研究所)$")
_LEAST_WHOLE = 3


def body_keys(
    paths: Sequence[Path], lineage: Lineage, fold: Fold
) -> Mapping[Path, frozenset[str]]:
    """Return for each of *paths* the keys of its organization.

    Beside those of *lineage* a path has those of the bodies that its words name
    when they are parted as other rows part them: 白峰製紙環境推進部 is of 白峰製紙
    where other rows know the body and a unit of that name, 農林水産省 水産庁 is
    also the 水産庁 that prints no ministry.
    """
    keys = {path: lineage(path) for path in paths}
    known: dict[str, frozenset[str]] = {}
    for path in paths:
        name = fold(path[0])
        known[name] = known.get(name, frozenset()) | keys[path] | {name}
    units = frozenset(fold(unit) for path in paths for unit in path[1:])
    alike: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        alike[fold("".join(path))] |= keys[path]
    return {
        path: keys[path]
        | alike[fold("".join(path))]
        | _begun(path, known, units, fold)
        | _agencies(path, known, fold)
        for path in paths
    }


def _begun(
    path: Path, known: Mapping[str, frozenset[str]], units: Iterable[str], fold: Fold
) -> frozenset[str]:
    """Return the keys of the known bodies that the words of *path* begin with.

    白峰大学 in 白峰大学大学院; 白峰製紙 in 白峰製紙営業本部, if 営業本部 is a unit
    of other rows.
    """
    top, text = fold(path[0]), fold("".join(path))
    return frozenset(
        key
        for end in range(_LEAST_WHOLE, len(text))
        for name in [text[:end]]
        if name in known and name != top
        if _WHOLE.search(name) or top[end:] in units
        for key in known[name]
    )


def _agencies(
    path: Path, known: Mapping[str, frozenset[str]], fold: Fold
) -> frozenset[str]:
    """Return the keys of the agencies that *path* prints below their ministry."""
    below = (fold(part) for part in path[1:])
    return frozenset(
        key for name in below if name.endswith("庁") for key in known.get(name, ())
    )
