"""Tell the sector and the kind of a body: by the register, its form, its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.gazetteer.legal import COMPANIES
from kg.gazetteer.register import Register
from kg.gazetteer.rule_table import read_table
from kg.model import Assignment, Sector

# ルリタニア架空省: the ministries of Japan that have katakana are in the register.
_KATAKANA = re.compile(r"[ァ-ヺ]")
_PLACES = frozenset({Sector.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class SectorRule:
    """One rule of sectors.toml; see the comment there."""

    name: str
    sector: Sector | None
    kind: str
    forms: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def fits(self, name: str, form: str | None) -> bool:
        """Tell whether the rule is about a body *name* with the legal *form*."""
        if name.endswith(self.without or ("\0",)):
            return False
        if self.forms:
            return form in self.forms and name.endswith(self.required or ("",))
        return form is None and len(name) > 1 and name.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class BodyClass:
    """What is known of a body: *sector* and *kind*, each with its basis, or None.

    *national* tells that it is part of the state's own administration.
    """

    entry: str | None
    sector: Assignment | None
    kind: Assignment | None

    @property
    def national(self) -> bool:
        """Tell whether the body is of the state, and no local government."""
        return (
            self.sector is not None
            and self.sector.value == Sector.GOVERNMENT
            and (self.kind is None or self.kind.value != "local-government")
        )


@dataclass(frozen=True, slots=True)
class SectorTable:
    """The rules in order, and what tells that a body is of another country."""

    rules: tuple[SectorRule, ...]
    foreign: tuple[str, ...]

    def classify(
        self, path: Sequence[str], form: str | None, register: Register
    ) -> BodyClass:
        """Return what the register, else *form*, else the name tells of a body.

        *path* are its names from the top, *form* the legal form that is printed with
        the topmost one. What no rule is about has neither sector nor kind.
        """
        entry = register.resolve(path)
        if entry is not None:
            return self._registered(entry, path, form, register)
        if not path:
            return BodyClass(None, None, None)
        name = register.words.fold(path[0])
        if form is None and (found := register.words.legal_form(name)):
            form = found.form
            name = name[found.name_start : found.name_end]
        for rule in self.rules:
            if rule.fits(name, form) and not self._is_foreign(name, rule):
                return _by_rule(rule, form or path[0])
        return BodyClass(None, None, None)

    def _registered(
        self, entry: str, path: Sequence[str], form: str | None, register: Register
    ) -> BodyClass:
        """Return what the register says of *entry*.

        A corporation of special law that is a company (日本電信電話株式会社) is of the
        kind of its legal form.
        """
        body = register.entry(entry)
        reason = f"「{body.name}」として登録簿にある"
        words = " ".join(path)
        company = form in COMPANIES or body.legal_form in COMPANIES
        kind = "company" if company else body.kind
        return BodyClass(
            entry,
            _outside(body.sector.value, entry, words, reason) if body.sector else None,
            _outside(kind, entry, words, reason),
        )

    def _is_foreign(self, name: str, rule: SectorRule) -> bool:
        """Tell whether a ministry or a place called *name* is of another country."""
        if rule.sector not in _PLACES:
            return False
        return bool(_KATAKANA.search(name)) or any(w in name for w in self.foreign)


def load_sectors(path: Path) -> SectorTable:
    """Return the rules of the table at *path*, sectors.toml."""
    table = read_table(path)
    rules = tuple(
        SectorRule(
            name=row["name"],
            sector=Sector(row["sector"]) if "sector" in row else None,
            kind=row["kind"],
            forms=tuple(row.get("forms", ())),
            endings=tuple(row.get("endings", ())),
            required=tuple(row.get("with", ())),
            without=tuple(row.get("without", ())),
        )
        for row in table["rule"]
    )
    return SectorTable(rules, tuple(table["foreign"]["words"]))


def _outside(value: str, rule: str, words: str, reason: str) -> Assignment:
    """Return a value that rests on the register."""
    return Assignment(value, rule, words, reason, outside=True)


def _by_rule(rule: SectorRule, words: str) -> BodyClass:
    """Return what *rule* tells of a body, by the *words* that it goes by."""
    by = "法人格" if rule.forms else "名称の末尾"
    reason = f"{by}（{words}）による（規則 {rule.name}）"
    sector = (
        Assignment(rule.sector.value, rule.name, words, reason) if rule.sector else None
    )
    return BodyClass(None, sector, Assignment(rule.kind, rule.name, words, reason))
