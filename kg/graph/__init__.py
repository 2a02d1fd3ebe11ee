"""Build, write, ask and draw the graph: every outlet begins here."""

from kg.graph.answer import (
    Askable,
)
from kg.graph.binding import (
    Term,
    bind,
    iri,
    literal,
    number,
)
from kg.graph.build import (
    Graph,
    Part,
    build_graph,
    merge_graphs,
    name_records,
)
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
from kg.graph.diff_files import (
    open_changed,
)
from kg.graph.documents import (
    Documents,
)
from kg.graph.example import (
    Example,
    write_examples,
)
from kg.graph.explorer import (
    project_explorer,
)
from kg.graph.explorer_dataset import (
    open_dataset,
)
from kg.graph.explorer_entities import (
    KINDS as ENTITY_KINDS,
)
from kg.graph.history import (
    history_part,
)
from kg.graph.identity import (
    identity_part,
)
from kg.graph.nquads import (
    write_nquads,
    write_ntriples,
)
from kg.graph.outside import (
    NAMING,
    OUTSIDE,
    SETS,
    build_links,
    read_triples,
)
from kg.graph.passage import (
    Lines,
    cite_lines,
    cited_spans,
    passages,
    read_lines,
)
from kg.graph.projection import (
    project_meeting,
    project_organization,
    project_person,
)
from kg.graph.register import (
    register_triples,
)
from kg.graph.registered import (
    RegisterTables,
    load_register_tables,
    register_graph,
    whole_register,
)
from kg.graph.rename import (
    Renames,
    Shown,
)
from kg.graph.rendering import (
    DocumentText,
    RenderedDocument,
    read_document_graph,
    render_document,
    write_document,
)
from kg.graph.seating import (
    data_version,
    read_seating,
)
from kg.graph.sighted import (
    see_bodies,
)
from kg.graph.store import (
    Result,
    Store,
    open_store,
)
from kg.graph.theme import (
    read_themes,
)
from kg.graph.turtle import (
    turtle_of_lines,
    write_turtle,
)
from kg.graph.validate import (
    validate_graph,
)
from kg.graph.vocabulary import (
    DATA_PREFIXES,
    PREFIXES,
)

__all__ = [
    "DATA_PREFIXES",
    "ENTITY_KINDS",
    "NAMING",
    "OUTSIDE",
    "PREFIXES",
    "SETS",
    "Askable",
    "DocumentText",
    "Documents",
    "Example",
    "Graph",
    "Lines",
    "Part",
    "Patch",
    "RegisterTables",
    "Renames",
    "RenderedDocument",
    "Result",
    "Shown",
    "Store",
    "Term",
    "apply_patch",
    "bind",
    "build_graph",
    "build_links",
    "changed_graphs",
    "cite_lines",
    "cited_spans",
    "data_version",
    "diff_lines",
    "diff_stores",
    "diff_triples",
    "document_lines",
    "graph_lines",
    "history_part",
    "identity_part",
    "iri",
    "literal",
    "load_register_tables",
    "merge_graphs",
    "name_records",
    "number",
    "open_changed",
    "open_dataset",
    "open_store",
    "passages",
    "project_explorer",
    "project_meeting",
    "project_organization",
    "project_person",
    "read_document_graph",
    "read_lines",
    "read_patch_turtle",
    "read_seating",
    "read_themes",
    "read_triples",
    "register_graph",
    "register_triples",
    "render_document",
    "see_bodies",
    "turtle_of_lines",
    "validate_graph",
    "whole_register",
    "write_document",
    "write_examples",
    "write_nquads",
    "write_ntriples",
    "write_patch_turtle",
    "write_turtle",
    "write_update",
]
