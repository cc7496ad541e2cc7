import fc from 'fast-check';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import type { FeedStatus } from '../../src/kernel/feed-status';
import { addDays } from '../../src/kernel/day';

const FIRST = '2023-01-01';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FIRST, days));

const statuses: fc.Arbitrary<FeedStatus[]> = fc.array(
  fc
    .record({
      organisation: fc.constantFrom('municipality:0461', 'municipality:0461', 'municipality:0450'),
      state: fc.constantFrom('connected', 'not-connected', 'silent'),
      from: day,
      to: fc.option(day, { nil: undefined }),
    })
    .map(({ to, ...status }) => (to === undefined ? status : { ...status, to })),
  { maxLength: 8 },
);

/** The rule as it is written, a day at a time. */
function troubleByDay(all: readonly FeedStatus[], organisation: string, from: string, to: string) {
  const own = all.filter((status) => status.organisation === organisation);
  const lastDayOf = (status: FeedStatus): string => {
    const next = own
      .map((other) => other.from)
      .filter((other) => other > status.from)
      .sort()[0];
    return status.to ?? (next === undefined ? '9999-12-31' : addDays(next, -1));
  };
  let days = 0;
  let notConnected = false;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const standing = own.filter((status) => status.from <= on && on <= lastDayOf(status)).map(({ state }) => state);
    if (standing.includes('silent') || standing.includes('not-connected')) days += 1;
    notConnected ||= standing.includes('not-connected');
  }
  return { days, reason: notConnected ? 'SOURCE_NOT_CONNECTED' : 'SOURCE_SILENT', organisation };
}

test('trouble counts each day of the window on which a not-connected or silent status stands', () => {
  fc.assert(
    fc.property(statuses, day, day, fc.integer({ min: 1, max: 14 }), (all, a, b, atLeast) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const expected = troubleByDay(all, 'municipality:0461', from, to);

      expect(FeedCalendar.of(all).troubleOf('municipality:0461', from, to, atLeast)).toEqual(
        expected.days < atLeast ? undefined : expected,
      );
    }),
    { numRuns: 1000 },
  );
});

test('the order of the statuses does not matter', () => {
  fc.assert(
    fc.property(statuses, (all) => {
      const troubleOf = (list: readonly FeedStatus[]) =>
        FeedCalendar.of(list).troubleOf('municipality:0461', FIRST, '2023-02-20', 1);

      expect(troubleOf(all.toReversed())).toEqual(troubleOf(all));
    }),
  );
});
