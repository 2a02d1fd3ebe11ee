/**
 * What a build tells the page: the block `payload` of explorer.html.
 *
 * Tables are columns of equal length; a row is an index into them. What ends in
 * `[]` of numbers points into another table, named in the comment; -1 is "none" or
 * "the record does not say". `kg/graph/explorer*.py` writes this; change both.
 */

export type Language = "ja" | "en";
/** Row of `entities`, or -1. */
export type Entity = number;
/** Row of `codes`, or -1. */
export type Code = number;
/** Rows of `spans`: the words that a fact rests on. */
export type Spans = number[];

export const KINDS = [
  "person",
  "organization",
  "council",
  "meeting",
  "agenda-item",
  "handout",
  "theme",
] as const;
export type Kind = (typeof KINDS)[number];

/** How a value is known; all but `stated` are marked with * or dotted lines. */
export type Basis = "stated" | "legend" | "default" | "inferred" | "outside";

export interface Payload {
  format: 1;
  /** Digest of what the build was made from, for citations; no clock. */
  version: string;
  /** Versions of the programs that made it. */
  program: string;
  title: { ja: string; en: string };
  /** What relative IRIs (`iri` columns without "://") are below. */
  base: string;
  language: Language;
  /** Pages of meetings beside this one: index.html, meeting-2.html … by meeting. */
  pages: { meeting: Entity[]; file: string[] };
  /** Other blocks: inside the page, or beside it as files. */
  blocks: Record<BlockName, Block>;
  counts: Counts;
  codes: Codes;
  documents: Documents;
  spans: SpanTable;
  entities: Entities;
  people: People;
  organizations: Organizations;
  meetings: Meetings;
  agenda: Agenda;
  handouts: Handouts;
  themes: Themes;
  attendances: Attendances;
  posts: Posts;
  tenures: Tenures;
  statements: Statements;
  discussions: Discussions;
  mentions: Mentions;
  decisions: Decisions;
  undertakings: Undertakings;
  assignments: Assignments;
  register: Register;
  registerChanges: RegisterChanges;
  candidates: Candidates;
  changes: Changes;
  gaps: Gaps;
  unread: Unread;
  open: OpenNames;
  refused: Refused;
  /** Words of `kg diff` for what differs between two meetings, in both languages. */
  changeWords: Record<Language, Record<string, string>>;
  /** Prefixes that a query may use without declaring them. */
  prefixes: Record<string, string>;
  questions: Question[];
  /** What may stand in the blanks of questions, by `kind` of the parameter. */
  choices: Record<string, Choice>;
}

export type BlockName = "texts" | "dataset" | "engine" | "engine-style";

/** `file` is "" for a block in the page, else a file beside it (relative). */
export interface Block {
  file: string;
  /** Bytes when inflated, and as it is stored (gzip). */
  size: number;
  stored: number;
  /** SHA-256 (hex) of the inflated bytes. */
  sha256: string;
}

/** Block `texts` inflates to a JSON array: the text of each row of `documents`. */
export type Texts = string[];

/** Numbers for the head of the page. */
export interface Counts {
  documents: number;
  people: number;
  organizations: number;
  councils: number;
  meetings: number;
  statements: number;
  /** Statements whose record names no speaker. */
  withheld: number;
  handouts: number;
  closed: number;
  themes: number;
  triples: number;
}

/** Codes of the vocabulary with their labels; `name` is the end of the IRI. */
export interface Codes {
  iri: string[];
  name: string[];
  ja: string[];
  en: string[];
}

export interface Documents {
  iri: string[];
  id: string[];
  title: string[];
  /** File name. */
  name: string[];
  /** "" where unknown, as all below. */
  url: string[];
  publisher: string[];
  date: string[];
  licence: string[];
  sha256: string[];
  /** In characters (code points). */
  length: number[];
}

/**
 * `start` and `end` count Unicode code points of the text, not UTF-16 units:
 * use Array.from or a map where a text has surrogates. `line` counts from 1.
 * The IRI of a span is `${documents.iri[doc]}#char=${start},${end}`.
 */
export interface SpanTable {
  doc: number[];
  start: number[];
  end: number[];
  line: number[];
}

