"""Write all that documents say as JSON-LD, in one fixed frame."""

import json
import re
from collections.abc import Iterable

from kg.graph import PREFIXES, Store, Term, open_store
from kg.graph.vocabulary import RDF

_TYPE = str(RDF.type)
_LOCAL = re.compile(r"[A-Za-z][\w-]*", re.ASCII)

Value = dict[str, str]


def export_jsonld(store: Store) -> str:
    """Return one flat list of things, each with its properties, keys in order.

    There is no frame to guess: a thing stands once, by its @id, and others point
    to it. The context has prefixes only, and nothing remote.
    """
    return write_jsonld(store.triples())


def jsonld_of_triples(lines: Iterable[str]) -> str:
    """Return *lines* of N-Triples as such a list."""
    data = "".join(f"{line}\n" for line in lines).encode()
    return write_jsonld(open_store(data, vocabulary=()).triples())


def write_jsonld(triples: Iterable[tuple[Term, Term, Term]]) -> str:
    """Return *triples* as such a list, in their order."""
    things: dict[str, dict[str, list[Value | str]]] = {}
    for subject, predicate, value in triples:
        thing = things.setdefault(subject.text, {})
        if predicate.text == _TYPE:
            thing.setdefault("@type", []).append(_compact(value.text))
        else:
            thing.setdefault(_compact(predicate.text), []).append(_value(value))
    graph = [
        {"@id": name, **{key: thing[key] for key in sorted(thing)}}
        for name, thing in sorted(things.items())
    ]
    context = dict(sorted(PREFIXES.items()))
    document = {"@context": context, "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _value(term: Term) -> Value:
    """Return a term as a value object; a number keeps the way it is written."""
    if term.kind != "literal":
        return {"@id": term.text}
    if term.language:
        return {"@language": term.language, "@value": term.text}
    if term.datatype and not term.datatype.endswith("#string"):
        return {"@type": _compact(term.datatype), "@value": term.text}
    return {"@value": term.text}


def _compact(iri: str) -> str:
    """Return *iri* with a prefix, where what is left over is a plain name."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base) and _LOCAL.fullmatch(iri.removeprefix(base)):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri
