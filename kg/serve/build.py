"""Find what a folder shows: its data set, its files, and whether they changed."""

import json
import os
from pathlib import Path

DATASET = "dataset.nq"
_CURRENT = Path(".kg") / "current"
"""The link that a build moves when it is whole."""


def shown_folder(out: Path) -> Path:
    """Return the folder of the files that *out* shows now.

    What else lies in *out* is not of the build, and nobody's business.
    """
    current = out / _CURRENT
    return current.resolve() if current.is_dir() else out


def build_state(out: Path) -> str:
    """Return what changes with the build in *out*, "" where there is none now."""
    try:
        state = (out / DATASET).stat()
        link = out / _CURRENT
        name = os.readlink(link) if link.is_symlink() else ""  # noqa: PTH115 - a name
    except OSError:
        return ""
    return f"{name} {state.st_ino} {state.st_size} {state.st_mtime_ns}"


def read_base(out: Path, default: str) -> str:
    """Return the base of the IRIs in the build in *out*, as it says itself."""
    try:
        manifest = json.loads((out / "build.json").read_text(encoding="utf-8"))
        return str(manifest["settings"]["base"])
    except (OSError, ValueError, KeyError, TypeError):
        return default
