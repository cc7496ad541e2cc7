import { readKeptPayload } from '../../src/intake/adapters/kept-payload';
import { ResendRejected } from '../../src/intake/application/resend-rejected';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import type { Incoming } from '../../src/kernel/incoming';
import { senderOf } from '../../src/kernel/source-topic';
import { incomingOf } from '../../src/platform/kafka/source-message';
import { NO_VALUE } from '../../src/platform/kafka/why-poison';
import { receiptOf } from '../../src/platform/kafka/keep-poison';
import { settingsFor } from '../robustness/embedded';
import { clock, withStore } from '../set-aside/planted';
import { municipality } from '../support/sectors';
import { temporaryFolder } from '../support/temporary-folder';

const TOPIC = 'source.municipality.0461';
const own = municipality('0461').start('2023-02-06');
const foreign = municipality('0851').start('2023-02-07');
const structured = { 'content-type': 'application/cloudevents+json' };

const onTopic = (value: string, headers: Record<string, string> = structured): Incoming =>
  incomingOf({
    topic: TOPIC,
    partition: 0,
    offset: 7,
    timestamp: clock.now(),
    key: null,
    headers,
    value: Buffer.from(value),
  });

const inStore = (work: Parameters<typeof withStore>[2]) => withStore(settingsFor(temporaryFolder()), PERSON_LAW, work);

test.each([
  [TOPIC, 'municipality:0461'],
  ['source.danheart.330901000016003', 'danheart:330901000016003'],
  ['source.laboratory.lab-database', 'laboratory:lab-database'],
  ['source.municipality', undefined],
  ['source.nobody.0461', undefined],
  ['source.municipality.0461.extra', undefined],
  ['clinical-events', undefined],
])('%s is the topic of %s', (topic, sender) => {
  expect(senderOf(topic)).toBe(sender);
});

test('a source’s own topic takes its events; one of another source is refused, and the sender is told', () =>
  inStore(async ({ intake, deliveries }) => {
    const incoming = [own, foreign].map((event) => onTopic(JSON.stringify(event)));
    const receipts = await intake.receive(incoming, { receivedAt: 'clock' });

    expect(receipts).toEqual([
      { id: own.id, source: own.source, status: 'accepted' },
      {
        id: foreign.id,
        source: 'municipality:0461',
        status: 'rejected',
        code: 'INVALID_EVENT',
        path: 'source',
        message: expect.stringMatching(/`source` must be `municipality:0461`/) as string,
      },
    ]);
    // Whoever was named is not counted as having delivered anything.
    expect(await deliveries.organisations()).toEqual(['municipality:0461']);
  }));

test('attributes in headers are held to the topic as those in the event are', () =>
  inStore(async ({ intake }) => {
    const { data, ...attributes } = foreign;
    const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
    const incoming = onTopic(JSON.stringify(data), Object.fromEntries(headers) as Record<string, string>);
    expect(await intake.receive([incoming], { receivedAt: 'clock' })).toMatchObject([
      { status: 'rejected', source: 'municipality:0461', path: 'source' },
    ]);
  }));

test.each([
  ['as it came', structured],
  ['under a content type that nobody reads', { 'content-type': 'application/cloudevents-batch+json' }],
])('what was refused %s is no more another source’s when it is sent again', (_, headers) =>
  inStore(async ({ intake, rejected, settings }) => {
    await intake.receive([onTopic(JSON.stringify(foreign), headers)], { receivedAt: 'clock' });
    const [kept] = await rejected.list({ after: 0, limit: 10 });
    const resending = new ResendRejected(rejected, intake, clock, (one) => readKeptPayload(one, settings.lineLimits));

    expect(await resending.resend(kept?.number ?? 0)).toMatchObject({
      receipt: { status: 'rejected', path: 'source' },
    });
    expect(await resending.resend(kept?.number ?? 0, JSON.stringify(own))).toMatchObject({
      receipt: { status: 'accepted' },
    });
  }),
);

test('a message nobody can read is answered to whose topic it came by', () => {
  const poison = { group: 'intake', partition: 0, offset: 1, key: null, value: null, reason: NO_VALUE };
  expect(receiptOf({ ...poison, topic: TOPIC })).toMatchObject({ source: 'municipality:0461', status: 'rejected' });
  expect(receiptOf({ ...poison, topic: 'source.municipality' })).not.toHaveProperty('source');
});
