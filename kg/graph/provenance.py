"""Write the evidence: the text, its spans, and what is read out of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from rdflib import URIRef

from kg.graph.iris import Iris, span_of
from kg.graph.term import Triple, en, ja, number, plain
from kg.graph.vocabulary import GJR, OA, RDF, SCHEMA
from kg.model import (
    AdjacentMeeting,
    Discussion,
    Document,
    Label,
    Link,
    ReferencePlace,
    Span,
)
from kg.model.identifier import mint

_QUOTED = 100
"""Longer spans are statements, whose text the graph has in one piece."""
_AROUND = 8
"""Characters before and after a quote, enough to find it in a changed text."""


def text_triples(text: str, iris: Iris) -> Iterator[Triple]:
    """Keep the whole text as it was decoded, so that every span can be shown."""
    yield iris.document, SCHEMA.text, ja(text)


def link_triples(link: Link, iris: Iris) -> Iterator[Triple]:
    """Write what a mention means, and how that is known.

    An open mention has no body but its candidates: two are as good as none. A
    mention that nothing fits says nothing of anybody, and is left out.
    """
    if link.entity is None and not link.candidates:
        return
    is_theme = link.mention.label is Label.THEME
    motivation = OA.classifying if is_theme else OA.identifying
    body = None if link.entity is None else iris.entity(link.entity)
    node = _annotation(motivation, body, link.mention.span, iris)
    yield from _target(node, motivation, body, link.mention.span, iris)
    yield node, GJR.resolutionBasis, plain(link.method)
    for recognizer in link.mention.recognizers:
        yield node, GJR.recognizer, plain(recognizer)
    if link.reason:
        yield node, GJR.reason, en(link.reason)
    if link.antecedent is not None:
        earlier = _annotation(motivation, body, link.antecedent, iris)
        yield node, GJR.antecedent, earlier
    if body is None:
        for candidate in link.candidates:
            yield node, GJR.candidate, iris.entity(candidate.entity)


def theme_triples(discussion: Discussion, iris: Iris) -> Iterator[Triple]:
    """Write the words by which a statement or an agenda item touches a theme."""
    body = iris.entity(discussion.theme)
    for span in discussion.evidence:
        node = _annotation(OA.classifying, body, span, iris)
        yield from _target(node, OA.classifying, body, span, iris)


def place_triples(
    thing: URIRef, place: ReferencePlace, text: str, iris: Iris
) -> Iterator[Triple]:
    """Write the words by which a law or a policy is referred to, and its article."""
    for span in place.spans:
        node = _annotation(OA.identifying, thing, span, iris)
        yield from _target(node, OA.identifying, thing, span, iris)
        yield node, GJR.resolutionBasis, plain(str(place.form))
        if place.article is not None:
            words = text[place.article.start : place.article.end]
            yield node, GJR.provisionAsWritten, ja(words)


def adjacent_triples(meeting: AdjacentMeeting, iris: Iris) -> Iterator[Triple]:
    """Write that words (前回, 次回) mean the meeting before or after this one."""
    body = iris.part(f"meeting-{meeting.adjacency}")
    for span in meeting.evidence:
        node = _annotation(OA.identifying, body, span, iris)
        yield from _target(node, OA.identifying, body, span, iris)
        yield node, GJR.resolutionBasis, plain("nominal")


def _annotation(
    motivation: URIRef, body: URIRef | None, span: Span, iris: Iris
) -> URIRef:
    """Return the IRI of an annotation; it says what it is about, and of what."""
    key = f"{motivation} {iris.span(span)} {body or ''}"
    return iris.entity(mint("annotation", key))


def _target(
    node: URIRef, motivation: URIRef, body: URIRef | None, span: Span, iris: Iris
) -> Iterator[Triple]:
    """Write the words, the thing and the purpose of an annotation."""
    yield node, RDF.type, OA.Annotation
    yield node, OA.motivatedBy, motivation
    yield node, OA.hasTarget, iris.span(span)
    if body is not None:
        yield node, OA.hasBody, body


def span_triples(
    triples: Iterable[Triple], document: Document, iris: Iris
) -> Iterator[Triple]:
    """Describe every span of *document* that *triples* point to."""
    quoted: set[Span] = set()
    spans: set[Span] = set()
    for _, predicate, value in triples:
        if predicate not in (GJR.evidencedBy, OA.hasTarget):
            continue
        found = span_of(value)
        if found is not None:
            spans.add(found[1])
            if predicate == OA.hasTarget:
                quoted.add(found[1])
    starts = [region.span.start for region in document.regions]
    for span in sorted(spans):
        is_quoted = span in quoted or span.end - span.start <= _QUOTED
        yield from _span(span, document.text if is_quoted else None, iris)
        first = max(0, bisect_right(starts, span.start) - 1)
        for region in document.regions[first : bisect_left(starts, span.end)]:
            if region.span.overlaps(span):
                yield iris.span(span), GJR.sourcePlace, plain(region.place)


def _span(span: Span, text: str | None, iris: Iris) -> Iterator[Triple]:
    """Describe one span by position, and where there is a *text* by its words."""
    node = iris.span(span)
    yield node, RDF.type, GJR.TextSpan
    yield node, OA.hasSource, iris.document
    position = iris.entity(mint("selector", f"{node} position"))
    yield node, OA.hasSelector, position
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, number(span.start)
    yield position, OA.end, number(span.end)
    if text is None:
        return
    quote = iris.entity(mint("selector", f"{node} quote"))
    yield node, OA.hasSelector, quote
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, ja(text[span.start : span.end])
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    if before:
        yield quote, OA.prefix, ja(before)
    if after:
        yield quote, OA.suffix, ja(after)
