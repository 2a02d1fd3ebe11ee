"""Tabulate what entities of each kind have of their own."""

from kg.graph.explorer_entities import meeting_of
from kg.graph.explorer_sheet import Sheet, Table
from kg.model.explorer import Columns


def kind_tables(sheet: Sheet, kinds: dict[str, list[str]]) -> dict[str, Columns]:
    """Return a table of each kind; councils are among the organizations."""
    return {
        "people": _people(sheet, kinds["person"]),
        "organizations": _bodies(sheet, kinds["organization"] + kinds["council"]),
        "meetings": _meetings(sheet, kinds["meeting"]),
        "agenda": _agenda(sheet, kinds["agenda-item"]),
        "handouts": _handouts(sheet, kinds),
        "themes": _themes(sheet, kinds["theme"]),
    }


def _people(sheet: Sheet, people: list[str]) -> Columns:
    """Return the parts of names of *people*."""
    table, index = Table("entity family given"), sheet.index
    for iri in people:
        table.add(
            entity=sheet.entity(iri),
            family=index.one(iri, "foaf:familyName"),
            given=index.one(iri, "foaf:givenName"),
        )
    return table.columns


def _bodies(sheet: Sheet, bodies: list[str]) -> Columns:
    """Return what *bodies* are, and what they are part of."""
    table = Table("entity full legal parent classification bodyKind sector registered")
    index = sheet.index
    for iri in bodies:
        table.add(
            entity=sheet.entity(iri),
            full=index.one(iri, "rdfs:label"),
            legal=index.one(iri, "schema:legalName"),
            parent=sheet.entity(index.one(iri, "org:subOrganizationOf")),
            classification=sheet.code(index.one(iri, "org:classification")),
            bodyKind=sheet.code(index.one(iri, "gjr:bodyKind")),
            sector=sheet.code(index.one(iri, "gjr:sector")),
            registered=sheet.row("register", index.one(iri, "gjr:registeredAs")),
        )
    return table.columns


def _meetings(sheet: Sheet, meetings: list[str]) -> Columns:
    """Return when, where and how *meetings* were held."""
    table = Table(
        "entity council number start end dateAsWritten venue mode recordKind "
        "unnamedAbsences document next chairs"
    )
    index = sheet.index
    documents = {
        record: document
        for document in sheet.rows["documents"]
        for record in index.values(document, "schema:encodesCreativeWork")
    }
    for iri in meetings:
        record = index.one(iri, "schema:recordedIn")
        table.add(
            entity=sheet.entity(iri),
            council=sheet.entity(index.one(iri, "schema:organizer")),
            number=index.number(iri, "gjr:sessionNumber"),
            start=index.one(iri, "schema:startDate"),
            end=index.one(iri, "schema:endDate"),
            dateAsWritten=index.one(iri, "gjr:dateAsWritten"),
            venue=index.one(iri, "gjr:venueAsWritten"),
            mode=sheet.code(index.one(iri, "schema:eventAttendanceMode")),
            recordKind=sheet.code(index.one(record, "dcterms:type")),
            unnamedAbsences=index.number(iri, "gjr:unnamedAbsences"),
            document=sheet.row("documents", documents.get(record, "")),
            next=sheet.entity(index.one(iri, "gjr:nextMeeting")),
            chairs=sheet.entities(index.values(iri, "gjr:chair")),
        )
    return table.columns


def _agenda(sheet: Sheet, items: list[str]) -> Columns:
    """Return who introduced *items*, and with which handouts."""
    table, index = (
        Table("entity meeting number presenters handouts themes"),
        sheet.index,
    )
    for iri in items:
        table.add(
            entity=sheet.entity(iri),
            meeting=sheet.entity(index.one(iri, "schema:superEvent")),
            number=index.number(iri, "schema:position"),
            presenters=sheet.entities(index.values(iri, "gjr:presentedBy")),
            handouts=sheet.entities(index.values(iri, "prov:used")),
            themes=sheet.entities(index.values(iri, "dcterms:subject")),
        )
    return table.columns


def _handouts(sheet: Sheet, kinds: dict[str, list[str]]) -> Columns:
    """Return which papers are open, and how that is known."""
    table = Table("entity meeting position label access accessBasis handoutKind themes")
    index = sheet.index
    meetings = meeting_of(index, kinds["meeting"], "gjr:material")
    for iri in kinds["handout"]:
        forms = [one for one in index.values(iri, "rdf:type") if "material-kind" in one]
        table.add(
            entity=sheet.entity(iri),
            meeting=sheet.entity(meetings.get(iri, "")),
            position=index.number(iri, "schema:position"),
            label=index.one(iri, "dcterms:identifier"),
            access=sheet.code(index.one(iri, "dcterms:accessRights")),
            accessBasis=sheet.code(index.one(iri, "gjr:accessBasis")),
            handoutKind=sheet.code(
                index.one(iri, "dcterms:type") or "".join(forms[:1])
            ),
            themes=sheet.entities(index.values(iri, "dcterms:subject")),
        )
    return table.columns


def _themes(sheet: Sheet, themes: list[str]) -> Columns:
    """Return the places of *themes* among others, and what they mean."""
    table = Table("entity broader related definitionJa definitionEn")
    index = sheet.index
    for iri in themes:
        japanese = index.worded(iri, "skos:definition", "ja")
        english = index.worded(iri, "skos:definition", "en")
        table.add(
            entity=sheet.entity(iri),
            broader=sheet.entities(index.values(iri, "skos:broader")),
            related=sheet.entities(index.values(iri, "skos:related")),
            definitionJa="".join(japanese[:1]),
            definitionEn="".join(english[:1]),
        )
    return table.columns
