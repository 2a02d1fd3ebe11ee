"""Read tables of links in SSSOM (Simple Standard for Sharing Ontology Mappings)."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import AuthorityFileError
from kg.graph import PREFIXES, SETS
from kg.model import OutsideLink, Standing

REVIEWED = "semapv:ManualMappingCuration"
"""The justification that a person writes: this row is true."""
LEXICAL = "semapv:LexicalMatching"
NOT = "Not"
_NEEDED = frozenset({"subject_id", "predicate_id", "object_id"})
SEMAPV = "https://w3id.org/semapv/vocab/"
# 「#  ror: "https://ror.org/"」 of the header
_PREFIX = re.compile(r"#\s+[\"']*([\w.-]+)[\"']*\s*:\s*[\"']*([^\s\"']+)[\"']*\s*")
# 「#curie_map:」
_BLOCK = re.compile(r"#\s?(\w+)\s*:")
_MAP = "curie_map"


def is_table(lines: Iterable[str]) -> bool:
    """Tell whether *lines* begin like an SSSOM table."""
    header = next((line for line in lines if not _is_comment(line)), "")
    return set(_cells(header)) >= _NEEDED


def read_table(lines: Iterable[str], where: str) -> Iterator[OutsideLink]:
    """Yield the rows in *lines*, identifiers as IRIs, predicates as CURIEs.

    A row that a person wrote is REVIEWED, one with the modifier Not is REFUSED, any
    other a CANDIDATE. An identifier whose prefix the table does not tell stays as it
    is. Raises AuthorityFileError, with the line, for a row that is cut off.
    """
    prefixes = {**SETS, **PREFIXES, "semapv": SEMAPV}
    body: Iterator[str] = iter(lines)
    head = block = ""
    for head in body:
        if not _is_comment(head):
            break
        line = head.strip().strip('"')
        found = _BLOCK.match(line)
        block = found[1] if found else block
        prefix = _PREFIX.fullmatch(line)
        if block == _MAP and prefix:
            prefixes[prefix[1]] = prefix[2]
    rows = csv.reader(body, delimiter="\t")
    try:
        yield from _rows(rows, _cells(head), prefixes, where)
    except csv.Error as error:
        reason = f"row {rows.line_num} after the header: {error}"
        raise AuthorityFileError(where, reason) from error


def _rows(
    rows: Iterable[Sequence[str]],
    columns: Sequence[str],
    prefixes: Mapping[str, str],
    where: str,
) -> Iterator[OutsideLink]:
    """Yield the links of *rows* that have something in their cells."""
    for number, cells in enumerate(rows, start=1):
        if not any(cells):
            continue
        row = dict(zip(columns, cells, strict=False))
        if not all(row.get(name) for name in _NEEDED):
            reason = (
                f"row {number} after the header lacks subject_id, predicate_id or "
                "object_id"
            )
            raise AuthorityFileError(where, reason)
        yield _link(row, prefixes, f"{where}: row {number}")


def _is_comment(line: str) -> bool:
    """Tell whether *line* is of the header, though a spreadsheet put it in quotes."""
    return line.lstrip('"').startswith("#")


def _link(
    row: Mapping[str, str], prefixes: Mapping[str, str], where: str
) -> OutsideLink:
    """Return one *row*, with what its *prefixes* stand for."""
    justification = _curie(_expand(row.get("mapping_justification", ""), prefixes))
    negated = row.get("predicate_modifier", "") == NOT
    standing = Standing.CANDIDATE
    if negated:
        standing = Standing.REFUSED
    elif justification == REVIEWED:
        standing = Standing.REVIEWED
    return OutsideLink(
        subject=_expand(row["subject_id"], prefixes),
        predicate=_curie(_expand(row["predicate_id"], prefixes)),
        object=_expand(row["object_id"], prefixes),
        justification=justification or "semapv:UnspecifiedMatching",
        standing=standing,
        subject_label=row.get("subject_label", ""),
        object_label=row.get("object_label", ""),
        negated=negated,
        confidence=_confidence(row.get("confidence", ""), where),
        comment=row.get("comment", ""),
        author=row.get("author_id", ""),
        date=row.get("mapping_date", ""),
    )


def _confidence(text: str, where: str) -> float | None:
    """Return the confidence that *text* gives, None where it is empty."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise AuthorityFileError(where, f"confidence: expected 0 to 1, got {text!r}")
    return value


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return *iri* as a CURIE, by the longest of *prefixes*, or as it is."""
    fitting = [
        (len(start), name, start)
        for name, start in prefixes.items()
        if iri.startswith(start) and iri != start
    ]
    if not fitting:
        return iri
    _, name, start = max(fitting)
    return f"{name}:{iri.removeprefix(start)}"


def _expand(text: str, prefixes: Mapping[str, str]) -> str:
    """Return the CURIE *text* as an IRI; anything else stays as it is."""
    prefix, colon, rest = text.partition(":")
    if not colon or rest.startswith("//") or prefix not in prefixes:
        return text
    return prefixes[prefix] + rest


def _curie(iri: str) -> str:
    """Return *iri* of a vocabulary as the CURIE that everybody writes."""
    return shorten(iri, {**PREFIXES, "semapv": SEMAPV})


def _cells(line: str) -> Sequence[str]:
    """Return the names of the columns in the header *line*."""
    return [cell.strip().strip('"') for cell in line.rstrip("\r\n").split("\t")]
