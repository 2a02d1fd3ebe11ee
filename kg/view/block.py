"""Pack data into a page: compressed, in base64, in an element that nothing runs."""

import gzip
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

import deflate

_LEVEL = 9
_SIDE_SCRIPT = "globalThis.KgBlocks=Object.assign(globalThis.KgBlocks||{},{%s:%s});\n"


@dataclass(frozen=True, slots=True)
class Block:
    """Data as they stand in a page; *digest* and *size* are of what they inflate to.

    *file* is where they stand instead, beside the page, or "".
    """

    name: str
    packed: str
    size: int
    digest: str
    file: str = ""

    @property
    def script(self) -> str:
        """Return the file that hands the data to the page.

        A page from a disk may not read files beside it, but it may run them; so the
        data come as a script that only puts them down under their name.
        """
        return _SIDE_SCRIPT % (f'"{self.name}"', f'"{self.packed}"')

    def beside(self, file: str) -> "Block":
        """Return the block as one that stands in *file*."""
        return Block(self.name, self.packed, self.size, self.digest, file)


def pack(name: str, data: bytes) -> Block:
    """Return *data* as gzip in base64; equal data give equal text on every machine.

    The zlib that Python runs on is not the same everywhere: Fedora, and Python's own
    builds for Windows from 3.14, have zlib-ng, whose bytes differ from zlib's, and from
    one processor to another. The wheel `deflate` brings libdeflate, pinned, whose
    choices depend on data and level alone. Its header has no time and no name.
    """
    packed = b64encode(deflate.gzip_compress(data, _LEVEL)).decode("ascii")
    return Block(name, packed, len(data), sha256(data).hexdigest())


def unpack(packed: str) -> bytes:
    """Return the data in *packed*, as the browser does.

    >>> unpack(pack("texts", "議事".encode()).packed).decode()
    '議事'
    """
    return gzip.decompress(b64decode(packed))
