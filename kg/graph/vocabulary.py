"""Give the terms of the ontology, and of the vocabularies it reuses, names."""

from rdflib import URIRef

from kg.errors import TermError


class Vocabulary:
    """A closed namespace: *names* are all its terms, and any other name raises.

    A misspelt term would be written in silence, and the shapes pass over terms
    that they do not know.
    """

    def __init__(self, base: str, names: str) -> None:
        """Take the *base* IRI, and the local *names* parted by blanks."""
        self.base = base
        self.names = frozenset(names.split())
        self._terms = {name: URIRef(base + name) for name in self.names}
        # as attributes, since a record of a page names terms ten thousand times
        vars(self).update(self._terms)

    def __getitem__(self, name: str) -> URIRef:
        """Return the IRI of the term *name*, or raise."""
        found = self._terms.get(name)
        if found is None:
            message = f"{self.base}{name}: no such term; check the spelling"
            raise TermError(message)
        return found

    def __getattr__(self, name: str) -> URIRef:
        """Return the IRI of the term *name*, or raise."""
        return self[name]


ONTOLOGY = URIRef("https://w3id.org/gijiroku/ns")

GJR = Vocabulary(
    "https://w3id.org/gijiroku/ns#",
    """
    AdjacentMeeting AgendaItem Assignment Attendance Council Meeting MeetingMaterial
    Minutes PolicyDocument Reading ReportedQuestion SourceText Statement TextSpan

    attendance attendanceMode attendeeGroup capacity chair inCapacityOf meeting
    roleWord seat status substitutesFor

    appointmentType attestedOn possibleRank rank roleAsWritten

    bodyKind changeKind registeredAs sector since until

    antecedent follows precedes

    accessBasis attribution candidate contextNote inResponseTo material presentedBy
    speaker speakerDisclosure speakerLabel underAgendaItem

    Discussion contextTrigger counterExample crossCutting discussedIn salience theme
    themeMethod titleTrigger trigger triggerExclusion weight

    asWritten axis basis characterCount characterEncoding dateAsWritten encodingBasis
    encodingConfidence evidencedBy honorificsOmitted nameSplitBasis sourcePlace
    of reason recognizer resolutionBasis sessionNumber unnamedAbsences value
    venueAsWritten

    corporateNumber rorId

    IdentityDecision PostChange SeriesGap Tenure
    afterMeeting beforeMeeting changeOf clue comparedSighting concernsMeeting
    concernsNumber decidedBy firstAttestedOn gapKind judge lastAttestedOn nextMeeting
    ofCouncil postAfter postBefore probability seenAt tenureOf verdict

    Act Decision
    act actKind condition decidedIn decision decisionMaker decisionStatus
    entrustedAsWritten entrustedTo explains matter proposedStatus rule statementKind
    vote

    Law Moment Occasion Programme Undertaking
    boundParty dayBasis due firstDay followUp lastDay lawId lawNumber momentQualifier
    namesMoment partyAsWritten provisionAsWritten refersTo requestedOf undertaking
    undertakingKind
    """,
)
"""The project's own terms; a test compares them with `ontology/modules`."""

