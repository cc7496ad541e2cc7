import { earlierDay, type Day } from './day';
import { listedOrganisation, regionOf, type OrganisationList, type Validity } from './organisation-list';
import { identifierOf, schemeText, type Organisation } from './organisation';
import type { Period } from './period';
import { unitOrderOf } from './unit-order';
import { ORGANISATION_NAME_WORDS as UNLISTED } from './words/organisations';

/** What a table's rows are about. */
export const LEVELS = ['denmark', 'region', 'hospital', 'municipality'] as const;
export type Level = (typeof LEVELS)[number];

/** By which place a pathway is counted: the index hospital's, or that of residence on the index day (domain.md §8). */
export const CONTEXTS = ['treated', 'resident'] as const;
export type Context = (typeof CONTEXTS)[number];

/** The contexts a level can be counted in: hospitals treat, municipalities are resided in. */
export const CONTEXTS_OF: Readonly<Record<Level, readonly Context[]>> = {
  denmark: ['treated', 'resident'],
  region: ['treated', 'resident'],
  hospital: ['treated'],
  municipality: ['resident'],
};

/** The context a level is counted in when none is named. */
export function usualContext(level: Level): Context {
  return CONTEXTS_OF[level][0] as Context;
}

/** A unit as `scheme:identifier`; those without one at the level are counted under `…:unknown`. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}

/** The organisations a pathway is counted under. */
export interface PathwayUnits {
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
}

const DENMARK = 'denmark';
const UNKNOWN_REGION = 'region:unknown';
const UNKNOWN_RESIDENCE = 'municipality:unknown';

const FIXED_NAMES: Readonly<Record<string, string>> = {
  [DENMARK]: 'Danmark',
  [UNKNOWN_REGION]: 'Ukendt region',
  [UNKNOWN_RESIDENCE]: 'Ukendt bopæl',
};

/** The id of the unit a pathway is counted under on a day. */
export function unitIdOf(
  level: Level,
  units: PathwayUnits,
  day: Day,
  list: OrganisationList,
  context: Context = usualContext(level),
): string {
  switch (level) {
    case 'denmark':
      return DENMARK;
    case 'hospital':
      return units.hospital;
    case 'municipality':
      return units.municipality ?? UNKNOWN_RESIDENCE;
    case 'region': {
      const place = context === 'treated' ? units.hospital : units.municipality;
      const region = place === undefined ? undefined : regionOf(list, place, day);
      return region === undefined ? UNKNOWN_REGION : `region:${region.code}`;
    }
  }
}

/** The level a unit's id belongs to, or undefined when it is none. */
export function levelOfUnit(id: string): Level | undefined {
  if (id === DENMARK) return 'denmark';
  const scheme = schemeText(id);
  return scheme === 'region' || scheme === 'hospital' || scheme === 'municipality' ? scheme : undefined;
}

/** The unit with its listed name; one that is not listed is shown as such, by its identifier. */
export function unitOf(id: string, list: OrganisationList): Unit {
  const listed = schemeText(id) === 'region' ? list.regions.get(identifierOf(id)) : listedOrganisation(list, id);
  return { id, name: FIXED_NAMES[id] ?? listed?.name ?? unlistedName(id) };
}

function unlistedName(id: string): string {
  const level = levelOfUnit(id);
  const identifier = identifierOf(id);
  return level === undefined || level === 'denmark' ? identifier : `${UNLISTED[level].da} ${identifier}`;
}

/** Every listed unit of a level that existed in the period up to the as-of day: a unit without data is shown, not left out. */
export function listedUnits(level: Level, list: OrganisationList, period: Period, asOf: Day): string[] {
  const until = earlierDay(period.to, asOf);
  const existing = (entries: ReadonlyMap<string, Validity>): string[] =>
    [...entries]
      .filter(([, { validFrom, validTo }]) => validFrom <= until && (validTo === undefined || validTo >= period.from))
      .map(([code]) => `${level}:${code}`);
  switch (level) {
    case 'denmark':
      return [DENMARK];
    case 'region':
      return existing(list.regions);
    case 'hospital':
      return existing(list.hospitals);
    case 'municipality':
      return existing(list.municipalities);
  }
}

/** Every unit of a level that was ever listed, in the order of `unitOrderOf`. */
export function everyUnit(level: Level, list: OrganisationList): string[] {
  const ids = (codes: Iterable<string>): string[] => [...codes].map((code) => `${level}:${code}`);
  switch (level) {
    case 'denmark':
      return [DENMARK];
    case 'region':
      return [...ids(list.regions.keys()), UNKNOWN_REGION].sort(unitOrderOf(list));
    case 'hospital':
      return ids(list.hospitals.keys()).sort(unitOrderOf(list));
    case 'municipality':
      return [...ids(list.municipalities.keys()), UNKNOWN_RESIDENCE].sort(unitOrderOf(list));
  }
}
