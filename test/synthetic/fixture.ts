import { generatePopulation } from '../../src/synthetic/generate-population';
import type { OrganisationInput } from '../../src/synthetic/organisation-input';

const REGIONS = ['1081', '1082', '1083', '1084', '1085'];
const codes = Array.from({ length: 98 }, (_, at) => String(101 + at * 7).padStart(4, '0'));

/** As many municipalities as there are, of different sizes, and two hospitals a region, one of them invasive. */
export const ORGANISATIONS: OrganisationInput = {
  regions: REGIONS.map((code) => ({ code, name: `Region ${code}` })),
  municipalities: codes.map((code, at) => ({
    code,
    name: `Kommune ${code}`,
    region: REGIONS[at % 5] as string,
    inhabitants: 2_000 + ((at * 37) % 98) * 1_000,
  })),
  hospitals: REGIONS.flatMap((region, at) => {
    const catchment = codes.filter((_, number) => number % 5 === at);
    return [
      { sor: `3309010000160${at}1`, name: 'A', region, catchment, share: 0.7, invasive: true },
      { sor: `3309010000160${at}2`, name: 'B', region, catchment, share: 0.3, invasive: false },
    ];
  }),
};

/** A source event as it is written, read back. */
export interface SourceEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly receivedtime: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly cpr?: string; readonly recordId: string };
}

/** The whole population as one text. */
export function population(patients: number, seed = 1, years = 1): string {
  const chunks: string[] = [];
  generatePopulation({ patients, seed, years, organisations: ORGANISATIONS }, (lines) => chunks.push(lines));
  return chunks.join('');
}

/** The population's events in the order they are written. */
export function events(text: string): SourceEvent[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SourceEvent);
}

/** The kind of an event: its type without what all types share. */
export const kindOf = (event: SourceEvent): string => event.type.slice('dk.rehabspor.'.length, -'.v1'.length);