CODE = Vocabulary(
    "https://w3id.org/gijiroku/code/",
    """
    appointment appointment-full-time appointment-part-time
    attendance-mode attendance-mode-unknown
    attendee-group attendee-group-experts attendee-group-government
    attendee-group-members attendee-group-observers attendee-group-secretariat
    attendee-group-witnesses
    attribution attribution-named attribution-organization attribution-role
    attribution-withheld
    basis basis-default basis-inferred basis-legend basis-outside basis-stated
    capacity capacity-proxy capacity-regular
    decider decider-judgement decider-rule
    disclosure disclosure-disclosed disclosure-undisclosed
    gap-kind gap-kind-doubled gap-kind-missing gap-kind-order
    material-kind material-kind-main material-kind-reference
    meeting-role meeting-role-chair meeting-role-deputy-chair meeting-role-expert
    meeting-role-member meeting-role-observer meeting-role-official
    meeting-role-participant meeting-role-secretariat meeting-role-witness
    organisation-kind organisation-kind-chiho-dokuritsu-gyosei-hojin
    organisation-kind-dokuritsu-gyosei-hojin organisation-kind-gakko-hojin
    organisation-kind-godo-kaisha organisation-kind-ippan-shadan-hojin
    organisation-kind-ippan-zaidan-hojin organisation-kind-kabushiki-kaisha
    organisation-kind-kaigitai organisation-kind-koeki-shadan-hojin
    organisation-kind-koeki-zaidan-hojin
    organisation-kind-kokuritsu-daigaku-hojin
    organisation-kind-kokuritsu-kenkyu-kaihatsu-hojin
    organisation-kind-koritsu-daigaku-hojin organisation-kind-npo-hojin
    organisation-kind-yugen-kaisha
    organisation-kind-daigaku-kyodo-riyo-kikan-hojin
    organisation-kind-tokushu-hojin
    organisation-kind-ninka-hojin
    organisation-kind-goshi-kaisha
    organisation-kind-gomei-kaisha
    organisation-kind-shakai-fukushi-hojin
    organisation-kind-iryo-hojin
    organisation-kind-shukyo-hojin
    organisation-kind-bengoshi-hojin
    organisation-kind-kansa-hojin
    organisation-kind-zeirishi-hojin
    organisation-kind-kyodo-kumiai
    organisation-kind-rodo-kumiai
    organisation-kind-gijutsu-kenkyu-kumiai
    record-kind record-kind-result record-kind-summary record-kind-verbatim
    salience salience-about salience-mentions
    theme-method theme-method-context theme-method-label theme-method-title
    theme-method-trigger theme-method-vector
    sector sector-industry sector-academia sector-government sector-public
    sector-individual
    body-kind body-kind-cabinet-organ body-kind-ministry body-kind-agency
    body-kind-commission body-kind-bureau body-kind-office body-kind-council
    body-kind-subcommittee body-kind-court-or-diet body-kind-local-government
    body-kind-university body-kind-national-university body-kind-public-university
    body-kind-private-university body-kind-inter-university-institute
    body-kind-school-corporation body-kind-national-research-agency
    body-kind-administrative-agency body-kind-special-corporation body-kind-company
    body-kind-association body-kind-other
    rank rank-minister rank-senior-vice-minister rank-parliamentary-vice-minister
    rank-vice-minister rank-director-general rank-deputy-director-general
    rank-director rank-office-director rank-deputy-director rank-chief rank-staff
    change-kind change-kind-rename change-kind-merger change-kind-split
    change-kind-succession change-kind-transfer
    status status-absent status-present
    verdict verdict-different verdict-same verdict-unsure
    statement-kind statement-kind-opinion statement-kind-question
    statement-kind-answer statement-kind-explanation statement-kind-decision
    statement-kind-procedure
    decision-status decision-status-proposed decision-status-recommended
    decision-status-approved decision-status-rejected decision-status-entrusted
    decision-status-continued decision-status-postponed decision-status-withdrawn

    undertaking-kind undertaking-kind-commitment undertaking-kind-consideration
    undertaking-kind-request
    moment-qualifier moment-qualifier-about moment-qualifier-before
    moment-qualifier-by moment-qualifier-from moment-qualifier-within
    """,
)
"""The codes that this program writes, and their schemes."""

ORG = Vocabulary(
    "http://www.w3.org/ns/org#",
    """
    ChangeEvent FormalOrganization Membership Organization
    OrganizationalCollaboration OrganizationalUnit Role
    changedBy classification identifier member memberOf organization
    originalOrganization resultedFrom resultingOrganization role subOrganizationOf
    """,
)
FOAF = Vocabulary(
    "http://xmlns.com/foaf/0.1/",
    "Document Person familyName givenName name",
)
SCHEMA = Vocabulary(
    "http://schema.org/",
    """
    Event EventSeries MediaObject MixedEventAttendanceMode
    OfflineEventAttendanceMode OnlineEventAttendanceMode Place Question
    VirtualLocation
    attendee encodesCreativeWork encodingFormat endDate eventAttendanceMode
    legalName legislationIdentifier sameAs
    isPartOf location mentions name organizer position recordedAt recordedIn
    sha256 startDate subEvent superEvent text url
    """,
)
PROV = Vocabulary("http://www.w3.org/ns/prov#", "agent hadRole used")
SKOS = Vocabulary(
    "http://www.w3.org/2004/02/skos/core#",
    """
    Concept ConceptScheme altLabel broader inScheme note prefLabel
    broadMatch closeMatch exactMatch narrowMatch relatedMatch
    """,
)
DCTERMS = Vocabulary(
    "http://purl.org/dc/terms/",
    """
    accessRights conformsTo date identifier isReplacedBy language publisher rights
    source subject title type
    """,
)
OA = Vocabulary(
    "http://www.w3.org/ns/oa#",
    """
    Annotation TextPositionSelector TextQuoteSelector
    classifying end exact hasBody hasSelector hasSource hasTarget identifying
    motivatedBy prefix start suffix
    """,
)
VOID = Vocabulary("http://rdfs.org/ns/void#", "Dataset Linkset uriSpace vocabulary")
SKOSXL = Vocabulary(
    "http://www.w3.org/2008/05/skos-xl#", "altLabel literalForm prefLabel"
)
DCAT = Vocabulary("http://www.w3.org/ns/dcat#", "Dataset")
RDF = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "langString type")
RDFS = Vocabulary("http://www.w3.org/2000/01/rdf-schema#", "label seeAlso subClassOf")
OWL = Vocabulary("http://www.w3.org/2002/07/owl#", "deprecated sameAs")
XSD = Vocabulary(
    "http://www.w3.org/2001/XMLSchema#",
    "anyURI boolean date dateTime decimal integer string time",
)
SH = Vocabulary(
    "http://www.w3.org/ns/shacl#",
    """
    IRI Info NodeShape PropertyShape ValidationResult Violation Warning
    deactivated declare focusNode message namespace path prefix prefixes property result
    resultMessage resultPath resultSeverity select severity sourceShape sparql
    targetClass targetNode targetObjectsOf targetSubjectsOf value
    """,
)
ACCESS = Vocabulary(
    "http://publications.europa.eu/resource/authority/access-right/",
    "NON_PUBLIC PUBLIC",
)
LANGUAGE = Vocabulary("http://id.loc.gov/vocabulary/iso639-1/", "ja")

