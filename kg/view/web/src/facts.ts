/** The payload's tables as facts that join two things, each with day, basis and words. */

import { type Basis, type Entity, KINDS, type Kind, type Payload } from "./payload";
import type { Relation } from "./network/model";

export type Mode = "online" | "in-person" | "mixed" | "unknown";

export interface Fact {
  readonly kind: Relation | "meeting";
  readonly source: Entity;
  readonly target: Entity;
  /** Words of the record: a post, a group heading, the label of a handout. */
  readonly words: string;
  /** Role in a meeting, or the post: what the filter by role compares. */
  readonly role: string;
  readonly day: string;
  readonly council: Entity;
  readonly bases: readonly Basis[];
  readonly mode: Mode | null;
  readonly modeBasis: Basis;
  readonly proxy: boolean;
  readonly absent: boolean;
  readonly spans: readonly number[];
  readonly note?: string;
}

const bases: readonly Basis[] = ["stated", "legend", "default", "inferred", "outside"];

export class Facts {
  #all: readonly Fact[] | undefined;
  readonly #of = new Map<Entity, number[]>();
  #resting: Map<number, number[]> | undefined;
  readonly meetingRow = new Map<Entity, number>();
  readonly organizationRow = new Map<Entity, number>();
  readonly postsOf = new Map<Entity, number[]>();

  constructor(readonly payload: Payload) {
    payload.meetings.entity.forEach((entity, row) => this.meetingRow.set(entity, row));
    payload.organizations.entity.forEach((entity, row) => this.organizationRow.set(entity, row));
    payload.posts.person.forEach((person, row) => push(this.postsOf, person, row));
  }

