import { partitionOf } from '../../../src/platform/kafka/partition-of';
import { until } from '../../support/until';
import { describeWithKafka, openLog } from './kafka';

interface Numbered {
  readonly number: number;
}

const TOPIC = 'clinical-events';
const SESSION_MS = 10_000;
const numbered = (key: string, number: number) => ({ key, value: { number } });
const keyIn = (partition: number): string =>
  Array.from({ length: 100 }, (_, at) => `key-${at}`).find((key) => partitionOf(key, 3) === partition) as string;

describeWithKafka('a handler that fails', () => {
  it('gets the same batch again, and holds up its own partition only', async () => {
    const { log, logger, start } = await openLog();
    const [stuck, free] = [keyIn(0), keyIn(1)];
    const heard: Record<string, number[]> = { [stuck]: [], [free]: [] };
    let isBroken = true;
    let attempts = 0;
    log.subscribe<Numbered>({
      group: 'g',
      topic: TOPIC,
      maxBatch: 2,
      handle: async ({ messages }) => {
        if (isBroken && messages[0]?.key === stuck) {
          attempts += 1;
          throw new Error('the store is away');
        }
        for (const { key, value } of messages) heard[key]?.push(value.number);
      },
    });
    start();
    await log.publish(
      TOPIC,
      [0, 1, 2].map((number) => numbered(stuck, number)),
    );
    await until('it was tried thrice', () => attempts >= 3);
    await log.publish(
      TOPIC,
      [0, 1, 2].map((number) => numbered(free, number)),
    );
    await until('the free partition is heard', () => heard[free]?.length === 3);
    expect(heard[stuck]).toEqual([]);
    expect(log.lags()).toEqual([{ group: 'g', topic: TOPIC, lag: 3 }]);
    isBroken = false;
    await log.settled();

    expect(heard[stuck]).toEqual([0, 1, 2]);
    expect(log.lags()).toEqual([{ group: 'g', topic: TOPIC, lag: 0 }]);
    expect(log.handled()).toEqual([{ group: 'g', topic: TOPIC, messages: 6 }]);
    const told = logger.said.filter(({ message }) => message === 'A batch failed and comes again');
    expect(told).toHaveLength(attempts);
    expect(told[1]?.details).toMatchObject({ group: 'g', topic: TOPIC, partition: 0, offset: 0, attempt: 2 });
  });

  it('lets settled reject when waiting does not cure it', async () => {
    const failure = new Error('the disk is full');
    const { log, start } = await openLog({ hooks: { isStoreFailure: (error) => error === failure } });
    log.subscribe({
      group: 'g',
      topic: TOPIC,
      maxBatch: 2,
      handle: () => Promise.reject(failure),
    });
    await log.publish(TOPIC, [numbered('a', 0)]);
    start();
    await expect(log.settled()).rejects.toBe(failure);
  });

  it('stays a member of its group however long it takes', async () => {
    const assignments: (readonly number[])[] = [];
    const { log, start } = await openLog({
      sessionTimeoutMs: SESSION_MS,
      hooks: { onAssigned: (_, partitions) => void assignments.push(partitions) },
    });
    let finish = (): void => undefined;
    const heard: number[] = [];
    log.subscribe<Numbered>({
      group: 'g',
      topic: TOPIC,
      maxBatch: 1,
      handle: async ({ messages }) => {
        if (messages[0]?.value.number === 0) await new Promise<void>((resolve) => (finish = resolve));
        heard.push(...messages.map(({ value }) => value.number));
      },
    });
    start();
    await log.publish(TOPIC, [numbered('a', 0), numbered('a', 1)]);
    const startedAt = Date.now();
    await until('a session would have been over', () => Date.now() - startedAt > SESSION_MS + 2_000);
    finish();
    await log.settled();
    expect(heard).toEqual([0, 1]);
    expect(assignments).toEqual([[0, 1, 2]]);
  });
});
