"""Write the table of links, in SSSOM, as a person reviews it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from kg.authority.sssom import NOT, SEMAPV, shorten
from kg.graph import DATA_PREFIXES, PREFIXES, SETS
from kg.model import AuthorityFile, OutsideLink

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
_MAP = "curie_map"
_LICENCE = "https://w3id.org/sssom/license/unspecified"


def write_table(
    links: Iterable[OutsideLink], files: Iterable[AuthorityFile], base: str
) -> str:
    """Return *links* as an SSSOM table with its header, in one order.

    *base* is the IRI below which our things are, *files* what the rows rest on.
    """
    rows = sorted(links, key=_order)
    used = {"file": f"{base}file/", **_kinds(rows, base)}
    prefixes = {
        **SETS,
        **used,
        **{n: PREFIXES[n] for n in ("owl", "rdfs", "schema", "skos")},
    }
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
    """Yield the lines of the header, in YAML.

    An IRI needs no quotes there, and a spreadsheet would double them; the names of
    files need them, and a JSON string is one in YAML too.
    """
    yield f"{_MAP}:"
    for name, start in sorted({**prefixes, "semapv": SEMAPV}.items()):
        yield f"  {name}: {start}"
    yield f"mapping_set_id: {base}links"
    yield f"license: {_LICENCE}"
    yield "mapping_tool: gijiroku-kg"
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
        shorten(link.subject, prefixes),
        link.subject_label,
        link.predicate,
        NOT if link.negated else "",
        shorten(link.object, prefixes),
        link.object_label,
        link.justification,
        link.author,
        shorten(source, prefixes),
        link.date,
        confidence,
        link.comment,
    ]
