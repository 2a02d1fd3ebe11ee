"""Tabulate what was said, discussed, decided and undertaken."""

from kg.graph.explorer_index import Index
from kg.graph.explorer_sheet import NONE, Sheet, Table
from kg.graph.iris import span_of
from kg.model.explorer import Columns


def said_tables(sheet: Sheet) -> dict[str, Columns]:
    """Return statements, and what they are about and lead to."""
    index = sheet.index
    rows = sheet.enter(
        "statements",
        sorted(
            index.of_kind("gjr:Statement"),
            key=lambda iri: (_meeting(sheet, iri), _place(index, iri), iri),
        ),
    )
    return {
        "statements": _statements(sheet, rows),
        "discussions": _discussions(sheet),
        "mentions": _mentions(sheet),
        "decisions": _decisions(sheet),
        "undertakings": _undertakings(sheet, rows),
    }


def _meeting(sheet: Sheet, statement: str) -> int:
    """Return the meeting of a *statement*."""
    index = sheet.index
    return sheet.entity(index.one(statement, "schema:isPartOf", "schema:recordedAt"))


def _place(index: Index, iri: str) -> tuple[int, int]:
    """Return where a statement begins, then its number: numbers begin anew."""
    found = filter(None, map(span_of, index.values(iri, "gjr:evidencedBy")))
    starts = [span.start for _, span in found]
    return min(starts, default=0), index.number(iri, "schema:position")


def _statements(sheet: Sheet, rows: list[str]) -> Columns:
    """Return statements, with the speaker only where the record names one."""
    table = Table(
        "iri meeting position attribution disclosure speaker speakerLabel reason "
        "kinds agendaItem answers question words spans"
    )
    index = sheet.index
    for iri in rows:
        asked = index.one(iri, "gjr:inResponseTo")
        spans = index.values(iri, "gjr:evidencedBy")
        table.add(
            iri=iri,
            meeting=_meeting(sheet, iri),
            position=index.number(iri, "schema:position"),
            attribution=sheet.code(index.one(iri, "gjr:attribution")),
            disclosure=sheet.code(index.one(iri, "gjr:speakerDisclosure")),
            speaker=sheet.entity(index.one(iri, "gjr:speaker")),
            speakerLabel=index.one(iri, "gjr:speakerLabel"),
            reason=index.one(iri, "gjr:reason"),
            kinds=sheet.codes(index.values(iri, "gjr:statementKind")),
            agendaItem=sheet.entity(index.one(iri, "gjr:underAgendaItem")),
            answers=sheet.row("statements", asked),
            question=index.one(asked, "schema:text"),
            words=_longest(sheet, spans),
            spans=sheet.spans(spans),
        )
    return table.columns


def _longest(sheet: Sheet, spans: list[str]) -> int:
    """Return the longest of *spans*: the words, beside the label of the speaker."""
    found = [(one[1].end - one[1].start, iri) for iri in spans if (one := span_of(iri))]
    chosen = sheet.spans([max(found)[1]]) if found else []
    return chosen[0] if chosen else NONE


def _discussions(sheet: Sheet) -> Columns:
    """Return which theme is dealt with where: about it, or mentioned."""
    table = Table("iri theme unit statement meeting salience ways weight spans")
    index = sheet.index
    for iri in index.of_kind("gjr:Discussion"):
        unit = index.one(iri, "gjr:discussedIn")
        table.add(
            iri=iri,
            theme=sheet.entity(index.one(iri, "gjr:theme")),
            unit=sheet.entity(unit),
            statement=sheet.row("statements", unit),
            meeting=_meeting_of_unit(sheet, unit),
            salience=sheet.code(index.one(iri, "gjr:salience")),
            ways=sheet.codes(index.values(iri, "gjr:themeMethod")),
            weight=float(index.one(iri, "gjr:weight") or NONE),
            spans=sheet.evidence(iri),
        )
    return table.columns


def _meeting_of_unit(sheet: Sheet, unit: str) -> int:
    """Return the meeting that *unit* is, or is a part of."""
    index = sheet.index
    if index.is_a(unit, "gjr:Meeting"):
        return sheet.entity(unit)
    if index.is_a(unit, "gjr:Statement"):
        return _meeting(sheet, unit)
    above = index.one(unit, "schema:superEvent") or unit.rpartition("/")[0]
    return sheet.entity(above)


def _mentions(sheet: Sheet) -> Columns:
    """Return where the texts mean which thing, and why that one."""
    table, index = Table("entity span basis reason"), sheet.index
    identifying = "http://www.w3.org/ns/oa#identifying"
    for iri in index.of_kind("oa:Annotation"):
        entity = sheet.entity(index.one(iri, "oa:hasBody"))
        if entity == NONE or index.one(iri, "oa:motivatedBy") != identifying:
            continue
        for span in sheet.spans(index.values(iri, "oa:hasTarget")):
            table.add(
                entity=entity,
                span=span,
                basis=index.one(iri, "gjr:resolutionBasis"),
                reason=index.one(iri, "gjr:reason"),
            )
    return table.columns


def _decisions(sheet: Sheet) -> Columns:
    """Return what was decided, recommended or put off."""
    table = Table(
        "iri meeting position matter status proposed maker entrusted agendaItem "
        "statements spans"
    )
    index = sheet.index
    for iri in index.of_kind("gjr:Decision"):
        said = index.values(iri, "gjr:decidedIn")
        table.add(
            iri=iri,
            meeting=sheet.entity(iri.rpartition("/")[0]),
            position=index.number(iri, "schema:position"),
            matter=index.one(iri, "gjr:matter"),
            status=sheet.code(index.one(iri, "gjr:decisionStatus")),
            proposed=sheet.code(index.one(iri, "gjr:proposedStatus")),
            maker=sheet.entity(index.one(iri, "gjr:decisionMaker")),
            entrusted=index.one(iri, "gjr:entrustedAsWritten"),
            agendaItem=sheet.entity(index.one(iri, "gjr:underAgendaItem")),
            statements=sheet.rows_of("statements", said),
            spans=sheet.evidence(iri),
        )
    return table.columns


def _undertakings(sheet: Sheet, rows: list[str]) -> Columns:
    """Return what somebody promised or was asked to do."""
    table = Table("iri meeting kind text party due dueDay statement spans")
    index = sheet.index
    said = {
        one: iri
        for iri in reversed(rows)
        for one in index.values(iri, "gjr:undertaking")
    }
    for iri in index.of_kind("gjr:Undertaking"):
        due = index.one(iri, "gjr:due")
        table.add(
            iri=iri,
            meeting=sheet.entity(iri.rpartition("/")[0]),
            kind=sheet.code(index.one(iri, "gjr:undertakingKind")),
            text=index.one(iri, "schema:text"),
            party=sheet.entity(index.one(iri, "gjr:boundParty")),
            due=index.one(due, "gjr:asWritten"),
            dueDay=index.one(due, "gjr:lastDay"),
            statement=sheet.row("statements", said.get(iri, "")),
            spans=sheet.evidence(iri),
        )
    return table.columns
