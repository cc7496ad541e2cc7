import type { Figures } from '../../src/counting/domain/figures';
import { Tally } from '../../src/counting/domain/tally';
import type { ShownRow } from '../../src/disclosure/domain/shown-row';
import { shown } from '../support/shown';
import { ALIKE } from '../../src/counting/domain/statistics/composition';
import { bestAndWorst, levelCounts, profileRow } from '../../src/reporting/domain/profile';

const target = { direction: 'at-least', percent: 75, levels: { high: 75, moderate: 60 } } as const;
const ceiling = { direction: 'at-most', percent: 10, levels: { high: 10, moderate: 20 } } as const;

function figures(met: number, notMet: number, pending = 0, metSoFar = 0): Figures {
  const tally = new Tally();
  const mark = { denominatorUnknown: false, disturbed: false, isOpen: false };
  tally.add({ ...mark, outcome: 'met', sector: 'hospital' }, met);
  tally.add({ ...mark, outcome: 'not-met' }, notMet);
  tally.add({ ...mark, outcome: 'pending', isOpen: true }, pending);
  tally.add({ ...mark, outcome: 'met', isOpen: true }, metSoFar);
  return tally.figures();
}
const row = (indicator: string, number: number, counted: Figures): ShownRow =>
  shown({ indicator, number, unit: { id: 'denmark', name: 'Danmark' }, ...counted });

const rowOf = (now: ShownRow, before: ShownRow | undefined, judgedBy: Parameters<typeof profileRow>[2]['target']) =>
  profileRow(now, before, { target: judgedBy, fewest: 10, composition: () => ALIKE });

test('an indicator stands at its goal level, with its change against the period before', () => {
  const profile = rowOf(row('diet', 4, figures(80, 20)), row('diet', 4, figures(50, 50)), target);

  expect(profile).toMatchObject({
    level: 'high',
    change: { direction: 'higher', meaning: 'better' },
    before: { estimate: { numerator: 50, denominator: 100, percent: 50 } },
  });
});

test('a change that may be chance is none, and without a period before there is nothing to tell', () => {
  expect(rowOf(row('diet', 4, figures(80, 20)), row('diet', 4, figures(75, 25)), target).change).toEqual({
    direction: 'none',
    meaning: 'none',
  });
  expect(rowOf(row('diet', 4, figures(80, 20)), undefined, target)).toMatchObject({
    change: null,
    before: null,
  });
});

test('what is pending may still be met inside its window, and it is told what that would do', () => {
  expect(rowOf(row('diet', 4, figures(46, 30, 20, 4)), undefined, target).recoverable).toEqual({
    metSoFar: 4,
    pending: 20,
    percentIfMet: 70,
    percentIfNotMet: 50,
    levelIfMet: 'moderate',
  });
});

test('the best are furthest above their target and the worst furthest below, each in its direction', () => {
  const rows = [
    rowOf(row('a', 1, figures(90, 10)), undefined, target),
    rowOf(row('b', 2, figures(5, 95)), undefined, ceiling),
    rowOf(row('c', 3, figures(40, 60)), undefined, target),
    rowOf(row('d', 4, figures(60, 40)), undefined, ceiling),
    rowOf(row('e', 5, figures(0, 0)), undefined, target),
  ];

  expect(bestAndWorst(rows)).toEqual({ best: ['a', 'b'], worst: ['d', 'c'] });
  expect(levelCounts(rows)).toEqual({ high: 2, moderate: 0, low: 2, tooFew: 0, undecided: 1 });
});

test('of too few no level and no change is told, and they are neither best nor worst', () => {
  const few = rowOf(row('diet', 4, figures(9, 0)), row('diet', 4, figures(0, 300)), target);
  const before = rowOf(row('diet', 4, figures(300, 0)), row('diet', 4, figures(0, 9)), target);
  const enough = rowOf(row('statin', 12, figures(300, 0)), undefined, target);

  expect(few).toMatchObject({ level: null, change: null, tooFew: true, estimate: { percent: 100 } });
  expect(before).toMatchObject({ level: 'high', change: null, tooFew: false });
  expect(levelCounts([few, enough])).toMatchObject({ high: 1, tooFew: 1, undecided: 0 });
  expect(bestAndWorst([few, enough])).toEqual({ best: [], worst: [] });
});
