"""Hold what one request may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query, a worker and a client may use.

    *seconds* of one query, *rows* and *size* in bytes of its answer, *memory* in
    bytes that a worker may take beside the graph; *task* seconds of a function of
    our own; *waiting* requests for a worker, each for *patience* seconds at most;
    *budget* seconds of queries that one client may use in a minute, this machine's
    own clients apart; *kept* bytes of answers that may be asked for again.
    """

    seconds: float = 2.0
    task: float = 10.0
    rows: int = 100_000
    size: int = 10_000_000
    memory: int = 1 << 30
    workers: int = 4
    waiting: int = 64
    patience: float = 20.0
    budget: float = 60.0
    kept: int = 64_000_000
