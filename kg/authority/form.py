"""Recognise what a file is by its content; its name is never asked."""

import csv
import re
from enum import StrEnum

from kg.authority import corporation, heading, law, sssom, wikidata
from kg.authority.source import is_utf8
from kg.graph import OUTSIDE
from kg.model import Authority


class Form(StrEnum):
    """The forms that are read."""

    CORPORATION = "法人番号 CSV"
    ROR = "ROR JSON"
    WIKIDATA = "Wikidata TSV"
    HEADING_TSV = "NDLSH TSV"
    HEADING_TRIPLES = "NDLSH N-Triples"
    LAW_CSV = "e-Gov 法令 CSV"
    LAW_JSON = "e-Gov 法令 JSON"
    TABLE = "SSSOM TSV"


AUTHORITIES = {
    Form.CORPORATION: Authority.CORPORATION,
    Form.ROR: Authority.ROR,
    Form.WIKIDATA: Authority.WIKIDATA,
    Form.HEADING_TSV: Authority.HEADING,
    Form.HEADING_TRIPLES: Authority.HEADING,
    Form.LAW_CSV: Authority.LAW,
    Form.LAW_JSON: Authority.LAW,
    Form.TABLE: Authority.TABLE,
}

EXPECTED = (
    "is none of the forms that links are read from: 法人番号 全件データ (CSV, 30 "
    "columns), ROR (JSON dump), Wikidata (TSV with item and label), NDLSH (TSV or "
    "N-Triples), e-Gov 法令 (CSV with 法令ID, JSON of /laws), SSSOM (TSV)"
)

# <http://id.ndl.go.jp/auth/ndlsh/00000001> <…#label> "量子"@ja .
_TRIPLE = re.compile(r"\s*(<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+\S.*\.\s*")


def recognise(head: bytes) -> Form | None:
    """Return the form of a file that begins with *head*, or None if it fits none."""
    text = head.decode("utf-8" if is_utf8(head) else "cp932", "replace")
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("["):
        return Form.ROR if OUTSIDE[Authority.ROR] in text else None
    if text.lstrip().startswith("{"):
        return Form.LAW_JSON if '"law_info"' in text else None
    lines = [line for line in text.splitlines() if line.strip()]
    if _TRIPLE.fullmatch(next((one for one in lines if one[0] != "#"), "")):
        known = OUTSIDE[Authority.HEADING].rpartition("ndlsh/")[0] in text
        return Form.HEADING_TRIPLES if known else None
    return _table(lines) if lines else None


def _table(lines: list[str]) -> Form | None:
    """Return the form of the table that begins with *lines*."""
    cells = lines[0].split("\t")
    if sssom.is_table(lines):
        return Form.TABLE
    if wikidata.is_header(cells):
        return Form.WIKIDATA
    if heading.is_row(cells):
        return Form.HEADING_TSV
    return _csv(lines)


def _csv(lines: list[str]) -> Form | None:
    """Return which table with commas the first of *lines* is of."""
    try:
        row = next(csv.reader(lines[:1]), [])
    except csv.Error:
        return None
    if law.is_header(row):
        return Form.LAW_CSV
    return Form.CORPORATION if corporation.is_row(row) else None
