import { until } from '../../support/until';
import { serverControl } from '../../servers/control';
import { describeWithKafka, openLog } from './kafka';

interface Numbered {
  readonly number: number;
}

const TOPIC = 'clinical-events';

const control = serverControl()?.kafka;
const describeWithControl = control === undefined ? describe.skip : describeWithKafka;

describeWithControl('while Kafka is away', () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`publishers and consumers wait, and go on when it is back (${signal})`, async () => {
      const { log, logger, start } = await openLog();
      const heard: number[] = [];
      log.subscribe<Numbered>({
        group: 'g',
        topic: TOPIC,
        maxBatch: 5,
        handle: async ({ messages }) => void heard.push(...messages.map(({ value }) => value.number)),
      });
      start();
      const published: Promise<void>[] = [];
      let number = 0;
      const publish = (): void => {
        const one = log.publish(TOPIC, [{ key: 'a', value: { number: number++ } }]);
        one.catch(() => undefined);
        published.push(one);
      };
      for (let at = 0; at < 10; at += 1) publish();
      await until('the first are heard', () => heard.length === 10);

      const publishing = setInterval(publish, 20);
      try {
        const told = logger.said.length;
        await control?.down(signal);
        const sent = number;
        await until('it is told and some wait', () => logger.said.length > told && number > sent + 20);
        await control?.up();
        await until('what waited is heard', () => heard.length > sent + 20, 180_000);
      } finally {
        clearInterval(publishing);
      }
      await Promise.all(published);
      await log.settled();

      // In order, and none twice in the log: what came again is the repetition of a batch whose offset was not kept.
      const contents: number[] = [];
      await log.readTopic<Numbered>(TOPIC, async ({ messages }) => {
        contents.push(...messages.map(({ value }) => value.number));
      });
      expect(contents).toEqual(Array.from({ length: number }, (_, at) => at));
      const firstTimes = heard.filter((one, at) => heard.indexOf(one) === at);
      expect(firstTimes).toEqual(contents);
    });
  }

  it('nobody who is told to stop waits for it, a handler that publishes included', async () => {
    const { log, start, close } = await openLog();
    let goOn = (): void => undefined;
    let isAsked = false;
    let outcome: unknown;
    log.subscribe({
      group: 'g',
      topic: TOPIC,
      maxBatch: 5,
      handle: async ({ messages }) => {
        isAsked = true;
        await new Promise<void>((resolve) => (goOn = resolve));
        await log.publish('decisions', messages as never).catch((error: unknown) => {
          outcome = error;
          throw error;
        });
      },
    });
    start();
    await log.publish(TOPIC, [{ key: 'a', value: {} }]);
    await until('the handler is at work', () => isAsked);
    await control?.down();
    try {
      goOn();
      const lost = log.publish(TOPIC, [{ key: 'a', value: {} }]);
      const refused = expect(lost).rejects.toThrow();
      await close(); // And nobody has brought it back.
      await refused;
      expect(outcome).toBeInstanceOf(Error);
    } finally {
      await control?.up();
    }
  });
});
