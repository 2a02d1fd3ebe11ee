"""Tell by its ending what a sentence does with a date: promises, asks, reports."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from kg.resources import data_path

_END = r"(?=[。!、)」』]|$|が、|ので(?![すしあ])|けれど|と(?:考|思|存)|<br)"
_ROWS = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
_TE = dict(
    zip(
        "うくぐすつぬぶむる",
        ("って", "いて", "いで", "して", "って", "んで", "んで", "んで", "って"),
        strict=True,
    )
)
_NEAR = re.compile(r"[をがは。、]|まで|から")
"""What parts a verb from a date: 3月に本日の意見を頂いたものを仕上げたい."""


@dataclass(frozen=True, slots=True)
class Form:
    """A row of data/discourse/undertakings.toml, its pattern complete."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    own: bool = False
    near: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """The form that `text[start:end]` has."""

    form: Form
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The words for a later time, and how they are found."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The words that end the name of who does something."""

    alone: tuple[str, ...]
    by: tuple[str, ...]
    more: tuple[str, ...]
    person: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """All that data/discourse/undertakings.toml says."""

    forms: tuple[Form, ...]
    follow_up: FollowUp
    party: PartyWords
    act: re.Pattern[str]
    telling: re.Pattern[str]

    def first(self, text: str, start: int, end: int) -> Ending | None:
        """Return the first form in `text[start:end]`; the longest of those there."""
        found = [
            Ending(form, match.start(), match.end())
            for form in self.forms
            if (match := form.pattern.search(text, start, end)) is not None
            and not (form.near and _NEAR.search(text[start : match.start()]))
        ]
        return min(found, key=lambda one: (one.start, -one.end), default=None)


@lru_cache(maxsize=1)
def load_forms() -> Forms:
    """Return the forms that the program ships."""
    path = data_path() / "discourse" / "undertakings.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = _parts(table["act"])
    forms = tuple(
        Form(
            name=row["name"],
            kind=row["kind"],
            pattern=re.compile(_complete(row["pattern"], parts)),
            own=row.get("own", False),
            near=row.get("near", False),
            examples=tuple(row["examples"]),
        )
        for row in table["form"]
    )
    later, party = table["follow-up"], table["party"]
    return Forms(
        forms=forms,
        follow_up=FollowUp(re.compile(_any(later["words"])), tuple(later["examples"])),
        party=PartyWords(**{name: tuple(party[name]) for name in party}),
        act=re.compile(f"{parts['act']}|{parts['stem']}|{parts['noun']}"),
        telling=re.compile(_any(table["act"]["telling"])),
    )


def _parts(act: dict[str, list[str]]) -> dict[str, str]:
    """Return what the names in braces stand for."""
    five, one, noun = act["five"], act["one"], _any(act["noun"])
    stems = [word[:-1] + _ROWS[word[-1]] for word in five] + [w[:-1] for w in one]
    te = [word[:-1] + _TE[word[-1]] for word in five] + [w[:-1] + "て" for w in one]
    stem, plain = rf"(?<!申し){_any(stems)}", rf"(?<!申し){_any([*five, *one])}"
    return {
        "noun": noun,
        "stem": stem,
        "te": rf"(?:{noun}(?:を)?して|{_any(te)})",
        "act": rf"(?:{noun}(?:を)?(?:する|します)|{plain}|{stem}ます)",
        "end": _END,
    }


def _complete(pattern: str, parts: dict[str, str]) -> str:
    """Return *pattern* with the names in braces replaced."""
    return re.sub(r"\{([a-z]+)\}", lambda found: parts[found[1]], pattern)


def _any(words: list[str]) -> str:
    """Return a pattern for any of *words*, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"