  /** Made when something is first shown: a search over 100,000 things needs none of them. */
  get all(): readonly Fact[] {
    if (this.#all !== undefined) return this.#all;
    const all = [...this.#attendances(), ...this.#posts(), ...this.#bodies(), ...this.#papers(), ...this.#talk()];
    all.forEach((fact, number) => {
      push(this.#of, fact.source, number);
      if (fact.target !== fact.source) push(this.#of, fact.target, number);
    });
    this.#all = all;
    return all;
  }

  of(entity: Entity): Fact[] {
    const { all } = this;
    return (this.#of.get(entity) ?? []).map((number) => all[number]!);
  }

  /** The facts that rest on a row of `spans`. */
  restingOn(span: number): Fact[] {
    if (this.#resting === undefined) {
      this.#resting = new Map();
      this.all.forEach((fact, number) => {
        for (const one of fact.spans) push(this.#resting!, one, number);
      });
    }
    return (this.#resting.get(span) ?? []).map((number) => this.all[number]!);
  }

  kind(entity: Entity): Kind {
    return KINDS[this.payload.entities.kind[entity] ?? 0] ?? "person";
  }

  name(entity: Entity): string {
    const row = this.organizationRow.get(entity);
    const full = row === undefined ? "" : this.payload.organizations.full[row] ?? "";
    return full || (this.payload.entities.name[entity] ?? "");
  }

  day(meeting: Entity): string {
    return (this.payload.meetings.start[this.meetingRow.get(meeting) ?? -1] ?? "").slice(0, 10);
  }

  council(meeting: Entity): Entity {
    return this.payload.meetings.council[this.meetingRow.get(meeting) ?? -1] ?? -1;
  }

  basis(code: number): Basis {
    const name = (this.payload.codes.name[code] ?? "").replace("basis-", "");
    return bases.find((one) => one === name) ?? "stated";
  }

  *#attendances(): Generator<Fact> {
    const { attendances: a, codes } = this.payload;
    for (let row = 0; row < a.agent.length; row += 1) {
      const meeting = a.meeting[row]!;
      const modeName = codes.name[a.mode[row]!] ?? "";
      const absent = codes.name[a.status[row]!] === "status-absent";
      const used = new Set([a.statusBasis, a.modeBasis, a.roleBasis, a.capacityBasis, a.groupBasis].map((axis) => axis[row]!));
      const role = a.roleWord[row] || (codes.ja[a.role[row]!] ?? "");
      const group = codes.ja[a.group[row]!] ?? "";
      yield {
        kind: "attendance", source: a.agent[row]!, target: meeting, words: [group, role].filter((one, i, all) => one !== "" && all.indexOf(one) === i).join("・"),
        role, day: this.day(meeting), council: this.council(meeting),
        bases: [...used].filter((code) => code >= 0).map((code) => this.basis(code)),
        mode: absent ? null : modeOf(modeName), modeBasis: this.basis(a.modeBasis[row]!),
        proxy: codes.name[a.capacity[row]!] === "capacity-proxy", absent, spans: [...new Set([...a.spans[row]!, ...a.modeSpans[row]!, ...a.capacitySpans[row]!])],
      };
    }
  }

  *#posts(): Generator<Fact> {
    const { posts: p } = this.payload;
    for (let row = 0; row < p.person.length; row += 1) {
      if (p.organization[row]! < 0) continue;
      const seat = this.kind(p.organization[row]!) === "council";
      const days = p.days[row]!;
      yield {
        ...plain(seat ? "seat" : "affiliation", p.person[row]!, p.organization[row]!, p.role[row]!, p.spans[row]!),
        role: p.role[row]!, day: days[days.length - 1] ?? "", council: seat ? p.organization[row]! : -1, note: days.join("、"),
      };
    }
  }

  *#bodies(): Generator<Fact> {
    const { organizations: o, meetings: m, entities: e } = this.payload;
    for (let row = 0; row < o.entity.length; row += 1) {
      if (o.parent[row]! >= 0) yield plain("part-of", o.entity[row]!, o.parent[row]!, "", e.spans[o.entity[row]!] ?? []);
    }
    for (let row = 0; row < m.entity.length; row += 1) {
      if (m.council[row]! < 0) continue;
      const number = m.number[row]! >= 0 ? `第${m.number[row]!}回` : "";
      yield { ...plain("meeting", m.entity[row]!, m.council[row]!, number, e.spans[m.entity[row]!] ?? []), ...this.#when(m.entity[row]!) };
    }
  }

  *#papers(): Generator<Fact> {
    const { agenda: g, handouts: h, entities: e } = this.payload;
    for (let row = 0; row < g.entity.length; row += 1) {
      const [item, when] = [g.entity[row]!, this.#when(g.meeting[row]!)];
      const spans = e.spans[item] ?? [];
      yield { ...plain("agenda", g.meeting[row]!, item, g.number[row]! >= 0 ? `議題${g.number[row]!}` : "", spans), ...when };
      for (const person of g.presenters[row]!) yield { ...plain("presentation", person, item, "説明", spans), ...when };
      for (const paper of g.handouts[row]!) yield { ...plain("handout", item, paper, "", e.spans[paper] ?? []), ...when };
    }
    for (let row = 0; row < h.entity.length; row += 1) {
      const bases = h.accessBasis[row]! >= 0 ? [this.basis(h.accessBasis[row]!)] : ["stated" as const];
      yield { ...plain("handout", h.meeting[row]!, h.entity[row]!, h.label[row]!, e.spans[h.entity[row]!] ?? []), ...this.#when(h.meeting[row]!), bases };
    }
  }

  *#talk(): Generator<Fact> {
    const { discussions: d, statements: s, codes } = this.payload;
    for (let row = 0; row < d.theme.length; row += 1) {
      const when = this.#when(d.meeting[row]!);
      const words = codes.ja[d.salience[row]!] ?? "";
      const statement = d.statement[row]!;
      if (statement < 0) {
        yield { ...plain("theme", d.unit[row]!, d.theme[row]!, words, d.spans[row]!), ...when };
        continue;
      }
      // Only a record that names the speaker joins somebody to a theme.
      const speaker = s.speaker[statement]!;
      yield { ...plain("theme", d.meeting[row]!, d.theme[row]!, `発言 ${words}`.trim(), d.spans[row]!), ...when };
      if (speaker >= 0) yield { ...plain("statement", speaker, d.theme[row]!, `発言 ${words}`.trim(), [...s.spans[statement]!, ...d.spans[row]!]), ...when };
    }
    for (let row = 0; row < s.meeting.length; row += 1) {
      if (s.speaker[row]! >= 0) yield { ...plain("statement", s.speaker[row]!, s.meeting[row]!, s.speakerLabel[row]!, s.spans[row]!), ...this.#when(s.meeting[row]!), note: s.reason[row]! };
    }
  }

  #when(meeting: Entity): { day: string; council: Entity } {
    return { day: this.day(meeting), council: this.council(meeting) };
  }
}

function plain(kind: Fact["kind"], source: Entity, target: Entity, words: string, spans: readonly number[]): Fact {
  return {
    kind, source, target, words, spans, role: "", day: "", council: -1, bases: ["stated"], mode: null, modeBasis: "stated",
    proxy: false, absent: false,
  };
}

function modeOf(name: string): Mode {
  if (name.startsWith("Online")) return "online";
  if (name.startsWith("Offline")) return "in-person";
  return name.startsWith("Mixed") ? "mixed" : "unknown";
}

export function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}
