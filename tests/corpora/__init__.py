"""Invent corpora of minutes, with the truth about who is who in them."""

from tests.corpora.generate import generate
from tests.corpora.shape import FIRST, SECOND, SHAPES, SMALL, Shape
from tests.corpora.values import Corpus

__all__ = ["FIRST", "SECOND", "SHAPES", "SMALL", "Corpus", "Shape", "generate"]
