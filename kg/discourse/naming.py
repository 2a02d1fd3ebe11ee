"""Hold how laws, policies, programmes and events are named."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import ReferenceKind
from kg.resources import data_path

_RUN = r"[一-龥ァ-ヶーA-Za-z0-9・々]"
_LINK = (
    r"(?:の|等の|及び|並びに|又は|における|のための"
    r"|に関する|に対する|に係る|に向けた|による)"
)
_LINKED = r"(?:に関する|に向けた|のための|に係る|に対する|における)"
_BEHIND = rf"(?:(?!{_RUN})|(?=等|案|素案|骨子|第[\d一二三四五六七八九十]))"
_WITHIN_LAW = re.compile(r"第[\d一二三四五六七八九十]+[条項号]")


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which names of a *kind* are built; *tail* ends may stand alone."""

    kind: ReferenceKind
    pattern: re.Pattern[str]
    tails: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """How whole names of laws of Japan are built.

    *abroad* ends what stands before the law of another country: ドイツの民法.
    """

    pattern: re.Pattern[str]
    abroad: re.Pattern[str]
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All that data/discourse/references.toml says; *known* are short names."""

    namings: tuple[Naming, ...]
    known: dict[str, tuple[ReferenceKind, str]]
    determiner: re.Pattern[str]
    official: Official


@dataclass(frozen=True, slots=True)
class Named:
    """A name of *kind* at `text[start:end]`; *tails* as of its naming."""

    kind: ReferenceKind
    start: int
    end: int
    tails: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def load_names() -> Names:
    """Return the names that the program ships."""
    path = data_path() / "discourse" / "references.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {
        short: (ReferenceKind(kind), full)
        for kind, rows in table["known"].items()
        for short, full in rows
    }
    words = sorted(table["determiner"]["words"], key=lambda word: -len(word))
    return Names(
        namings=tuple(_naming(row) for row in table["shape"]),
        known=known,
        determiner=re.compile(f"(?:{'|'.join(words)})+"),
        official=_official(table["official"]),
    )


def _official(row: dict[str, list[str]]) -> Official:
    """Return the form of whole names of laws; 旧〇〇法 is another law than 〇〇法."""
    ends, besides, abroad = (
        "|".join(row[name]) for name in ("endings", "besides", "abroad")
    )
    return Official(
        pattern=re.compile(rf"(?!旧|(?:{besides})\Z).*(?:{ends})"),
        abroad=re.compile(rf"(?:{abroad})(?:の|における|で(?:は|も)、?)$"),
        examples=tuple(row["examples"]),
        against=tuple(row["against"]),
    )


def is_official(name: str, full_name: str | None) -> bool:
    """Tell whether *name*, of a law, is its whole one: it is short for nothing.

    >>> is_official("海辺再生促進法", None), is_official("水辺環境再生法案", None)
    (True, False)
    """
    official = load_names().official.pattern
    return full_name is None and official.fullmatch(name) is not None


def _naming(row: dict[str, object]) -> Naming:
    """Return one row of the table with its pattern."""
    endings = [str(one) for one in _list(row["endings"])]
    ends = "|".join(sorted(endings, key=lambda word: (-len(word), word)))
    before = int(str(row["before"]))
    body = rf"{_RUN}{{{before},40}}?" if before else ""
    pattern = rf"(?<!{_RUN}){body}(?:{ends})"
    if row.get("linked"):
        linked = rf"(?<!{_RUN}){_RUN}{{1,20}}(?:{_LINK}{_RUN}{{1,20}}){{0,5}}?{_LINKED}"
        pattern = rf"{linked}{_RUN}{{0,12}}?(?:{ends})"
    return Naming(
        kind=ReferenceKind(str(row["kind"])),
        pattern=re.compile(rf"{pattern}{_BEHIND}"),
        tails=tuple(str(one) for one in _list(row.get("tails"))),
        examples=tuple(
            (str(text), str(name)) for text, name in map(_list, _list(row["examples"]))
        ),
        against=tuple(str(one) for one in _list(row["against"])),
    )


def _list(value: object) -> list[object]:
    """Return *value*, a list of the table."""
    return list(value) if isinstance(value, list) else []


def find_names(text: str) -> Iterator[Named]:
    """Yield the names in *text*, the longest at each place, in its order.

    >>> text = "海洋素材循環創出戦略では、研究開発プログラムの中で"
    >>> [text[one.start:one.end] for one in find_names(text)]
    ['海洋素材循環創出戦略']
    """
    names = load_names()
    every = [
        Named(kind, found.start(), found.end())
        for word, (kind, _) in names.known.items()
        for found in re.finditer(rf"(?<!{_RUN}){re.escape(word)}(?!{_RUN})", text)
    ]
    for naming in names.namings:
        for found in naming.pattern.finditer(text):
            start = _past_determiner(text, found, names)
            name = text[start : found.end()]
            if naming.pattern.fullmatch(name) and not _WITHIN_LAW.search(name):
                # 旧干潟保全基本法 is another law than 干潟保全基本法
                start -= naming.kind is ReferenceKind.LAW and text[:start][-1:] == "旧"
                every.append(Named(naming.kind, start, found.end(), naming.tails))
    every.sort(key=lambda one: (one.start, -one.end))
    last = 0
    for one in every:
        if one.start >= last:
            yield one
            last = one.end


def _past_determiner(text: str, found: re.Match[str], names: Names) -> int:
    """Return where the name itself begins: 今回の…, 本…."""
    before = names.determiner.match(text, found.start(), found.end())
    return before.end() if before else found.start()
