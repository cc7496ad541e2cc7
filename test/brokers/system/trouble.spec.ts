import { SERVICES } from '../../../src/operations/services/service-names';
import type { Receipt } from '../../../src/kernel/receipt';
import { seededRandom } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { serverControl, type ServerControl } from '../../servers/control';
import { plan, suffer, type Trouble } from './chaos';
import { keptEvents, storedAndEvaluated } from './decisions';
import { byPerson, evaluatedPopulation, nameOf, type Evaluated } from './population';
import { settled } from './settled';
import { inBothModes, Sources } from './sources';
import { withSystem, type System } from './system';
import { readTopics, valueOf, type KeptMessage } from './topics';

const PATIENTS = 500;
const SEED = 12;
/** Nine services: 36 kills in all. */
const KILLS_OF_EACH = 4;

interface Run {
  readonly evaluated: Evaluated;
  readonly troubles: readonly Trouble[];
  readonly decisions: readonly string[];
  readonly kept: readonly string[];
  /** The events of each person as the page shows them. */
  readonly shown: ReadonlyMap<string, readonly string[]>;
  readonly messages: readonly KeptMessage[];
}

const control = serverControl();

/** Sends a share of the events in every trouble, so that there is always work to be disturbed. */
async function runThroughTrouble(system: System, servers: ServerControl): Promise<Run> {
  const random = seededRandom(SEED);
  const population = await evaluatedPopulation(PATIENTS, SEED);
  const troubles = plan(SERVICES, KILLS_OF_EACH, random);
  const messages = inBothModes(population.lines, random);
  const portion = Math.ceil(messages.length / troubles.length);
  const sources = new Sources(system);
  await system.startAll();
  for (const [at, trouble] of troubles.entries()) {
    const share = messages.slice(at * portion, (at + 1) * portion);
    await Promise.all([sources.send(share), suffer(trouble, system, servers, random)]);
  }
  await settled(system);
  const { decisions, evaluated } = await storedAndEvaluated(system, population);
  const kept = await keptEvents(system);
  const shown = new Map<string, string[]>();
  for (const person of byPerson(evaluated.decisions).keys()) {
    const path = `/api/v1/persons/${person}/pathways?asOf=${evaluated.asOf}`;
    const { events } = await system.get<{ events: { source: string; id: string }[] }>('reporting', path);
    shown.set(person, events.map(nameOf));
  }
  await system.stopAll();
  return { evaluated, troubles, decisions, kept, shown, messages: await readTopics(system) };
}

/** What was answered, by event, each answer once. */
function answers(receipts: readonly Receipt[]): Map<string, string[]> {
  const byEvent = new Map<string, Set<string>>();
  for (const receipt of receipts) {
    const name = nameOf(receipt);
    byEvent.set(name, (byEvent.get(name) ?? new Set()).add(JSON.stringify(receipt)));
  }
  return new Map([...byEvent].map(([name, texts]) => [name, [...texts].sort()]));
}

(control === undefined ? describe.skip : describe)('in the middle of trouble', () => {
  describeWithServers('a population', (brokers) => {
    let run: Run;
    beforeAll(async () => {
      run = await withSystem(brokers, (system) => runThroughTrouble(system, control as ServerControl));
    });

    const onTopic = (topic: string): KeptMessage[] => run.messages.filter((message) => message.topic === topic);

    test('goes through kills, outages and instances that come and go', () => {
      const count = (what: Trouble['what']): number => run.troubles.filter((trouble) => trouble.what === what).length;

      expect(count('kill')).toBeGreaterThanOrEqual(30);
      expect(count('outage')).toBe(4);
      expect(count('second instance')).toBe(4);
    });

    test('is decided byte for byte as by evaluate', () => {
      expect(run.evaluated.decisions.length).toBeGreaterThan(5_000);
      expect(run.decisions).toEqual(run.evaluated.decisions);
    });

    test('keeps every accepted event, and shows each once', () => {
      const persons = byPerson(run.evaluated.decisions);

      expect([...new Set(run.kept)]).toEqual([...run.evaluated.acceptedEvents].sort());
      expect(run.shown.size).toBe(persons.size);
      expect(run.shown.size).toBeGreaterThan(400);
      for (const [person, events] of run.shown) {
        expect(events.length).toBeGreaterThan(0);
        expect([person, new Set(events).size]).toEqual([person, events.length]);
      }
    });

    test('has every accepted event on the log, and no other', () => {
      const clinical = new Set(onTopic('clinical-events').map((message) => nameOf(valueOf(message))));
      const feeds = new Set(onTopic('feed-statuses').map((message) => nameOf(valueOf(message))));

      expect([...clinical].sort()).toEqual([...run.evaluated.acceptedEvents].sort());
      expect([...feeds].sort()).toEqual([...run.evaluated.acceptedFeeds].sort());
    });

    test('is answered as by evaluate, however often', () => {
      const told = answers(onTopic('receipts').map((message) => valueOf<Receipt>(message)));
      // The sources send again what was not acknowledged: that is answered as a duplicate.
      const isNews = (text: string): boolean => (JSON.parse(text) as Receipt).status !== 'duplicate';
      const news = (all: Map<string, string[]>): Map<string, string[]> =>
        new Map([...all].map(([name, texts]) => [name, texts.filter(isNews)]));

      expect(news(told)).toEqual(news(answers(run.evaluated.receipts)));
    });

    test('is refused where evaluate refuses it, and nothing else is', () => {
      const texts = (receipts: readonly Receipt[]): string[] =>
        [...new Set(receipts.map((receipt) => JSON.stringify(receipt)))].sort();
      const told = onTopic('rejected-events').map((message) => valueOf<{ receipt: Receipt }>(message).receipt);

      expect(texts(told)).toEqual(texts(run.evaluated.receipts.filter(({ status }) => status === 'rejected')));
    });
  });
});
