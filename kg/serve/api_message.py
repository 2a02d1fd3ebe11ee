"""Hold what is asked of the service and what it answers, apart from any server."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qsl, quote

from kg.errors import KgError

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | float | bool | None"
"""What JSON can hold."""

HTML, JSON, PROBLEM = (
    "text/html; charset=utf-8",
    "application/json",
    "application/problem+json",
)
_TITLES = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


class ProblemError(KgError, ValueError):
    """A request cannot be answered: the *status* of HTTP, and the reason in words."""

    def __init__(self, status: int, detail: str) -> None:
        """Keep *status* and *detail*."""
        super().__init__(detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: *query* and *form* are pairs, *headers* have names in lower case.

    *root* is the address that the client knows the service by, without a slash at
    its end; *values* are the parts of the path that a route leaves open.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    root: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """Return the value of the parameter *name*, the last if it is given twice."""
        return dict(self.query).get(name, default)

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number from 0 to *most*; raises ProblemError for another."""
        text = self.one(name, str(default))
        whole = text.isascii() and text.isdecimal() and len(text) < 10  # noqa: PLR2004 - digits; int() takes 4300
        if not whole or int(text) > most:
            detail = (
                f"{name}: expected a whole number from 0 to {most}, got {text[:80]!r}"
            )
            raise ProblemError(400, detail)
        return int(text)

    @property
    def language(self) -> str:
        """Return ja or en: as ?lang= says, else what the client would rather read."""
        given = self.one("lang")
        if given:
            if given not in {"ja", "en"}:
                raise ProblemError(400, f"lang: expected ja or en, got {given!r}")
            return given
        wanted = weights(self.headers.get("accept-language", ""))
        return max(
            ("ja", "en"),
            key=lambda one: max(
                (q for tag, q in wanted.items() if tag.partition("-")[0] == one),
                default=0.0,
            ),
        )

    def form(self) -> tuple[tuple[str, str], ...]:
        """Return the fields of a form that was sent."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            detail = f"expected application/x-www-form-urlencoded, got {kind or 'none'}"
            raise ProblemError(415, detail)
        try:
            words = self.body.decode("utf-8")
            return tuple(
                parse_qsl(
                    words, keep_blank_values=True, max_num_fields=1000, errors="strict"
                )
            )
        except ValueError as error:
            raise ProblemError(400, f"the form cannot be read: {error}") from error


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; a *file* stands for a body that is sent from the disk."""

    status: int
    media_type: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None


def weights(header: str) -> dict[str, float]:
    """Return what a header of preferences accepts, in lower case, with its weight.

    >>> weights("ja, en;q=0.5")
    {'ja': 1.0, 'en': 0.5}
    """
    found: dict[str, float] = {}
    for item in header.lower().split(",")[:50]:
        name, *rest = (part.strip() for part in item.split(";"))
        weight = 1.0
        for part in rest:
            if part.startswith("q="):
                try:
                    weight = min(1.0, max(0.0, float(part[2:])))
                except ValueError:
                    weight = 0.0
        if name:
            found[name] = max(weight, found.get(name, 0.0))
    return found


def prefer(accept: str, offered: tuple[str, ...]) -> str | None:
    """Return which of the media types *offered* the header *accept* would have most.

    Without the header it is the first. None where it will have none of them.

    >>> prefer("text/turtle, text/html;q=0.5", ("text/html", "text/turtle"))
    'text/turtle'
    """
    if not accept.strip():
        return offered[0]
    wanted = weights(accept)

    def weight(kind: str) -> float:
        ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
        return next((wanted[one] for one in ranges if one in wanted), 0.0)

    best = max(offered, key=weight)
    return best if weight(best) > 0 else None


def reply_json(value: Json, status: int = 200, kind: str = JSON) -> Reply:
    """Return *value* as an answer in JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Reply(status, kind, text.encode("utf-8", "replace"))


def reply_html(text: str, policy: str) -> Reply:
    """Return a page, which under its *policy* runs and fetches nothing of others."""
    headers = {"Content-Security-Policy": policy}
    return Reply(200, HTML, text.encode("utf-8", "replace"), headers)


def reply_problem(status: int, detail: str) -> Reply:
    """Return why a request was not answered, as RFC 9457 has it."""
    title = _TITLES.get(status, "Error")
    return reply_json(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status,
        PROBLEM,
    )


def escaped(text: str) -> str:
    """Return *text* as a part of a path, slashes kept.

    >>> escaped("person/佐藤")
    'person/%E4%BD%90%E8%97%A4'
    """
    return quote(text, safe="/:@!$&'()*,;=~-._")
