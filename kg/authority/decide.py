"""Decide which candidates are certain; the others wait for a person.

A wrong identifier is copied by everybody who trusts the graph, so that one doubt is
enough to keep a candidate a candidate.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.authority.candidate import OutsideCandidate
from kg.authority.name import Likeness
from kg.authority.sssom import LEXICAL
from kg.authority.subject import AGENTS, Sort
from kg.model import Authority, OutsideLink, Standing

_MOST = 100
"""Namesakes kept for one subject; 株式会社アクト has hundreds, and no one chooses."""
_SHOWN = 10

SAME, EXACT, CLOSE = "schema:sameAs", "skos:exactMatch", "skos:closeMatch"
SEE = "rdfs:seeAlso"
"""What is said of a law: its entry is a page about it, in its present text."""


@dataclass(slots=True)
class Namesakes:
    """The candidates of one subject in one register, by IRI; the best are kept.

    The one thing here that changes: it grows while a register is read.
    """

    best: dict[str, OutsideCandidate] = field(default_factory=dict)
    more: bool = False

    def add(self, one: OutsideCandidate) -> None:
        """Take *one* in; a doubt about an entry stays, whatever else is said of it."""
        known = self.best.get(one.record.id)
        if known is not None:
            better = min(known, one, key=lambda c: (c.alias, c.rank))
            doubts = tuple(sorted({*known.doubts, *one.doubts}))
            self.best[one.record.id] = replace(better, doubts=doubts)
            return
        self.best[one.record.id] = one
        if len(self.best) > _MOST:
            worst = max(self.best.values(), key=lambda c: c.rank)
            del self.best[worst.record.id]
            self.more = True

    def ordered(self) -> list[OutsideCandidate]:
        """Return the candidates, the best first."""
        return sorted(self.best.values(), key=lambda c: c.rank)


Gathered = Mapping[tuple[str, Authority], Namesakes]
"""What was found, by subject and register."""


def register_of(iri: str) -> str:
    """Return the register that *iri* is an entry of: its base."""
    return iri.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside one subject's candidates.

    *bearers* are the subjects that each entry could be; *ruled* the entries that a
    person spoke of, *given* the subjects with the registers in which a person gave
    them an entry.
    """

    bearers: Mapping[str, frozenset[str]]
    ruled: frozenset[str]
    given: frozenset[tuple[str, str]]
    lacking: Mapping[Authority, str]
    """What of a register is in no file: a name that is there once proves nothing."""


def decide(
    gathered: Gathered,
    lacking: Mapping[Authority, str],
    ruled: Sequence[OutsideLink],
) -> Iterator[OutsideLink]:
    """Yield a link for each candidate, CERTAIN or not.

    *lacking* says what of a register is in no file; *ruled* are rows of people's
    tables: where they said yes or no, the machine is silent.
    """
    yes = [link for link in ruled if link.standing is Standing.REVIEWED]
    around = Surroundings(
        bearers=_bearers(gathered),
        ruled=frozenset(
            link.object for link in ruled if link.standing is not Standing.CANDIDATE
        ),
        given=frozenset((link.subject, register_of(link.object)) for link in yes),
        lacking=lacking,
    )
    alone = {key: _alone(found, around) for key, found in gathered.items()}
    accepted = {(link.subject, link.object) for link in yes} | {
        (subject, one.record.id)
        for (subject, authority), one in alone.items()
        if one and authority is not Authority.WIKIDATA
    }
    ties = _ties(gathered, accepted)
    for key, found in sorted(gathered.items(), key=lambda item: item[0]):
        certain = alone[key]
        if key[1] is Authority.WIKIDATA and certain:
            certain = certain if _is_tied(certain, accepted, ties) else None
        yield from _links(found, certain, lacking.get(key[1], ""))


def _ties(
    gathered: Gathered, accepted: Collection[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return, by subject, what *accepted* entries say they are in other registers."""
    return {
        (subject, tie)
        for (subject, _), found in gathered.items()
        for one in found.best.values()
        if (subject, one.record.id) in accepted
        for tie in one.record.ties
    }


def _bearers(gathered: Gathered) -> dict[str, frozenset[str]]:
    """Return for each IRI of a register the subjects that it could be."""
    bearers: dict[str, set[str]] = {}
    for (subject, _), found in gathered.items():
        for one in found.best.values():
            if not one.alias:
                bearers.setdefault(one.record.id, set()).add(subject)
    return {iri: frozenset(found) for iri, found in bearers.items()}


def _alone(found: Namesakes, around: Surroundings) -> OutsideCandidate | None:
    """Return the one candidate that is beyond doubt, or None.

    A closed namesake counts too: minutes of its days could have meant it.
    """
    named = [one for one in found.best.values() if not one.alias]
    if len(named) != 1 or found.more:
        return None
    one = named[0]
    if (
        one.doubts
        or one.likeness is not Likeness.EQUAL
        or one.subject.sort not in {Sort.ORGANIZATION, Sort.LAW}
        or one.authority in around.lacking
    ):
        return None
    # a law has its old name in one record and its new one in the next; a body has one
    if one.subject.sort is not Sort.LAW and len(around.bearers[one.record.id]) > 1:
        return None
    ruled = one.record.id in around.ruled
    given = (one.subject.id, register_of(one.record.id)) in around.given
    return None if ruled or given else one


def _is_tied(
    one: OutsideCandidate,
    accepted: Collection[tuple[str, str]],
    ties: Collection[tuple[str, str]],
) -> bool:
    """Tell whether other registers say the same as this item of Wikidata.

    An extract is what its maker chose: that a label is there once proves nothing.
    Where one register says so and another says otherwise, nothing is proved.
    """
    subject = one.subject.id
    known = {entry for bearer, entry in accepted if bearer == subject}
    registers = {register_of(entry) for entry in known}
    said = {tie for tie in one.record.ties if register_of(tie) in registers}
    if not said <= known:
        return False
    return bool(said) or (subject, one.record.id) in ties


def _links(
    found: Namesakes, certain: OutsideCandidate | None, lacking: str
) -> Iterator[OutsideLink]:
    """Yield the best candidates of one subject in one register as links."""
    ordered = found.ordered()
    for one in ordered[:_SHOWN]:
        equals = sum(other.weight >= one.weight for other in ordered)
        yield OutsideLink(
            subject=one.subject.id,
            predicate=_predicate(one),
            object=one.record.id,
            justification=LEXICAL,
            standing=Standing.CERTAIN if one is certain else Standing.CANDIDATE,
            subject_label=one.subject.label,
            object_label=one.record.label,
            confidence=round(one.weight / (equals or 1), 3),
            comment="; ".join(_comments(one, found, certain, lacking)),
            files=(one.file,),
            agent=one.subject.sort in AGENTS,
            number=one.record.number,
        )


def _predicate(one: OutsideCandidate) -> str:
    """Return what the link would say; a SKOS mapping makes of a body a concept."""
    if one.subject.sort in AGENTS:
        return SAME
    if one.subject.sort is Sort.LAW:
        return SEE
    return CLOSE if one.alias or one.likeness is not Likeness.EQUAL else EXACT


def _comments(
    one: OutsideCandidate,
    found: Namesakes,
    certain: OutsideCandidate | None,
    lacking: str,
) -> Iterator[str]:
    """Yield why the link is, or is not, certain."""
    if one is certain:
        yield "certain"
    yield f"{one.likeness}{' (an alias)' if one.alias else ''}"
    yield from one.doubts
    count = len(found.best)
    if count > 1:
        yield f"one of {'more than ' * found.more}{count} with this name"
    if lacking:
        yield lacking
    if one.record.note:
        yield one.record.note
