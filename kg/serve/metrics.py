"""Count requests, their times and what was killed, in the text form of Prometheus.

No query, no name and no address of a client is kept.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds that part the classes of a histogram."""


@dataclass(slots=True)
class Histogram:
    """How often something took how long."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        """Count one that took *seconds*."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


@dataclass(slots=True)
class Metrics:
    """What the server did since it began."""

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    times: dict[str, Histogram] = field(default_factory=dict)
    sent: int = 0

    def answered(self, route: str, status: int, size: int) -> None:
        """Count an answer of *size* bytes to a request for *route*."""
        self.requests[route, status] += 1
        self.sent += size

    def worked(self, kind: str, seconds: float) -> None:
        """Count the *seconds* that a worker was busy with a *kind* of message."""
        self.times.setdefault(kind, Histogram()).add(seconds)

    def killed(self, reason: str) -> None:
        """Count a worker that ended before it had answered: time, memory, crash."""
        self.kills[reason] += 1

    def text(self, *, workers: int, waiting: int) -> str:
        """Return everything in the text form of Prometheus."""
        lines = [*_head("requests_total", "counter", "Requests by route and status.")]
        lines += [
            f'kg_requests_total{{route="{route}",status="{status}"}} {number}'
            for (route, status), number in sorted(self.requests.items())
        ]
        lines += _head("sent_bytes_total", "counter", "Bytes of bodies that were sent.")
        lines += [f"kg_sent_bytes_total {self.sent}"]
        lines += _head("workers", "gauge", "Workers that are there.")
        lines += [f"kg_workers {workers}"]
        lines += _head("waiting", "gauge", "Requests that wait for a worker.")
        lines += [f"kg_waiting {waiting}"]
        lines += _head("kills_total", "counter", "Workers that ended in a query.")
        lines += [
            f'kg_kills_total{{reason="{reason}"}} {self.kills[reason]}'
            for reason in ("crash", "memory", "time")
        ]
        lines += _head("work_seconds", "histogram", "Seconds of work by its kind.")
        for kind, histogram in sorted(self.times.items()):
            lines += _classes(kind, histogram)
        return "\n".join(lines) + "\n"


def _head(name: str, kind: str, meaning: str) -> list[str]:
    """Return the two lines that stand before the values of a metric."""
    return [f"# HELP kg_{name} {meaning}", f"# TYPE kg_{name} {kind}"]


def _classes(kind: str, histogram: Histogram) -> list[str]:
    """Return the lines of one histogram."""
    lines, sum_ = [], 0
    for bound, number in zip((*BOUNDS, "+Inf"), histogram.counts, strict=True):
        sum_ += number
        lines.append(f'kg_work_seconds_bucket{{kind="{kind}",le="{bound}"}} {sum_}')
    lines.append(f'kg_work_seconds_sum{{kind="{kind}"}} {histogram.total:.6f}')
    lines.append(f'kg_work_seconds_count{{kind="{kind}"}} {sum_}')
    return lines
