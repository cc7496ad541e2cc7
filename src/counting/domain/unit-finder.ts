import { dayFromNumber, dayNumber, type Day } from '../../kernel/day';
import type { Organisation } from '../../kernel/organisation';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Cases } from './cases';
import { unitIdOf, type Context, type Level, type PathwayUnits } from '../../kernel/unit';

/**
 * Finds the unit each slot is counted under, as a number into `ids`. A region depends on the day as well, since regions
 * merge; between the days on which one begins or ends nothing changes, so each organisation is looked up once a stretch.
 */
export class UnitFinder {
  /** Ids of the units met so far, by number. */
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** First days of the stretches, ascending, as day numbers. */
  private readonly turns: readonly number[];
  private readonly known: Int32Array;

  constructor(
    private readonly cases: Cases,
    private readonly level: Level,
    private readonly context: Context,
    private readonly organisations: OrganisationList,
  ) {
    this.turns = level === 'region' ? turnsOf(organisations) : [];
    this.known = new Int32Array((this.turns.length + 1) * cases.organisations.length).fill(-1);
  }

  /** The number of the unit a slot is counted under on a day (a day number). */
  unitOf(slot: number, day: number): number {
    const place = this.level === 'denmark' ? 0 : this.cases.organisationAt(slot, this.context);
    let stretch = 0;
    for (const turn of this.turns) if (day >= turn) stretch += 1;
    const at = stretch * this.cases.organisations.length + place;
    const known = this.known[at] as number;
    return known >= 0 ? known : (this.known[at] = this.lookUp(place, day));
  }

  /** The number of a unit's id, given now if no slot was counted under it. */
  numberOf(id: string): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.numbers.set(id, number);
    }
    return number;
  }

  private lookUp(place: number, day: number): number {
    const organisation = this.cases.organisations[place] ?? '';
    const units = unitsAt(this.context, organisation);
    return this.numberOf(unitIdOf(this.level, units, dayFromNumber(day), this.organisations, this.context));
  }
}

/** Finds the id of the unit that pathways are counted under on a day, each organisation's region once a stretch. */
export function unitsOf(
  level: Level,
  organisations: OrganisationList,
  context: Context,
): (units: PathwayUnits, day: Day) => string {
  if (level !== 'region') return (units, day) => unitIdOf(level, units, day, organisations, context);
  const turns = turnsOf(organisations).map(dayFromNumber);
  const known = [...turns, ''].map(() => new Map<Organisation | undefined, string>());
  return (units, day) => {
    const place = context === 'treated' ? units.hospital : units.municipality;
    let stretch = 0;
    for (const turn of turns) if (day >= turn) stretch += 1;
    const ofStretch = known[stretch] as Map<Organisation | undefined, string>;
    let id = ofStretch.get(place);
    if (id === undefined) ofStretch.set(place, (id = unitIdOf(level, units, day, organisations, context)));
    return id;
  };
}

/** The days on which a region begins or has just ended, ascending, as day numbers: in between none does. */
export function turnsOf({ regions }: OrganisationList): number[] {
  const turns = [...regions.values()].flatMap(({ validFrom, validTo }) => [
    dayNumber(validFrom),
    ...(validTo === undefined ? [] : [dayNumber(validTo) + 1]),
  ]);
  return [...new Set(turns)].sort((a, b) => a - b);
}

/** What an organisation (the empty text: none is known) makes a pathway's units in a context. */
export function unitsAt(context: Context, organisation: Organisation): PathwayUnits {
  if (context === 'treated') return { hospital: organisation };
  return { hospital: '', ...(organisation === '' ? undefined : { municipality: organisation }) };
}
