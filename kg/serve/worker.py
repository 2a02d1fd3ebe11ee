"""Load the graph once, and fork workers that answer from it; runs apart.

The process that loads has no thread and no network. A worker is a copy of it that
shares its memory until it writes, so that one costs milliseconds and some megabytes,
whatever the graph has. It ends when its time is over: the clock of the system kills
it, which needs nothing of a program that may hang.
"""

import gc
import gzip
import importlib
import json
import os
import signal
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError, QueryError
from kg.graph.description import write_description
from kg.graph.endpoint import GraphMissingError, Protocol, PublishedStore
from kg.graph.written import Bounds, FormatError, LargeAnswerError
from kg.serve.confine import STACK, confine, die_with_parent, limit_memory
from kg.serve.frame import Head, pack, receive
from kg.serve.limits import Limits

_GRACE = 0.5
"""Seconds that the parent has for ending a worker before its own clock does."""

_SMALL = 1400
"""Bytes that fit one packet, and gain nothing from being made smaller."""

_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (LargeAnswerError, 413),
    (FormatError, 406),
    (GraphMissingError, 404),
    (QueryError, 400),
    (KgError, 400),
    (MemoryError, 503),
    (RecursionError, 403),
)
_WORDS = {
    503: "the query needs too much memory; ask for less",
    403: "the query is nested too deeply",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a worker answers from; *made* are things prepared, by their makers."""

    store: PublishedStore
    made: Mapping[str, Any]
    tasks: Mapping[str, tuple[str, str]]
    limits: Limits


def main(control: int, settings: str) -> None:
    """Load what *settings* say, then fork or end workers as *control* tells.

    A line comes for each order, and one goes back: fork (with the worker's end of a
    link) gives its number, end NUMBER how it ended. The first line sent tells what
    was loaded, or why nothing was.
    """
    apart = confine()
    link = socket.socket(fileno=control)
    given = json.loads(settings)
    try:
        shelf = _load(given)
    except (KgError, OSError, MemoryError) as error:
        link.sendall(_line({"error": " ".join(str(error).split())}))
        return
    gc.collect()
    gc.freeze()  # or the collector writes to, and so copies, all that is shared
    link.sendall(_line({"digest": shelf.store.digest, "apart": apart}))
    children: set[int] = set()
    while True:
        order, files, _, _ = socket.recv_fds(link, 256, 1)
        if not order:
            break
        if files:
            number = _fork(files[0], link, shelf)
            children.add(number)
            link.sendall(_line({"number": number}))
        else:
            number = int(order)
            children.discard(number)
            link.sendall(_line({"ended": _end(number)}))
    for number in children:
        _end(number)


def _load(given: Mapping[str, Any]) -> Shelf:
    """Return the shelf that *given* describes."""
    store = PublishedStore(Path(given["file"]))
    made: dict[str, Any] = {"": store}
    for _, prepare in given["tasks"].values():
        if prepare not in made:
            made[prepare] = _find(prepare)(store)
    for run, _ in given["tasks"].values():
        _find(run)  # imported once, before there are workers
    tasks = {name: (run, prepare) for name, (run, prepare) in given["tasks"].items()}
    return Shelf(store, made, tasks, Limits(**given["limits"]))


def _fork(handle: int, control: socket.socket, shelf: Shelf) -> int:
    """Return the number of a new worker, which answers on the link *handle*."""
    number = os.fork()
    if number:
        os.close(handle)
        return number
    try:
        control.close()
        die_with_parent()
        limit_memory(shelf.limits.memory)
        threading.stack_size(STACK)
        link = socket.socket(fileno=handle)
        thread = threading.Thread(target=_serve, args=(link, shelf))
        thread.start()
        thread.join()
    finally:
        os._exit(0)


def _end(number: int) -> int:
    """End the worker *number*, and return the signal or code that it ended by."""
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    except ChildProcessError:
        return 0


def _serve(link: socket.socket, shelf: Shelf) -> None:
    """Answer each message on *link*, until it ends."""
    while (message := receive(link)) is not None:
        head, body = message
        signal.setitimer(signal.ITIMER_REAL, float(head["seconds"]) + _GRACE)
        answer = _answer(shelf, head, body)
        signal.setitimer(signal.ITIMER_REAL, 0)
        link.sendall(answer)


def _answer(shelf: Shelf, head: Head, body: bytes) -> bytes:
    """Return the answer to one message, whatever goes wrong."""
    try:
        data, media = _KINDS[head["kind"]](shelf, head, body)
    except Exception as error:  # noqa: BLE001 - a worker must outlive any mistake
        return _refusal(error)
    if len(data) > shelf.limits.size:
        return _refusal(LargeAnswerError("the answer is too large; ask for less"))
    zipped = bool(head.get("zip")) and len(data) > _SMALL
    if zipped:
        data = gzip.compress(data, 4, mtime=0)
    return pack({"status": 200, "media": media, "zipped": zipped}, data)


def _refusal(error: Exception) -> bytes:
    """Return the answer that tells *error*."""
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 500)
    detail = _WORDS.get(status, str(error))
    if status == 500:  # noqa: PLR2004 - a mistake of ours
        detail = f"the server made a mistake ({type(error).__name__})"
    return pack({"status": status, "detail": detail})


def _query(shelf: Shelf, head: Head, body: bytes) -> tuple[bytes, str]:
    """Return the answer to a query of others."""
    asked = Protocol(
        query=body.decode(),
        results=head["results"],
        graphs=head["graphs"],
        default=tuple(head["default"]),
        named=tuple(head["named"]),
        base=head["base"],
    )
    return shelf.store.answer(asked, _bounds(shelf))


def _rows(shelf: Shelf, _: Head, body: bytes) -> tuple[bytes, str]:
    """Return the rows of a query of our own as JSON."""
    return json.dumps(shelf.store.rows(body.decode())).encode(), "application/json"


def _graph(shelf: Shelf, head: Head, _: bytes) -> tuple[bytes, str]:
    """Return one graph whole."""
    media = head["graphs"]
    return shelf.store.graph(head["graph"], media, _bounds(shelf)), media


def _census(shelf: Shelf, _: Head, __: bytes) -> tuple[bytes, str]:
    """Return how much there is of what."""
    return json.dumps(shelf.store.census()).encode(), "application/json"


def _describe(_: Shelf, head: Head, body: bytes) -> tuple[bytes, str]:
    """Return the description of the service, or of its dataset."""
    media = head["graphs"]
    census = json.loads(body)
    return write_description(head["what"], head["about"], census, media), media


def _call(shelf: Shelf, head: Head, body: bytes) -> tuple[bytes, str]:
    """Return what a task answers."""
    run, prepare = shelf.tasks[head["task"]]
    found = _find(run)(shelf.made[prepare], json.loads(body))
    return json.dumps(found).encode(), "application/json"


_KINDS: Mapping[str, Callable[[Shelf, Head, bytes], tuple[bytes, str]]] = {
    "query": _query,
    "rows": _rows,
    "graph": _graph,
    "census": _census,
    "describe": _describe,
    "call": _call,
}


def _bounds(shelf: Shelf) -> Bounds:
    """Return how large an answer may be."""
    return Bounds(shelf.limits.rows, shelf.limits.size)


def _find(target: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Return the function that *target* (module:name) names."""
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _line(message: Mapping[str, Any]) -> bytes:
    """Return *message* as a line."""
    return json.dumps(message).encode() + b"\n"
