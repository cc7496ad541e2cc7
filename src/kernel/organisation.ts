/** Who reports: the scheme before the colon in `source` (interface.md §1). */
export const SCHEMES = [
  'hospital',
  'municipality',
  'general-practice',
  'laboratory',
  'pharmacy',
  'person',
  'patient',
  'danheart',
  'registry',
] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The sector a fact is credited to; DanHeart forms are the hospitals'. */
export type Sector = 'hospital' | 'municipality' | 'general-practice' | 'laboratory' | 'pharmacy' | 'patient';

/** The order in which sectors are told. */
export const SECTOR_ORDER: readonly Sector[] = [
  'hospital',
  'municipality',
  'general-practice',
  'laboratory',
  'pharmacy',
  'patient',
];

/** An organisation as `scheme:identifier`, e.g. `municipality:0461`. */
export type Organisation = string;

/** The text before the first colon, or undefined without one. */
export function schemeText(organisation: Organisation): string | undefined {
  const colon = organisation.indexOf(':');
  return colon < 0 ? undefined : organisation.slice(0, colon);
}

const SCHEME_SET: ReadonlySet<string> = new Set(SCHEMES);

/** The scheme of an organisation, or undefined when it is of no kind that reports here. */
export function schemeOf(organisation: Organisation): Scheme | undefined {
  const scheme = schemeText(organisation);
  return scheme !== undefined && SCHEME_SET.has(scheme) ? (scheme as Scheme) : undefined;
}

/** The text after the first colon. */
export function identifierOf(organisation: Organisation): string {
  return organisation.slice(organisation.indexOf(':') + 1);
}

/** The organisations that have one fixed name, by scheme. */
export const FIXED_NAMES = {
  laboratory: 'lab-database',
  pharmacy: 'prescription-register',
  person: 'civil-registration',
  patient: 'pro',
} as const;

export const LAB_DATABASE: Organisation = 'laboratory:lab-database';
export const PRESCRIPTION_REGISTER: Organisation = 'pharmacy:prescription-register';
