"""Say why a worker ended before it had answered."""

from collections.abc import Mapping
from signal import SIGABRT, SIGALRM, SIGKILL

from kg.serve.reply import Refused

_MEMORY = "memory", 503, "the query needs too much memory; ask for less"
_ENDINGS: Mapping[int, tuple[str, int, str]] = {
    -SIGABRT: _MEMORY,
    -SIGKILL: _MEMORY,  # the system's own choice when memory runs out
    -SIGALRM: ("time", 504, "the query took too long; ask for less"),
}
_BROKE = "crash", 503, "the query broke the engine; write it more simply"


def tell_ending(code: int) -> tuple[str, Refused]:
    """Return what is counted, and what is answered, where a worker ended by *code*.

    >>> tell_ending(-11)[0]
    'crash'
    """
    reason, status, detail = _ENDINGS.get(code, _BROKE)
    return reason, Refused(status, detail)
