import type { Day } from './day';
import { identifierOf, schemeText, type Organisation } from './organisation';

/** The days on which an organisation exists, both ends included; without `validTo` there is no end yet. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo?: Day;
}
export interface Region extends Validity {
  readonly code: string;
  /** ISO 3166-2; absent until one is given. */
  readonly iso?: string;
  readonly name: string;
  /** The regions this one takes over from its first day. */
  readonly replaces?: readonly string[];
  readonly provenance: 'official' | 'working';
}
export interface Municipality extends Validity {
  readonly code: string;
  readonly name: string;
  /** The region on `validFrom`. */
  readonly region: string;
  readonly inhabitants: number;
}
export interface Hospital extends Validity {
  readonly sor: string;
  readonly name: string;
  /** The region on `validFrom`. */
  readonly region: string;
  /** Codes of the municipalities whose patients come here. */
  readonly catchment: readonly string[];
  /** Volume of index patients relative to the other hospitals. */
  readonly share: number;
  /** Whether PCI is done here. */
  readonly invasive: boolean;
}

/** The organisations the program knows, by code; a hospital that is not listed may still report. */
export interface OrganisationList {
  readonly regions: ReadonlyMap<string, Region>;
  readonly municipalities: ReadonlyMap<string, Municipality>;
  readonly hospitals: ReadonlyMap<string, Hospital>;
}

/** True when the day lies in the organisation's days. */
export function isValidOn(validity: Validity, day: Day): boolean {
  return validity.validFrom <= day && (validity.validTo === undefined || day <= validity.validTo);
}

/** The listed hospital or municipality behind `hospital:…`, `danheart:…` or `municipality:…`, or undefined. */
export function listedOrganisation(
  list: OrganisationList,
  organisation: Organisation,
): Hospital | Municipality | undefined {
  const scheme = schemeText(organisation);
  if (scheme === 'municipality') return list.municipalities.get(identifierOf(organisation));
  if (scheme === 'hospital' || scheme === 'danheart') return list.hospitals.get(identifierOf(organisation));
  return undefined;
}

/**
 * The region a hospital or municipality belongs to on a day: the one it is listed under, or on later days the one that
 * replaced it. Undefined when the organisation is not listed or no region of its line is valid on the day.
 */
export function regionOf(list: OrganisationList, organisation: Organisation, day: Day): Region | undefined {
  const listed = listedOrganisation(list, organisation);
  return listed && regionOn(list, listed.region, day);
}

function regionOn(list: OrganisationList, code: string, day: Day): Region | undefined {
  const region = list.regions.get(code);
  if (region === undefined || isValidOn(region, day)) return region;
  for (const successor of list.regions.values()) {
    if (successor.replaces?.includes(code) && successor.validFrom <= day) return regionOn(list, successor.code, day);
  }
  return undefined;
}
