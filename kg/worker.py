"""Run a function over foreign bytes in a child process that has limits."""

import contextlib
import ctypes
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from threading import Thread
from typing import BinaryIO

from kg.errors import DocumentRefusedError, WorkerError

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from kg.worker import serve; serve(*sys.argv[2:])"
)
_DEATH_SIGNAL = 1
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_DONE, _REFUSED = b"+", b"-"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: *seconds*, *memory* and *answer* in bytes."""

    seconds: float = 30
    memory: int = 1_610_612_736
    answer: int = 400_000_000


def run_worker(target: str, data: bytes, limits: Limits | None = None) -> bytes:
    """Return what the function *target* (module:name) makes of *data*, in a child.

    The child is a fresh interpreter in a group of its own, with bytes in and bytes
    out through pipes; nothing is pickled. Raises WorkerError with the reason in one
    line: what *target* refused, or that it was too slow, too large, or crashed. Off
    Linux there is the time limit only.
    """
    limits = limits or Limits()
    paths = json.dumps([path for path in sys.path if path])
    words = [
        sys.executable,
        "-I",
        "-c",
        _BOOT,
        paths,
        target,
        json.dumps(asdict(limits)),
    ]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and words
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        answer = _exchange(process, data, limits)
    kind, body = answer[:1], answer[1:]
    if kind == _REFUSED:
        raise WorkerError(body.decode("utf-8", "replace"))
    if kind != _DONE:
        raise WorkerError(_death(process.returncode, limits))
    return body


def serve(target: str, limits: str) -> None:
    """Be the child: limit this process, run *target* over stdin, answer on stdout.

    Whatever goes wrong in a reader becomes one line for the parent.
    """
    pipe = os.dup(sys.stdout.fileno())
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a file
        os.dup2(nowhere.fileno(), sys.stdout.fileno())  # libraries print warnings
    limit_process(Limits(**json.loads(limits)))
    try:
        answer = _DONE + _find(target)(sys.stdin.buffer.read())
    except DocumentRefusedError as error:
        answer = _REFUSED + error.reason.encode("utf-8", "replace")
    except MemoryError:
        answer = _REFUSED + b"needs too much memory to be read"
    except RecursionError:
        answer = _REFUSED + b"is nested too deeply"
    except Exception as error:  # noqa: BLE001 - a reader may raise anything at all
        answer = _REFUSED + f"cannot be read ({type(error).__name__})".encode()
    with os.fdopen(pipe, "wb") as out:
        out.write(answer)


def limit_process(limits: Limits) -> None:
    """Take from this process what a reader has no use for, where the system can."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on every system

        seconds = int(limits.seconds) + 1
        for name, value in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
        ):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(name, (value, value))
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_DEATH_SIGNAL, signal.SIGKILL)
        library.unshare(_NEW_USER | _NEW_NETWORK)  # where it is allowed


def _find(target: str) -> Callable[[bytes], bytes]:
    """Return the function that *target* names, imported only in the child."""
    module, _, name = target.partition(":")
    function: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
    return function


def _exchange(process: "subprocess.Popen[bytes]", data: bytes, limits: Limits) -> bytes:
    """Give *process* the *data* and return its answer; kill it when time is over."""
    source, sink = process.stdin, process.stdout
    if source is None or sink is None:  # both are pipes
        return b""
    answers: list[bytes] = []
    writer = Thread(target=_feed, args=(source, data), daemon=True)
    reader = Thread(
        target=lambda: answers.append(sink.read(limits.answer + 1)), daemon=True
    )
    writer.start()
    reader.start()
    reader.join(limits.seconds)
    late = reader.is_alive()
    too_long = bool(answers) and len(answers[0]) > limits.answer
    if late or too_long:
        _kill(process)
    reader.join()
    writer.join()
    process.wait()
    if late:
        return (
            _REFUSED + f"took longer than {limits.seconds:g} seconds to read".encode()
        )
    if too_long:
        return _REFUSED + b"is too large when it is unpacked"
    return answers[0]


def _feed(pipe: BinaryIO, data: bytes) -> None:
    """Write *data* to *pipe* and close it, though the child may have ended."""
    with contextlib.suppress(OSError):
        pipe.write(data)
    with contextlib.suppress(OSError):
        pipe.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End *process* with everything that it started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _death(code: int, limits: Limits) -> str:
    """Say how a child ended that gave no answer."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return f"took longer than {limits.seconds:g} seconds to read"
    return f"made its reader crash (exit {code}); the file is broken or hostile"