THEME_BASE = "https://w3id.org/gijiroku/theme/"
REGISTER_BASE = "https://w3id.org/gijiroku/register/"

PREFIXES = {
    "gjr": GJR.base,
    "code": CODE.base,
    "theme": THEME_BASE,
    "register": REGISTER_BASE,
    "org": ORG.base,
    "foaf": FOAF.base,
    "schema": SCHEMA.base,
    "skos": SKOS.base,
    "dcterms": DCTERMS.base,
    "prov": PROV.base,
    "oa": OA.base,
    "void": VOID.base,
    "dcat": DCAT.base,
    "owl": OWL.base,
    "rdfs": RDFS.base,
    "rdf": RDF.base,
    "xsd": XSD.base,
}
"""The prefixes of every file and every query, data kinds not among them."""

DATA_PREFIXES = {
    "role": "role/",
    "p": "person/",
    "o": "org/",
    "m": "membership/",
    "g": "group/",
    "law": "law/",
    "an": "annotation/",
    "as": "assignment/",
    "sel": "selector/",
}
"""Prefixes of the kinds of the data space, by path below the data base."""

LEGAL_FORMS = {
    "国立大学法人": "organisation-kind-kokuritsu-daigaku-hojin",
    "公立大学法人": "organisation-kind-koritsu-daigaku-hojin",
    "学校法人": "organisation-kind-gakko-hojin",
    "国立研究開発法人": "organisation-kind-kokuritsu-kenkyu-kaihatsu-hojin",
    "独立行政法人": "organisation-kind-dokuritsu-gyosei-hojin",
    "地方独立行政法人": "organisation-kind-chiho-dokuritsu-gyosei-hojin",
    "一般社団法人": "organisation-kind-ippan-shadan-hojin",
    "一般財団法人": "organisation-kind-ippan-zaidan-hojin",
    "公益社団法人": "organisation-kind-koeki-shadan-hojin",
    "公益財団法人": "organisation-kind-koeki-zaidan-hojin",
    "特定非営利活動法人": "organisation-kind-npo-hojin",
    "株式会社": "organisation-kind-kabushiki-kaisha",
    "合同会社": "organisation-kind-godo-kaisha",
    "大学共同利用機関法人": "organisation-kind-daigaku-kyodo-riyo-kikan-hojin",
    "特殊法人": "organisation-kind-tokushu-hojin",
    "認可法人": "organisation-kind-ninka-hojin",
    "合資会社": "organisation-kind-goshi-kaisha",
    "合名会社": "organisation-kind-gomei-kaisha",
    "社会福祉法人": "organisation-kind-shakai-fukushi-hojin",
    "医療法人": "organisation-kind-iryo-hojin",
    "宗教法人": "organisation-kind-shukyo-hojin",
    "弁護士法人": "organisation-kind-bengoshi-hojin",
    "監査法人": "organisation-kind-kansa-hojin",
    "税理士法人": "organisation-kind-zeirishi-hojin",
    "協同組合": "organisation-kind-kyodo-kumiai",
    "労働組合": "organisation-kind-rodo-kumiai",
    "技術研究組合": "organisation-kind-gijutsu-kenkyu-kumiai",
    "有限会社": "organisation-kind-yugen-kaisha",
}
"""The code of each legal form as it is printed before or after a name."""
