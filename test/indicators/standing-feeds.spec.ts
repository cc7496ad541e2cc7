import fc from 'fast-check';
import { feedStatusesInForce } from '../../src/feeds/domain/feed-statuses';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { StandingFeeds } from '../../src/indicators/domain/standing-feeds';
import type { ClinicalEventOf } from '../../src/kernel/clinical-event';
import { addDays } from '../../src/kernel/day';

const ORGANISATIONS = ['municipality:0461', 'municipality:0561'];
const dayAt = (at: number): string => addDays('2023-01-01', at);

const anyStatus = fc
  .record(
    {
      organisation: fc.constantFrom(...ORGANISATIONS),
      state: fc.constantFrom('connected', 'not-connected', 'silent'),
      from: fc.nat(20),
      days: fc.integer({ min: -1, max: 6 }),
      recordId: fc.constantFrom('1', '2', '3', '4', '5'),
      version: fc.integer({ min: 1, max: 3 }),
      isRetracted: fc.boolean(),
    },
    { requiredKeys: ['organisation', 'state', 'from', 'recordId', 'version'] },
  )
  .map(({ organisation, state, from, days, recordId, version, isRetracted }) => ({
    recordId,
    version,
    status: isRetracted === true ? ('retracted' as const) : ('active' as const),
    data: {
      organisation,
      state: state,
      from: dayAt(from),
      ...(days === undefined ? undefined : { to: dayAt(from + days) }),
    },
  }));

test('statuses taken in one after the other leave the calendar and fingerprint of all in force together', () => {
  fc.assert(
    fc.property(fc.array(anyStatus, { maxLength: 25 }), (statuses) => {
      const events = statuses.map((status, at): ClinicalEventOf<'registry.feed-status'> => ({
        person: status.data.organisation,
        kind: 'registry.feed-status',
        source: 'registry:rkkp',
        id: `e-${at}`,
        time: 0,
        receivedAt: at,
        ...status,
      }));
      const standing = new StandingFeeds();
      for (const event of events) {
        standing.take([event]);
        standing.calendar();
      }
      const atOnce = new StandingFeeds();
      atOnce.take([...events].reverse());
      const together = FeedCalendar.of(feedStatusesInForce(events));

      expect(standing.fingerprint()).toBe(atOnce.fingerprint());
      for (const organisation of ORGANISATIONS) {
        for (let at = -2; at < 30; at += 1) {
          const trouble = (calendar: FeedCalendar) => calendar.troubleOf(organisation, dayAt(at), dayAt(at + 2), 1);
          expect(trouble(standing.calendar())).toEqual(trouble(together));
        }
      }
    }),
    { numRuns: 200 },
  );
});
