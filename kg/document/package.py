"""Open the XML parts of an Office file, counting what they inflate to."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from kg.errors import DocumentRefusedError

_MOST_MEMBERS = 1_000
_LARGEST = 100_000_000
_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


def read_parts(data: bytes, name: str, wanted: tuple[str, ...]) -> dict[str, Element]:
    """Return the XML parts of the file *data* whose names start as *wanted* say.

    Raises DocumentRefusedError where it is broken, encrypted, or a bomb; headers lie,
    so bytes are counted while they are inflated.
    """
    parts: dict[str, Element] = {}
    for part, content in _contents(data, name, wanted).items():
        try:
            parts[part] = fromstring(content)
        except (SyntaxError, ValueError) as error:
            reason = f"its XML is broken or not safe ({type(error).__name__})"
            raise DocumentRefusedError(name, reason) from None
    return parts


def _contents(data: bytes, name: str, wanted: tuple[str, ...]) -> dict[str, bytes]:
    """Return the bytes of the parts that are *wanted*."""
    contents: dict[str, bytes] = {}
    left = _LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = file.infolist()
            _refuse_many(len(infos), name)
            for info in infos:
                part = info.filename
                if part.startswith(wanted) and part.endswith(".xml"):
                    contents[part] = b"".join(_inflate(file, info, left, name))
                    left -= len(contents[part])
    except DocumentRefusedError:
        raise
    except _BROKEN as error:
        reason = f"is broken or encrypted ({error})"
        raise DocumentRefusedError(name, reason) from None
    return contents


def _refuse_many(count: int, name: str) -> None:
    """Refuse a file of too many parts."""
    if count > _MOST_MEMBERS:
        raise DocumentRefusedError(name, f"holds more than {_MOST_MEMBERS:,} parts")


def _inflate(
    file: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str
) -> Iterator[bytes]:
    """Yield the bytes of one part, until more than *left* have come out."""
    with file.open(info) as part:
        while chunk := part.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                reason = f"inflates to more than {_LARGEST:,} bytes"
                raise DocumentRefusedError(name, reason)
            yield chunk
