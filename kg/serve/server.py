"""Run the server: load the build, listen, load again when the build changes, stop."""

import asyncio
import gc
import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import uvicorn

from kg.errors import ConfigError, DocumentMissingError
from kg.serve.application import create_application, tasks
from kg.serve.budget import Budget, is_local
from kg.serve.build import DATASET, build_state, read_base, shown_folder
from kg.serve.guarded import Guarded
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.site import Site
from kg.serve.watch import keep_fresh
from kg.serve.wire import BoundedHttp

_TOGETHER = (
    "this system gives no process without a network: that queries reach nothing "
    "rests on the words SERVICE and LOAD being refused"
)
_ENOUGH = 1000
"""Connections at once; more are told to come again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens, and how it is called from there.

    *address* is how clients call it, where that is not what it listens on.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    address: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to serve: in which *language*, within which *limits*, telling whom.

    *base* is that of the IRIs where the build does not say its own. *started* is
    given the address, *say* what matters later, *log* each request (or is None).
    """

    base: str
    language: str
    started: Callable[[str], None]
    say: Callable[[str], None]
    log: Callable[[str], None] | None = None
    limits: Limits = field(default_factory=Limits)


class _Server(uvicorn.Server):
    """Stops at a signal, and leaves the rest to its caller.

    uvicorn would send itself the signal again, before any worker could be ended.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop at a signal while the block runs."""
        loop = asyncio.get_running_loop()
        for one in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(one, self.handle_exit, one, None)
        yield


def serve_build(out: Path, place: Place, manner: Manner) -> None:
    """Serve the build in the folder *out* until a signal comes.

    Raises DocumentMissingError where there is none, ConfigError where the place
    cannot be listened on, ResourceError where the build cannot be loaded.
    """
    if not hasattr(os, "fork"):
        message = "kg serve forks its workers, which Windows cannot: use WSL or Linux"
        raise ConfigError(message)
    if place.address and not place.address.startswith(("http://", "https://")):
        message = f"--url: expected http:// or https://, got {place.address!r}"
        raise ConfigError(message)
    if sys.platform != "linux" and not is_local(place.host):
        message = "memory has a limit on Linux alone: elsewhere leave --host as it is"
        raise ConfigError(message)
    if not (out / DATASET).is_file():
        raise DocumentMissingError(out / DATASET)
    with _listening(place) as listening:
        factory = _config(Guarded).get_loop_factory()
        with (
            asyncio.Runner(loop_factory=factory) as runner,
            suppress(KeyboardInterrupt),
        ):
            runner.run(_run(out, listening, place, manner))


async def _run(
    out: Path, listening: socket.socket, place: Place, manner: Manner
) -> None:
    """Load the build in *out*, and answer on *listening*."""
    pool = Pool(tasks(), manner.limits)
    address = place.address.rstrip("/") or _address(listening, place.host)
    site = Site(
        out=out,
        graph=pool,
        base=read_base(out, manner.base),
        address=address,
        language=manner.language,
        current=lambda: shown_folder(out),
        budget=Budget(manner.limits.budget),
    )
    begun, state = monotonic(), build_state(out)
    try:
        await pool.open(out / DATASET)
        manner.say(f"{out}: loaded in {monotonic() - begun:.1f} s")
        if not pool.apart:
            manner.say(_TOGETHER)
        app = Guarded(create_application(site), pool.metrics, manner.log)
        server = _Server(_config(app))
        fresh = asyncio.create_task(keep_fresh(out, pool, state, manner.say))
        gc.collect()
        gc.freeze()  # what is here stays: the collector need not look at it again
        manner.started(address)
        await server.serve([listening])
        fresh.cancel()
    finally:
        await pool.close()


def _config(app: "Callable[..., object]") -> uvicorn.Config:
    """Return how uvicorn shall serve *app*."""
    return uvicorn.Config(
        app=app,
        http=BoundedHttp,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_ENOUGH,
        timeout_graceful_shutdown=5,
    )


@contextmanager
def _listening(place: Place) -> Iterator[socket.socket]:
    """Give a socket that listens at *place*; raises ConfigError."""
    try:
        family, _, _, _, where = socket.getaddrinfo(
            place.host, place.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.create_server(where[:2], family=family, backlog=1024)
    except OSError as error:
        message = (
            f"cannot listen on {place.host}, port {place.port}: "
            f"{error.strerror or error}; choose another with --host or --port"
        )
        raise ConfigError(message) from error
    with listening:
        yield listening


def _address(listening: socket.socket, host: str) -> str:
    """Return how clients call what listens on *host*; for all, by the machine's name.

    IPv6 stands in brackets, as [::1].
    """
    with suppress(ValueError):
        found = ipaddress.ip_address(host)
        if found.is_unspecified:
            host = socket.gethostname()
        elif found.version == 6:  # noqa: PLR2004 - of the Internet Protocol
            host = f"[{host}]"
    return f"http://{host}:{listening.getsockname()[1]}"
