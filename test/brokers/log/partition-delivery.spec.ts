import type { KafkaMessage } from 'kafkajs';
import { PartitionDelivery } from '../../../src/platform/kafka/partition-delivery';
import { isProgrammingError, Unreadable, type Poison } from '../../../src/platform/kafka/poison';
import { NO_VALUE, whyFailed } from '../../../src/platform/kafka/why-poison';
import { RememberingLogger } from './kafka';

type Handle = (offsets: readonly number[]) => Promise<void>;

const message = (offset: number): KafkaMessage => ({
  offset: String(offset),
  key: Buffer.from(`key ${offset}`),
  value: Buffer.from(`value ${offset}`),
  timestamp: '0',
  attributes: 0,
  headers: {},
});

const messages = (...offsets: readonly number[]): KafkaMessage[] => offsets.map(message);

/** Delivers what was fetched until all is dealt with; the attempts in their order, and what was given up. */
function delivery(
  handle: Handle,
  options: { maxBatch?: number; unreadable?: readonly number[]; throwing?: number } = {},
) {
  const attempts: (readonly number[])[] = [];
  const pauses: number[] = [];
  const poison: Poison[] = [];
  const logger = new RememberingLogger();
  const hooks = { isPoison: isProgrammingError, onPoison: (one: Poison) => Promise.resolve(void poison.push(one)) };
  const partition = new PartitionDelivery<number>(
    {
      group: 'group',
      topic: 'decisions',
      maxBatch: options.maxBatch ?? 100,
      read: ({ offset }) => {
        if (options.throwing === Number(offset)) throw new TypeError('no form');
        return options.unreadable?.includes(Number(offset)) === true ? new Unreadable(NO_VALUE) : Number(offset);
      },
      handle: (_, offsets) => {
        attempts.push(offsets);
        return handle(offsets);
      },
    },
    4,
    hooks,
    logger,
  );
  return {
    attempts,
    pauses,
    poison,
    hooks,
    logger,
    skipped: () => poison.map(({ offset }) => offset),
    deliver: async (fetched: readonly KafkaMessage[], mostSteps = Infinity) => {
      let at = 0;
      for (let steps = 0; at < fetched.length && steps < mostSteps; steps += 1) {
        const outcome = await partition.step(fetched, at);
        if ('pauseMs' in outcome) pauses.push(outcome.pauseMs);
        else at += outcome.done;
      }
    },
  };
}

const throwsFor =
  (offset: number, error: () => Error): Handle =>
  async (offsets) => {
    if (offsets.includes(offset)) throw error();
  };

describe('the delivery of a partition', () => {
  it('cuts what was fetched into portions', async () => {
    const { attempts, deliver } = delivery(async () => undefined, { maxBatch: 2 });
    await deliver(messages(5, 6, 7));
    expect(attempts).toEqual([[5, 6], [7]]);
  });

  it('brings a failed portion again as it was, though more has come', async () => {
    let failures = 2;
    const { attempts, deliver } = delivery(async () => {
      if (failures-- > 0) throw new Error('not yet');
    });
    await deliver(messages(0, 1), 1);
    await deliver(messages(0, 1, 2, 3));
    expect(attempts).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [2, 3],
    ]);
  });

  it('waits longer after each failure, 10 seconds at most, and from the start once something went well', async () => {
    let failures = 12;
    const { pauses, deliver } = delivery(
      async (offsets) => {
        if (offsets[0] === 0 ? failures-- > 0 : offsets[0] === 1 && failures-- > -2) throw new Error('not yet');
      },
      { maxBatch: 1 },
    );
    await deliver(messages(0, 1));
    expect(pauses).toEqual([50, 100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000, 10_000, 50]);
  });

  it('gives up only the message that fails for what is in it, and handles its neighbours in order', async () => {
    const { attempts, poison, deliver } = delivery(throwsFor(2, () => new TypeError('it has no form')));
    await deliver(messages(0, 1, 2, 3));
    await deliver(messages(4, 5));
    const all = [0, 1, 2, 3];
    expect(attempts).toEqual([all, all, all, [0], [1], [2], [2], [2], [3], [4, 5]]);
    expect(poison).toEqual([
      {
        group: 'group',
        topic: 'decisions',
        partition: 4,
        offset: 2,
        key: 'key 2',
        value: Buffer.from('value 2'),
        reason: whyFailed(new TypeError('it has no form'), 'decisions'),
      },
    ]);
  });

  it('never gives up a message over an error of the world around', async () => {
    const { poison, deliver } = delivery(throwsFor(0, () => new Error('the store is away')));
    await deliver(messages(0), 50);
    expect(poison).toEqual([]);
  });

  it('does not ask the handler for an unreadable message', async () => {
    const { attempts, skipped, deliver } = delivery(async () => undefined, { unreadable: [0, 3, 4] });
    await deliver(messages(0, 1, 2, 3, 4, 5));
    expect(attempts).toEqual([[1, 2], [5]]);
    expect(skipped()).toEqual([0, 3, 4]);
  });

  it('takes a message that reading fails at for unreadable', async () => {
    const { attempts, poison, deliver } = delivery(async () => undefined, { throwing: 1 });
    await deliver(messages(0, 1, 2));
    expect(attempts).toEqual([[0], [2]]);
    expect(poison).toMatchObject([{ offset: 1, reason: whyFailed(new TypeError('no form'), 'decisions') }]);
  });

  it('asks again whoever keeps given-up messages until it succeeds, and handles nothing behind it before', async () => {
    const { attempts, skipped, hooks, deliver, pauses } = delivery(async () => undefined, { unreadable: [0] });
    const keep = hooks.onPoison;
    let failures = 3;
    hooks.onPoison = (one) => (failures-- > 0 ? Promise.reject(new Error('the store is away')) : keep(one));
    await deliver(messages(0, 1), 3);
    expect(attempts).toEqual([]);
    await deliver(messages(0, 1));
    expect(skipped()).toEqual([0]);
    expect(attempts).toEqual([[1]]);
    expect(pauses).toEqual([50, 100, 200]);
  });

  it('forgets a failure when the messages that made it are gone from the log', async () => {
    const { attempts, skipped, deliver } = delivery(
      throwsFor(1, () => new TypeError('no form')),
      { maxBatch: 2 },
    );
    await deliver(messages(0, 1, 2, 3), 3);
    await deliver(messages(8, 9));
    await deliver(messages(1), 3);
    await deliver(messages(12, 13));
    expect(attempts.slice(3)).toEqual([[8, 9], [1], [1], [1], [12, 13]]);
    expect(skipped()).toEqual([]);
  });

  it('tells each failure with its place, and never what the message holds', async () => {
    const { logger, poison, deliver } = delivery(throwsFor(0, () => new SyntaxError('value 0 is not JSON')));
    await deliver(messages(0));
    expect(logger.said).toHaveLength(4);
    expect(logger.said[0]).toMatchObject({
      level: 'error',
      details: { group: 'group', topic: 'decisions', partition: 4, offset: 0, attempt: 1 },
    });
    expect(JSON.stringify(poison[0]?.reason)).not.toContain('value 0');
  });
});
