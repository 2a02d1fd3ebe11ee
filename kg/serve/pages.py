"""Serve the files of the build: the explorer at /, its pages, its graph.

Only the files that the build had when the service began are known, by the exact
path; a path is looked up and never joined to a folder, so that none leads out.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.serve.api_message import Asked, ProblemError, Reply
from kg.serve.api_site import Holdings

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".ttl": "text/turtle; charset=utf-8",
    ".nt": "application/n-triples; charset=utf-8",
    ".nq": "application/n-quads; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".gexf": "application/xml",
    ".graphml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".gz": "application/gzip",
    ".wasm": "application/wasm",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
_FIRST = ("explorer.html", "index.html")


def list_files(folder: Path) -> dict[str, Path]:
    """Return the files of the build in *folder* by the path each is served at.

    What is hidden is not of the build, and a link that leads out of it is left out.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        return {}
    found = {f"/{path.relative_to(folder).as_posix()}": path for path in _below(folder)}
    first = next((f"/{name}" for name in _FIRST if f"/{name}" in found), None)
    return {**found, **({"/": found[first]} if first else {})}


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files in *folder* that may be shown."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        if path.resolve().is_relative_to(folder):
            yield path


def show_file(site: Holdings, asked: Asked) -> Reply:
    """Return a file of the build; the address / is the explorer, or the first page."""
    reply = find_file(site.files, asked.path)
    if reply is None:
        raise ProblemError(404, "nothing is at this path")
    return reply


def find_file(files: Mapping[str, Path], path: str) -> Reply | None:
    """Return the file that is served at *path*, None where there is none."""
    file = files.get(path)
    if file is None or not file.is_file():
        return None
    kind = _TYPES.get(file.suffix, "application/octet-stream")
    return Reply(200, kind, headers={"ETag": _tag(file)}, file=file)


def _tag(path: Path) -> str:
    """Return the mark of a file's content: a build never changes what it wrote."""
    state = path.stat()
    words = f"{path} {state.st_size} {state.st_mtime_ns}"
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'


def finish(reply: Reply, asked: Asked) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body as they are sent, with an ETag.

    What the client has already is not sent again (304).
    """
    headers = {
        "Content-Type": reply.media_type,
        "Cache-Control": "no-cache",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        **reply.headers,
    }
    if reply.file is not None:
        headers.pop("Content-Security-Policy")  # a page of the build has its own
    elif reply.status == 200:  # noqa: PLR2004 - OK
        digest = hashlib.sha256(reply.media_type.encode() + reply.body).hexdigest()
        headers["ETag"] = f'"{digest[:32]}"'
    if reply.status == 200 and _has(asked.headers, headers.get("ETag", "")):  # noqa: PLR2004
        return 304, headers, b""
    return reply.status, headers, reply.body


def _has(headers: Mapping[str, str], tag: str) -> bool:
    """Tell whether the client has what *tag* marks."""
    given = headers.get("if-none-match", "")
    tags = {one.strip().removeprefix("W/") for one in given.split(",")}
    return bool(tag) and (tag in tags or "*" in tags)
