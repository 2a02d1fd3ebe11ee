"""Check what a person wrote in a table, before the graph says it too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.authority.check_digit import is_corporate_number, is_ror_id
from kg.authority.decide import CLOSE, EXACT, SAME, SEE, register_of
from kg.authority.law import is_law_id
from kg.authority.subject import AGENTS, Sort, Subject, Subjects
from kg.graph import OUTSIDE
from kg.model import Authority, OutsideLink, Standing

_IDENTICAL = "owl:sameAs"
_AGENT = frozenset({SAME, _IDENTICAL, EXACT})
_LAW = _AGENT | {SEE}
_MAPPINGS = frozenset(
    {EXACT, CLOSE, "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"}
)
_ALLOWED = {
    Sort.ORGANIZATION: _AGENT,
    Sort.PERSON: _AGENT,
    Sort.LAW: _LAW,
    Sort.THEME: _MAPPINGS | {SAME, _IDENTICAL},
}
_CHECKED = (
    (Authority.CORPORATION, Sort.ORGANIZATION, is_corporate_number),
    (Authority.ROR, Sort.ORGANIZATION, is_ror_id),
    (Authority.LAW, Sort.LAW, is_law_id),
)
"""Registers whose identifiers can be checked, and of what alone they have entries."""
# https://ror.org/03vek6s52, what may stand in < > of Turtle
_IRI = re.compile(r"[a-z][a-z0-9+.-]*://[^\x00-\x20<>\"{}|\\^`]+")


def review(rows: Iterable[OutsideLink], subjects: Subjects) -> tuple[OutsideLink, ...]:
    """Return those of *rows* that tell of *subjects*.

    The subject of a row is the thing that now bears its id. A REVIEWED row says
    owl:sameAs of a person or a body, rdfs:seeAlso of a law and a SKOS mapping of a
    theme; where it cannot be true, or contradicts another, it is REFUSED with the
    reason.
    """
    known: list[OutsideLink] = []
    for row in rows:
        subject = subjects.of(row.subject)
        if subject is not None:
            known.append(_checked(row, subject))
    return tuple(_without_conflicts(known))


def _checked(row: OutsideLink, subject: Subject) -> OutsideLink:
    """Return *row*, about *subject*, as the graph would say it, or refused."""
    agent = subject.sort in AGENTS
    row = replace(row, subject=subject.id, subject_label=subject.label, agent=agent)
    if row.standing is not Standing.REVIEWED:
        return row
    problem = _problem(row, subject)
    if problem:
        return _refuse(row, problem)
    if agent:
        return replace(row, predicate=_IDENTICAL)
    if subject.sort is Sort.LAW:
        return replace(row, predicate=SEE)
    mapping = row.predicate in _MAPPINGS
    return replace(row, predicate=row.predicate if mapping else EXACT)


def _problem(row: OutsideLink, subject: Subject) -> str:
    """Return why *row* cannot be true, or ""."""
    if not _IRI.fullmatch(row.object):
        return "the object is no IRI; is its prefix in the curie_map?"
    if row.predicate not in _ALLOWED[subject.sort]:
        return f"{row.predicate} cannot be said of this {subject.sort}"
    base, _, code = row.object.rpartition("/")
    for authority, sort, is_right in _CHECKED:
        if f"{base}/" == OUTSIDE[authority]:
            if subject.sort is not sort:
                return f"a {subject.sort} has no {authority}"
            if not is_right(code):
                return f"the check digit or the form of {code} is wrong"
    return ""


def _without_conflicts(rows: list[OutsideLink]) -> Iterator[OutsideLink]:
    """Yield *rows*; of reviewed ones that contradict each other none stays so."""
    identical = [
        row
        for row in rows
        if row.standing is Standing.REVIEWED
        and row.predicate in {_IDENTICAL, EXACT, SEE}
    ]
    objects: dict[tuple[str, str], set[str]] = {}
    subjects: dict[str, set[str]] = {}
    for row in identical:
        key = row.subject, register_of(row.object)
        objects.setdefault(key, set()).add(row.object)
        if row.agent:
            subjects.setdefault(row.object, set()).add(row.subject)
    denied = {(row.subject, row.object) for row in rows if row.negated}
    chosen = set(map(id, identical))
    for row in rows:
        key = row.subject, register_of(row.object)
        if row.standing is Standing.REVIEWED and (row.subject, row.object) in denied:
            yield _refuse(row, "another row says Not")
        elif id(row) in chosen and len(objects[key]) > 1:
            yield _refuse(row, "other rows give it another entry of this register")
        elif id(row) in chosen and len(subjects.get(row.object, ())) > 1:
            yield _refuse(row, "other rows give this entry to another subject")
        else:
            yield row


def _refuse(row: OutsideLink, problem: str) -> OutsideLink:
    """Return *row*, refused because of a *problem*, which is said once."""
    words = f"refused: {problem}"
    comment = row.comment
    if words not in comment:
        comment = f"{comment}; {words}" if comment else words
    return replace(row, standing=Standing.REFUSED, comment=comment)
