import { digestOf } from '../../counting/domain/sealed';
import { holdsCpr } from '../../kernel/cpr-text';
import { danishDay } from '../../kernel/day';
import type { DefinitionSet, Provenance } from '../../kernel/definition';
import { NO_CPR_HERE } from '../../kernel/human-words';
import { formatInstant } from '../../kernel/instant';
import { compareCodePoints } from '../../kernel/ordering';
import {
  refusalOf,
  handoverStateOf,
  type ProposalRefusal,
  type ProposalStep,
  type ProposalStepName,
} from '../../kernel/proposal';
import type { Clock } from '../../ports/clock';
import type { BookedSet, DefinitionBook, ListedSet } from '../../ports/definition-book';
import type { DefinitionFault, DefinitionReader } from '../../ports/definition-reader';
import { codeListsOf } from '../domain/metadata/code-lists';
import type { CodeListsSection } from '../domain/metadata/described';
import { indicatorMetadata, labelled, type IndicatorMetadata } from '../domain/metadata/metadata';

export interface ProposalPorts {
  readonly book: DefinitionBook;
  readonly reader: DefinitionReader;
  readonly clock: Clock;
  /** The set everything is decided by now, and the one the program comes with. */
  readonly inForce: DefinitionSet;
  readonly builtIn: DefinitionSet;
  /** A set named by the settings stays in force whatever is approved. */
  readonly fixedBySettings: boolean;
}

/** A definition set there is, with where it stands. */
export interface DefinitionEntry {
  /** Set and version, e.g. `dhrd-2023/3`. */
  readonly definition: string;
  readonly inForce: boolean;
  /** It is decided by from the next start on, were that today. */
  readonly nextStart: boolean;
  /** `given`: it came with the program or by the settings. */
  readonly standing: ProposalStepName | 'given';
  /** Of a proposed set: `sha256:` and the digest of `set` as canonical JSON (RFC 8785). */
  readonly digest?: string;
  readonly steps: readonly ProposalStep[];
}

/** A definition set in full. */
export interface DefinitionInFull extends DefinitionEntry {
  readonly provenance: Provenance;
  /** `arbejdsdefinition` while the definitions are ours. */
  readonly label?: string;
  readonly set: DefinitionSet;
  /** What each indicator means, in words made from its rules, in the order of their numbers. */
  readonly meanings: readonly IndicatorMetadata[];
  readonly codeLists: CodeListsSection['codeLists'];
  /** What was handed in, as it was written. */
  readonly text?: string;
}

export type Proposed =
  | { readonly proposed: DefinitionEntry }
  | { readonly faults: readonly DefinitionFault[] }
  /** There is another set of that name and version; a changed set needs a version of its own. */
  | { readonly taken: string };

export type Stepped = { readonly entry: DefinitionEntry } | { readonly refused: ProposalRefusal };

/**
 * The definition sets there are and how they come into force: proposed by one person, tried on history, approved by
 * another. Every set stays, so that reports can be made under any of them.
 */
export class DefinitionProposals {
  constructor(private readonly ports: ProposalPorts) {}

  /** Every set: first those given, then the proposed in their order. */
  async list(): Promise<DefinitionEntry[]> {
    const { book } = this.ports;
    const proposed = await book.list();
    const next = await this.nextStart(proposed);
    const ids = new Set(proposed.map(({ id }) => id));
    const given = this.given()
      .filter((set) => !ids.has(idOf(set)))
      .map((set) => this.entryOf({ id: idOf(set) }, next));
    return [...given, ...proposed.map((listed) => this.entryOf(listed, next))];
  }

