"""Tabulate what rules, registers and comparisons add to what records say."""

from kg.graph.explorer_index import Index
from kg.graph.explorer_sheet import Sheet, Table
from kg.graph.vocabulary import REGISTER_BASE
from kg.model.explorer import Columns


def list_register(index: Index) -> list[str]:
    """Return the bodies of the register that the graph brings."""
    bodies = {
        iri
        for kind in ("org:FormalOrganization", "org:OrganizationalUnit")
        for iri in index.of_kind(kind)
        if iri.startswith(REGISTER_BASE)
    }
    return sorted(bodies)


def told_tables(sheet: Sheet) -> dict[str, Columns]:
    """Return what is derived: of registers, of who is who, of what changed."""
    return {
        "assignments": _assignments(sheet),
        "register": _register(sheet),
        "registerChanges": _register_changes(sheet),
        "candidates": _candidates(sheet),
        "changes": _changes(sheet),
        "gaps": _gaps(sheet),
    }


def _assignments(sheet: Sheet) -> Columns:
    """Return what rules and registers say of bodies and posts, and why."""
    table = Table("entity post axis value registered basis asWritten reason spans")
    index = sheet.index
    for iri in index.of_kind("gjr:Assignment"):
        about, value = index.one(iri, "gjr:of"), index.one(iri, "gjr:value")
        registered = sheet.row("register", value)
        table.add(
            entity=sheet.entity(about),
            post=sheet.row("posts", about),
            axis=index.one(iri, "gjr:axis").rpartition("#")[2],
            value=sheet.code("" if registered >= 0 else value),
            registered=registered,
            basis=sheet.code(index.one(iri, "gjr:basis")),
            asWritten=index.one(iri, "gjr:asWritten"),
            reason=index.one(iri, "gjr:reason"),
            spans=sheet.evidence(iri),
        )
    return table.columns


def _register(sheet: Sheet) -> Columns:
    """Return bodies of the register, and since when until when they were."""
    table, index = Table("iri name since until parent"), sheet.index
    for iri in sheet.rows["register"]:
        table.add(
            iri=iri,
            name=index.one(iri, "rdfs:label") or index.one(iri, "skos:prefLabel"),
            since=index.one(iri, "gjr:since"),
            until=index.one(iri, "gjr:until"),
            parent=sheet.row("register", index.one(iri, "org:subOrganizationOf")),
        )
    return table.columns


def _register_changes(sheet: Sheet) -> Columns:
    """Return which bodies of the register became which."""
    table, index = Table("date kind note before after"), sheet.index
    for iri in index.of_kind("org:ChangeEvent"):
        before = index.values(iri, "org:originalOrganization")
        after = index.values(iri, "org:resultingOrganization")
        table.add(
            date=index.one(iri, "dcterms:date"),
            kind=sheet.code(index.one(iri, "gjr:changeKind")),
            note=index.one(iri, "skos:note"),
            before=sheet.rows_of("register", before),
            after=sheet.rows_of("register", after),
        )
    return table.columns


def _candidates(sheet: Sheet) -> Columns:
    """Return who may be the same person, and who was found not to be."""
    table = Table("iri people attendances verdict decider probability clues")
    index = sheet.index
    for iri in index.of_kind("gjr:IdentityDecision"):
        rows = index.values(iri, "gjr:comparedSighting")
        people = [index.one(row, "prov:agent") for row in rows]
        table.add(
            iri=iri,
            people=sheet.entities(people),
            attendances=sheet.rows_of("attendances", rows),
            verdict=sheet.code(index.one(iri, "gjr:verdict")),
            decider=sheet.code(index.one(iri, "gjr:decidedBy")),
            probability=float(index.one(iri, "gjr:probability") or -1),
            clues=index.values(iri, "gjr:clue"),
        )
    return table.columns


def _changes(sheet: Sheet) -> Columns:
    """Return whose posts differ between two meetings of a council."""
    table = Table("iri person council before after postsBefore postsAfter")
    index = sheet.index
    for iri in index.of_kind("gjr:PostChange"):
        table.add(
            iri=iri,
            person=sheet.entity(index.one(iri, "gjr:changeOf")),
            council=sheet.entity(index.one(iri, "gjr:ofCouncil")),
            before=sheet.entity(index.one(iri, "gjr:beforeMeeting")),
            after=sheet.entity(index.one(iri, "gjr:afterMeeting")),
            postsBefore=sheet.rows_of("posts", index.values(iri, "gjr:postBefore")),
            postsAfter=sheet.rows_of("posts", index.values(iri, "gjr:postAfter")),
        )
    return table.columns


def _gaps(sheet: Sheet) -> Columns:
    """Return the meetings of a series that should be there and are not."""
    table = Table("council kind number meetings labelJa labelEn")
    index = sheet.index
    for iri in index.of_kind("gjr:SeriesGap"):
        table.add(
            council=sheet.entity(index.one(iri, "gjr:ofCouncil")),
            kind=sheet.code(index.one(iri, "gjr:gapKind")),
            number=index.number(iri, "gjr:concernsNumber"),
            meetings=sheet.entities(index.values(iri, "gjr:concernsMeeting")),
            labelJa="".join(index.worded(iri, "rdfs:label", "ja")[:1]),
            labelEn="".join(index.worded(iri, "rdfs:label", "en")[:1]),
        )
    return table.columns
