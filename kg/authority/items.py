"""Read a JSON file item by item; it may be larger than the memory."""

from collections.abc import Iterator
from typing import IO, Any

import ijson

from kg.errors import AuthorityFileError


def read_items(file: IO[bytes], prefix: str, where: str) -> Iterator[Any]:
    """Yield what stands at *prefix* in *file*: item, laws.item, total_count.

    Raises AuthorityFileError, with *where* it is, for broken JSON.
    """
    count = 0
    try:
        for item in ijson.items(file, prefix, use_float=True):
            count += 1
            yield item
    except ijson.JSONError as error:
        words = str(error).partition("\n")[0].strip()
        reason = f"is broken JSON, after {count} entries ({words})"
        raise AuthorityFileError(where, reason) from error
