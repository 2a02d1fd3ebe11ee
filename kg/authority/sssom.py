"""Read and write tables of links in SSSOM (Simple Standard for Sharing Mappings)."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import AuthorityFileError
from kg.graph import DATA_PREFIXES, PREFIXES, SETS
from kg.model import AuthorityFile, OutsideLink, Standing

REVIEWED = "semapv:ManualMappingCuration"
"""The justification that a person writes: this row is true."""
LEXICAL = "semapv:LexicalMatching"
_NOT = "Not"
_NEEDED = frozenset({"subject_id", "predicate_id", "object_id"})
_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_id",
    "object_source",
    "mapping_date",
    "confidence",
    "comment",
)
_LICENCE = "https://w3id.org/sssom/license/unspecified"
_SEMAPV = "https://w3id.org/semapv/vocab/"
# 「#  ror: "https://ror.org/"」 of the header
_PREFIX = re.compile(r"#\s+[\"']?([\w.-]+)[\"']?\s*:\s*[\"']?(\S+?)[\"']?\s*")
# 「#curie_map:」
_BLOCK = re.compile(r"#\s?(\w+)\s*:")
_MAP = "curie_map"


def is_table(lines: Iterable[str]) -> bool:
    """Tell whether *lines* begin like an SSSOM table."""
    header = next((line for line in lines if not line.startswith("#")), "")
    return set(_cells(header)) >= _NEEDED


def read_table(lines: Iterable[str], where: str) -> Iterator[OutsideLink]:
    """Yield the rows in *lines*, identifiers as IRIs, predicates as CURIEs.

    A row that a person wrote is REVIEWED, one with the modifier Not is REFUSED, any
    other a CANDIDATE. An identifier whose prefix the table does not tell stays as it
    is. Raises AuthorityFileError, with the line, for a row that is cut off.
    """
    prefixes = {**SETS, **PREFIXES, "semapv": _SEMAPV}
    body: Iterator[str] = iter(lines)
    head = ""
    block = ""
    for head in body:
        if not head.startswith("#"):
            break
        found = _BLOCK.match(head)
        block = found[1] if found else block
        prefix = _PREFIX.fullmatch(head.rstrip("\r\n"))
        if block == _MAP and prefix:
            prefixes[prefix[1]] = prefix[2]
    columns = _cells(head)
    rows = csv.reader(body, delimiter="\t")
    for cells in rows:
        if not any(cells):
            continue
        row = dict(zip(columns, cells, strict=False))
        if not all(row.get(name) for name in _NEEDED):
            reason = (
                f"row {rows.line_num} after the header lacks subject_id, "
                "predicate_id or object_id"
            )
            raise AuthorityFileError(where, reason)
        yield _link(row, prefixes, f"{where}: row {rows.line_num}")


def _link(
    row: Mapping[str, str], prefixes: Mapping[str, str], where: str
) -> OutsideLink:
    """Return one *row*, with what its *prefixes* stand for."""
    justification = _curie(_expand(row.get("mapping_justification", ""), prefixes))
    negated = row.get("predicate_modifier", "") == _NOT
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


def write_table(
    links: Iterable[OutsideLink], files: Iterable[AuthorityFile], base: str
) -> str:
    """Return *links* as an SSSOM table with its header, in one order.

    *base* is the IRI below which our things are, *files* what the rows rest on.
    """
    rows = sorted(links, key=_order)
    used = {"file": f"{base}file/", **_kinds(rows, base)}
    prefixes = {**SETS, **used, **{n: PREFIXES[n] for n in ("owl", "schema", "skos")}}
    stream = io.StringIO()
    for line in _header(prefixes, files, base):
        stream.write(f"#{line}\n")
    table = csv.writer(stream, delimiter="\t", lineterminator="\n")
    table.writerow(_COLUMNS)
    for link in rows:
        table.writerow(_row(link, prefixes, base))
    return stream.getvalue()


def _order(link: OutsideLink) -> tuple[str, str, float, str, str, str]:
    """Return where *link* stands: its subject, its register, the surest first."""
    register = next(
        (name for name, base in sorted(SETS.items()) if link.object.startswith(base)),
        "",
    )
    sure = -(1.0 if link.confidence is None else link.confidence)
    more = f"{link.justification}{link.author}{link.date}{link.comment}"
    return (
        link.subject,
        register,
        sure,
        link.object,
        link.predicate,
        more,
    )


def _header(
    prefixes: Mapping[str, str], files: Iterable[AuthorityFile], base: str
) -> Iterator[str]:
    """Yield the lines of the header, in YAML; a JSON string is one in YAML too."""
    yield f"{_MAP}:"
    for name, start in sorted({**prefixes, "semapv": _SEMAPV}.items()):
        yield f"  {name}: {json.dumps(start)}"
    yield f"mapping_set_id: {json.dumps(base + 'links')}"
    yield f"license: {json.dumps(_LICENCE)}"
    yield 'mapping_tool: "gijiroku-kg"'
    said = {f"{one.authority} {one.name} sha256:{one.sha256}" for one in files}
    yield f"comment: {json.dumps('; '.join(sorted(said)), ensure_ascii=False)}"


def _kinds(links: Iterable[OutsideLink], base: str) -> dict[str, str]:
    """Return the prefixes of the kinds of things, below *base* or not, in *links*."""
    kinds = {name: base + path for name, path in DATA_PREFIXES.items()}
    kinds["theme"] = PREFIXES["theme"]
    subjects = {link.subject for link in links}
    return {
        name: start
        for name, start in kinds.items()
        if any(subject.startswith(start) for subject in subjects)
    }


def _row(link: OutsideLink, prefixes: Mapping[str, str], base: str) -> list[str]:
    """Return the cells of *link*."""
    confidence = "" if link.confidence is None else f"{link.confidence:.3f}"
    source = f"{base}file/{link.files[0][:12]}" if link.files else ""
    return [
        _shorten(link.subject, prefixes),
        link.subject_label,
        link.predicate,
        _NOT if link.negated else "",
        _shorten(link.object, prefixes),
        link.object_label,
        link.justification,
        link.author,
        _shorten(source, prefixes),
        link.date,
        confidence,
        link.comment,
    ]


def _shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return *iri* as a CURIE by the longest of *prefixes*, or as it is."""
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
    return _shorten(iri, {**PREFIXES, "semapv": _SEMAPV})


def _cells(line: str) -> Sequence[str]:
    """Return the names of the columns in the header *line*."""
    return [cell.strip().strip('"') for cell in line.rstrip("\r\n").split("\t")]
