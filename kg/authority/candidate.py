"""Find what of ours an entry of a register could be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.authority.law import same_number
from kg.authority.name import WEIGHTS, FullName, Likeness, Names, compare
from kg.authority.record import Record, Wanted
from kg.authority.subject import Sort, Subject, Subjects
from kg.model import Authority, AuthorityFile

_ALIAS = 0.6
_DOUBTFUL = 0.5
"""What is left of a likeness when it is of an alias, or the entry is in doubt."""

SORTS = {
    Authority.CORPORATION: (Sort.ORGANIZATION,),
    Authority.ROR: (Sort.ORGANIZATION,),
    Authority.WIKIDATA: (Sort.ORGANIZATION, Sort.THEME),
    Authority.HEADING: (Sort.THEME,),
    Authority.LAW: (Sort.LAW,),
}
"""What of ours each register has by name; people are in none of them."""


@dataclass(frozen=True, slots=True)
class OutsideCandidate:
    """What speaks for it that *subject* of ours is *record* of a register.

    *alias* tells that a name which is not a full one was needed. *doubts* are those
    of the record, and those that the subject adds.
    """

    subject: Subject
    record: Record
    authority: Authority
    likeness: Likeness
    alias: bool
    doubts: tuple[str, ...]
    file: str

    @property
    def weight(self) -> float:
        """Return how good the candidate is by itself, 0 to 1."""
        weight = WEIGHTS[self.likeness] * (_ALIAS if self.alias else 1.0)
        return weight * (_DOUBTFUL if self.doubts else 1.0)

    @property
    def rank(self) -> tuple[float, str, tuple[str, ...], str, str]:
        """Return what candidates are ordered by, the best first."""
        record = self.record
        return (-self.weight, record.id, self.doubts, record.label, record.note)


def make_wanted(subjects: Subjects, names: Names, authority: Authority) -> Wanted:
    """Return what tells whether a name in *authority* may be one of *subjects*."""
    sorts = SORTS[authority]
    organizations = frozenset(subjects.found[Sort.ORGANIZATION])
    found, whole = names.found, names.whole
    if sorts == (Sort.ORGANIZATION,):
        return lambda name: found(name) in organizations
    themes = frozenset(subjects.found[sorts[-1]])
    if len(sorts) == 1:
        return lambda name: whole(name).folded in themes
    return lambda name: found(name) in organizations or whole(name).folded in themes


def candidates(
    record: Record, subjects: Subjects, names: Names, file: AuthorityFile
) -> Iterator[OutsideCandidate]:
    """Yield, for each of *subjects* that *record* of *file* could be, the best."""
    best: dict[str, OutsideCandidate] = {}
    for subject, likeness, alias in _alike(record, subjects, names, file.authority):
        one = OutsideCandidate(
            subject,
            record,
            file.authority,
            likeness,
            alias,
            tuple(_doubts(subject, record)),
            file.sha256,
        )
        known = best.setdefault(subject.id, one)
        if (one.alias, one.rank) < (known.alias, known.rank):
            best[subject.id] = one
    yield from best.values()


def _alike(
    record: Record, subjects: Subjects, names: Names, authority: Authority
) -> Iterator[tuple[Subject, Likeness, bool]]:
    """Yield who bears a name of *record*, how alike it is, and is it an alias."""
    for sort in SORTS[authority]:
        read = names.read if sort is Sort.ORGANIZATION else names.whole
        for other, texts in ((False, record.names), (True, record.others)):
            for theirs in map(read, texts):
                for subject in subjects.found[sort].get(theirs.folded, ()):
                    for ours, alias in _namesakes(subject, theirs):
                        yield subject, compare(ours, theirs), other or alias


def _namesakes(subject: Subject, theirs: FullName) -> Iterator[tuple[FullName, bool]]:
    """Yield the names of *subject* with the core of *theirs*, and is it an alias."""
    groups: Iterable[tuple[tuple[FullName, ...], bool]] = (
        (subject.names, False),
        (subject.aliases, True),
    )
    for names, alias in groups:
        for ours in names:
            if ours.folded == theirs.folded:
                yield ours, alias


def _doubts(subject: Subject, record: Record) -> Iterator[str]:
    """Yield the doubts of *record*, and those about *subject* beside it.

    Records that print 株式会社架空 here and 架空株式会社 there may mean two companies.
    """
    yield from record.doubts
    if len(subject.names) > 1:
        yield f"the records print {len(subject.names)} full names"
    if subject.first and record.since > subject.first:
        yield (
            f"bears the name since {record.since}, after the meeting of {subject.first}"
        )
    if record.number:
        for printed in subject.numbers:
            if not same_number(printed, record.number):
                yield f"the records print another number, {printed}"
