"""Speak HTTP to one store; the only file that reaches the network."""

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from time import sleep
from types import TracebackType
from typing import Self

import httpx

from kg.errors import EndpointError

_PAUSES = (0.5, 2.0)
"""Seconds before an attempt is made again: a store may be busy for a moment."""
_BUSY = {429, 502, 503}
"""Not 504: what took too long once does so again."""
_TIMES = httpx.Timeout(10, read=600, write=120)
_MOST = 100_000_000
"""Bytes of an answer; more is a mistake, or wants a LIMIT."""
_WORDS = 200
_HINTS = {
    401: "who sends is not known there; give --user, and KG_PASSWORD or ~/.netrc",
    403: "it does not let this user do that",
    404: "nothing is there; check the path of the URL",
    405: "that cannot be done at this URL; is it the one for this use?",
    413: "one request is too large for it; send less in each with --batch",
    415: "it does not take this form of data; is it the URL for this use?",
    501: "it cannot do that; is it the URL for this use?",
}
"""What to do about a refusal, by the status of HTTP."""


@dataclass(frozen=True, slots=True)
class Login:
    """Who sends: *user* with *password*, or a *token*; given only when asked for."""

    user: str = ""
    password: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a store answered."""

    status: int
    media_type: str
    body: bytes


class _Challenged(httpx.Auth):
    """Gives the password only to a server that asks, as it asks: Basic or Digest."""

    requires_response_body = True

    def __init__(self, login: Login) -> None:
        """Keep who sends."""
        self._login = login
        self._known: httpx.Auth | None = None

    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """Send *request*, and again with what the server asked for."""
        if self._login.token:
            request.headers["Authorization"] = f"Bearer {self._login.token}"
            yield request
            return
        if self._known is not None:
            yield from self._known.auth_flow(request)
            return
        response = yield request
        if response.status_code != httpx.codes.UNAUTHORIZED:
            return
        if "digest" not in response.headers.get("www-authenticate", "").lower():
            self._known = httpx.BasicAuth(self._login.user, self._login.password)
            yield from self._known.auth_flow(request)
            return
        self._known = httpx.DigestAuth(self._login.user, self._login.password)
        flow = self._known.auth_flow(request)
        next(flow)  # the request without a password, which was made already
        yield flow.send(response)


class Client:
    """Sends requests; no proxy, no redirection, nothing from the environment."""

    def __init__(self, login: Login | None = None) -> None:
        """Be ready to send as *login*, else as nobody."""
        known = login is not None and (login.user or login.token)
        auth = _Challenged(login) if login is not None and known else None
        self._client = httpx.Client(
            auth=auth, timeout=_TIMES, trust_env=False, follow_redirects=False
        )
        self._client.headers["User-Agent"] = "gijiroku-kg"

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connections."""
        self._client.close()

    def send(
        self,
        method: str,
        url: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        missing: bool = False,
    ) -> Reply:
        """Return the reply to a request, which must be one that may be made twice.

        Where *missing* a reply that nothing is there (404) is one too. Raises
        EndpointError with the reason otherwise.
        """
        for pause in (*_PAUSES, None):
            try:
                reply = self._once(method, url, body, headers or {})
            except (httpx.RequestError, httpx.InvalidURL) as error:
                again = isinstance(error, httpx.TransportError)
                if pause is None or not again or isinstance(error, httpx.ConnectError):
                    raise EndpointError(url, _reason(error)) from error
            else:
                if reply.status not in _BUSY or pause is None:
                    return _checked(reply, url, missing=missing)
            sleep(pause)
        raise AssertionError  # the last attempt returns or raises

    def _once(
        self, method: str, url: str, body: bytes, headers: Mapping[str, str]
    ) -> Reply:
        """Make one attempt."""
        with self._client.stream(
            method, url, content=body, headers=dict(headers)
        ) as response:
            parts, size = [], 0
            for part in response.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > _MOST:
                    reason = f"the answer is larger than {_MOST} bytes; add a LIMIT"
                    raise EndpointError(url, reason)
            media_type = response.headers.get("content-type", "").partition(";")[0]
            return Reply(
                response.status_code, media_type.strip().lower(), b"".join(parts)
            )


def _checked(reply: Reply, url: str, *, missing: bool) -> Reply:
    """Return *reply* unless it is a refusal."""
    if reply.status < httpx.codes.MULTIPLE_CHOICES:
        return reply
    if missing and reply.status == httpx.codes.NOT_FOUND:
        return reply
    words = " ".join(filter(None, (_HINTS.get(reply.status), _detail(reply))))
    words = words or _first_line(reply.body)
    if httpx.codes.MULTIPLE_CHOICES <= reply.status < httpx.codes.BAD_REQUEST:
        words = "it points to another URL, which is not followed; give that one"
    reason = f"HTTP {reply.status}{f': {words}' if words else ''}"
    raise EndpointError(url, reason, reply.status)


def _detail(reply: Reply) -> str:
    """Return the reason that a server gives in the form of RFC 9457, if it does."""
    if reply.media_type != "application/problem+json":
        return ""
    try:
        found = json.loads(reply.body)["detail"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return f"({_first_line(str(found).encode())})"


def _first_line(body: bytes) -> str:
    """Return the beginning of what a server says, on one line."""
    words = " ".join(body[:4000].decode("utf-8", "replace").split())
    plain = "".join(c if c.isprintable() else "␦" for c in words)
    return plain[:_WORDS] + ("…" if len(plain) > _WORDS else "")


def _reason(error: httpx.RequestError | httpx.InvalidURL) -> str:
    """Say in a few words why there was no answer."""
    match error:
        case httpx.ConnectError():
            return f"cannot be reached ({error}); is the store running there?"
        case httpx.TimeoutException():
            return "does not answer in time; is it busy, or are its queries limited?"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return f"is no URL that can be reached ({error})"
        case httpx.DecodingError():
            return f"its answer cannot be unpacked ({error})"
    return f"the connection broke off ({type(error).__name__}), three times"
