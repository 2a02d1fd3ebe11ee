"""Validate a graph against the shapes, and say in which line a fault stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib import URIRef
from rdflib.term import Node

from kg.errors import ResourceError
from kg.graph.binding import bind, iri
from kg.graph.build import Graph
from kg.graph.conformance import Focus
from kg.graph.constraint import (
    Constraint,
    by_language,
    choose_message,
    shape_name,
)
from kg.graph.passage import passages, read_lines
from kg.graph.query import read_query
from kg.graph.rules import Rules, read_rules
from kg.graph.store import Store, open_store
from kg.graph.vocabulary import RDF, SH
from kg.model import Finding, Passage
from kg.resources import ontology_path

# {?person} and {$this} in a message
_BLANK = re.compile(r"\{[?$](\w+)\}")
_AT_ONCE = 50
"""A query that names more nodes than this would be refused as too long."""

_SEVERITIES = {"Violation": 0, "Warning": 1}


def validate_graph(
    graph: Graph | Store, *, language: str = "ja", ontology: Path | None = None
) -> tuple[Finding, ...]:
    """Return what the shapes find in *graph*, in *language*, the worst first.

    The vocabulary is loaded too, so that a subclass is a target as its class is;
    what is found in the vocabulary itself is no fault of the graph. Nothing is
    fetched: imports are not followed.
    """
    rules = read_rules(ontology_path() if ontology is None else ontology)
    quads = (
        graph if isinstance(graph, Store) else open_store(graph, vocabulary=())
    ).quads()
    focus = rules.focus(quads)
    reached = [one for one in rules.constraints if focus.has(one.targets)]
    with rules.backdrop.before(quads) as store:
        found = {*_core(quads, focus, rules, language)}
        found.update(_sparql(store, reached, language))
        subjects = {
            quad.subject.value
            for quad in quads
            if isinstance(quad.subject, ox.NamedNode)
        }
        ordered = sorted((one for one in found if one.focus in subjects), key=_order)
        shown = _passages(store, {finding.focus for finding in ordered})
    return tuple(
        replace(finding, passages=shown.get(finding.focus, ())) for finding in ordered
    )


def _order(finding: Finding) -> tuple[int, str, str, str, str, str]:
    """Return the place of *finding*: violations, warnings, the rest."""
    return (
        _SEVERITIES.get(finding.severity, len(_SEVERITIES)),
        finding.shape,
        finding.focus,
        finding.path,
        finding.value,
        finding.message,
    )


def _core(
    quads: Iterable[ox.Quad], focus: Focus, rules: Rules, language: str
) -> Iterable[Finding]:
    """Return what SHACL Core finds."""
    doubtful = rules.doubtful(focus)
    if doubtful is None:
        return
    _, report, text = pyshacl.validate(
        rules.data(quads),
        shacl_graph=doubtful,
        inplace=True,
        advanced=False,
        do_owl_imports=False,
    )
    if not isinstance(report, rdflib.Graph):
        message = f"the shapes cannot be run: {' '.join(str(text).split())}"
        raise ResourceError(message)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        messages = by_language(report.objects(result, SH.resultMessage))
        source = report.value(result, SH.sourceShape)
        yield Finding(
            shape=shape_name(rules.shapes, source) if source is not None else "",
            severity=_local(report.value(result, SH.resultSeverity)),
            focus=_text(report.value(result, SH.focusNode)),
            path=_text(report.value(result, SH.resultPath)),
            value=_text(report.value(result, SH.value)),
            message=choose_message(messages, language),
        )


def _sparql(
    store: Store, constraints: Iterable[Constraint], language: str
) -> Iterable[Finding]:
    """Return what the SPARQL constraints find, a query each for all nodes."""
    for constraint in constraints:
        message = choose_message(constraint.messages, language)
        for row in store.rows(constraint.query):
            others = [row[name] for name in row if name != "this"]
            yield Finding(
                shape=constraint.shape,
                severity=_local(URIRef(constraint.severity)),
                focus=row.get("this", ""),
                path=row.get("path", constraint.path),
                value=row.get("value", others[0] if others else ""),
                message=_fill(message, row),
            )


def _fill(message: str, row: Mapping[str, str]) -> str:
    """Put the values of a row into the blanks of a message."""
    return _BLANK.sub(lambda found: row.get(found[1], ""), message)


def _passages(store: Store, focus: set[str]) -> dict[str, tuple[Passage, ...]]:
    """Return the lines of the minutes that each focus node stands in."""
    if not focus:
        return {}
    nodes = [iri(node) for node in sorted(focus) if "://" in node]
    spans: dict[str, list[str]] = {}
    for start in range(0, len(nodes), _AT_ONCE):
        some = {"node": nodes[start : start + _AT_ONCE]}
        for row in store.rows(bind(read_query("focus"), some)):
            spans.setdefault(row["node"], []).append(row["span"])
    documents = read_lines(store)
    return {node: passages(found, documents) for node, found in spans.items()}


def _text(node: Node | None) -> str:
    """Return a term as text; a path or a shape without a name has none."""
    return "" if node is None or isinstance(node, rdflib.BNode) else str(node)


def _local(node: Node | None) -> str:
    """Return the local name of a severity: Violation, Warning, Info."""
    return str(node).rpartition("#")[2]
