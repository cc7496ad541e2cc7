import { until } from '../../support/until';
import { describeWithKafka, openLog } from './kafka';

interface Numbered {
  readonly number: number;
}

const TOPIC = 'clinical-events';
/** How long a batch takes. */
const WORK_MS = 10;
const KEYS = Array.from({ length: 20 }, (_, at) => `p_${at}`);

/** What all instances of a group heard of each key: its numbers in the order they were heard first. */
class Heard {
  readonly numbers = new Map(KEYS.map((key) => [key, 0]));
  /** Messages that came before one they should have come after. */
  readonly outOfOrder: string[] = [];

  hear(key: string, number: number): void {
    const next = this.numbers.get(key) as number;
    if (number > next) this.outOfOrder.push(`${key}: ${number} before ${next}`);
    if (number === next) this.numbers.set(key, number + 1);
  }

  hasAll(count: number): boolean {
    return [...this.numbers.values()].every((next) => next === count);
  }
}

/** One instance of the group, closed after the test. */
async function instance(topicPrefix: string | undefined, heard: Heard) {
  const opened = await openLog({ ...(topicPrefix === undefined ? undefined : { topicPrefix }) });
  let handled = 0;
  opened.log.subscribe<Numbered>({
    group: 'g',
    topic: TOPIC,
    maxBatch: 7,
    handle: async ({ messages }) => {
      for (const { key, value } of messages) heard.hear(key, value.number);
      handled += messages.length;
      await new Promise((resolve) => setTimeout(resolve, WORK_MS));
    },
  });
  opened.log.start();
  const held = (): readonly number[] => opened.log.assignment('g', TOPIC);
  return { ...opened, held, handled: () => handled };
}

describeWithKafka('instances of one group', () => {
  it('share the partitions as they come and go; nothing is lost and nothing of a key overtakes', async () => {
    const heard = new Heard();
    const first = await instance(undefined, heard);
    const publisher = await openLog({ topicPrefix: first.prefix });
    let count = 0;
    let goesOn = true;
    const publishing = (async () => {
      for (; goesOn; count += 1) {
        await publisher.log.publish(
          TOPIC,
          KEYS.map((key) => ({ key, value: { number: count } })),
        );
      }
    })();

    await until('the first holds all', () => first.held().length === 3);
    const second = await instance(first.prefix, heard);
    await until('they share', () => first.held().length + second.held().length === 3 && second.held().length > 0);
    expect([...first.held(), ...second.held()].sort()).toEqual([0, 1, 2]);
    await until('the second works', () => second.handled() > 0);
    await first.close();
    await until('the second holds all', () => second.held().length === 3);
    goesOn = false;
    await publishing;
    await second.log.settled();

    expect(heard.outOfOrder).toEqual([]);
    expect(heard.hasAll(count)).toBe(true);
  });

  it('forget what they remember on every assignment', async () => {
    const assigned: string[] = [];
    const first = await openLog();
    first.log.whenAssigned(({ group, topic }, partitions) => assigned.push(`${group} ${topic} ${partitions.length}`));
    const subscriber = { group: 'g', topic: TOPIC, maxBatch: 10, handle: () => Promise.resolve() } as const;
    first.log.subscribe(subscriber);
    first.start();
    await until('it holds all', () => assigned.at(-1) === `g ${TOPIC} 3`);
    const second = await openLog({ topicPrefix: first.prefix });
    second.log.subscribe(subscriber);
    second.start();
    await until('it shares', () => ['1', '2'].includes(assigned.at(-1)?.at(-1) ?? ''));
    await second.close();
    await until('it holds all again', () => assigned.at(-1) === `g ${TOPIC} 3`);
  });

  it('hand over between two batches, not in the midst of a long backlog', async () => {
    const heard = new Heard();
    const publisher = await openLog();
    let count = 0;
    const publish = async (): Promise<void> => {
      await publisher.log.publish(
        TOPIC,
        KEYS.map((key) => ({ key, value: { number: count } })),
      );
      count += 1;
    };
    while (count < 100) await publish();
    const first = await instance(publisher.prefix, heard);
    await until('the first works', () => first.handled() > 0);
    const second = await instance(publisher.prefix, heard);
    // However long the second takes to come, there is something left for it.
    const works = async (): Promise<boolean> => {
      await publish();
      return second.handled() > 0;
    };
    await until('the second works', works);
    await Promise.all([first.log.settled(), second.log.settled()]);

    expect(heard.hasAll(count)).toBe(true);
    expect(heard.outOfOrder).toEqual([]);
    // A batch that was under way when the group changed hands may come again; not the backlog.
    expect(first.handled() + second.handled()).toBeLessThanOrEqual(count * KEYS.length + 3 * 7);
  });
});
