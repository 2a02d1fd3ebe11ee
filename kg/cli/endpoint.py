"""Reach a store elsewhere: what a command is given, and who it sends as."""

import netrc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from kg.cli.terminal import warn
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.push import Client, Login, RemoteStore

Endpoint = Annotated[
    str | None,
    typer.Option(
        "--endpoint", metavar="URL", help="A SPARQL endpoint, asked instead of --data."
    ),
]
User = Annotated[
    str | None,
    typer.Option(
        "--user",
        help="Who sends; the password is in KG_PASSWORD, or in ~/.netrc. "
        "A token is in KG_TOKEN.",
    ),
]


@contextmanager
def reach(user: str | None, *urls: str) -> Iterator["Client"]:
    """Give a client that sends as *user* to *urls*."""
    from kg.push import Client
    from kg.push.target import is_open

    login = read_login(user, urls[0])
    if (login.user or login.token) and any(map(is_open, urls)):
        host = urlsplit(urls[0]).hostname
        warn(f"kg: the password goes to {host} unencrypted; use https where you can")
    with Client(login) as client:
        yield client


@contextmanager
def remote_store(url: str, user: str | None) -> Iterator["RemoteStore"]:
    """Give the store that answers at *url*."""
    from kg.push import RemoteStore, check_url

    with reach(user, check_url(url, "--endpoint")) as client:
        yield RemoteStore(client, url)


def read_login(user: str | None, url: str) -> "Login":
    """Return who sends to *url*: as *user*, else as ~/.netrc says of the host.

    Passwords are never words of the command, which every process can read. Raises
    ConfigError where there is none for *user*.
    """
    from kg.push import Login

    environ = os.environ  # noqa: TID251 - where secrets are given
    token, password = environ.get("KG_TOKEN", ""), environ.get("KG_PASSWORD", "")
    if user is not None and password:
        return Login(user, password)
    host = urlsplit(url).hostname or ""
    found = _netrc(Path(environ.get("NETRC", "~/.netrc")).expanduser(), host)
    if found is not None and user in {None, found[0]}:
        return Login(*found)
    if user is not None:
        message = (
            f"--user {user}: no password; set KG_PASSWORD, or write "
            f"`machine {host} login {user} password …` in ~/.netrc"
        )
        raise ConfigError(message)
    return Login(token=token)


def _netrc(path: Path, host: str) -> tuple[str, str] | None:
    """Return user and password for *host* in the file at *path*."""
    if not path.is_file():
        return None
    try:
        found = netrc.netrc(path).authenticators(host)
    except (netrc.NetrcParseError, OSError) as error:
        message = f"{path}: cannot be read: {error}"
        raise ConfigError(message) from error
    return None if found is None else (found[0], found[2])
