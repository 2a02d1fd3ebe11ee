"""Answer what a reconciliation service is asked about the entities of the graph.

OpenRefine asks for candidates of a cell, completes what its user writes, shows an
entity, and fetches values of its properties; each is one function over an index.
"""

from kg.reconcile.extend import Extension, extend, propose_properties
from kg.reconcile.index import Entry, Index, Value, read_index
from kg.reconcile.reconcile import Condition, Feature, Query, Scored, reconcile
from kg.reconcile.suggest import (
    Preview,
    preview,
    suggest,
    suggest_properties,
    suggest_types,
)
from kg.reconcile.wire import (
    manifest,
    read_queries,
    write_candidates,
    write_entity,
    write_extension,
)

__all__ = [
    "Condition",
    "Entry",
    "Extension",
    "Feature",
    "Index",
    "Preview",
    "Query",
    "Scored",
    "Value",
    "extend",
    "manifest",
    "preview",
    "propose_properties",
    "read_index",
    "read_queries",
    "reconcile",
    "suggest",
    "suggest_properties",
    "suggest_types",
    "write_candidates",
    "write_entity",
    "write_extension",
]
