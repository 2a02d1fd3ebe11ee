"""Read the subject headings of 国立国会図書館 (NDLSH), as a table or as triples.

The table has its published columns: 件名標目, 標目よみ, ID, 同義語 and more; values in
a column are parted by ; and a reading follows in [ ].
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.authority.record import Record, Scope, Wanted
from kg.errors import AuthorityFileError
from kg.graph import NAMING, OUTSIDE, Term
from kg.model import Authority

_HEADING, _READING, _ID, _VARIANTS = 0, 1, 2, 3
_LEAST = 4
_HEADER = "件名標目"
# 00570123, 001234567
_NUMBER = re.compile(r"[0-9]{8,9}")
# 量子計算[リョウシ ケイサン]
_BRACKET = re.compile(r"\s*\[[^\]]*\]")

Triples = Callable[[], Iterator[tuple[Term, Term, Term]]]
"""Gives the triples of a file from its start."""


def is_row(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are a heading, or the names of the columns."""
    if len(cells) < _LEAST:
        return False
    return _is_header(cells) or _NUMBER.fullmatch(cells[_ID].strip()) is not None


def read_headings(
    lines: Iterable[str], where: str, wanted: Wanted
) -> Iterator[Record | Scope]:
    """Yield the headings in *lines* that go by a *wanted* name, then the scope.

    Raises AuthorityFileError, with the line, for a row that is no heading.
    """
    count = 0
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if cells == [""] or (number == 1 and _is_header(cells)):
            continue
        if not is_row(cells):
            reason = f"line {number}: expected a heading with an ID in column 3"
            raise AuthorityFileError(where, reason)
        count += 1
        label = cells[_HEADING].strip()
        variants = (
            _BRACKET.sub("", one).strip() for one in cells[_VARIANTS].split(";")
        )
        others = tuple(one for one in variants if one)
        if any(map(wanted, (label, *others))):
            iri = OUTSIDE[Authority.HEADING] + cells[_ID].strip()
            yield Record(iri, label, (label,), others)
    yield Scope(count)


def read_heading_triples(triples: Triples, wanted: Wanted) -> Iterator[Record | Scope]:
    """Yield the headings of *triples* that go by a *wanted* name, then the scope.

    SKOS-XL has a node between a heading and its words, which may come before or
    after it: one pass finds the nodes whose words are wanted, the next their
    headings, so that no more is kept than is wanted.
    """
    words: dict[str, set[str]] = {}
    count = 0
    for subject, predicate, value in triples():
        count += 1
        named = predicate.text in NAMING and value.kind == "literal"
        if named and wanted(value.text):
            words.setdefault(subject.text, set()).add(value.text)
    names: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for subject, predicate, value in triples():
        if subject.text.startswith(OUTSIDE[Authority.HEADING]):
            preferred = NAMING.get(predicate.text)
            if preferred is not None:
                known = names if preferred else others
                found = words.get(value.text, set())
                if value.kind == "literal" and value.text in words.get(
                    subject.text, set()
                ):
                    found = {value.text}
                if found:
                    known.setdefault(subject.text, set()).update(found)
    for iri in sorted(names.keys() | others.keys()):
        full = tuple(sorted(names.get(iri, ())))
        more = tuple(sorted(others.get(iri, set()) - set(full)))
        yield Record(iri, (full or more)[0], full, more)
    yield Scope(count)


def _is_header(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are the names of the columns."""
    return cells[_HEADING].strip().startswith(_HEADER)
