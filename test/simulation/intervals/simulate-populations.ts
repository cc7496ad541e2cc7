import { recordKeyOf } from '../../support/shown';
import type { CountedPathway } from '../../../src/counting/domain/case';
import { Cases } from '../../../src/counting/domain/cases';
import { indicatorTable, type TableRow } from '../../../src/counting/domain/indicator-table';
import type { PersonKey } from '../../../src/kernel/clinical-event';
import type { Organisation } from '../../../src/kernel/organisation';
import type { Period } from '../../../src/kernel/period';
import { ALL_HEARD, REPORTED_ON } from '../census';
import { drawMuted } from '../muted-municipalities';
import {
  connectedPopulation,
  definitions,
  householdsOf,
  organisations,
  type DecidedPathway,
  type Household,
} from '../muted-world';
import { coverageOf, type IndicatorCoverage } from './coverage';

const ALL: Period = { name: 'all', from: '0001-01-01', to: '9999-12-31' };
/** Every window has ended. */
const LONG_AFTER = '2098-12-31';
const INDICATORS = definitions.set.indicators.filter(({ key }) => REPORTED_ON.has(key));

/**
 * How often intervals hold when whole populations go through the program, in each run with 42 other municipalities
 * muted. The organisations of these populations do not differ, so what could be expected is what all of them come to.
 */
export function simulatePopulations(
  { populations, runsEach, patients }: Readonly<Record<'populations' | 'runsEach' | 'patients', number>>,
  seed: number,
): IndicatorCoverage[] {
  const expected = new Map<string, { met: number; decided: number }>();
  const told: { readonly row: TableRow; readonly ofPathways: number; readonly name: string }[] = [];
  for (let number = 0; number < populations; number += 1) {
    const households = householdsOf(connectedPopulation(patients, seed + number));
    const truth = new Map(rowsOf(households, ALL_HEARD).map((row) => [nameOf(row), row.reported]));
    for (const [name, { numerator, denominator }] of truth) {
      const { met, decided } = expected.get(name) ?? { met: 0, decided: 0 };
      expected.set(name, { met: met + numerator, decided: decided + denominator });
    }
    for (let run = 0; run < runsEach; run += 1) {
      for (const row of rowsOf(households, drawMuted(seed + number * runsEach + run))) {
        const name = nameOf(row);
        const { numerator, denominator } = truth.get(name) ?? { numerator: 0, denominator: 0 };
        if (denominator > 0) told.push({ row, ofPathways: (100 * numerator) / denominator, name });
      }
    }
  }
  return coverageOf(
    told.map(({ row, ofPathways, name }) => {
      const { met, decided } = expected.get(name) ?? { met: 0, decided: 0 };
      return { row, truth: { ofPathways, ofOrganisations: (100 * met) / decided } };
    }),
  );
}

const nameOf = ({ indicator, unit }: TableRow): string => `${indicator} ${unit.id}`;

/** Denmark and the regions that treat, as the program's tables have them. */
function rowsOf(households: readonly Household[], muted: ReadonlySet<Organisation>): TableRow[] {
  const cases = new Cases(
    INDICATORS.map(({ key }) => key),
    LONG_AFTER,
    recordKeyOf,
  );
  const pathwaysOf = new Map<PersonKey, DecidedPathway[]>();
  for (const pathway of households.flatMap((household) => household.decidedWithout(muted))) {
    pathwaysOf.set(pathway.person, [...(pathwaysOf.get(pathway.person) ?? []), pathway]);
  }
  for (const [person, pathways] of pathwaysOf) {
    cases.setPathways(person, pathways.flatMap(countedPathway));
    for (const decision of pathways.flatMap(({ decisions }) => decisions)) cases.setDecision(person, decision);
  }
  const question = {
    indicators: INDICATORS,
    organisations,
    period: ALL,
    context: 'treated',
    asOf: LONG_AFTER,
  } as const;
  return (['denmark', 'region'] as const).flatMap((level) =>
    indicatorTable(cases, { ...question, level, interval: 'exact' }),
  );
}

function countedPathway({ hospital, municipality, decisions: [first] }: DecidedPathway): CountedPathway[] {
  if (first === undefined) return [];
  const { pathway: number, indexDay } = first;
  return [{ number, indexDay, hospital, ...(municipality === undefined ? undefined : { municipality }) }];
}
