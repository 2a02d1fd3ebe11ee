"""Run the server: load the build, listen, load again when the build changes, stop."""

import asyncio
import ipaddress
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from kg.errors import ConfigError, DocumentMissingError, KgError
from kg.serve.application import create_application, tasks
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.site import Site
from kg.serve.wire import BoundedHttp

_DATASET = "dataset.nq"
_CURRENT = Path(".kg") / "current"
_LOOK = 1.0
"""Seconds between two looks whether there is a new build."""

_TRY_AGAIN = 10.0
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
class Told:
    """Where the server speaks: *say* what matters, *log* each request (or None)."""

    say: Callable[[str], None]
    log: Callable[[str], None] | None = None
    limits: Limits = field(default_factory=Limits)


def serve_build(out: Path, place: Place, base: str, language: str, told: Told) -> None:
    """Serve the build in the folder *out* until a signal comes.

    Raises DocumentMissingError where there is none, ConfigError where the place
    cannot be listened on.
    """
    if not hasattr(os, "fork"):
        message = "kg serve forks its workers, which Windows cannot: use WSL or Linux"
        raise ConfigError(message)
    if not (out / _DATASET).is_file():
        raise DocumentMissingError(out / _DATASET)
    with _listening(place) as listening:
        config = uvicorn.Config(
            app="",
            http=BoundedHttp,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            limit_concurrency=_ENOUGH,
            timeout_graceful_shutdown=5,
        )
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            running = _run(config, listening, out, _site(out, place, base, language))
            with suppress(KeyboardInterrupt):
                runner.run(running(told))


def read_base(out: Path, default: str) -> str:
    """Return the base of the IRIs in the build in *out*, as it says itself."""
    try:
        manifest = json.loads((out / "build.json").read_text(encoding="utf-8"))
        return str(manifest["settings"]["base"])
    except (OSError, ValueError, KeyError, TypeError):
        return default
