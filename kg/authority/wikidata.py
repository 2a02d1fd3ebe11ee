"""Read an extract of Wikidata: a table of items with their labels.

A row has tabs between its columns, and the first row names them:

- `item`: Q1234, or the IRI of the item;
- `label`: its label in Japanese;
- `aliases`: its other names, parted by | ;
- any of P31 (Q5: a person), P576 (the day it ended), P1366 (what replaced it), P3225
  (法人番号), P6782 (ROR id), P349 (NDL); other columns are passed over.

The answer of a SPARQL service saved as TSV is such a table: `?item`, `?itemLabel`,
<…/entity/Q1234>, "架空大学"@ja.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.authority.check_digit import is_corporate_number, is_ror_id
from kg.authority.record import Record, Scope, Wanted
from kg.errors import AuthorityFileError
from kg.graph import OUTSIDE
from kg.model import Authority

_NAMES = {"itemlabel": "label", "itemaltlabel": "aliases", "alias": "aliases"}
_HUMAN = "Q5"
_NAMING = ("P3225", "P6782", "P349")
# Q1234, <http://www.wikidata.org/entity/Q1234>
_ITEM = re.compile(r"(?:.*[/:])?(Q[1-9][0-9]*)")
# "架空大学"@ja
_LITERAL = re.compile(r"\"(.*)\"(?:@[\w-]+|\^\^\S+)?")


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether *cells* name the columns of an extract."""
    return {"item", "label"} <= set(_columns(cells))


def read_wikidata(
    lines: Iterable[str], where: str, wanted: Wanted
) -> Iterator[Record | Scope]:
    """Yield the items in *lines* that go by a *wanted* name, then the scope.

    Raises AuthorityFileError, with the line, where a row names no item.
    """
    columns: list[str] = []
    count = 0
    for number, line in enumerate(lines, start=1):
        cells = [_bare(cell) for cell in line.rstrip("\r\n").split("\t")]
        if not columns:
            columns = _columns(cells)
            continue
        if cells == [""]:
            continue
        row = dict(zip(columns, cells, strict=False))
        found = _ITEM.fullmatch(row["item"])
        if found is None:
            reason = f"line {number}: expected an item (Q1234), found {row['item']!r}"
            raise AuthorityFileError(where, reason)
        count += 1
        others = tuple(
            name.strip() for name in row.get("aliases", "").split("|") if name.strip()
        )
        label = row.get("label", "")
        if any(map(wanted, (label, *others))):
            yield _record(found[1], label, others, row)
    yield Scope(count)


def _record(
    item: str, label: str, others: tuple[str, ...], row: Mapping[str, str]
) -> Record:
    """Return the entry of one *row*."""
    doubts = []
    if row.get("P576"):
        after = f", replaced by {row['P1366']}" if row.get("P1366") else ""
        doubts.append(f"ended {row['P576'][:10]}{after}")
    if _HUMAN in row.get("P31", ""):
        doubts.append("a person")
    named = [f"{name} {row[name]}" for name in _NAMING if row.get(name)]
    return Record(
        id=OUTSIDE[Authority.WIKIDATA] + item,
        label=label,
        names=(label,),
        others=others,
        doubts=tuple(doubts),
        note=", ".join(named),
        ties=tuple(_ties(row)),
    )


def _ties(row: Mapping[str, str]) -> Iterator[str]:
    """Yield the IRIs of the same thing in other registers, checked."""
    number, ror = row.get("P3225", ""), row.get("P6782", "").rpartition("/")[2]
    if is_corporate_number(number):
        yield OUTSIDE[Authority.CORPORATION] + number
    if is_ror_id(ror):
        yield OUTSIDE[Authority.ROR] + ror


def _columns(cells: Sequence[str]) -> list[str]:
    """Return the names of columns: ?itemLabel is the label."""
    names = [cell.strip().lstrip("?") for cell in cells]
    return [_NAMES.get(name.lower(), name) for name in names]


def _bare(cell: str) -> str:
    """Return *cell* without the marks of SPARQL's TSV."""
    found = _LITERAL.fullmatch(cell)
    return found[1] if found else cell.strip().strip("<>")
