"""Read what a request carries, strictly: UTF-8, whole percent signs, a known type."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.serve.reply import Refused

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_BROKEN = re.compile(r"%(?![0-9A-Fa-f]{2})")
_FIELDS = 100
_UTF8 = {"", "utf-8", "utf8", "us-ascii"}

Pairs = Sequence[tuple[str, str]]


def read_pairs(data: bytes, where: str) -> Pairs:
    """Return the fields of a form or of the query part of an address, *where* it is."""
    try:
        text = data.decode("utf-8")
        if _BROKEN.search(text):
            detail = f"{where}: a percent sign must be followed by two hex digits"
            raise Refused(400, detail)
        return parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS
        )
    except UnicodeDecodeError:
        raise Refused(400, f"{where}: expected UTF-8, found other bytes") from None
    except ValueError:
        raise Refused(400, f"{where}: more than {_FIELDS} fields") from None


def read_text(data: bytes) -> str:
    """Return *data* as text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        detail = f"expected UTF-8, found other bytes (at byte {error.start})"
        raise Refused(400, detail) from None


def client_of(request: Request) -> str:
    """Return the address that *request* came from, "" where there is none."""
    return request.client.host if request.client else ""


def media_type(request: Request) -> str:
    """Return the type of the body of *request*; it must be text in UTF-8."""
    kind, *rest = request.headers.get("content-type", "").split(";")
    for one in rest:
        name, _, value = one.partition("=")
        charset = value.strip().strip('"').lower()
        if name.strip().lower() == "charset" and charset not in _UTF8:
            detail = f"expected UTF-8, found charset {charset[:40]!r}; send UTF-8"
            raise Refused(415, detail)
    return kind.strip().lower()


async def read_body(request: Request, most: int) -> bytes:
    """Return the body of *request*, of *most* bytes; raises Refused above them."""
    refused = Refused(
        413, f"the body may have {most} bytes; send less", {"Connection": "close"}
    )
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > 15 or int(length) > most:  # noqa: PLR2004 - 10^15 bytes
        raise refused
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise refused
    return body
