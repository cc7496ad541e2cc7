import { readKeptPayload } from '../../src/intake/adapters/kept-payload';
import { ReceiveEvents } from '../../src/intake/application/receive-events';
import { ResendRejected } from '../../src/intake/application/resend-rejected';
import { classify } from '../../src/intake/domain/classify';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import { settingsFor, storedDecisions, takeIn } from '../robustness/embedded';
import { reading } from '../robustness/ground';
import { linesOf } from '../support/evaluate';
import { BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { clock, everyone, withStore } from './planted';

const lines = linesOf(everyone);
const others = linesOf(everyone.filter(({ data }) => data['cpr'] !== BO));
const incoming = lines.map((text) => ({ text }));

/** Checks events as the program does, but fails on whatever names Bo. */
const failing: typeof classify = (arrival, ...rest) => {
  if ('text' in arrival && arrival.text.includes(BO)) throw new RangeError(`planted for ${BO}`);
  return classify(arrival, ...rest);
};

test('an event that checking fails on is answered and kept, the others of its batch go on, and a start tries it again', async () => {
  const decided = (batch: readonly string[]) =>
    withStore(settingsFor(temporaryFolder()), PERSON_LAW, async (store) => {
      await takeIn(store, [batch]);
      return storedDecisions(store);
    });

  await withStore(settingsFor(temporaryFolder()), PERSON_LAW, async (store) => {
    const told: string[] = [];
    const logger = {
      info: () => undefined,
      warn: () => undefined,
      error: (one: object) => told.push(JSON.stringify(one)),
    };
    const intake = new ReceiveEvents(reading, { ...store, logger }, failing);
    const receipts = await intake.receive(incoming, { receivedAt: 'clock' });
    await store.log.settled();

    const kept = everyone.filter(({ data }) => data['cpr'] === BO);
    expect(receipts.filter((receipt) => receipt?.status === 'rejected')).toEqual(
      kept.map(
        ({ id, source }) => expect.objectContaining({ id, source, status: 'rejected', code: 'NOT_HANDLED' }) as object,
      ),
    );
    expect(JSON.stringify([receipts, told])).not.toContain(BO);
    expect(told).toHaveLength(kept.length);
    expect(await storedDecisions(store)).toEqual(await decided(others));

    const limits = store.settings.lineLimits;
    const resending = new ResendRejected(store.rejected, store.intake, clock, (one) => readKeptPayload(one, limits));
    expect(await resending.tryAgain()).toBe(kept.length);
    await store.log.settled();
    expect(await store.rejected.count()).toBe(0);
    expect(await storedDecisions(store)).toEqual(await decided(lines));
    expect(await resending.tryAgain()).toBe(0);
  });
});

test('what still cannot be handled is kept once, however often it is tried', async () => {
  await withStore(settingsFor(temporaryFolder()), PERSON_LAW, async (store) => {
    const intake = new ReceiveEvents(reading, store, failing);
    await intake.receive(incoming, { receivedAt: 'clock' });
    const count = await store.rejected.count();
    const limits = store.settings.lineLimits;
    const resending = new ResendRejected(store.rejected, intake, clock, (one) => readKeptPayload(one, limits));
    await resending.tryAgain();

    expect(await store.rejected.count()).toBe(count);
  });
});
