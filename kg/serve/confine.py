"""Take from a process what it has no use for, as far as the system can."""

import ctypes
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

STACK = 256 << 20
"""Bytes of the stack that a query runs on: what is nested takes much of it."""

_DEATH_SIGNAL, _NEW_USER, _NEW_NETWORK = 1, 0x10000000, 0x40000000


def confine() -> bool:
    """Take from this process what it has no use for, where the system can.

    Returns whether it has no network any more.
    """
    apart = False
    for name in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        with suppress(OSError, ValueError):
            resource.setrlimit(name, (0, 0))
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        apart = bool(library.unshare(_NEW_USER | _NEW_NETWORK) == 0)
    die_with_parent()
    return apart


def die_with_parent() -> None:
    """Let the system end this process when its parent ends, where it can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)


def limit_memory(memory: int) -> None:
    """Let this process take *memory* bytes, beside what it shares already.

    If the machine itself runs out of memory, a worker is what ends first.
    """
    with suppress(OSError, ValueError):
        held = int(Path("/proc/self/statm").read_text().split()[0])
        most = held * resource.getpagesize() + memory + STACK
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")
