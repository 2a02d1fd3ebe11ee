"""Hold the signs by which a sentence shows what it does."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import ActKind, Role
from kg.resources import data_path

UNKNOWN = "unknown"
"""Who speaks where the record does not say."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One row of the table: by which words a sentence does what.

    *final* tells whether the words end the sentence, and so decide.
    """

    rule: str
    kinds: tuple[ActKind, ...]
    pattern: re.Pattern[str]
    final: bool
    unless: re.Pattern[str] | None
    by: frozenset[str]
    not_by: frozenset[str]

    def find(self, body: str, speaker: str) -> re.Match[str] | None:
        """Return the words of *body* that are this sign, if *speaker* may give it."""
        if (self.by and speaker not in self.by) or speaker in self.not_by:
            return None
        if self.unless and self.unless.search(body):
            return None
        return self.pattern.search(body)


@lru_cache(maxsize=1)
def read_signs() -> tuple[Sign, ...]:
    """Return the rows of data/discourse/signs.toml in order."""
    path = data_path() / "discourse" / "signs.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_sign(row) for row in table["sign"])


def _sign(row: dict[str, str | list[str]]) -> Sign:
    """Return the sign of one row."""
    place = next(name for name in ("end", "start", "whole") if name in row)
    words = f"(?:{row[place]})"
    forms = {"end": f"{words}$", "start": f"^{words}", "whole": f"^{words}$"}
    unless = row.get("unless")
    return Sign(
        rule=str(row["rule"]),
        kinds=tuple(ActKind(kind) for kind in row["kinds"]),
        pattern=re.compile(forms[place]),
        final=place != "start",
        unless=re.compile(str(unless)) if unless else None,
        by=frozenset(row.get("by", ())),
        not_by=frozenset(row.get("not_by", ())),
    )


def find_signs(body: str, speaker: Role | None) -> Iterator[tuple[Sign, re.Match[str]]]:
    """Yield the signs that hold of a sentence: the one at its end, else the others.

    An end that is open (「…たいと思う」) leaves it to how the sentence begins. Where
    two beginnings say different things, nothing is yielded.
    """
    who = speaker.value if speaker else UNKNOWN
    begun: list[tuple[Sign, re.Match[str]]] = []
    ended = False
    for sign in read_signs():
        found = sign.find(body, who)
        if found is None:
            continue
        if not sign.final:
            begun.append((sign, found))
        elif not ended:
            ended = True
            if sign.kinds:
                yield sign, found
                return
    if len({sign.kinds for sign, _ in begun}) == 1:
        yield begun[0]
