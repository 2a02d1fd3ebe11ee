"""Write queries as SPARQL examples, in the form that catalogues of them read.

The form is that of https://github.com/sib-swiss/sparql-examples: each is a
`sh:SPARQLExecutable` with its text, its title as comment, and keywords.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.vocabulary import PREFIXES

EXAMPLES_BASE = "https://w3id.org/gijiroku/question/"
_HEAD = f"""\
@prefix ex: <{EXAMPLES_BASE}> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# a name that the local part of a prefixed name may be: who-attended
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Example:
    """A query with its name, its titles, and what it is about."""

    name: str
    title_ja: str
    title_en: str
    keywords: tuple[str, ...]
    query: str


def write_examples(examples: Iterable[Example]) -> str:
    """Return *examples* as Turtle, in their order; the prefixes are declared once."""
    return "".join([_HEAD, _prefixes(), *map(_example, examples)])


def _prefixes() -> str:
    """Return the declaration of the prefixes that the queries use."""
    nodes = [f"ex:prefix-{name}" for name in PREFIXES]
    lines = [f"\nex:prefixes sh:declare\n    {f',{chr(10)}    '.join(nodes)} .\n"]
    lines += [
        f"\n{node} sh:prefix {_text(name)} ;\n"
        f"    sh:namespace {_text(base)}^^xsd:anyURI .\n"
        for node, (name, base) in zip(nodes, PREFIXES.items(), strict=True)
    ]
    return "".join(lines)


def _example(example: Example) -> str:
    """Return one example."""
    if not _NAME.fullmatch(example.name):
        message = f"expected a name of small letters and hyphens, got {example.name!r}"
        raise ValueError(message)
    keywords = ", ".join(map(_text, example.keywords))
    titles = f"{_text(example.title_en)}@en, {_text(example.title_ja)}@ja"
    return (
        f"\nex:{example.name} a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;\n"
        f"    dcterms:identifier {_text(example.name)} ;\n"
        f"    rdfs:comment {titles} ;\n"
        + (f"    schema:keywords {keywords} ;\n" if keywords else "")
        + f"    sh:prefixes ex:prefixes ;\n    sh:select {_long(example.query)} .\n"
    )


def _text(text: str) -> str:
    """Return *text* as a literal in one line."""
    words = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words.replace(chr(10), chr(92) + "n").replace(chr(13), chr(92) + "r")}"'


def _long(text: str) -> str:
    """Return *text* as a literal of several lines."""
    words = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""{words.replace(chr(13), chr(92) + "r").rstrip()}\n"""'
