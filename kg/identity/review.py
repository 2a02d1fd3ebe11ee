"""Show what a person may rule on: two rows, how probable, and what speaks for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.identity.clue import explain
from kg.identity.look import own_posts
from kg.model import Identities, IdentityDecision, PersonSighting, Verdict


@dataclass(frozen=True, slots=True)
class Review:
    """A candidate as it is shown: *left* and *right* are keys, the rest is words.

    *clues* are in order of what they weigh, in Japanese and in English.
    """

    left: str
    right: str
    left_line: str
    right_line: str
    probability: float
    clues_ja: tuple[str, ...]
    clues_en: tuple[str, ...]


def review(
    identities: Identities, sightings: Iterable[PersonSighting]
) -> tuple[Review, ...]:
    """Return the candidates left open in *identities*, the most probable first."""
    rows = {seen.key: seen for seen in sightings}
    found = (
        _review(decision, rows)
        for decision in identities.decisions
        if decision.verdict is Verdict.UNSURE
    )
    return tuple(sorted(found, key=lambda row: (-row.probability, row.left, row.right)))


def _review(decision: IdentityDecision, rows: Mapping[str, PersonSighting]) -> Review:
    """Return one candidate in words."""
    clues = sorted(decision.clues, key=lambda clue: (-abs(clue.score), clue.feature))
    left, right = rows[decision.left], rows[decision.right]
    return Review(
        left.key,
        right.key,
        line(left),
        line(right),
        decision.probability,
        tuple(_signed(clue.score, explain(clue, "ja")) for clue in clues),
        tuple(_signed(clue.score, explain(clue, "en")) for clue in clues),
    )


def _signed(score: float, words: str) -> str:
    """Return the words of a clue with what it weighs before them."""
    return f"{score:+.1f} {words}"


def line(seen: PersonSighting) -> str:
    """Return a sighting in one line: date, council and number, name, posts.

    A person who judges reads these two lines first, so nothing else is in them.
    """
    number = f" 第{seen.number}回" if seen.number is not None else ""
    others = f"（{'、'.join(seen.other_names)}）" if seen.other_names else ""
    posts = "、".join(
        " ".join((*post.organization, post.role or "")).strip()
        for post in own_posts(seen)
    )
    parts = (
        seen.date.isoformat() if seen.date else "—",
        f"{seen.council_name or '—'}{number}",
        f"{seen.name}{others}",
        seen.role_word or "",
        posts,
    )
    return "  ".join(part for part in parts if part)


def find_judged(
    name: str, identities: Identities, sightings: Iterable[PersonSighting]
) -> str | None:
    """Return the key or id that *name*, as a user writes it, stands for, or None.

    A key of a sighting and an id of a record stand for themselves, an id that a
    merge or a split gave stands for the person's earliest sighting. Nobody is
    meant by a name of a person: it is no one's alone.
    """
    rows = tuple(sightings)
    if any(name in {seen.key, seen.person} for seen in rows):
        return name
    for one in identities.people:
        if one.id == name:
            return one.sightings[0]
    return None
