"""Turn a network into what vis-network draws, through pyvis, which ships it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from pyvis.network import Network as PyvisNetwork

from kg.model import Edge
from kg.view.measure import FONT_SIZE, Box
from kg.view.palette import DARK, LIGHT, Palette
from kg.view.place import Frame, Layout, Picture
from kg.view.record import Json
from kg.view.stroke import Stroke, draw_strokes
from kg.view.tile import BOX_MARGIN, FORMS, LABEL_GAP

FONTS = (
    '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif'
)
_RENDERER = "templates/lib/vis-9.1.2/vis-network.min.js"
_MANY = 600
"""With more edges than this they are straight, and hidden while the picture moves.

Nor are they looked for under the pointer: of 5,000 things each step of the mouse would
draw all anew, a second long."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What pyvis made of a picture, as data; *screens* are the colours of each."""

    nodes: Sequence[Json]
    edges: Sequence[Json]
    options: Json
    screens: Mapping[str, Json]
    frames: Sequence[Json]
    extent: Sequence[float]


def fill_canvas(picture: Picture, layout: Layout) -> Canvas:
    """Put *picture* into pyvis and take its nodes, edges and options back.

    Neither pyvis's template nor its writing functions are used: they ask other
    hosts for scripts and leave names unescaped.
    """
    edges = picture.network.edges
    tiles = picture.tiles
    net = PyvisNetwork()
    # add_node and add_edge search lists: 20,000 nodes take 7 s, this 0.1 s.
    net.nodes = [
        {
            "id": node.id,
            "label": tiles[node.id].label,
            "group": node.kind,
            "x": layout.places[node.id][0],
            "y": layout.places[node.id][1],
        }
        for node in picture.network.nodes
    ]
    strokes = draw_strokes(edges, layout, tiles)
    net.edges = [
        _edge(number, edge, stroke)
        for number, (edge, stroke) in enumerate(zip(edges, strokes, strict=True))
    ]
    # set_options drops every blank, also those in the names of fonts.
    net.options = _options(len(edges), curved=bool(layout.axis))
    extent = layout.extent(tiles)
    kinds = sorted({edge.kind for edge in edges})
    return Canvas(
        nodes=net.nodes,
        edges=net.edges,
        options=net.options,
        screens={"light": _screen(LIGHT, kinds), "dark": _screen(DARK, kinds)},
        frames=[_frame(frame) for frame in layout.frames],
        extent=_corners(extent),
    )


def renderer_script() -> str:
    """Return the vis-network that pyvis ships, line ends as HTML reads them."""
    script = files("pyvis").joinpath(_RENDERER).read_bytes().decode("utf-8")
    return script.replace("\r\n", "\n")


def _edge(number: int, edge: Edge, stroke: Stroke) -> Json:
    """Return one edge as vis-network takes it."""
    drawn: dict[str, Json] = {
        "id": f"e{number}",
        "from": edge.source,
        "to": edge.target,
        "width": stroke.width,
        "kind": edge.kind,
    }
    if stroke.dashes:
        drawn["dashes"] = stroke.dashes
    if stroke.star:
        drawn["label"] = "*"
    if stroke.turn:
        drawn["smooth"] = {"type": "curvedCW", "roundness": 0.12 * stroke.turn}
    elif stroke.upright:
        # Up or down the middle first, then across: clear of the rows between.
        drawn["smooth"] = {"type": "vertical", "roundness": 1}
    return drawn


def _frame(frame: Frame) -> Json:
    """Return one frame with its heading, for our own script to draw."""
    top = round(frame.heading_box.top)
    heading = list(frame.heading)
    return {"box": _corners(frame.box), "heading": heading, "top": top}


def _corners(box: Box) -> list[int]:
    """Return the corners of *box* in whole units."""
    return [round(box.left), round(box.top), round(box.right), round(box.bottom)]


def _screen(palette: Palette, kinds: Sequence[str]) -> Json:
    """Return the colours of one kind of screen, with those of *kinds* of edges."""
    return {
        "options": _colours(palette),
        "edges": {kind: palette.of_edge(kind) for kind in kinds},
        "frame": palette.frame,
        "heading": palette.heading,
        "faint": palette.faint,
        "paper": palette.paper,
    }


def _options(edges: int, *, curved: bool) -> Mapping[str, Json]:
    """Return the options of a picture with so many *edges*."""
    smooth: Mapping[str, Json] = {
        "enabled": edges <= _MANY,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": 0.85 if curved else 0.5,
    }
    return {
        "autoResize": True,
        "physics": False,
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "hover": edges <= _MANY,
            "hideEdgesOnDrag": edges > _MANY,
            "hideEdgesOnZoom": edges > _MANY,
            "selectConnectedEdges": False,
            "tooltipDelay": 150,
        },
        "edges": {"smooth": smooth, "hoverWidth": 1, "selectionWidth": 1.5},
    }


def _colours(palette: Palette) -> dict[str, dict[str, Json]]:
    """Return the options that depend on the colours of the screen."""
    font: dict[str, Json] = {
        "face": FONTS,
        "size": FONT_SIZE,
        "color": palette.ink,
        "strokeWidth": 4,
        "strokeColor": palette.paper,
    }
    return {
        "nodes": {"font": font, "borderWidth": 1.6, "labelHighlightBold": False},
        "edges": {"font": {**font, "align": "horizontal"}},
        "groups": {kind: _group(kind, palette) for kind in FORMS},
    }


def _group(kind: str, palette: Palette) -> Json:
    """Return how nodes of one *kind* are drawn."""
    form = FORMS[kind]
    strong, soft = palette.strong[kind], palette.soft[kind]
    colour: dict[str, Json] = {"border": strong, "background": soft}
    states: dict[str, Json] = {**colour, "highlight": colour, "hover": colour}
    group: dict[str, Json] = {"shape": form.shape, "color": states}
    if form.size:
        # vis-network leaves half a line and 4 units between marker and label, so
        # that a name would stand as near to the marker of the next row.
        font: dict[str, Json] = {"vadjust": LABEL_GAP - FONT_SIZE / 2 - 4}
        if kind == "meeting":
            font["background"] = palette.paper
        return {**group, "size": form.size, "font": font}
    radius = 14 if kind == "agenda-item" else 2
    dashes: Json = [4, 3] if kind == "handout" else False
    return {
        **group,
        "margin": BOX_MARGIN,
        "font": {"strokeWidth": 0},
        "shapeProperties": {"borderRadius": radius, "borderDashes": dashes},
    }
