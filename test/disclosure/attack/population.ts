import { Cases } from '../../../src/counting/domain/cases';
import type { RecordKeyOf } from '../../../src/counting/domain/keyed-count';
import { recordKeysUnder } from '../../../src/disclosure/domain/record-key';
import type { IndicatorDecision } from '../../../src/kernel/decision';
import type { PathwayWithJourney } from '../../../src/transitions/domain/pathway-with-journey';
import { JOURNEYS } from './journeys';
import { AS_OF, HOSPITALS, INDICATORS, MUNICIPALITIES, PARTS } from './places';
import { runningTotals, type Random } from '../../../src/synthetic/random';

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
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW', trouble, possible: ['met', 'out'] },
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
  /** A place in `JOURNEYS`. */
  readonly journey: number;
}

/** Some hundred patients of a country in which some hospitals, months and outcomes are rare. */
export function randomPatients(random: Random): Patient[] {
  const likely = (length: number): number[] =>
    runningTotals(Array.from({ length }, () => random.pick([1, 2, 5, 10, 30])));
  const [hospitals, municipalities] = [likely(HOSPITALS.length), likely(MUNICIPALITIES.length)];
  const [parts, ...outcomes] = [likely(PARTS.length), ...INDICATORS.map(() => likely(TEMPLATES.length))];
  const journeys = likely(JOURNEYS.length);
  return Array.from({ length: random.pick([60, 150, 400]) }, () => ({
    hospital: random.share(hospitals),
    municipality: random.share(municipalities),
    part: random.share(parts),
    outcomes: outcomes.map((totals) => random.share(totals)),
    journey: random.share(journeys),
  }));
}

/** A secret the attacker has not. */
export const recordKeysOf = (secret: string) => recordKeysUnder(Buffer.from(secret));

/** Their decisions in columns, with record keys under a secret the attacker has not. */
export function casesOfPatients(patients: readonly Patient[], secret: string): Cases {
  const cases = new Cases(INDICATORS, AS_OF, recordKeysOf(secret));
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

/** Their ways between the sectors. */
export function withJourneys(patients: readonly Patient[], recordKeyOf: RecordKeyOf): PathwayWithJourney[] {
  return patients.map(({ hospital, municipality, part, journey }, at) => {
    const indexDay = PARTS[part] as string;
    const places = [HOSPITALS[hospital], MUNICIPALITIES[municipality]] as [string, string];
    const elsewhere = MUNICIPALITIES[(municipality + 1) % MUNICIPALITIES.length] as string;
    return {
      ...{ person: `p_${at}`, pathway: 1, indexDay, hospital: places[0], municipality: places[1] },
      journey: JOURNEYS[journey]?.(indexDay, ...places, elsewhere) ?? {},
      key: recordKeyOf(`p_${at}`, 1),
    };
  });
}
