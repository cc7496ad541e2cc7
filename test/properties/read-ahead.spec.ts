import fc from 'fast-check';
import { contentSecretOf } from '../../src/access/domain/seals';
import type { Embedded } from '../../src/apps/embedded';
import { packReadings } from '../../src/intake/adapters/pack-readings';
import { readAhead, type ReadBatch, type ReadingThread } from '../../src/operations/moving/read-ahead';
import { linesIn } from '../../src/platform/ndjson/joined-lines';
import type { LineBatch } from '../../src/platform/ndjson/read-lines';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from '../robustness/embedded';
import { anyEvents } from './random-events';
import { anyTangle, inBatches, linesOf } from './tangled-lines';

const clock = SetClock.at('2025-03-01');
/** In every story: an event sent again, and one under the id of another. */
const REPEATED_AND_REUSED = [
  { one: 0, other: 0, by: 'again' },
  { one: 0, other: 1, by: 'id' },
] as const;
const OPTIONS = { receivedAt: 'stated-or-clock', language: 'da' } as const;

/** A thread in this one, which reads by what a store reads by; what passes between is copied, and takes as many turns as drawn. */
function threadHere({ reading, settings }: Embedded, delays: readonly number[]): ReadingThread {
  let sent = 0;
  return {
    read: async (lines) => {
      const { now, ...joined } = structuredClone(lines);
      for (let turn = delays[sent++ % delays.length] ?? 0; turn >= 0; turn -= 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      const arrivals = linesIn(joined).map(({ at, text }) => ({ at, incoming: { text } }));
      return structuredClone(packReadings(arrivals, { ...OPTIONS, now }, reading, contentSecretOf(settings)));
    },
    end: () => Promise.resolve(),
  };
}

async function* batchesOf(batches: readonly (readonly string[])[]): AsyncGenerator<LineBatch> {
  let number = 0;
  for (const batch of batches) {
    await Promise.resolve();
    const lines = batch.map((text) => ({ number: (number += 1), incoming: { text } }));
    yield { file: 'events', lines, bytesRead: 0 };
  }
}

/** All that a store says after it received batches; what is sealed by what it says, as no two seals are alike. */
async function receivedBy(embedded: Embedded, batches: AsyncIterable<ReadBatch>) {
  const { intake, log, vault, ledger, deliveries, rejected, contentDigest } = embedded;
  const receipts: string[] = [];
  let readBefore = 0;
  for await (const { lines } of batches) {
    readBefore += lines.filter(({ read }) => read !== undefined).length;
    const arrivals = lines.map(({ incoming, read }) => read ?? incoming);
    receipts.push(...(await intake.receive(arrivals, OPTIONS)).map((receipt) => JSON.stringify(receipt)));
  }
  const events = Array.from({ length: log.partitionsOf('clinical-events') }, (_, partition) =>
    log.read('clinical-events', partition, 0, 10_000),
  ).flat();
  const keys = [...new Set(events.map(({ key }) => key))];
  const counts = (await deliveries.organisations()).map((organisation) =>
    deliveries.of({ organisation, from: '1900-01-01', to: '2100-01-01' }),
  );
  const said = {
    receipts,
    events: events.map(({ value: { sealed, ...event }, ...message }) => ({
      ...message,
      event,
      isSealed: sealed !== undefined,
      says: contentDigest(sealed === undefined ? event : { ...event, sealed }),
    })),
    feeds: log.read('feed-statuses', 0, 0, 10_000).map(({ value: { sealed: _sealed, ...status } }) => status),
    ledger: ledger.size(),
    numbers: [...(await vault.numbersOf(keys))].sort(),
    counts: await Promise.all(counts),
    rejected: (await rejected.list({ after: 0, limit: 10_000 })).map(({ receipt, payload }) => [
      receipt,
      Buffer.from(payload as Uint8Array).toString('utf8'),
    ]),
  };
  return { said, readBefore };
}

test('lines that threads read ahead end in the same receipts, log, ledger, vault, counts and refusals as lines read one by one', async () => {
  let [read, repeated, refused] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(
      anyEvents,
      anyTangle,
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }),
      async (events, tangle, sizes, threads, delays) => {
        const batches = inBatches([...linesOf(events, [...tangle, ...REPEATED_AND_REUSED]), 'no event'], sizes);
        const [one, other] = [temporaryFolder(), temporaryFolder()].map((folder) =>
          openEmbedded(settingsFor(folder), clock),
        ) as [Embedded, Embedded];
        const here = Array.from({ length: threads }, () => threadHere(other, delays));

        const alone = await receivedBy(one, batchesOf(batches));
        const ahead = await receivedBy(
          other,
          readAhead(batchesOf(batches), here, () => clock.now()),
        );

        expect(ahead.said).toEqual(alone.said);
        read += ahead.readBefore;
        repeated += alone.said.receipts.filter((receipt) => receipt.includes('"duplicate"')).length;
        refused += alone.said.receipts.filter((receipt) => receipt.includes('ID_REUSED')).length;
        await Promise.all([closeEmbedded(one), closeEmbedded(other)]);
      },
    ),
    { numRuns: 30 },
  );

  expect(Math.min(read, repeated, refused)).toBeGreaterThan(10);
});

test('where a thread breaks off, so does reading, with its reason and after what was read before', async () => {
  const embedded = openEmbedded(settingsFor(temporaryFolder()), clock);
  const works = threadHere(embedded, [0]);
  const breaks: ReadingThread = {
    read: () => Promise.reject(new Error('out of memory')),
    end: () => Promise.resolve(),
  };
  const batches = readAhead(batchesOf([['a'], ['b'], ['c']]), [works, breaks], () => clock.now());

  expect((await batches.next()).value).toMatchObject({ lines: [{ number: 1 }] });
  await expect(batches.next()).rejects.toThrow('out of memory');
  await closeEmbedded(embedded);
});