  /** One set in full; undefined when there is no such set. */
  async find(id: string): Promise<DefinitionInFull | undefined> {
    const booked = await this.ports.book.find(id);
    const entry = (await this.list()).find(({ definition }) => definition === id);
    const set =
      booked === undefined
        ? this.given().find((one) => idOf(one) === id)
        : (JSON.parse(booked.content) as DefinitionSet);
    if (entry === undefined || set === undefined) return undefined;
    return {
      ...entry,
      provenance: set.provenance,
      ...(set.provenance === 'working' ? { label: 'arbejdsdefinition' } : undefined),
      set,
      meanings: [...set.indicators]
        .sort((a, b) => a.number - b.number)
        .map((indicator) => indicatorMetadata(indicator, { id, set })),
      codeLists: codeListsOf(set).map(labelled),
      ...(booked === undefined ? undefined : { text: booked.text }),
    };
  }

  /** Puts a set forward; of one that cannot be read or decided by, every fault with its place. */
  async propose(text: string, by: string, note?: string): Promise<Proposed> {
    const line = lineWithCpr(text);
    if (line !== undefined) return { faults: [{ line, path: 'definitions', remedy: NO_CPR_HERE }] };
    const read = this.ports.reader.read(text);
    if ('faults' in read) return read;
    const id = idOf(read.set);
    if (this.given().some((set) => idOf(set) === id)) return { taken: id };
    const content = JSON.stringify(read.set);
    const digest = digestOf(read.set);
    const step = this.stepOf('proposed', by, note);
    if (!(await this.ports.book.propose({ id, content, text, digest }, step))) return { taken: id };
    return { proposed: this.entryOf({ id, digest, steps: [step] }, undefined) };
  }

  /** Approves or rejects a proposed set; undefined when none of that id was proposed. */
  async decide(id: string, step: 'approved' | 'rejected', by: string, note?: string): Promise<Stepped | undefined> {
    for (;;) {
      const booked = await this.ports.book.find(id);
      if (booked === undefined) return undefined;
      const taken = this.stepOf(step, by, note);
      const refused = refusalOf(booked.steps, taken);
      if (refused !== undefined) return { refused };
      if (!(await this.ports.book.add(id, taken, booked.steps.length))) continue; // Somebody was quicker: look again.
      const entry = (await this.list()).find(({ definition }) => definition === id);
      if (entry !== undefined) return { entry };
    }
  }

  private stepOf(step: ProposalStepName, by: string, note: string | undefined): ProposalStep {
    return { step, by, at: formatInstant(this.ports.clock.now()), ...(note === undefined ? undefined : { note }) };
  }

  private given(): DefinitionSet[] {
    const { inForce, builtIn } = this.ports;
    return idOf(inForce) === idOf(builtIn) ? [inForce] : [inForce, builtIn];
  }

  /** The set approved last of those valid today, unless the settings name one. */
  private async nextStart(listed: readonly ListedSet[]): Promise<string | undefined> {
    const { book, clock, fixedBySettings } = this.ports;
    if (fixedBySettings) return undefined;
    const today = danishDay(clock.now());
    const approved = listed
      .filter(({ steps }) => handoverStateOf(steps) === 'approved')
      .sort((one, other) => compareCodePoints(approvedAt(one), approvedAt(other)))
      .reverse();
    for (const { id } of approved) {
      const booked = await book.find(id);
      if (booked !== undefined && (JSON.parse(booked.content) as DefinitionSet).validFrom <= today) return id;
    }
    return undefined;
  }

  private entryOf(
    { id, digest, steps }: Pick<BookedSet, 'id'> & Partial<BookedSet>,
    next: string | undefined,
  ): DefinitionEntry {
    const inForce = id === idOf(this.ports.inForce);
    return {
      definition: id,
      inForce,
      nextStart: next === undefined ? inForce : id === next,
      standing: steps === undefined ? 'given' : handoverStateOf(steps),
      ...(digest === undefined ? undefined : { digest }),
      steps: steps ?? [],
    };
  }
}

/** The first line, from 1, in which something looks like a CPR number: the text is kept and shown as it was written. */
function lineWithCpr(text: string): number | undefined {
  const at = text.split('\n').findIndex(holdsCpr);
  return at < 0 ? undefined : at + 1;
}

const idOf = ({ set, version }: DefinitionSet): string => `${set}/${version}`;
const approvedAt = ({ steps }: ListedSet): string => steps.at(-1)?.at ?? '';
