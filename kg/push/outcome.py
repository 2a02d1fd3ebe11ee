"""Say how a build is sent, and what came of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How a build is sent.

    *batch* is the most triples of a request, None for what stores bear. *fill* tells
    whether they are put into the default graph too, None to look whether it shows
    the named graphs already.
    *force* sends what is there; *prune* drops what the build has no more; *rehearse*
    sends nothing; without *vocabulary* codes and themes stay here.
    """

    batch: int | None = None
    fill: bool | None = None
    force: bool = False
    prune: bool = False
    rehearse: bool = False
    vocabulary: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One graph of *total*: what was *done* with it, and why not (*reason*)."""

    graph: str
    place: int
    total: int
    triples: int
    done: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What came of it: graphs by what was done, and those that failed with a reason.

    *there* counts triples that are now in the store. *checked* tells whether the
    store itself was asked for them, *union* how its default graph shows them.
    """

    sent: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    leftover: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    there: int
    checked: bool
    union: str
