import type { DeliveryCount } from '../../src/kernel/delivery';
import type { DeliveryStore } from '../../src/ports/delivery-store';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from '../robustness/embedded';
import { feed, hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { correction, retraction, type SourceEvent } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';

const opened: ReturnType<typeof openEmbedded>[] = [];
afterAll(async () => {
  for (const one of opened) await closeEmbedded(one);
});

/** What was counted of what came in, on a clock that stands on 10 February 2023. */
async function counted(events: readonly (SourceEvent | object | string)[]) {
  const embedded = openEmbedded(settingsFor(temporaryFolder()), SetClock.at('2023-02-10'));
  opened.push(embedded);
  const incoming = events.map((event) => ({ text: typeof event === 'string' ? event : JSON.stringify(event) }));
  await embedded.intake.receive(incoming, { receivedAt: 'clock' });
  return embedded;
}
const of = (store: DeliveryStore, organisation: string): Promise<readonly DeliveryCount[]> =>
  store.of({ organisation, from: '2000-01-01', to: '2100-01-01' });

test('what a source sends is counted by kind and code family on the day it came, corrections among it', async () => {
  const session = hospital().procedure('BUG1', '2023-02-10');
  const { deliveries } = await counted([
    session,
    correction(session, { performedOn: '2023-02-09' }),
    retraction(hospital().procedure('BUG2', '2023-01-05')),
    hospital().bloodPressure(120, 80, '2023-01-20'),
  ]);

  expect(await of(deliveries, ODENSE_HOSPITAL)).toEqual([
    expect.objectContaining({
      kind: 'hospital.measurement',
      family: 'blood-pressure',
      accepted: 1,
      ages: { 21: 1 },
    }),
    expect.objectContaining({ kind: 'hospital.procedure', family: '', accepted: 1, corrections: 1 }),
    expect.objectContaining({ family: 'BUG', day: '2023-02-10', accepted: 2, corrections: 1, ages: { 0: 1 } }),
  ]);
});

test('what comes again and what is refused is counted as such', async () => {
  const start = municipality().start('2023-02-06');
  const refused = { ...municipality().start('2023-02-07'), data: { recordId: 'r' } };
  const { deliveries } = await counted([start, start, refused]);

  expect(await of(deliveries, ODENSE)).toEqual([
    expect.objectContaining({ kind: 'municipality.start', accepted: 1, duplicate: 1, rejected: 1 }),
  ]);
});

test('a source whose clock is an hour ahead is counted so, one that is two minutes ahead is not', async () => {
  const at = (time: string): SourceEvent => hospital().contact(`k-${time}`, '2023-02-10', { time });
  const { deliveries } = await counted([at('2023-02-10T13:00:00Z'), at('2023-02-10T12:02:00Z')]);

  expect(await of(deliveries, ODENSE_HOSPITAL)).toEqual([
    expect.objectContaining({ accepted: 2, ahead: 1, mostAheadMs: 3_600_000 }),
  ]);
});

test('nobody is charged with what no known organisation sent, or with what the registry says', async () => {
  const nobody = { ...municipality().start('2023-02-06'), source: 'municipality:9999' };
  const elsewhere = { ...municipality().start('2023-02-06'), source: 'hospital:1502779995' };
  const { deliveries } = await counted([nobody, elsewhere, 'no JSON', feed(ODENSE, 'silent', '2023-02-01')]);

  expect(await deliveries.organisations()).toEqual([]);
});
