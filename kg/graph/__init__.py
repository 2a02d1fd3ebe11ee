"""Build, write, ask and draw the graph: every outlet begins here."""

from kg.graph.binding import Term, bind, iri, literal, number
from kg.graph.build import Graph, Part, build_graph, merge_graphs
from kg.graph.diff import (
    Patch,
    apply_patch,
    changed_graphs,
    diff_lines,
    diff_stores,
    diff_triples,
    document_lines,
    graph_lines,
    read_patch_turtle,
    write_patch_turtle,
    write_update,
)
from kg.graph.diff_files import open_changed
from kg.graph.nquads import write_nquads, write_ntriples
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
from kg.graph.vocabulary import PREFIXES

__all__ = [
    "PREFIXES",
    "Graph",
    "Lines",
    "Part",
    "Patch",
    "Result",
    "Store",
    "Term",
    "apply_patch",
    "bind",
    "build_graph",
    "changed_graphs",
    "cite_lines",
    "diff_lines",
    "diff_stores",
    "diff_triples",
    "document_lines",
    "graph_lines",
    "iri",
    "literal",
    "merge_graphs",
    "number",
    "open_changed",
    "open_store",
    "passages",
    "project_meeting",
    "project_organization",
    "project_person",
    "read_lines",
    "read_patch_turtle",
    "read_themes",
    "turtle_of_lines",
    "validate_graph",
    "write_nquads",
    "write_ntriples",
    "write_patch_turtle",
    "write_turtle",
    "write_update",
]
