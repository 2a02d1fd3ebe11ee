"""Tell rows whose seat nobody holds: 架空保険連合会　（欠員）, 副会長　空席."""

import re
from dataclasses import replace

from kg.minutes.note import Row

_VACANCY = re.compile(r"(?:^|[\s(|])(?:欠員|空席)(?:中)?(?=$|[\s)|])")


def is_vacant(row: Row) -> bool:
    """Tell whether *row* names nobody and says so: 架空保険連合会　（欠員）.

    Nobody came for the organization, and it is not the office of the row below.
    """
    return row.name is None and _VACANCY.search(row.piece.text) is not None


def without_vacancy(row: Row) -> Row:
    """Return *row* without the post of nobody: 会長　橘 一葉　副会長　欠員."""
    kept = tuple(one for one in row.affiliation if not _VACANCY.search(one.text))
    return row if len(kept) == len(row.affiliation) else replace(row, affiliation=kept)
