import loadHighs, { type LegacyHighs } from 'highs';
import { addDays } from '../../../src/kernel/day';
import type { Journey } from '../../../src/kernel/journey';
import { shownTransitions, type ShownTransitions } from '../../../src/transitions/domain/shown-transitions';
import { reasonsTold, countReasons } from '../../../src/transitions/domain/drop-out';
import { HANDOVER_STATES, type TransitionBasis } from '../../../src/transitions/domain/handover-state';
import { ENDINGS, TROUBLES, type TransitionCounts } from '../../../src/transitions/domain/tally';
import { countTransitions, type TransitionTables } from '../../../src/transitions/domain/transitions';
import type { PathwayWithJourney } from '../../../src/transitions/domain/pathway-with-journey';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { recovered, type Published, type PublishedCell } from './attacker';

const THRESHOLD = 3;
const PERIOD = { name: 'all', from: '0001-01-01', to: '9999-12-31' };
const HOSPITALS = ['hospital:33090100001', 'hospital:44040100001', 'hospital:55050100001'];
const MUNICIPALITIES = ['municipality:0461', 'municipality:0430', 'municipality:0450', 'municipality:0751'];
const INDEX_DAY = '2023-01-03';

let solver: LegacyHighs;
beforeAll(async () => {
  solver = await loadHighs();
});

/** The last municipality is silent in spring. */
const basis: TransitionBasis = {
  asOf: '2023-12-31',
  window: '180d',
  troubleDays: 14,
  troubleOf: (organisation) =>
    organisation === MUNICIPALITIES[3] ? { reason: 'SOURCE_SILENT', organisation, days: 30 } : undefined,
};

function randomJourney(random: Random, from: string): Journey {
  const to = random.pick(MUNICIPALITIES);
  const start = addDays(INDEX_DAY, random.int(10, 60));
  const at = random.int(0, 9) === 0 ? random.pick(MUNICIPALITIES) : to;
  const end = {
    on: addDays(start, random.int(20, 90)),
    municipality: at,
    course: 'f',
    outcome: random.pick(['completed', 'completed', 'completed', 'stopped', 'stopped', 'transferred', 'died']),
    reason: random.pick(['back at work', 'too far away', 'tired', '']),
  };
  const isReferred = random.int(0, 9) > 0;
  const isStarted = random.int(0, 2) > 0;
  return {
    ...(isReferred ? { referrals: [{ on: addDays(INDEX_DAY, 5), from, to, interventions: [] }] } : undefined),
    ...(isStarted ? { starts: [{ on: start, municipality: at, course: 'f' }] } : undefined),
    ...(isStarted && random.int(0, 4) > 0 ? { ends: [end] } : undefined),
    ...(random.int(0, 30) === 0 ? { departed: { on: addDays(INDEX_DAY, 100), state: 'dead' as const } } : undefined),
  };
}

function randomTables(random: Random): TransitionTables {
  const pathways = Array.from({ length: random.pick([8, 30, 120, 400]) }, (_, at): PathwayWithJourney => {
    const hospital = random.pick(HOSPITALS);
    return { person: `p_${at}`, pathway: 1, indexDay: INDEX_DAY, hospital, journey: randomJourney(random, hospital) };
  });
  return countTransitions(pathways, PERIOD, basis);
}

type Row = Readonly<Record<string, number | null>>;

/** A row's numbers by where they stand, shown ones and, to compare with, true ones. */
function shownRow(row: ShownTransitions): Row {
  return {
    ...Object.fromEntries(
      (['referred', ...HANDOVER_STATES, 'startedThere', 'startedInAnother', 'unreferred'] as const).map((one) => [
        one,
        row[one],
      ]),
    ),
    ended: row.daysToEnd?.n ?? null,
    ...Object.fromEntries(ENDINGS.map((one) => [one, row.endings[one]])),
    ...Object.fromEntries(TROUBLES.map((one) => [one, row.unknownReasons[one]])),
    ...Object.fromEntries(row.dropOut.map(({ reason, count }) => [`because ${reason}`, count])),
  };
}

function trueRow(row: TransitionCounts, reasons: readonly string[]): Readonly<Record<string, number>> {
  return {
    ...Object.fromEntries(
      (['referred', ...HANDOVER_STATES, 'startedThere', 'startedInAnother', 'unreferred'] as const).map((one) => [
        one,
        row[one],
      ]),
    ),
    ended: row.daysToEnd.n,
    ...row.endings,
    ...row.unknownReasons,
    ...Object.fromEntries(
      [...countReasons(row.dropOut, reasons)].map(([reason, count]) => [`because ${reason}`, count]),
    ),
  };
}

