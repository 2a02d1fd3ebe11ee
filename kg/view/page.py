"""Put a picture, its evidence and its table into one page that works offline."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.model import Network
from kg.view.canvas import FONTS, fill_canvas, renderer_script
from kg.view.layers import summarise
from kg.view.layout import lay_out
from kg.view.palette import DARK, LIGHT, Palette
from kg.view.record import Json, record_network
from kg.view.table import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    edge_rows,
    node_rows,
)
from kg.view.tile import FORMS

LANGUAGES = ("ja", "en")
ROWS = 300
"""Rows of each table that a browser makes at once; the others when they come near."""
_SCRIPTS = ("parts.js", "words.js", "picture.js", "panel.js", "twin.js", "controls.js")
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""What could end a script, or a line of one: </script>, <!--, U+2028, U+2029."""


def draw_network(network: Network, *, language: str = "ja", explorer: str = "") -> str:
    """Return *network* as a page in HTML; write it in UTF-8 with line ends as LF.

    With other line ends the hashes of its scripts, and so its scripts, fail. The
    reader can change *language*, ja or en; the record's own words stay Japanese.
    *explorer* is the page of the whole build that stands beside this one, or "".
    """
    picture, layout = lay_out(network)
    canvas = fill_canvas(picture, layout)
    style, script, renderer = page_style(), page_script(), renderer_script()
    summary = summarise(picture.graph)
    kinds = dict(summary.kinds)
    content = {
        "language": language,
        "words": {name: read_words(name) for name in LANGUAGES},
        "canvas": {
            "nodes": canvas.nodes,
            "edges": canvas.edges,
            "options": canvas.options,
            "screens": canvas.screens,
            "frames": canvas.frames,
            "extent": canvas.extent,
        },
        "record": record_network(network),
    }
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(read_asset("page.html"))
    return template.render(
        network=network,
        language=language,
        explorer=explorer,
        words=read_words(language),
        policy=content_policy(style, (renderer, script)),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own files
        renderer=Markup(renderer),  # noqa: S704 - pinned by its hash in a test
        content=Markup(inert_json(content)),  # noqa: S704 - escaped there
        kinds=[(kind, kinds[kind]) for kind in FORMS if kind in kinds],
        summary=summary,
        most=ROWS,
        tables=(
            ("nodes", NODE_COLUMNS, node_rows(network)),
            ("edges", EDGE_COLUMNS, edge_rows(network)),
        ),
    )


def read_words(language: str) -> dict[str, str]:
    """Return the words of the interface in *language*, by key."""
    words: dict[str, str] = json.loads(read_asset(f"{language}.json"))
    return words


def page_style(*sheets: str) -> str:
    """Return the style sheet, with the colours of both screens as variables.

    *sheets* are further ones, for another page than a picture's.
    """
    light, dark = _variables(LIGHT), _variables(DARK)
    more = "".join(read_asset(name) for name in sheets)
    return (
        f":root {{ --fonts: {FONTS}; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"{read_asset('page.css')}{more}"
    )


def page_script() -> str:
    """Return our own script, the same on every page with a picture."""
    return wrap_script(_SCRIPTS)


def wrap_script(names: Iterable[str]) -> str:
    """Return the scripts called *names* as one, which leaves nothing global."""
    parts = "\n".join(read_asset(name) for name in names)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def content_policy(style: str, scripts: Iterable[str]) -> str:
    """Return the policy under which nothing runs, or is asked for, but *scripts*."""
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; "
        "img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def inert_json(value: Json) -> str:
    r"""Return *value* as JSON that cannot leave the script element it stands in.

    >>> inert_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _variables(palette: Palette) -> str:
    """Return the colours of *palette* as variables of CSS."""
    colours: Mapping[str, str] = {
        "paper": palette.paper,
        "ink": palette.ink,
        "frame": palette.frame,
        "heading": palette.heading,
        "line": palette.line,
        **palette.strong,
        **{f"{kind}-soft": colour for kind, colour in palette.soft.items()},
    }
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def _hash(text: str) -> str:
    """Return the source expression that allows *text* in a policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def read_asset(name: str) -> str:
    """Return the text of one of the page's parts."""
    return files("kg.view").joinpath("assets", name).read_text(encoding="utf-8")
