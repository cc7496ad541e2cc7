import type { Exit } from '../../../src/disclosure/domain/exit';
import type { OrganisationList } from '../../../src/kernel/organisation-list';
import type { Period } from '../../../src/kernel/period';
import { CONTEXTS_OF, LEVELS } from '../../../src/kernel/unit';
import type { TransitionBasis } from '../../../src/transitions/domain/handover-state';
import { countCoverage } from '../../../src/transitions/domain/patient-coverage/coverage';
import type { PathwayWithJourney } from '../../../src/transitions/domain/pathway-with-journey';
import { countTransitions } from '../../../src/transitions/domain/transitions';
import { AS_OF, MUNICIPALITIES } from './places';

/** One of the municipalities was silent, which everybody knows. */
const BASIS: TransitionBasis = {
  ...{ asOf: AS_OF, window: '180d', troubleDays: 14, known: new WeakMap() },
  troubleOf: (organisation, from) =>
    organisation === MUNICIPALITIES[0] ? { reason: 'SOURCE_SILENT', organisation, days: 200, from } : undefined,
};

type Told = readonly (readonly [name: string, count: number])[];

/** Every count that coverage and transitions tell of a period, by a name of its own; what is not told is nothing. */
export function countsOfJourneys(
  travelled: readonly PathwayWithJourney[],
  period: Period,
  organisations: OrganisationList,
  exit: Exit,
): Told {
  const coverage = LEVELS.flatMap((level) =>
    CONTEXTS_OF[level].flatMap((context) =>
      [...countCoverage(travelled, { period, level, context, organisations }, BASIS, exit)].flatMap(
        ([unit, { days: _days, ...counts }]) => numbersIn(counts, `coverage ${level} ${context} ${unit}`),
      ),
    ),
  );
  const { total, pairs, hospitals, municipalities } = countTransitions(travelled, period, BASIS, exit);
  return [
    ...coverage,
    ...numbersIn(total, 'transitions'),
    ...pairs.flatMap(({ hospital, municipality, ...counts }) =>
      numbersIn(counts, `transitions ${hospital} ${municipality}`),
    ),
    ...[...hospitals, ...municipalities].flatMap(([end, counts]) => numbersIn(counts, `transitions ${end}`)),
  ];
}

/** What is shown as the sum of what else is shown tells nothing more. */
const SUMS: ReadonlySet<string> = new Set(['population', 'referred', 'started', 'unknown']);

/** The counts in what is told, with where they stand; days and words are not counts of anybody else. */
function numbersIn(told: object, name: string): Told {
  return Object.entries(told).flatMap(([key, value]): Told => {
    if (typeof value === 'number') return SUMS.has(key) ? [] : [[`${name} ${key}`, value]];
    const hasParts = ['unknownReasons', 'endings', 'sectors'].includes(key);
    return hasParts ? numbersIn(value as object, `${name} ${key}`) : [];
  });
}
