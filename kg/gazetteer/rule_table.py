"""Read a table of rules."""

import tomllib
from pathlib import Path
from typing import Any

from kg.errors import ResourceError


def read_table(path: Path) -> dict[str, Any]:
    """Return the table at *path*; ResourceError names the file that is wrong."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: cannot be read as a table of rules: {error}"
        raise ResourceError(message) from error
