"""Run the line over many documents, and tell who is who in all of them."""

from kg.corpus.build import Corpus, build_corpus
from kg.corpus.derive import Judged
from kg.corpus.gather import Input
from kg.corpus.line import Settings
from kg.corpus.people import People, read_people

__all__ = [
    "Corpus",
    "Input",
    "Judged",
    "People",
    "Settings",
    "build_corpus",
    "read_people",
]
