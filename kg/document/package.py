"""Open the XML parts of an Office file, counting what they inflate to."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from kg.errors import DocumentRefusedError

_MOST_MEMBERS = 1_000
_LARGEST = 100_000_000
_CHUNK = 1 << 16


def read_parts(data: bytes, name: str, wanted: tuple[str, ...]) -> dict[str, Element]:
    """Return the XML parts of the file *data* whose names start as *wanted* say.

    Raises DocumentRefusedError where it is broken, encrypted, or a bomb; headers lie,
    so bytes are counted while they are inflated.
    """
    parts: dict[str, Element] = {}
    left = _LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if len(file.infolist()) > _MOST_MEMBERS:
                raise DocumentRefusedError(name, f"more than {_MOST_MEMBERS} parts")
            for info in file.infolist():
                if not info.filename.startswith(wanted) or info.filename in parts:
                    continue
                if not info.filename.endswith(".xml"):
                    continue
                content = b"".join(_inflate(file, info, left, name))
                left -= len(content)
                parts[info.filename] = fromstring(content)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        reason = f"is broken or encrypted ({error})"
        raise DocumentRefusedError(name, reason) from None
    except SyntaxError as error:
        raise DocumentRefusedError(name, f"its XML is broken ({error})") from None
    return parts


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
