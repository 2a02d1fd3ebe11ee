"""Hold what a request is answered with: bytes of a type, or a refusal with a reason."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

PROBLEM = "application/problem+json"

TITLES: Mapping[int, str] = {
    400: "The request cannot be read",
    403: "The request is not allowed",
    404: "There is nothing here",
    405: "This server only reads",
    406: "No such format",
    408: "The request took too long to arrive",
    413: "Too large",
    415: "This type of body cannot be read",
    429: "Too much query time was used",
    431: "The head of the request is too large",
    500: "The server made a mistake",
    503: "The server cannot answer now",
    504: "The query took too long",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the graph answered: *body* in the format *media* (text/turtle …)."""

    body: bytes
    media: str
    rows: int = 0


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A request is refused: a *status* of HTTP, and the reason in one sentence.

    *detail* says what was expected, what was found and what to do; it never repeats
    the query.
    """

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        """Keep *status*, *detail* and the *headers* that the answer has besides."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}

    def body(self) -> bytes:
        """Return the refusal as a problem of RFC 9457."""
        problem = {
            "type": "about:blank",
            "title": TITLES.get(self.status, "The request is refused"),
            "status": self.status,
            "detail": self.detail,
        }
        return (json.dumps(problem, ensure_ascii=False) + "\n").encode()
