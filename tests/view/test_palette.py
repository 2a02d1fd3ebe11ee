"""Colours can be told from the paper, and words can be read on them (WCAG 2.2)."""

import pytest

from kg.view.palette import DARK, LIGHT
from kg.view.tile import FORMS

BOXES = ("organization", "agenda-item", "handout")
EDGES = ("attendance", "affiliation", "part-of", "agenda", "presentation", "theme")


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
class TestPalette:
    def test_every_kind_has_its_colours(self, palette):
        assert FORMS.keys() == palette.strong.keys() == palette.soft.keys()

    def test_marks_stand_out(self, palette):
        for colour in (*palette.strong.values(), palette.faint, palette.line):
            assert contrast(colour, palette.paper) >= 3

    def test_lines_that_carry_meaning_stand_out(self, palette):
        for kind in EDGES:
            assert contrast(palette.of_edge(kind), palette.paper) >= 4.5

    def test_words_can_be_read(self, palette):
        assert contrast(palette.ink, palette.paper) >= 7
        assert contrast(palette.heading, palette.frame) >= 4.5
        for kind in BOXES:
            assert contrast(palette.ink, palette.soft[kind]) >= 7

    def test_colours_of_kinds_differ(self, palette):
        assert len(set(palette.strong.values())) == len(FORMS)
