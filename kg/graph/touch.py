"""Draw which themes a meeting touched, and in which words."""

from collections.abc import Iterable

from kg.graph.iris import span_of
from kg.graph.lookup import Source
from kg.model import Basis, Edge, Node


def theme_drawing(source: Source, meeting: str) -> tuple[list[Node], list[Edge]]:
    """Draw the themes of a meeting's statements and of its agenda, most first.

    A theme of statements hangs on the meeting: on those present it would say that
    they spoke of it.
    """
    rows = source.rows("themes", meeting=[meeting])
    names = {row["theme"]: row["name"] for row in rows}
    about: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        user = meeting if row["class"] == "statement" else row["about"]
        about.setdefault((user, row["theme"]), set()).add(row["about"])
    spans = _spans(source, about)
    counts = {theme: len(about.get((meeting, theme), ())) for theme in names}
    nodes = [
        Node(
            id=theme,
            name=names[theme],
            kind="theme",
            details=(("触れた発言", f"{counts[theme]}"),),
            passages=source.passages(
                {span for key in spans if key[1] == theme for span in spans[key]}
            ),
        )
        for theme in sorted(names, key=lambda theme: (-counts[theme], names[theme]))
    ]
    edges = [
        Edge(
            source=user,
            target=theme,
            kind="theme",
            name=f"{len(found)}発言" if user == meeting else "議題名",
            basis=Basis.STATED,
            passages=source.passages(spans[user, theme]),
        )
        for (user, theme), found in sorted(about.items())
    ]
    return nodes, edges


def _spans(
    source: Source, about: dict[tuple[str, str], set[str]]
) -> dict[tuple[str, str], set[str]]:
    """Return, for each theme and its user, the words within what it is said of."""
    nodes = sorted({node for found in about.values() for node in found})
    wholes: dict[str, list[str]] = {}
    for row in source.rows("evidence", node=nodes):
        wholes.setdefault(row["node"], []).append(row["span"])
    triggers: dict[str, list[str]] = {}
    for row in source.rows("triggers", theme=sorted({theme for _, theme in about})):
        triggers.setdefault(row["theme"], []).append(row["span"])
    return {
        (user, theme): {
            span
            for span in triggers.get(theme, ())
            for node in found
            if _is_within(span, wholes.get(node, ()))
        }
        for (user, theme), found in about.items()
    }


def _is_within(iri: str, wholes: Iterable[str]) -> bool:
    """Tell whether the span *iri* lies in one of *wholes*, of its own document."""
    part = span_of(iri)
    return part is not None and any(
        whole is not None and whole[0] == part[0] and part[1] in whole[1]
        for whole in map(span_of, wholes)
    )
