"""Tell at which rank a post of the national administration stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ResourceError
from kg.gazetteer.register import Register
from kg.gazetteer.rule_table import read_table
from kg.gazetteer.sector import BodyClass
from kg.model import Assignment

RANKS = {
    "minister": "大臣",
    "senior-vice-minister": "副大臣",
    "parliamentary-vice-minister": "大臣政務官",
    "vice-minister": "事務次官級",
    "director-general": "局長級",
    "deputy-director-general": "審議官級（部長級）",
    "director": "課長級",
    "office-director": "室長・企画官級",
    "deputy-director": "課長補佐級",
    "chief": "係長級",
    "staff": "係員級",
}
"""The ladder from the top; the names are those of the codes of the ontology."""

_TOPS = frozenset({"ministry", "agency", "commission", "cabinet-organ"})
_TOP_ENDINGS = ("省", "庁")
_BETWEEN = ("官房", "事務総局")
"""Units that a bureau may be in and still be a bureau of the ministry."""

_OTHER_LADDERS = "court-or-diet"


@dataclass(frozen=True, slots=True)
class RankRule:
    """One rule of ranks.toml; see the comment there."""

    name: str
    words: tuple[str, ...]
    rank: str | None
    candidates: tuple[str, ...] = ()
    ending: bool = False
    alone: bool = False
    bodies: frozenset[str] = frozenset()
    units: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    depth: int | None = None

    def is_about(self, post: str) -> bool:
        """Tell whether *post* is one of the words, or ends so where that counts."""
        return post in self.words or (self.ending and post.endswith(self.words))


@dataclass(frozen=True, slots=True)
class RankTable:
    """The rules in order, and the endings of units with a ladder of their own."""

    rules: tuple[RankRule, ...]
    apart: tuple[str, ...]

    def rank(
        self, path: Sequence[str], post: str, body: BodyClass, register: Register
    ) -> Assignment | None:
        """Return the rank of *post* in the unit at *path*, or its candidates, or None.

        *body* is what is known of that unit. A post in a body that is not of the
        state has no rank here, and neither has one of a regional office.
        """
        post = register.words.fold(post)
        rules = [rule for rule in self.rules if rule.is_about(post)]
        if not rules or any(unit.endswith(self.apart) for unit in path):
            return None
        within = {body.entry, *register.above(body.entry)} if body.entry else set()
        if any(register.entry(one).kind == _OTHER_LADDERS for one in within):
            return None
        depth = _depth(path, register)
        for rule in rules:
            if not path and rule.alone:
                return _assign(rule, post)
            if (
                path
                and body.national
                and (not rule.bodies or rule.bodies & within)
                and path[-1].endswith(rule.units or ("",))
                and (not rule.above or (path[:-1] and path[-2].endswith(rule.above)))
                and (rule.depth is None or depth <= rule.depth)
            ):
                return _assign(rule, post)
        return None


def load_ranks(path: Path) -> RankTable:
    """Return the rules of the table at *path*, ranks.toml."""
    table = read_table(path)
    rules = tuple(
        RankRule(
            name=row["name"],
            words=tuple(row["words"]),
            rank=row.get("rank"),
            candidates=tuple(row.get("candidates", ())),
            ending=row.get("ending", False),
            alone=row.get("alone", False),
            bodies=frozenset(row.get("bodies", ())),
            units=tuple(row.get("units", ())),
            above=tuple(row.get("above", ())),
            depth=row.get("depth"),
        )
        for row in table["post"]
    )
    for rule in rules:
        unknown = {*rule.candidates, *filter(None, [rule.rank])} - RANKS.keys()
        if unknown or (rule.rank is None) != bool(rule.candidates):
            message = f"{path}: {rule.name}: expected a known rank or candidates"
            raise ResourceError(message)
    return RankTable(rules, tuple(table["apart"]["endings"]))


def _depth(path: Sequence[str], register: Register) -> int:
    """Count the units below the lowest ministry, agency or commission of *path*.

    大臣官房 and 事務総局 count only as the last of them.
    """
    top = 0
    for end in range(len(path), 0, -1):
        name = register.resolve_exact(path[:end])
        kind = register.entry(name).kind if name else None
        if kind in _TOPS or (name is None and path[end - 1].endswith(_TOP_ENDINGS)):
            top = end
            break
    below = path[top:]
    return sum(not unit.endswith(_BETWEEN) for unit in below[:-1]) + bool(below)


def _assign(rule: RankRule, post: str) -> Assignment:
    """Return what *rule* says of *post*, with a sentence for a reader."""
    if rule.rank:
        reason = f"「{post}」は{RANKS[rule.rank]}（規則 {rule.name}）"
        return Assignment(rule.rank, rule.name, post, reason)
    names = "、".join(RANKS[one] for one in rule.candidates)
    reason = f"「{post}」だけでは{names}のどれか決まらない（規則 {rule.name}）"
    return Assignment(None, rule.name, post, reason, candidates=rule.candidates)
