import type { PersonKey } from '../../kernel/clinical-event';
import { dayFromNumber, dayNumber, type Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import { Interned } from './interned';
import { creditOf, markOf, type Credit, type Mark } from './mark';
import { reportingDayOf } from '../../kernel/period';

/** A pathway as it is counted: when it began and under which organisations. */
export interface CountedPathway {
  readonly number: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly journey?: Journey;
}

/** One decision of one pathway, taken out of the columns. */
export interface Case {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly indicator: string;
  /** The day it is counted on. */
  readonly day: Day;
  readonly mark: Mark;
  readonly credit: Credit;
}

/** The columns as plain values, to be kept and read again. */
export interface CaseColumns {
  readonly indicators: readonly string[];
  readonly length: number;
  readonly persons: readonly (PersonKey | null)[];
  readonly organisations: readonly Organisation[];
  readonly marks: readonly Mark[];
  readonly credits: readonly Credit[];
  readonly journeys: readonly (Journey | undefined)[];
  readonly number: Uint8Array;
  readonly indexDay: Int32Array;
  readonly hospital: Uint16Array;
  readonly municipality: Uint16Array;
  readonly day: Int32Array;
  readonly mark: Uint16Array;
  readonly credit: Uint32Array;
}

const NO_MARK: Mark = { outcome: 'not-applicable', denominatorUnknown: false, disturbed: false };
const FIRST_CAPACITY = 1024;

/**
 * Everyone's decisions from one viewpoint, reduced to what is counted and laid out in columns, so that a million and a
 * half of them take some tens of megabytes and any table is one pass over arrays.
 *
 * A pathway has a slot; its decision on indicator number `i` (a place in `indicators`) lies at `slot * width + i`. Mark
 * 0 means that nothing is decided there: such places are not counted. Days are days since 1970-01-01.
 */
export class Cases {
  /** Keys in number order. */
  readonly indicators: readonly string[];
  /** Indicators a slot has. */
  readonly width: number;
  number: Uint8Array;
  indexDay: Int32Array;
  /** Numbers of organisations; 0 when not known. */
  hospital: Uint16Array;
  municipality: Uint16Array;
  day: Int32Array;
  mark: Uint16Array;
  credit: Uint32Array;
  readonly persons: (PersonKey | null)[];
  readonly journeys: (Journey | undefined)[];
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly slotsOf = new Map<PersonKey, number | number[]>();
  private readonly free: number[] = [];
  private readonly interned: {
    readonly organisations: Interned<Organisation>;
    readonly marks: Interned<Mark>;
    readonly credits: Interned<Credit>;
  };

  constructor(indicators: readonly string[], kept?: CaseColumns) {
    this.indicators = indicators;
    this.width = indicators.length;
    this.placeOf = new Map(indicators.map((key, place) => [key, place]));
    this.interned = {
      organisations: new Interned<Organisation>('', (organisation) => organisation, kept?.organisations),
      marks: new Interned<Mark>(NO_MARK, nameOfMark, kept?.marks),
      credits: new Interned<Credit>([], nameOfCredit, kept?.credits),
    };
    this.persons = [...(kept?.persons ?? [])];
    this.journeys = [...(kept?.journeys ?? [])];
    const capacity = Math.max(FIRST_CAPACITY, this.persons.length);
    this.number = grown(kept?.number ?? new Uint8Array(0), capacity);
    this.indexDay = grown(kept?.indexDay ?? new Int32Array(0), capacity);
    this.hospital = grown(kept?.hospital ?? new Uint16Array(0), capacity);
    this.municipality = grown(kept?.municipality ?? new Uint16Array(0), capacity);
    this.day = grown(kept?.day ?? new Int32Array(0), capacity * this.width);
    this.mark = grown(kept?.mark ?? new Uint16Array(0), capacity * this.width);
    this.credit = grown(kept?.credit ?? new Uint32Array(0), capacity * this.width);
    this.persons.forEach((person, slot) => {
      if (person === null) this.free.push(slot);
      else this.noteSlot(person, slot);
    });
  }

  /** Slots in use or free; go through `0 … length - 1`. */
  get length(): number {
    return this.persons.length;
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

  /** The place of an indicator's key, or undefined when there is no such indicator. */
  indicatorPlace(key: string): number | undefined {
    return this.placeOf.get(key);
  }

  /** The number of an organisation, or 0 when no pathway knows it. */
  organisationNumber(organisation: Organisation): number {
    return Math.max(0, this.interned.organisations.items.indexOf(organisation));
  }

  /** Sets all pathways of a person; decisions on pathways that are no longer there go with them. */
  setPathways(person: PersonKey, pathways: readonly CountedPathway[]): void {
    for (const slot of this.slots(person)) {
      if (!pathways.some(({ number }) => number === this.number[slot])) this.release(person, slot);
    }
    for (const { number, indexDay, hospital, municipality, journey } of pathways) {
      const slot = this.slotOf(person, number);
      this.indexDay[slot] = dayNumber(indexDay);
      this.hospital[slot] = this.interned.organisations.numberOf(hospital);
      this.municipality[slot] = municipality === undefined ? 0 : this.interned.organisations.numberOf(municipality);
      this.journeys[slot] = journey;
    }
  }

  /** Sets one decision; a decision on an indicator that is not counted here is passed over. */
  setDecision(person: PersonKey, decision: IndicatorDecision): void {
    const place = this.placeOf.get(decision.indicator);
    if (place === undefined) return;
    const slot = this.slotOf(person, decision.pathway);
    const at = slot * this.width + place;
    this.indexDay[slot] = dayNumber(decision.indexDay);
    this.day[at] = dayNumber(reportingDayOf(decision));
    this.mark[at] = this.interned.marks.numberOf(markOf(decision));
    const credit = creditOf(decision);
    this.credit[at] = credit.length === 0 ? 0 : this.interned.credits.numberOf(credit);
  }

  /** Takes one decision away. */
  withdraw(person: PersonKey, pathway: number, indicator: string): void {
    const place = this.placeOf.get(indicator);
    const slot = this.slots(person).find((candidate) => this.number[candidate] === pathway);
    if (place === undefined || slot === undefined) return;
    this.mark[slot * this.width + place] = 0;
    this.credit[slot * this.width + place] = 0;
  }

  /** The decision at a place of a slot; undefined when nothing is decided there. */
  caseAt(slot: number, place: number): Case | undefined {
    const at = slot * this.width + place;
    const person = this.persons[slot];
    const mark = this.mark[at] as number;
    if (mark === 0 || person === null || person === undefined) return undefined;
    return {
      person,
      ...this.pathwayAt(slot),
      indicator: this.indicators[place] as string,
      day: dayFromNumber(this.day[at] as number),
      mark: this.interned.marks.thing(mark),
      credit: this.interned.credits.thing(this.credit[at] as number),
    };
  }

  /** The pathway of a slot. */
  pathwayAt(slot: number): Pick<Case, 'pathway' | 'indexDay' | 'hospital' | 'municipality'> {
    const municipality = this.municipality[slot] as number;
    return {
      pathway: this.number[slot] as number,
      indexDay: dayFromNumber(this.indexDay[slot] as number),
      hospital: this.interned.organisations.thing(this.hospital[slot] as number),
      ...(municipality === 0 ? undefined : { municipality: this.interned.organisations.thing(municipality) }),
    };
  }

  /** Everything as plain values; the arrays are not copied. */
  columns(): CaseColumns {
    const slots = this.length;
    return {
      indicators: this.indicators,
      length: slots,
      persons: this.persons,
      organisations: this.organisations,
      marks: this.marks,
      credits: this.credits,
      journeys: this.journeys,
      number: this.number.subarray(0, slots),
      indexDay: this.indexDay.subarray(0, slots),
      hospital: this.hospital.subarray(0, slots),
      municipality: this.municipality.subarray(0, slots),
      day: this.day.subarray(0, slots * this.width),
      mark: this.mark.subarray(0, slots * this.width),
      credit: this.credit.subarray(0, slots * this.width),
    };
  }

  private slots(person: PersonKey): readonly number[] {
    const slots = this.slotsOf.get(person);
    return slots === undefined ? [] : typeof slots === 'number' ? [slots] : [...slots];
  }

  private slotOf(person: PersonKey, pathway: number): number {
    for (const slot of this.slots(person)) if (this.number[slot] === pathway) return slot;
    const slot = this.free.pop() ?? this.persons.length;
    if (slot === this.number.length) this.grow();
    this.persons[slot] = person;
    this.journeys[slot] = undefined;
    this.number[slot] = pathway;
    this.noteSlot(person, slot);
    return slot;
  }

  private noteSlot(person: PersonKey, slot: number): void {
    const slots = this.slotsOf.get(person);
    if (slots === undefined) this.slotsOf.set(person, slot);
    else if (typeof slots === 'number') this.slotsOf.set(person, [slots, slot]);
    else slots.push(slot);
  }

  private release(person: PersonKey, slot: number): void {
    const left = this.slots(person).filter((other) => other !== slot);
    if (left.length === 0) this.slotsOf.delete(person);
    else this.slotsOf.set(person, left);
    this.persons[slot] = null;
    this.journeys[slot] = undefined;
    this.hospital[slot] = 0;
    this.municipality[slot] = 0;
    this.mark.fill(0, slot * this.width, (slot + 1) * this.width);
    this.credit.fill(0, slot * this.width, (slot + 1) * this.width);
    this.free.push(slot);
  }

  private grow(): void {
    const capacity = this.number.length * 2;
    this.number = grown(this.number, capacity);
    this.indexDay = grown(this.indexDay, capacity);
    this.hospital = grown(this.hospital, capacity);
    this.municipality = grown(this.municipality, capacity);
    this.day = grown(this.day, capacity * this.width);
    this.mark = grown(this.mark, capacity * this.width);
    this.credit = grown(this.credit, capacity * this.width);
  }
}

function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}

const nameOfMark = ({ outcome, reason, denominatorUnknown, disturbed, provisional, sector }: Mark): string =>
  [outcome, reason, denominatorUnknown, disturbed, provisional, sector].join();

const nameOfCredit = (credit: Credit): string =>
  credit.map(({ organisation, sector }) => `${organisation} ${sector}`).join();
