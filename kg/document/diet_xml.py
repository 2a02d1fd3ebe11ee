"""Read the Diet's records as its API gives them in XML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from kg.document.diet import Record, group_speeches, read_meetings
from kg.document.encoding import decode, known_encoding
from kg.document.extract import Extract
from kg.errors import ConfigError, DocumentRefusedError

# <?xml version="1.0" encoding="UTF-8"?>
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_\-]+)[\"']")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")


def read_xml(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the meetings in *data*, a saved answer of the API in XML."""
    decoded = decode(data, name, encoding or _declared(data))
    text = _DECLARATION.sub("", decoded.text).lstrip("\ufeff")
    try:
        root: Element = fromstring(text)
    except (SyntaxError, ValueError) as error:
        reason = f"its XML is broken or not safe ({type(error).__name__}: {error})"
        raise DocumentRefusedError(name, reason) from None
    meetings = list(_records(root, "meetingRecord"))
    if not meetings:
        meetings = list(group_speeches(list(_records(root, "speechRecord"))))
    return tuple(
        replace(
            one,
            encoding=decoded.encoding,
            basis=decoded.basis,
            confidence=decoded.confidence,
        )
        for one in read_meetings(meetings, name)
    )


def _declared(data: bytes) -> str:
    """Return the encoding that *data* declares, if it is one known here."""
    found = _DECLARED.match(data.lstrip())
    if found is None:
        return ""
    try:
        name = known_encoding(found[1].decode("ascii"))
    except ConfigError:
        return ""
    return "" if name == "utf-8" else name


def _records(root: Element, name: str) -> Iterator[Record]:
    """Yield the elements called *name* as records; a meeting's speeches are a list."""
    for element in root.iter():
        if _tag(element) != name:
            continue
        record: dict[str, object] = {}
        speeches: list[Record] = []
        for child in element:
            if _tag(child) == "speechRecord":
                speeches.append({_tag(one): one.text for one in child})
            else:
                record[_tag(child)] = child.text
        yield {**record, "speechRecord": speeches} if speeches else record


def _tag(element: Element) -> str:
    """Return the local name of *element*."""
    return element.tag.rpartition("}")[2]
