"""Turn plain values into RDF literals."""

import datetime as dt
from typing import TypeAlias

from rdflib import Literal, URIRef

from kg.graph.vocabulary import XSD

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]


def ja(text: str) -> Literal:
    """Return words of the record, or words for its readers, as Japanese."""
    return Literal(text, lang="ja")


def en(text: str) -> Literal:
    """Return words for readers in English."""
    return Literal(text, lang="en")


def plain(text: str) -> Literal:
    """Return a code or a checksum, which belongs to no language."""
    return Literal(text)


def address(text: str) -> Literal:
    """Return a web address as data: it may be ill-formed, an IRI may not."""
    return Literal(text, datatype=XSD.anyURI, normalize=False)


def number(value: int) -> Literal:
    """Return a whole number."""
    return Literal(str(value), datatype=XSD.integer)


def share(value: float) -> Literal:
    """Return a number from 0 to 1, of four places at most: 0.78, 1.

    A store gives decimals back in their shortest form; a patch that it makes would
    not find 1.0000 in a file.
    """
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return Literal(digits, datatype=XSD.decimal, normalize=False)


def weight(value: float) -> Literal:
    """Return a number with two places at most, as engines print it back: 0.5, 1."""
    return Literal(f"{value:.2g}", datatype=XSD.decimal, normalize=False)


def flag(*, value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def day(value: dt.date) -> Literal:
    """Return a day."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: dt.date, time: dt.time) -> Literal:
    """Return a minute of a day in Japan, which has had one offset since 1951."""
    text = f"{value.isoformat()}T{time.strftime('%H:%M:%S')}+09:00"
    return Literal(text, datatype=XSD.dateTime)


def clock(value: dt.time) -> Literal:
    """Return a time of a day that is not known."""
    return Literal(value.strftime("%H:%M:%S"), datatype=XSD.time)


def typed(text: str, datatype: URIRef) -> Literal:
    """Return an identifier, whose *datatype* says what kind it is."""
    return Literal(text, datatype=datatype, normalize=False)
