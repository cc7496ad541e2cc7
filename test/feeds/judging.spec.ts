import { historyOf, type History } from '../../src/feeds/domain/history';
import { judge } from './judged';
import { addDays, dayNumber, type Day } from '../../src/kernel/day';
import type { Ages, DeliveryCount } from '../../src/kernel/delivery';
import type { FeedFinding } from '../../src/kernel/feed-alarm';

const HOSPITAL = 'hospital:330901000016003';
const FIRST = '2023-01-02';

const count = (day: Day, changes: Partial<DeliveryCount> = {}): DeliveryCount => ({
  organisation: HOSPITAL,
  kind: 'hospital.contact',
  family: '',
  day,
  accepted: 10,
  duplicate: 0,
  rejected: 0,
  corrections: 0,
  ages: { 1: changes.accepted ?? 10 },
  ahead: 0,
  mostAheadMs: 0,
  ...changes,
});
const procedures = (day: Day, family: string, accepted = 5): DeliveryCount =>
  count(day, { kind: 'hospital.procedure', family, accepted });

/** Every day from the first through `last`, as `of` says. */
function days(last: Day, of: (day: Day, passed: number) => readonly DeliveryCount[]): DeliveryCount[] {
  const counts: DeliveryCount[] = [];
  for (let passed = 0; addDays(FIRST, passed) <= last; passed += 1) counts.push(...of(addDays(FIRST, passed), passed));
  return counts;
}

const history = (counts: readonly DeliveryCount[], last: Day): History => {
  const laid = historyOf(HOSPITAL, counts, last);
  if (laid === undefined) throw new Error('Nothing was delivered.');
  return laid;
};
const usual = (day: Day): DeliveryCount[] => [count(day), procedures(day, 'BUG'), procedures(day, 'BVDY0')];

/** What is found on the last day. */
const found = (counts: readonly DeliveryCount[], last: Day): readonly FeedFinding[] =>
  judge(history(counts, last), last).findings;

describe('an organisation that delivers by the day', () => {
  it('is connected while it does, and learning while there is too little to go by', () => {
    expect(judge(history(days('2023-06-01', usual), '2023-06-01'), '2023-06-01')).toMatchObject({
      state: 'connected',
      findings: [],
    });
    expect(judge(history(days('2023-01-20', usual), '2023-01-20'), '2023-01-20')).toMatchObject({ state: 'learning' });
  });

  it('is silent when nothing comes, with what was expected and received since when', () => {
    const [finding] = found(days('2023-06-01', usual), '2023-06-04');

    expect(finding).toMatchObject({ state: 'silent', since: '2023-06-02', received: 0 });
    expect(finding?.expected).toBeGreaterThan(50);
    expect(finding?.probability).toBeLessThan(1e-4);
  });

  it('is judged by what had come by then, not by what came later', () => {
    const counts = days('2023-08-01', (day) => (day > '2023-06-01' && day < '2023-06-10' ? [] : usual(day)));
    const later = history(counts, '2023-08-01');

    expect(judge(later, '2023-06-04').state).toBe('silent');
    expect(judge(later, '2023-08-01').state).toBe('connected');
  });

  it('is silent though stragglers come', () => {
    const counts = days('2023-06-30', (day) =>
      day <= '2023-06-01' ? usual(day) : dayNumber(day) % 3 === 0 ? [count(day, { accepted: 1 })] : [],
    );

    expect(found(counts, '2023-06-30')).toContainEqual(
      expect.objectContaining({ state: 'silent', since: '2023-06-02' }),
    );
  });

  it('may rest at weekends and at Easter', () => {
    const atWork = (day: Day): boolean => {
      const weekday = (dayNumber(day) + 3) % 7;
      return weekday < 5 && !(day >= '2023-04-06' && day <= '2023-04-10');
    };
    const counts = days('2023-04-30', (day) => (atWork(day) ? usual(day) : []));

    for (const day of ['2023-03-26', '2023-04-08', '2023-04-09', '2023-04-10', '2023-04-30']) {
      expect(judge(history(counts, day), day).findings).toEqual([]);
    }
  });
});

describe('a part', () => {
  it('is missing when one code family stops while the rest goes on', () => {
    const counts = days('2023-06-10', (day) =>
      day <= '2023-06-01' ? usual(day) : usual(day).filter(({ family }) => family !== 'BUG'),
    );

    expect(found(counts, '2023-06-10')).toEqual([
      expect.objectContaining({ state: 'partial', kind: 'hospital.procedure', family: 'BUG', since: '2023-06-02' }),
    ]);
  });

  it('is a whole kind, named once, when all its families stop', () => {
    const counts = days('2023-06-10', (day) => (day <= '2023-06-01' ? usual(day) : [count(day)]));
    const findings = found(counts, '2023-06-10');

    expect(findings).toEqual([expect.objectContaining({ state: 'partial', kind: 'hospital.procedure' })]);
    expect(findings[0]).not.toHaveProperty('family');
  });

  it('is not missing while the whole is silent', () => {
    expect(found(days('2023-06-01', usual), '2023-06-20').map(({ state }) => state)).toEqual(['silent']);
  });
});

describe('a municipality that delivers once a month', () => {
  const monthly = (last: Day) => days(last, (day) => (day.endsWith('-08') ? [count(day, { accepted: 40 })] : []));

  it.each([
    ['2023-09-08', 'connected'],
    ['2023-10-07', 'connected'],
    ['2023-10-14', 'late'],
    ['2023-11-01', 'silent'],
  ])('whose last batch came on 8 September is on %s %s', (day, state) => {
    expect(judge(history(monthly('2023-09-30'), day), day).state).toBe(state);
  });
});

describe('odd days', () => {
  const JUDGED = '2023-06-02';
  const before = days('2023-06-01', usual);

  it('a batch that comes a second time is repeated', () => {
    const again = count(JUDGED, { accepted: 2, duplicate: 40, ages: { 1: 2 } });

    expect(found([...before, again], JUDGED)).toEqual([
      expect.objectContaining({ state: 'repeated-batch', since: JUDGED, received: 40 }),
    ]);
  });

  it('many old events at once are a backlog; many new ones are not', () => {
    const burst = (ages: Ages): DeliveryCount[] => [
      ...before,
      ...usual(JUDGED),
      count(JUDGED, { kind: 'hospital.measurement', family: 'hads', accepted: 200, ages }),
    ];

    expect(found(burst({ 1: 20, 9: 80, 25: 100 }), JUDGED)).toEqual([
      expect.objectContaining({ state: 'backlog-burst', since: JUDGED }),
    ]);
    expect(found(burst({ 1: 200 }), JUDGED)).toEqual([]);
  });

  it('events recorded later than they were received tell of a clock that is ahead', () => {
    const early = count(JUDGED, { ahead: 5, mostAheadMs: 3_600_000 });

    expect(found([...before, early, procedures(JUDGED, 'BUG'), procedures(JUDGED, 'BVDY0')], JUDGED)).toEqual([
      expect.objectContaining({ state: 'clock-ahead', since: JUDGED, received: 5 }),
    ]);
  });

  it('are told for three days and then over', () => {
    const again = count(JUDGED, { accepted: 2, duplicate: 40, ages: { 1: 2 } });
    const after = days('2023-06-10', (day) => (day > JUDGED ? usual(day) : []));
    const states = ['2023-06-04', '2023-06-05'].map(
      (day) => judge(history([...before, again, ...after], day), day).state,
    );

    expect(states).toEqual(['repeated-batch', 'connected']);
  });
});
