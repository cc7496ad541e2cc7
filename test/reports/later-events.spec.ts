import fc from 'fast-check';
import { anyAsOf } from '../properties/random-events';
import { SetClock, settingsFor } from '../robustness/embedded';
import type { BookedReport } from '../../src/ports/report-book';
import type { FrozenContent } from '../../src/reporting/domain/frozen/frozen-content';
import { temporaryFolder } from '../support/temporary-folder';
import { feed, hospital, municipality, ODENSE_HOSPITAL } from '../support/sectors';
import { correction, retraction, type SourceEvent } from '../support/source-event';
import { anyHistory, MOMENTS } from './histories';
import { reportOf, request, withReports } from './stores';

const clock = SetClock.at('2025-06-30');
const moment = MOMENTS[2] as number;
const linesOf = (events: readonly SourceEvent[]): string[] => events.map((event) => JSON.stringify(event));
const receivedAt = (event: SourceEvent): number => Date.parse(event.receivedtime as string);
const openly = () => settingsFor(temporaryFolder());

test('whatever is received after the moment, a report as known then stays the same', async () => {
  let withLater = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, anyAsOf, async (events, asOf) => {
      const later = events.filter((event) => receivedAt(event) > moment);
      if (later.length > 0) withLater += 1;
      await withReports(
        clock,
        async ({ reports, receive }) => {
          await receive(linesOf(events.filter((event) => receivedAt(event) <= moment)));
          const asked = request({ asOf, knownAt: moment });
          const frozen = reportOf(await reports.freeze(asked));
          await receive(linesOf(later));

          expect(await reports.reproduce(frozen.id)).toMatchObject({ outcome: 'same', countedAgain: frozen.digest });
          expect(reportOf(await reports.freeze(asked)).content).toBe(frozen.content);
          expect((await reports.find(frozen.id))?.content).toBe(frozen.content);
        },
        openly(),
      );
    }),
    { numRuns: 12, seed: 7, endOnFailure: true },
  );

  expect(withLater).toBe(12);
});

const pathway = hospital().pci('2023-01-03') as [SourceEvent, SourceEvent];
const start = municipality().start('2023-02-01');

test.each([
  ['a late event', hospital().bloodPressure(120, 70, '2023-05-01')],
  ['a correction', correction(pathway[1], { refuted: true })],
  ['a retraction', retraction(start)],
  ['a feed status', feed(ODENSE_HOSPITAL, 'silent', '2023-01-01')],
])('%s received after the moment changes a report known later and no other', async (_what, event) => {
  await withReports(
    clock,
    async ({ reports, receive }) => {
      const known = [...pathway, start].map((one) => ({ ...one, receivedtime: new Date(moment).toISOString() }));
      await receive(linesOf(known));
      const asked = { asOf: '2025-06-30' };
      const before = reportOf(await reports.freeze(request({ ...asked, knownAt: moment })));
      await receive(linesOf([event]));
      const after = reportOf(await reports.freeze(request(asked)));
      const tables = ({ content }: BookedReport) => (JSON.parse(content) as FrozenContent).tables;

      expect(await reports.reproduce(before.id)).toMatchObject({ outcome: 'same' });
      expect(tables(after)).not.toEqual(tables(before));
    },
    openly(),
  );
});
