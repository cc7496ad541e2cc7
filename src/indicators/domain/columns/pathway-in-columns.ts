import { SECTOR_CODE } from '../../../kernel/fact-codes';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation } from '../../../kernel/organisation';
import { FACT_SIZE, FactPart, PATHWAY_SIZE, PathwayPart, type PersonColumns } from '../../../kernel/person-columns';
import { departureIn, dayOfDeathIn, type Departure } from './departure-in-columns';
import { firstDayIn, NO_DAY, troubleIn, type NumberedFeeds, type NumberedStretches } from './numbered-feeds';
import type { SpanEnds } from './span-ends';

const KINDS = 16;
const SECTORS = 6;
/** In place of a sector's first day where nobody of it could report. */
export const NEVER = NO_DAY;
const UNKNOWN = -1;

/** What everything of a pathway is looked at under. */
export interface LookedAt {
  readonly columns: PersonColumns;
  readonly feeds: NumberedFeeds;
  readonly asOf: number;
  readonly troubleDays: number;
  readonly spanEnds: SpanEnds;
}

/**
 * One pathway of a person's columns as every indicator looks at it: facts by kind, organisations by sector, what was
 * worked out once. Opened for one pathway after the other, and good until the next.
 */
export class PathwayInColumns {
  facts: readonly number[] = [];
  values: readonly number[] = [];
  words: readonly string[] = [];
  asOf = 0;
  indexDay = 0;
  /** The number of the pathway's first fact. */
  firstFact = 0;
  departure: Departure | undefined;
  /** Of the indicator that is looked at: the sectors whose source is in trouble, and how many there are. */
  private readonly troubled = new Int32Array(SECTORS);
  private troubledCount = 0;
  private missedThrough = 0;
  /** The last day that is the pathway's own, or on which the person lived. */
  private lastOwnDay = NO_DAY;
  private readonly firstOfKind = new Int32Array(KINDS);
  private nextOfKind = new Int32Array(64);
  private readonly lastOfKind = new Int32Array(KINDS);
  private readonly organisations: (Organisation | undefined)[] = new Array<undefined>(SECTORS).fill(undefined);
  private readonly stretches: (NumberedStretches | undefined)[] = new Array<undefined>(SECTORS).fill(undefined);
  private readonly spanEndsHere: Int32Array;
  private readonly troubles: Int32Array;
  private by: LookedAt | undefined;

  constructor(private readonly spans: number) {
    this.spanEndsHere = new Int32Array(spans);
    this.troubles = new Int32Array(spans * SECTORS);
    this.organisations[SECTOR_CODE.laboratory] = LAB_DATABASE;
    this.organisations[SECTOR_CODE.pharmacy] = PRESCRIPTION_REGISTER;
  }

  /** Opens the pathway at a place. */
  open(by: LookedAt, at: number): void {
    const { columns, feeds } = by;
    const { pathways, words } = columns;
    const start = at * PATHWAY_SIZE;
    this.by = by;
    this.facts = columns.facts;
    this.values = columns.values;
    this.words = words;
    this.asOf = by.asOf;
    this.indexDay = pathways[start + PathwayPart.IndexDay] as number;
    this.firstFact = at === 0 ? 0 : (pathways[start - PATHWAY_SIZE + PathwayPart.End] as number);
    this.link(pathways[start + PathwayPart.End] as number);
    this.organisations[SECTOR_CODE.hospital] = words[pathways[start + PathwayPart.Hospital] as number];
    const municipality = pathways[start + PathwayPart.Municipality] as number;
    this.organisations[SECTOR_CODE.municipality] = municipality < 0 ? undefined : words[municipality];
    for (let sector = 0; sector < SECTORS; sector += 1) {
      const organisation = this.organisations[sector];
      this.stretches[sector] = organisation === undefined ? undefined : feeds.stretchesOf(organisation);
    }
    for (let span = 0; span < this.spans; span += 1) this.spanEndsHere[span] = by.spanEnds.endOf(span, this.indexDay);
    this.troubles.fill(UNKNOWN);
    this.departure = departureIn(columns.civilStates, this.indexDay);
    const next = start + PATHWAY_SIZE;
    const nextIndexDay = next < pathways.length ? (pathways[next + PathwayPart.IndexDay] as number) : NO_DAY;
    this.lastOwnDay = Math.min(nextIndexDay - 1, dayOfDeathIn(columns.civilStates, this.indexDay));
  }

  private link(end: number): void {
    const { facts, firstOfKind, lastOfKind } = this;
    if (this.nextOfKind.length < end) this.nextOfKind = new Int32Array(end * 2);
    firstOfKind.fill(-1);
    for (let fact = this.firstFact; fact < end; fact += 1) {
      const kind = facts[fact * FACT_SIZE + FactPart.Kind] as number;
      if (firstOfKind[kind] === -1) firstOfKind[kind] = fact;
      else this.nextOfKind[lastOfKind[kind] as number] = fact;
      lastOfKind[kind] = fact;
      this.nextOfKind[fact] = -1;
    }
  }

  /** The first fact of a kind, -1 for none. */
  first(kind: number): number {
    return this.firstOfKind[kind] as number;
  }

  /** The next fact of the same kind, -1 for none. */
  next(fact: number): number {
    return this.nextOfKind[fact] as number;
  }

  onOf(fact: number): number {
    return this.facts[fact * FACT_SIZE + FactPart.On] as number;
  }

  /** The last day of a span from the index day on. */
  endOf(span: number): number {
    return this.spanEndsHere[span] as number;
  }

  /**
   * Takes up an indicator by its window and its sources: gives the trouble of the first of them that is in trouble,
   * nought for none, and has `missed` answer for it (interface.md §3, Trouble).
   */
  takeUp(window: number, sources: readonly number[]): number {
    const last = Math.min(this.endOf(window), this.asOf);
    this.missedThrough = Math.min(last, this.lastOwnDay);
    this.troubledCount = 0;
    let first = 0;
    for (let at = 0; at < sources.length; at += 1) {
      const sector = sources[at] as number;
      const trouble = this.troubleOf(window, sector, last);
      if (trouble === 0) continue;
      if (first === 0) first = trouble;
      this.troubled[this.troubledCount] = sector;
      this.troubledCount += 1;
    }
    return first;
  }

  /** Worked out once for a window, whatever indicator asks. */
  private troubleOf(window: number, sector: number, last: number): number {
    const place = window * SECTORS + sector;
    const known = this.troubles[place] as number;
    if (known !== UNKNOWN) return known;
    const trouble = troubleIn(this.stretches[sector], sector, [this.indexDay, last], this.by?.troubleDays ?? 1);
    this.troubles[place] = trouble;
    return trouble;
  }

  /**
   * The first missed day in `from`..`to` of a source that could report; `reporters` says of each sector from when on.
   * `only`: of that organisation alone. `NO_DAY` when there is none (interface.md §3, Would we know).
   */
  missed(reporters: Int32Array, from: number, to = NO_DAY, only?: Organisation): number {
    const through = Math.min(to, this.missedThrough);
    let first = NO_DAY;
    for (let at = 0; at < this.troubledCount; at += 1) {
      const sector = this.troubled[at] as number;
      const counts = reporters[sector] as number;
      if (counts === NEVER || (only !== undefined && this.organisations[sector] !== only)) continue;
      const since = counts > from ? counts : from;
      if (since <= through) first = Math.min(first, firstDayIn(this.stretches[sector], since, through));
    }
    return first;
  }
}
