"""Find the level lines drawn on a page of a PDF: the ruling of its tables."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_MOST = 20_000
_THIN = 2.5
_SHORT = 12.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line from *left* to *right* at *height*, in points."""

    left: float
    right: float
    height: float


def read_rules(page: pypdfium2.PdfPage) -> tuple[Rule, ...]:
    """Return the level lines of *page*, the upper and lower edges of boxes too."""
    return tuple(_rules(page))


def _rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """Yield the level lines of *page* as drawn."""
    for place in range(min(_MOST, raw.FPDFPage_CountObjects(page))):
        drawn = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        box = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(drawn, *box):
            continue
        left, bottom, right, top = (one.value for one in box)
        if right - left < _SHORT:
            continue
        yield Rule(left, right, top)
        if top - bottom > _THIN:
            yield Rule(left, right, bottom)
