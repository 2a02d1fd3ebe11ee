"""Build, write, ask and draw the graph: every outlet begins here."""

from kg.graph.binding import Term, bind, iri, literal, number
from kg.graph.build import Graph, Part, build_graph, merge_graphs
from kg.graph.nquads import write_nquads, write_ntriples
from kg.graph.outside import NAMING, OUTSIDE, SETS, build_links, read_triples
from kg.graph.passage import Lines, cite_lines, passages, read_lines
from kg.graph.projection import (
    project_meeting,
    project_organization,
    project_person,
)
from kg.graph.store import Result, Store, open_store
from kg.graph.theme import read_themes
from kg.graph.turtle import turtle_of_lines, write_turtle
from kg.graph.validate import validate_graph
from kg.graph.vocabulary import DATA_PREFIXES, PREFIXES

__all__ = [
    "DATA_PREFIXES",
    "NAMING",
    "OUTSIDE",
    "PREFIXES",
    "SETS",
    "Graph",
    "Lines",
    "Part",
    "Result",
    "Store",
    "Term",
    "bind",
    "build_graph",
    "build_links",
    "cite_lines",
    "iri",
    "literal",
    "merge_graphs",
    "number",
    "open_store",
    "passages",
    "project_meeting",
    "project_organization",
    "project_person",
    "read_lines",
    "read_themes",
    "read_triples",
    "turtle_of_lines",
    "validate_graph",
    "write_nquads",
    "write_ntriples",
    "write_turtle",
]