/** All that somebody has who asks for every pair, both ends and the total, with how it adds up. */
function published(counted: TransitionTables): Published {
  const shown = shownTransitions(counted, THRESHOLD);
  const reasons = reasonsTold(counted.total.dropOut, THRESHOLD);
  const names = [
    ...counted.pairs.map(({ hospital, municipality }) => ({ hospital, municipality })),
    ...[...counted.hospitals.keys()].map((hospital) => ({ hospital })),
    ...[...counted.municipalities.keys()].map((municipality) => ({ municipality })),
    {},
  ];
  const trueOf = ({ hospital, municipality }: { hospital?: string; municipality?: string }): TransitionCounts => {
    if (hospital === undefined)
      return municipality === undefined ? counted.total : counted.municipalities.get(municipality)!;
    if (municipality === undefined) return counted.hospitals.get(hospital)!;
    return counted.pairs.find((pair) => pair.hospital === hospital && pair.municipality === municipality)!;
  };
  const items = Object.keys(trueRow(counted.total, reasons));
  const cells: PublishedCell[] = names.flatMap((name) => {
    const row = shownRow(shown(name));
    const truth = trueRow(trueOf(name), reasons);
    return items.map((item): PublishedCell => {
      const count = truth[item] as number;
      // A reason that nobody gave is left out, and so is known to be none.
      const isShown = item in row ? row[item] !== null : true;
      return { name: `${JSON.stringify(name)} ${item}`, count, state: isShown ? 'shown' : 'hidden' };
    });
  });
  const cellAt = (row: number, item: string): number => row * items.length + items.indexOf(item);
  const rowOf = (is: (name: { hospital?: string; municipality?: string }) => boolean): number[] =>
    names.flatMap((name, at) => (is(name) ? [at] : []));
  const rowSums = names.flatMap((name, total) => {
    const isPair = (one: typeof name) => 'hospital' in one && 'municipality' in one;
    if (isPair(name)) return [];
    const { hospital, municipality } = name as { hospital?: string; municipality?: string };
    if (hospital !== undefined) return [{ total, parts: rowOf((one) => one.hospital === hospital && isPair(one)) }];
    if (municipality !== undefined) {
      return [{ total, parts: rowOf((one) => one.municipality === municipality && isPair(one)) }];
    }
    return [
      { total, parts: rowOf((one) => 'hospital' in one && !('municipality' in one)) },
      { total, parts: rowOf((one) => 'municipality' in one && !('hospital' in one)) },
    ];
  });
  const itemSums: { total: string; parts: readonly string[] }[] = [
    { total: 'referred', parts: HANDOVER_STATES },
    { total: 'started', parts: ['startedThere', 'startedInAnother'] },
    { total: 'startedThere', parts: ENDINGS },
    { total: 'startedThere', parts: ['ended', 'departed', 'ongoing'] },
    { total: 'unknown', parts: TROUBLES },
    { total: 'stopped', parts: reasons.map((reason) => `because ${reason}`) },
  ];
  return {
    cells,
    sums: [
      ...rowSums.flatMap(({ total, parts }) =>
        items.map((item) => ({ total: cellAt(total, item), parts: parts.map((row) => cellAt(row, item)) })),
      ),
      ...names.flatMap((_, row) =>
        itemSums.map(({ total, parts }) => ({
          total: cellAt(row, total),
          parts: parts.map((item) => cellAt(row, item)),
        })),
      ),
    ],
  };
}

test('from pairs, both ends and the total together a solver recovers no hidden number', () => {
  const random = createRandom(7, 0);
  let hidden = 0;
  for (let at = 0; at < 15; at += 1) {
    const told = published(randomTables(random));
    hidden += told.cells.filter(({ state }) => state === 'hidden').length;

    expect(recovered(told, solver)).toEqual([]);
    expect(told.cells.filter(({ count, state }) => state === 'shown' && count > 0 && count < THRESHOLD)).toEqual([]);
  }
  expect(hidden).toBeGreaterThan(400);
});

test('with the small numbers alone hidden it recovers some', () => {
  const random = createRandom(7, 0);
  const isOpen = Array.from({ length: 4 }, () => {
    const { cells, sums } = published(randomTables(random));
    const small = cells.map((cell): PublishedCell => {
      const isSmall = cell.count > 0 && cell.count < THRESHOLD;
      return { ...cell, state: isSmall ? 'hidden' : 'shown' };
    });
    return recovered({ cells: small, sums }, solver).length > 0;
  });

  expect(isOpen).toContain(true);
});
