import { Cases } from '../../../src/counting/domain/cases';
import { recordKeysUnder } from '../../../src/disclosure/domain/record-key';
import type { IndicatorDecision } from '../../../src/kernel/decision';
import { runningTotals, type Random } from '../../../src/synthetic/random';

export const INDICATORS = ['diet', 'hads-start'] as const;
export const AS_OF = '2025-06-30';
export const HOSPITALS = ['330011000016003', '330901000016003', '330311000016007'].map((sor) => `hospital:${sor}`);
export const MUNICIPALITIES = ['0461', '0851', '0751'].map((code) => `municipality:${code}`);
/** Parts of the year that quarters and tertials cut it into: the first day of each. */
export const PARTS = ['2023-01-15', '2023-04-15', '2023-05-15', '2023-07-15', '2023-09-15', '2023-10-15'];

type Template = Pick<IndicatorDecision, 'outcome'> & Partial<IndicatorDecision>;

const trouble = { reason: 'SOURCE_SILENT', organisation: 'municipality:0461', days: 20 } as const;
const CLOSED = { from: '2023-01-01', to: '2024-12-31' };
const by = (...sectors: ('hospital' | 'municipality')[]) =>
  sectors.map((sector, at) => ({
    ...{ source: sector === 'hospital' ? (HOSPITALS[0] as string) : (MUNICIPALITIES[0] as string), sector },
    ...{ event: `e${at}`, record: `r${at}`, on: '2023-06-01', what: 'a service' },
  }));

/** How decisions come out. */
export const TEMPLATES: readonly Template[] = [
  { outcome: 'met', decisive: by('hospital') },
  { outcome: 'met', decisive: by('municipality') },
  { outcome: 'met', decisive: by('hospital'), also: by('municipality') },
  { outcome: 'met', decisive: by('municipality'), trouble },
  { outcome: 'not-met' },
  { outcome: 'not-met', trouble, possible: ['met', 'not-met'] },
  { outcome: 'unknown', reason: 'SOURCE_SILENT', trouble, possible: ['met', 'not-met'] },
  { outcome: 'unknown', reason: 'SOURCE_SILENT', denominator: 'unknown', trouble, possible: ['met', 'not-met', 'out'] },
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW' },
  { outcome: 'pending', window: { from: '2023-01-01', to: '2026-01-01' } },
  { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' },
];

const templateAt = (place: number): Template => TEMPLATES[place] ?? { outcome: 'not-met' };

/** A patient, as places in the lists above. */
export interface Patient {
  readonly hospital: number;
  readonly municipality: number;
  readonly part: number;
  /** By indicator, a place in `TEMPLATES`. */
  readonly outcomes: readonly number[];
}

/** Some hundred patients of a country in which some hospitals, months and outcomes are rare. */
export function randomPatients(random: Random): Patient[] {
  const likely = (length: number): number[] =>
    runningTotals(Array.from({ length }, () => random.pick([1, 2, 5, 10, 30])));
  const [hospitals, municipalities] = [likely(HOSPITALS.length), likely(MUNICIPALITIES.length)];
  const [parts, ...outcomes] = [likely(PARTS.length), ...INDICATORS.map(() => likely(TEMPLATES.length))];
  return Array.from({ length: random.pick([60, 150, 400]) }, () => ({
    hospital: random.share(hospitals),
    municipality: random.share(municipalities),
    part: random.share(parts),
    outcomes: outcomes.map((totals) => random.share(totals)),
  }));
}

/** Their decisions in columns, with record keys under a secret the attacker has not. */
export function casesOfPatients(patients: readonly Patient[], secret: string): Cases {
  const cases = new Cases(INDICATORS, AS_OF, recordKeysUnder(Buffer.from(secret)));
  patients.forEach(({ hospital, municipality, part, outcomes }, at) => {
    const person = `p_${at}`;
    const indexDay = PARTS[part] ?? '';
    const residence = MUNICIPALITIES[municipality] as string;
    cases.setPathways(person, [
      { number: 1, indexDay, hospital: HOSPITALS[hospital] as string, municipality: residence },
    ]);
    outcomes.forEach((outcome, indicator) =>
      cases.setDecision(person, {
        ...{ pathway: 1, indexDay, indicator: INDICATORS[indicator] as string, number: indicator + 1 },
        ...{ window: CLOSED, decisive: [], also: [], findings: [] },
        ...templateAt(outcome),
      }),
    );
  });
  return cases;
}
