"""Put a whole graph into one page that works offline, from a double click."""

import json
from collections.abc import Sequence

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.model.explorer import Explorer
from kg.view.block import Block, pack
from kg.view.explorer_payload import Beside, page_title, write_payload
from kg.view.page import content_policy, page_style, read_asset

EXPLORER = "explorer.html"
TEXTS_LIMIT = 1_500_000
DATASET_LIMIT = 2_500_000
"""Characters of packed texts and triples that the page itself holds; beyond them
they stand in files beside it. With a search over 100,000 things (5 MB) and the engine
(2 MB) the page stays below 12 MB, which a browser reads in a second from a disk, and
a mail server lets pass."""


def write_explorer(
    explorer: Explorer,
    dataset: bytes,
    beside: Beside,
    *,
    base: str,
    language: str = "ja",
) -> dict[str, str]:
    """Return the page, and the files that stand beside it, by name.

    *dataset* is the graph as N-Quads, with the vocabulary's labels in no graph. Write
    all in UTF-8 with line ends as LF, or the hashes of the scripts fail.
    """
    texts = json.dumps(explorer.texts, ensure_ascii=False, separators=(",", ":"))
    engine = read_asset("explorer-engine.js")
    data = (
        _place(pack("texts", texts.encode()), TEXTS_LIMIT),
        _place(pack("dataset", dataset), DATASET_LIMIT),
        pack("engine", engine.encode()),
    )
    payload = write_payload(explorer, beside, data, base, language)
    title = page_title(explorer.tables)[language]
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    blocks = (pack("payload", text.encode()), *data)
    files = {block.file: block.script for block in data if block.file}
    return {EXPLORER: _render(title, blocks, engine, language), **files}


def _place(block: Block, limit: int) -> Block:
    """Return *block* as one that stands beside the page where it is too large."""
    if len(block.packed) <= limit:
        return block
    return block.beside(f"explorer-{block.name}.js")


def _render(title: str, blocks: Sequence[Block], engine: str, language: str) -> str:
    """Return the page with its *blocks*; *engine* is what it starts later."""
    style, core = page_style("explorer.css"), read_asset("explorer.js")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    beside = any(block.file for block in blocks)
    return environment.from_string(read_asset("explorer.html")).render(
        language=language,
        title=title,
        policy=_policy(style, (core, engine), beside=beside),
        style=Markup(style),  # noqa: S704 - our own file
        core=Markup(core),  # noqa: S704 - our own file
        blocks=[block for block in blocks if not block.file],
    )


def _policy(style: str, scripts: Sequence[str], *, beside: bool) -> str:
    """Return the policy: only our scripts run, and nothing is asked for.

    The engine is WebAssembly, in a worker made of its own text, so that a query can be
    ended. Pictures that the reader saves are blobs. Only a page
    with files *beside* it may run scripts of its own folder: from a disk a browser
    checks no hash of them, and who could change them could change the page as well.
    """
    policy = content_policy(style, scripts)
    more = " 'wasm-unsafe-eval'" + (" 'self'" if beside else "")
    return policy.replace("; style-src", f"{more}; style-src").replace(
        "img-src data:", "worker-src blob:; img-src data: blob:"
    )
