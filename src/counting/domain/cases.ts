import type { PersonKey } from '../../kernel/clinical-event';
import type { CountedDecision } from '../../kernel/counted-decision';
import { dayFromNumber, dayNumber, type Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import { SlotSpans } from './slot-spans';
import { Slots } from './slots';
import type { RecordKeyOf } from './keyed-count';
import { numbered, type Case, type CountedPathway, type Stretch, type Visit } from './case';
import type { CaseColumns } from './case-columns';
import { caseTablesOf, turnMarks, type CaseTables } from './case-tables';
import { FIRST_CAPACITY, grown } from './grown';
import { JourneyColumn } from './journey-column';
import { codeOfMark, creditOf, markOf, type Credit, type Mark } from './mark';
import { reportingDayOf } from '../../kernel/period';
import type { Context } from '../../kernel/unit';

/**
 * Everyone's decisions as of one day, reduced to what is counted and laid out in columns, so that a million and a
 * half of them take some tens of megabytes and any table is one pass over arrays.
 * A pathway has a slot, and marks, credits and organisations have numbers; mark 0 means that nothing is decided. Days
 * are days since 1970-01-01. Inside, the decision on indicator number `i` lies at `slot * width + i`.
 */
export class Cases {
  /** Keys in number order. */
  readonly indicators: readonly string[];
  /** The day decisions are looked at from: windows that end on it or later are open. Changed by `turnTo` alone. */
  asOf: Day;
  private readonly width: number; // Indicators a slot has.
  private number: Uint8Array;
  /** Record keys; they follow from whose pathway it is, so they are not kept. */
  private key: Uint32Array;
  private indexDay: Int32Array;
  /** Numbers of organisations; 0 when not known. */
  private hospital: Uint16Array;
  private municipality: Uint16Array;
  private day: Int32Array;
  private windowEnd: Int32Array;
  private mark: Uint16Array;
  private credit: Uint32Array;
  private readonly slots: Slots;
  /** The days that decisions are counted on. */
  private readonly counted: SlotSpans;
  private readonly journeys: JourneyColumn;
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly interned: CaseTables;
  private readonly markOfCode = new Map<number, number>();

  constructor(
    indicators: readonly string[],
    asOf: Day,
    private readonly recordKeyOf: RecordKeyOf,
    kept?: CaseColumns,
  ) {
    this.indicators = indicators;
    this.asOf = kept?.asOf ?? asOf;
    this.width = indicators.length;
    this.placeOf = new Map(indicators.map((key, place) => [key, place]));
    this.interned = caseTablesOf(kept);
    this.slots = new Slots(kept?.persons);
    const capacity = Math.max(FIRST_CAPACITY, this.length);
    this.journeys = new JourneyColumn(kept?.journeys ?? [], capacity);
    this.number = grown(kept?.number ?? new Uint8Array(0), capacity);
    this.key = new Uint32Array(capacity);
    this.slots.persons.forEach((person, slot) => {
      if (person !== null) this.key[slot] = recordKeyOf(person, this.number[slot] as number);
    });
    this.indexDay = grown(kept?.indexDay ?? new Int32Array(0), capacity);
    this.hospital = grown(kept?.hospital ?? new Uint16Array(0), capacity);
    this.municipality = grown(kept?.municipality ?? new Uint16Array(0), capacity);
    this.day = grown(kept?.day ?? new Int32Array(0), capacity * this.width);
    this.windowEnd = grown(kept?.windowEnd ?? new Int32Array(0), capacity * this.width);
    this.mark = grown(kept?.mark ?? new Uint16Array(0), capacity * this.width);
    this.credit = grown(kept?.credit ?? new Uint32Array(0), capacity * this.width);
    this.counted = new SlotSpans(capacity);
    for (let at = 0; at < this.length * this.width; at += 1) {
      if (this.mark[at] !== 0) this.counted.widen(Math.floor(at / this.width), this.day[at] as number);
    }
    this.turnTo(asOf);
  }

  /** Looks at the same decisions from another day: windows that ended are closed. One pass. */
  turnTo(asOf: Day): void {
    if (asOf === this.asOf) return;
    this.asOf = asOf;
    turnMarks(
      this.interned.marks,
      { mark: this.mark, windowEnd: this.windowEnd },
      this.length * this.width,
      dayNumber(asOf),
    );
  }

  /** Slots in use or free; go through `0 … length - 1`. */
  get length(): number {
    return this.slots.persons.length;
  }

  /** By number; at 0 the empty text. */
  get organisations(): readonly Organisation[] {
    return this.interned.organisations.items;
  }

  /** By number; what stands at 0 is not counted. */
  get marks(): readonly Mark[] {
    return this.interned.marks.items;
  }

  /** By number; at 0 nobody. */
  get credits(): readonly Credit[] {
    return this.interned.credits.items;
  }

  /** The number of an organisation, or 0 when no pathway knows it. */
  organisationNumber(organisation: Organisation): number {
    return Math.max(0, this.interned.organisations.items.indexOf(organisation));
  }

  /** Sets all pathways of a person; decisions on pathways that are no longer there go with them. */
  setPathways(person: PersonKey, pathways: readonly CountedPathway[]): void {
    for (const slot of this.slots.of(person)) {
      if (!pathways.some(({ number }) => number === this.number[slot])) this.release(person, slot);
    }
    for (const { number, indexDay, hospital, municipality, journey } of pathways) {
      const slot = this.slotOf(person, number);
      this.indexDay[slot] = dayNumber(indexDay);
      this.hospital[slot] = this.interned.organisations.numberOf(hospital);
      this.municipality[slot] = municipality === undefined ? 0 : this.interned.organisations.numberOf(municipality);
      this.journeys.set(slot, journey);
    }
  }

  /** Sets one decision; a decision on an indicator that is not counted here is passed over. */
  setDecision(person: PersonKey, decision: CountedDecision): void {
    const place = this.placeOf.get(decision.indicator);
    if (place === undefined) return;
    const slot = this.slotOf(person, decision.pathway);
    const at = slot * this.width + place;
    this.indexDay[slot] = dayNumber(decision.indexDay);
    const day = dayNumber(reportingDayOf(decision));
    this.day[at] = day;
    this.counted.widen(slot, day);
    this.windowEnd[at] = dayNumber(decision.window.to);
    this.mark[at] = this.markNumberOf(decision);
    const credit = creditOf(decision);
    this.credit[at] = credit.length === 0 ? 0 : this.interned.credits.numberOf(credit);
  }

  private markNumberOf(decision: CountedDecision): number {
    const code = codeOfMark(decision, this.asOf);
    let number = this.markOfCode.get(code);
    if (number === undefined) {
      number = this.interned.marks.numberOf(markOf(decision, this.asOf));
      this.markOfCode.set(code, number);
    }
    return number;
  }

  /** Takes one decision away. */
  withdraw(person: PersonKey, pathway: number, indicator: string): void {
    const place = this.placeOf.get(indicator);
    const slot = this.slots.of(person).find((candidate) => this.number[candidate] === pathway);
    if (place === undefined || slot === undefined) return;
    this.mark[slot * this.width + place] = 0;
    this.credit[slot * this.width + place] = 0;
  }

  /**
   * Visits what is decided on some indicators and counted on some days, slot by slot; an indicator that is not counted
   * here has nothing. One pass.
   */
  each(indicators: readonly string[], days: Stretch, visit: Visit): void {
    const [from, to] = numbered(days);
    const places = indicators.map((indicator) => this.placeOf.get(indicator) ?? -1);
    const { mark, day, credit, width, length, counted } = this;
    for (let slot = 0; slot < length; slot += 1) {
      if (!counted.meets(slot, from, to)) continue;
      for (let asked = 0; asked < places.length; asked += 1) {
        const place = places[asked] as number;
        if (place < 0) continue;
        const at = slot * width + place;
        const number = mark[at] as number;
        const on = day[at] as number;
        if (number === 0 || on < from || on > to) continue;
        visit(slot, number, on, asked, credit[at] as number);
      }
    }
  }

  /** False when nothing decided on a slot is counted on any of these days (day numbers). */
  isCountedBetween(slot: number, from: number, to: number): boolean {
    return this.counted.meets(slot, from, to);
  }

  /** False when a slot's pathway has no referral or municipal start on any of these days (day numbers). */
  isTravellingBetween(slot: number, from: number, to: number): boolean {
    return this.journeys.meets(slot, from, to);
  }

  /** The slots of pathways that something is decided on, with an index day in a stretch of days. */
  *slotsOfPathways(days: Stretch = {}): Iterable<number> {
    const [from, to] = numbered(days);
    for (let slot = 0; slot < this.length; slot += 1) {
      const indexDay = this.indexDay[slot] as number;
      if (this.slots.persons[slot] === null || indexDay < from || indexDay > to) continue;
      if (this.isDecided(slot)) yield slot;
    }
  }

  private isDecided(slot: number): boolean {
    const end = (slot + 1) * this.width;
    for (let at = slot * this.width; at < end; at += 1) if (this.mark[at] !== 0) return true;
    return false;
  }

  /** The number of the organisation a slot is counted under in a context; 0 when none is known. */
  organisationAt(slot: number, context: Context): number {
    return (context === 'treated' ? this.hospital[slot] : this.municipality[slot]) as number;
  }

  /** What is decided on an indicator in a slot; undefined when nothing is. */
  caseAt(slot: number, indicator: string): Case | undefined {
    const place = this.placeOf.get(indicator);
    const at = slot * this.width + (place ?? 0);
    if (place === undefined || this.mark[at] === 0) return undefined;
    return {
      person: this.personAt(slot),
      ...this.pathwayAt(slot),
      indicator,
      day: dayFromNumber(this.day[at] as number),
      mark: this.interned.marks.thing(this.mark[at] as number),
      credit: this.interned.credits.thing(this.credit[at] as number),
    };
  }

  /** The mark on an indicator in a slot; undefined when nothing is decided there. */
  markAt(slot: number, indicator: string): Mark | undefined {
    const place = this.placeOf.get(indicator);
    const number = place === undefined ? 0 : (this.mark[slot * this.width + place] as number);
    return number === 0 ? undefined : this.interned.marks.thing(number);
  }

  /** The way between the sectors of a slot's pathway, where it is known. */
  journeyAt(slot: number): Journey | undefined {
    return this.journeys.journeys[slot];
  }

  /** The record key of a slot's pathway. */
  keyAt(slot: number): number {
    return this.key[slot] as number;
  }

  /** Whose the pathway of a slot is. */
  personAt(slot: number): PersonKey {
    return this.slots.persons[slot] as PersonKey;
  }

  /** The pathway of a slot that has one. */
  pathwayAt(slot: number): Pick<Case, 'pathway' | 'indexDay' | 'hospital' | 'municipality'> {
    const pathway = this.number[slot] as number;
    const indexDay = dayFromNumber(this.indexDay[slot] as number);
    const hospital = this.interned.organisations.thing(this.hospital[slot] as number);
    const residence = this.municipality[slot] as number;
    if (residence === 0) return { pathway, indexDay, hospital };
    return { pathway, indexDay, hospital, municipality: this.interned.organisations.thing(residence) };
  }

  /** Everything as plain values; the arrays are not copied. */
  columns(): CaseColumns {
    const slots = this.length;
    return {
      indicators: this.indicators,
      asOf: this.asOf,
      length: slots,
      persons: this.slots.persons,
      organisations: this.organisations,
      marks: this.marks,
      credits: this.credits,
      journeys: this.journeys.journeys,
      number: this.number.subarray(0, slots),
      indexDay: this.indexDay.subarray(0, slots),
      hospital: this.hospital.subarray(0, slots),
      municipality: this.municipality.subarray(0, slots),
      day: this.day.subarray(0, slots * this.width),
      windowEnd: this.windowEnd.subarray(0, slots * this.width),
      mark: this.mark.subarray(0, slots * this.width),
      credit: this.credit.subarray(0, slots * this.width),
    };
  }

  private slotOf(person: PersonKey, pathway: number): number {
    for (const slot of this.slots.of(person)) if (this.number[slot] === pathway) return slot;
    const slot = this.slots.take(person);
    if (slot === this.number.length) this.grow();
    this.journeys.set(slot, undefined);
    this.number[slot] = pathway;
    this.key[slot] = this.recordKeyOf(person, pathway);
    return slot;
  }

  private release(person: PersonKey, slot: number): void {
    this.slots.release(person, slot);
    this.journeys.set(slot, undefined);
    this.counted.clear(slot);
    for (const column of [this.hospital, this.municipality]) column[slot] = 0;
    for (const column of [this.mark, this.credit]) column.fill(0, slot * this.width, (slot + 1) * this.width);
  }

  private grow(): void {
    const capacity = this.number.length * 2;
    this.counted.grow(capacity);
    this.journeys.grow(capacity);
    this.number = grown(this.number, capacity);
    this.key = grown(this.key, capacity);
    this.indexDay = grown(this.indexDay, capacity);
    this.hospital = grown(this.hospital, capacity);
    this.municipality = grown(this.municipality, capacity);
    this.day = grown(this.day, capacity * this.width);
    this.windowEnd = grown(this.windowEnd, capacity * this.width);
    this.mark = grown(this.mark, capacity * this.width);
    this.credit = grown(this.credit, capacity * this.width);
  }
}
