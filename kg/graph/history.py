"""Write what only the order of many meetings shows as triples."""

from collections.abc import Iterator

from rdflib import URIRef

from kg.graph.build import Part
from kg.graph.term import Triple, day, en, ja, number
from kg.graph.vocabulary import CODE, GJR, RDF, RDFS
from kg.model import GapKind, History, PostChange, SeriesGap, Tenure

GRAPH = "graph/history"
"""The path of the graph of all this: it is no document's."""

_FEW = 2
"""Missing numbers in a row are named one by one up to here."""

_GAPS = {
    GapKind.MISSING: ("欠番", "missing"),
    GapKind.DOUBLED: ("重番", "doubled"),
    GapKind.ORDER: ("順序の食い違い", "against the order"),
}


def history_part(history: History, base: str) -> Part:
    """Return *history* as a graph of its own, with no evidence but the records'."""
    return Part(URIRef(base + GRAPH), frozenset(_triples(history, base)), frozenset())


def _triples(history: History, base: str) -> Iterator[Triple]:
    """Yield all triples of *history*."""
    for meeting, following in history.successions:
        yield URIRef(base + meeting), GJR.nextMeeting, URIRef(base + following)
    for gap in history.gaps:
        yield from _gap(gap, base)
    for tenure in history.tenures:
        yield from _tenure(tenure, base)
    for change in history.changes:
        yield from _change(change, base)


def _gap(gap: SeriesGap, base: str) -> Iterator[Triple]:
    """Describe a gap, with the meetings where a reader may look."""
    node = URIRef(base + gap.id)
    words, numbers = _numbers(gap)
    japanese, english = _GAPS[gap.kind]
    yield node, RDF.type, GJR.SeriesGap
    yield node, RDFS.label, ja(f"{words} {japanese}")
    yield node, RDFS.label, en(f"{numbers} {english}")
    yield node, GJR.ofCouncil, URIRef(base + gap.council)
    yield node, GJR.gapKind, CODE[f"gap-kind-{gap.kind}"]
    for one in gap.numbers:
        yield node, GJR.concernsNumber, number(one)
    for meeting in gap.meetings:
        yield node, GJR.concernsMeeting, URIRef(base + meeting)


def _numbers(gap: SeriesGap) -> tuple[str, str]:
    """Return the numbers of *gap* as they are read: 第3回から第12回まで."""
    first, last = gap.numbers[0], gap.numbers[-1]
    if gap.kind is GapKind.MISSING and len(gap.numbers) > _FEW:
        return f"第{first}回から第{last}回まで", f"no. {first} to no. {last}"
    japanese = "、".join(f"第{one}回" for one in gap.numbers)
    return japanese, ", ".join(f"no. {one}" for one in gap.numbers)


def _tenure(tenure: Tenure, base: str) -> Iterator[Triple]:
    """Describe an interval that is at least so long."""
    node = URIRef(base + tenure.id)
    first, last = tenure.first.isoformat(), tenure.last.isoformat()
    alone = first == last
    yield node, RDF.type, GJR.Tenure
    yield node, RDFS.label, ja(first if alone else f"少なくとも{first}から{last}まで")
    yield node, RDFS.label, en(first if alone else f"at least {first} to {last}")
    yield node, GJR.tenureOf, URIRef(base + tenure.post)
    yield node, GJR.firstAttestedOn, day(tenure.first)
    yield node, GJR.lastAttestedOn, day(tenure.last)
    for meeting in tenure.meetings:
        yield node, GJR.seenAt, URIRef(base + meeting)


def _change(change: PostChange, base: str) -> Iterator[Triple]:
    """Describe what changed between two meetings."""
    node = URIRef(base + change.id)
    yield node, RDF.type, GJR.PostChange
    yield node, RDFS.label, ja("席の変化" if change.seat else "役職の変化")
    yield node, RDFS.label, en("change of seat" if change.seat else "change of posts")
    yield node, GJR.changeOf, URIRef(base + change.person)
    yield node, GJR.ofCouncil, URIRef(base + change.council)
    yield node, GJR.afterMeeting, URIRef(base + change.since)
    yield node, GJR.beforeMeeting, URIRef(base + change.until)
    for post in change.before:
        yield node, GJR.postBefore, URIRef(base + post)
    for post in change.after:
        yield node, GJR.postAfter, URIRef(base + post)
