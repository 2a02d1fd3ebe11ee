"""Lay a chart out on paper, in points; y grows downwards."""

from dataclasses import dataclass, field

from kg.model import Chart, Mark
from kg.plot.line import cut, ems

INK = "#1d2329"
LINE = "#d9dee3"
RULE = "#767676"

_MARGIN = 16.0
_TITLE = 14.0
_BODY = 10.0
_SMALL = 9.0
_CELL = 24.0
_LEAST = 460.0
_LEADING = 1.45
_SINK = 0.36
"""How far below the middle of its line a text stands, in ems."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place; *align* is left, center or right."""

    x: float
    y: float
    words: str
    size: float
    align: str = "left"
    strong: bool = True
    upright: bool = False


@dataclass(slots=True)
class Paper:
    """What is drawn where: texts, rules (with their colour), and marks in cells."""

    width: float = 0.0
    height: float = 0.0
    texts: list[Text] = field(default_factory=list)
    rules: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    marks: list[tuple[float, float, Mark, float, float]] = field(default_factory=list)


def measure_paper(chart: Chart) -> Paper:
    """Return where everything of *chart* stands."""
    paper = Paper()
    left = _MARGIN + max((ems(one.name) for one in chart.down), default=0) * _BODY + 10
    wide = _CELL * chart.width
    across = left + wide * len(chart.across) + _MARGIN
    title = ems(chart.title) * _TITLE + 2 * _MARGIN
    paper.width = max(across, min(title, 2 * _LEAST), _LEAST)
    y = _MARGIN
    for line in cut(chart.title, (paper.width - 2 * _MARGIN) / _TITLE):
        paper.texts.append(Text(_MARGIN, y + _TITLE, line, _TITLE))
        y += _TITLE * _LEADING
    y = _heads(paper, chart, left, y + 6)
    y = _grid(paper, chart, left, y)
    y = _legend(paper, chart, y + 14)
    y = _notes(paper, chart, y + 4)
    paper.height = y + _MARGIN
    return paper


def _heads(paper: Paper, chart: Chart, left: float, y: float) -> float:
    """Write the headings of columns, and return where the grid begins."""
    wide = _CELL * chart.width
    group = _BODY * _LEADING if any(one.group for one in chart.across) else 0
    if chart.upright:
        tall = max((ems(one.name) for one in chart.across), default=0) * _SMALL + 6
        for place, head in enumerate(chart.across):
            x = left + wide * (place + 0.5)
            if head.group:
                paper.texts.append(Text(x, y + _BODY, head.group, _BODY, "center"))
            paper.texts.append(
                Text(
                    x + _SMALL * _SINK,
                    y + group + tall - 4,
                    head.name,
                    _SMALL,
                    upright=True,
                )
            )
        return y + group + tall
    lines = [cut(one.name, wide / _SMALL - 0.3) for one in chart.across]
    most = max((len(found) for found in lines), default=1)
    for place, (head, found) in enumerate(zip(chart.across, lines, strict=True)):
        x = left + wide * (place + 0.5)
        for number, line in enumerate(found):
            at = y + (most - len(found) + number + 1) * _SMALL * 1.2
            paper.texts.append(Text(x, at, line, _SMALL, "center"))
        if head.group:
            at = y + (most + 1) * _SMALL * 1.2 + 1
            paper.texts.append(
                Text(x, at, head.group, _SMALL - 1, "center", strong=False)
            )
    return y + (most + (1 if group else 0)) * _SMALL * 1.2 + 6


def _grid(paper: Paper, chart: Chart, left: float, top: float) -> float:
    """Put rows and marks, and return where the grid ends."""
    wide = _CELL * chart.width
    right = left + wide * len(chart.across)
    for number, (head, cells) in enumerate(zip(chart.down, chart.cells, strict=True)):
        y = top + _CELL * number
        paper.rules.append((_MARGIN, y, right, y, LINE))
        middle = y + _CELL / 2
        paper.texts.append(
            Text(left - 8, middle + _BODY * _SINK, head.name, _BODY, "right")
        )
        for place, marks in enumerate(cells):
            x = left + wide * (place + 0.5)
            for mark in marks:
                shift = mark.place * (wide - _CELL - 2) / 2
                paper.marks.append((x + shift, middle, mark, wide, _CELL))
    bottom = top + _CELL * len(chart.down)
    paper.rules.append((_MARGIN, bottom, right, bottom, LINE))
    groups = [one.group for one in chart.across] if chart.upright else []
    for place in range(len(chart.across) + 1):
        x = left + wide * place
        inner = 0 < place < len(groups) and groups[place] != groups[place - 1]
        paper.rules.append((x, top, x, bottom, RULE if inner else LINE))
    return bottom


def _legend(paper: Paper, chart: Chart, y: float) -> float:
    """Put the legend in as many lines as it takes, and return where it ends."""
    x = _MARGIN
    for mark, words in chart.legend:
        need = _CELL + 6 + ems(words) * _SMALL + 14
        if x > _MARGIN and x + need > paper.width - _MARGIN:
            x, y = _MARGIN, y + _CELL
        paper.marks.append((x + _CELL / 2, y + _CELL / 2, mark, _CELL, _CELL))
        at = y + _CELL / 2 + _SMALL * _SINK
        paper.texts.append(Text(x + _CELL + 6, at, words, _SMALL))
        x += need
    return y + _CELL if chart.legend else y


def _notes(paper: Paper, chart: Chart, y: float) -> float:
    """Write the notes and the source, and return where they end."""
    for note in (*chart.notes, chart.source):
        for line in cut(note, (paper.width - 2 * _MARGIN) / _SMALL):
            y += _SMALL * _LEADING
            paper.texts.append(Text(_MARGIN, y, line, _SMALL, strong=False))
        y += 3
    return y