/** One row per thing; what else is known is in the tables below. */
export interface Entities {
  iri: string[];
  /** Index into KINDS. */
  kind: number[];
  name: string[];
  /** Every other written form: variants, legal names, English labels of themes. */
  forms: string[][];
  /** かな where the record or vocabulary gives it, else "". */
  reading: string[];
  /** かな as a dictionary reads the name, for the search alone: never shown, may be wrong. */
  sound: string[];
  /** Official English name where known, else "". */
  english: string[];
  spans: Spans[];
}

export interface People {
  entity: Entity[];
  family: string[];
  given: string[];
}

export interface Organizations {
  entity: Entity[];
  /** Name with those above it: 環境省 水・大気環境局. */
  full: string[];
  legal: string[];
  parent: Entity[];
  /** 株式会社, 国立大学法人 … */
  classification: Code[];
  bodyKind: Code[];
  sector: Code[];
  /** Row of `register`, or -1. */
  registered: number[];
}

export interface Meetings {
  entity: Entity[];
  /** The body that met. */
  council: Entity[];
  number: number[];
  /** ISO, with time where known; "" where the day is unknown. */
  start: string[];
  end: string[];
  dateAsWritten: string[];
  venue: string[];
  mode: Code[];
  recordKind: Code[];
  /** People absent without a name; -1 where nothing is said. */
  unnamedAbsences: number[];
  document: number[];
  /** The next meeting of the same council in the build. */
  next: Entity[];
  chairs: Entity[][];
}

export interface Agenda {
  entity: Entity[];
  meeting: Entity[];
  number: number[];
  presenters: Entity[][];
  handouts: Entity[][];
  themes: Entity[][];
}

export interface Handouts {
  entity: Entity[];
  meeting: Entity[];
  position: number[];
  /** 資料1 */
  label: string[];
  /** PUBLIC, NON_PUBLIC …, or -1 */
  access: Code[];
  accessBasis: Code[];
  handoutKind: Code[];
  themes: Entity[][];
}

/** Themes that occur in the build, and those above them. */
export interface Themes {
  entity: Entity[];
  broader: Entity[][];
  related: Entity[][];
  definitionJa: string[];
  definitionEn: string[];
}

/** A row of a roster. Each axis has its value, basis and words. */
export interface Attendances {
  iri: string[];
  meeting: Entity[];
  /** A person, or an organization where only that is listed. */
  agent: Entity[];
  position: number[];
  asWritten: string[];
  /** 委員, 会長 … as the roster has it. */
  roleWord: string[];
  role: Code[];
  roleBasis: Code[];
  roleSpans: Spans[];
  /** Heading of the roster: 有識者. */
  group: Code[];
  groupBasis: Code[];
  groupSpans: Spans[];
  /** Online, Offline, Mixed …, or -1 where not recorded. */
  mode: Code[];
  modeBasis: Code[];
  modeSpans: Spans[];
  /** capacity-regular, capacity-proxy … */
  capacity: Code[];
  capacityBasis: Code[];
  capacitySpans: Spans[];
  /** status-present, status-absent … */
  status: Code[];
  statusBasis: Code[];
  statusSpans: Spans[];
  /** For whom a proxy came. */
  principal: Entity[];
  /** Rows of `posts`: held outside, and the seat in this body. */
  posts: number[][];
  seats: number[][];
  spans: Spans[];
}

/** A person's post in an organization, or a seat in a council. */
export interface Posts {
  iri: string[];
  person: Entity[];
  organization: Entity[];
  role: string[];
  asWritten: string[];
  position: number[];
  /** Days on which a record shows it: 2024-06-12. */
  days: string[][];
  appointment: Code[];
  rank: Code[];
  possibleRanks: Code[][];
  spans: Spans[];
}

/** From the first to the last sighting of a post; neither is its beginning or end. */
export interface Tenures {
  post: number[];
  first: string[];
  last: string[];
  meetings: Entity[][];
}

export interface Statements {
  iri: string[];
  meeting: Entity[];
  position: number[];
  /** attribution-named, attribution-withheld … */
  attribution: Code[];
  disclosure: Code[];
  /** Only where the record names the speaker. */
  speaker: Entity[];
  speakerLabel: string[];
  /** Why the label means that person; "" else. */
  reason: string[];
  kinds: Code[][];
  agendaItem: Entity[];
  /** Row of `statements` that it answers, or -1. */
  answers: number[];
  /** Words of the question that it answers, where the record reports one. */
  question: string[];
  /** Span of its words, row of `spans`, or -1. */
  words: number[];
  spans: Spans[];
}

