"""Remember which graphs, with which content, were sent to a store."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kg.errors import OutputError

_FOLDER = (".kg", "push")


class Ledger:
    """A file of lines, each one event; the last of a graph counts.

    A graph is taken out before it is sent and put in when all of it is there, so
    that whatever stops the sending, the next run sends it again.
    """

    def __init__(self, path: Path) -> None:
        """Read what was written at *path*, a line cut short excepted."""
        self.path = path
        self.fill: bool | None = None
        self._sent: dict[str, tuple[str, int]] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                with suppress(ValueError, KeyError, TypeError):
                    self._take(json.loads(line))

    @property
    def sent(self) -> Mapping[str, tuple[str, int]]:
        """Return the graphs that are there: digest and triples by name."""
        return self._sent

    @property
    def names(self) -> frozenset[str]:
        """Return the graphs that were ever begun, and not dropped."""
        return frozenset(self._sent)

    def begin(self, graph: str) -> None:
        """Note that *graph* is about to change, and may be half of one."""
        self._write({"graph": graph, "sha256": "", "triples": 0})

    def finish(self, graph: str, sha256: str, triples: int) -> None:
        """Note that *graph* is there."""
        self._write({"graph": graph, "sha256": sha256, "triples": triples})

    def drop(self, graph: str) -> None:
        """Note that *graph* is not there any more."""
        self._write({"graph": graph, "dropped": True})

    def choose(self, *, fill: bool) -> None:
        """Note whether the default graph is filled by us."""
        self._write({"fill": fill})

    def _take(self, event: Mapping[str, object]) -> None:
        """Apply one line."""
        if "fill" in event:
            self.fill = bool(event["fill"])
        elif event.get("dropped"):
            self._sent.pop(str(event["graph"]), None)
        else:
            triples = int(str(event["triples"]))
            self._sent[str(event["graph"])] = (str(event["sha256"]), triples)

    def _write(self, event: Mapping[str, object]) -> None:
        """Add a line, down to the disk."""
        self._take(event)
        line = json.dumps(event, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                if file.tell() and not _ends(self.path):
                    file.write("\n")
                file.write(line + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            reason = f"cannot be written ({error.strerror or error})"
            raise OutputError(self.path, reason) from error


def ledger_path(out: Path, key: str) -> Path:
    """Return where the build *out* keeps the ledger of the store called *key*."""
    return out.joinpath(*_FOLDER, f"{key}.jsonl")


def _ends(path: Path) -> bool:
    """Tell whether the last line of a file that has one is whole."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"
