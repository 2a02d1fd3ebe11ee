"""Keep open whether 長 ends a role or is a surname: 委　員　長　友香君."""

import re
from dataclasses import replace

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.minutes.note import Row
from kg.model import Basis

_APART = re.compile(r"\s+長$")


def with_torn_title(row: Row, lexicon: Lexicon) -> Row:
    """Return *row* with a rival where its role may end before 長, a surname.

    「委　員　長　友香君」 is 委員長 友香, or 委員 長 友香: one word stands behind, and
    it may be a given name. 委　員　長　橘 一葉君 has a surname of its own.
    """
    title, name, reading = row.title, row.name, row.reading
    if title is None or name is None or reading is None:
        return row
    if name.start < title.end or name.view is not title.view:
        return row
    found = _APART.search(title.text)
    whole = re.search(r"\s", name.text) is None and reading.split is not Basis.STATED
    if found is None or not whole or not _is_given(name.text, lexicon):
        return row
    shorter = title.part(0, found.start())
    if lexicon.title(re.sub(r"\s", "", shorter.text)) is None:
        return row  # 座　長　友香
    full = Piece(title.view, title.end - len("長"), name.end)
    rival = replace(row, title=shorter, name=full, reading=read_name(full, lexicon))
    return replace(row, rival=rival)


def _is_given(word: str, lexicon: Lexicon) -> bool:
    """Tell whether *word* may be a given name, and is no surname: 友香."""
    return lexicon.is_given(word) and not lexicon.is_surname(word)