/** A theme in a meeting, an agenda item, a handout or a statement. */
export interface Discussions {
  iri: string[];
  theme: Entity[];
  /** The unit: an entity, or -1 and then a row of `statements`. */
  unit: Entity[];
  statement: number[];
  meeting: Entity[];
  /** salience-about or salience-mentions */
  salience: Code[];
  /** The ways by which it was found: theme-method-trigger … */
  ways: Code[][];
  weight: number[];
  spans: Spans[];
}

/** Where a text mentions a person or an organization, as far as linked. */
export interface Mentions {
  entity: Entity[];
  span: number[];
  /** Why it means that one; "name", "context" … */
  basis: string[];
  reason: string[];
}

export interface Decisions {
  iri: string[];
  meeting: Entity[];
  position: number[];
  matter: string[];
  status: Code[];
  proposed: Code[];
  maker: Entity[];
  entrusted: string[];
  agendaItem: Entity[];
  statements: number[][];
  spans: Spans[];
}

export interface Undertakings {
  iri: string[];
  meeting: Entity[];
  kind: Code[];
  text: string[];
  party: Entity[];
  /** As written, and the last day that it can mean ("" where unknown). */
  due: string[];
  dueDay: string[];
  /** Row of `statements`, or -1. */
  statement: number[];
  spans: Spans[];
}

/** What rules or registers say of an organization or a post, and why. */
export interface Assignments {
  entity: Entity[];
  post: number[];
  /** sector, bodyKind, rank, possibleRank, registeredAs */
  axis: string[];
  value: Code[];
  /** Row of `register` for registeredAs, else -1. */
  registered: number[];
  basis: Code[];
  asWritten: string[];
  reason: string[];
  spans: Spans[];
}

/** Bodies of the register of ministries and agencies that come with the program. */
export interface Register {
  iri: string[];
  name: string[];
  since: string[];
  until: string[];
  parent: number[];
}

export interface RegisterChanges {
  date: string[];
  kind: Code[];
  note: string[];
  before: number[][];
  after: number[][];
}

/** Two sightings compared: the same person, or not, or not decided. */
export interface Candidates {
  iri: string[];
  people: Entity[][];
  /** Rows of `attendances`. */
  attendances: number[][];
  /** verdict-same, verdict-different, verdict-unsure */
  verdict: Code[];
  decider: Code[];
  /** Of being the same, by rule; NaN is written as -1. */
  probability: number[];
  clues: string[][];
}

/** Posts of a person that differ between two meetings of a council. */
export interface Changes {
  iri: string[];
  person: Entity[];
  council: Entity[];
  before: Entity[];
  after: Entity[];
  postsBefore: number[][];
  postsAfter: number[][];
}

/** Meetings that should be there and are not. */
export interface Gaps {
  council: Entity[];
  kind: Code[];
  number: number[];
  meetings: Entity[][];
  labelJa: string[];
  labelEn: string[];
}

/** Lines that no rule could place. */
export interface Unread {
  document: number[];
  line: number[];
  words: string[];
}

/** Names that fit several, or none. */
export interface OpenNames {
  document: number[];
  line: number[];
  words: string[];
  candidates: string[][];
}

/** Files that could not be read as minutes. */
export interface Refused {
  where: string[];
  reason: string[];
}

export interface Question {
  name: string;
  titleJa: string;
  titleEn: string;
  parameters: QuestionParameter[];
  columnsJa: string[];
  columnsEn: string[];
  /** `organization=内閣府` */
  example: string;
  emptyJa: string;
  emptyEn: string;
  /** The whole .rq; `# VALUES` is where bound terms go, see kg/graph/binding.py. */
  query: string;
}

export interface QuestionParameter {
  name: string;
  /** Key of `choices`; text and number have none: any literal, any whole number. */
  kind: string;
  labelJa: string;
  labelEn: string;
  required: boolean;
}

/**
 * Columns: a text that people may give, and what it means. Several rows may have
 * one text: all their terms are then bound. Compare as kg.text.key does: NFKC, no
 * blanks, no difference of case.
 */
export interface Choice {
  /** 0 stands for the `name` of `entity`. */
  text: (string | 0)[];
  /** The entity that is meant, or -1: then `term` is what a query writes. */
  entity: Entity[];
  /** The term as SPARQL writes it, "" where `entity` tells. */
  term: string[];
}
