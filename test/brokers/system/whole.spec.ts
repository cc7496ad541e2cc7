import { join } from 'node:path';
import { SERVICES } from '../../../src/operations/services/service-names';
import type { Receipt } from '../../../src/kernel/receipt';
import { seededRandom } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { contractFaults, OUR_TOPICS, sourceFaults } from './contract-faults';
import { storedAndEvaluated } from './decisions';
import { documentTexts } from './documents';
import { byPerson, evaluatedPopulation, nameOf, numbersIn, numbersSeen, type Evaluated } from './population';
import { EVERY_GROUP, joined } from './groups';
import { settled } from './settled';
import { inBothModes, Sources } from './sources';
import { System, withSystem } from './system';
import { readTopics, valueOf, type KeptMessage } from './topics';

const PATIENTS = 500;
const SEED = 11;
const PARTITIONS = 12;
const PERSONS_LOOKED_UP = 12;

interface PersonView {
  readonly asOf: string;
  readonly decisions: readonly object[];
  readonly events: readonly { readonly source: string; readonly id: string }[];
}

/** All that is left of a run once its services have stopped. */
interface Run {
  readonly evaluated: Evaluated;
  readonly decisions: readonly string[];
  readonly messages: readonly KeptMessage[];
  readonly views: ReadonlyMap<string, PersonView>;
  readonly documents: ReadonlyMap<string, readonly string[]>;
  readonly counted: number;
  readonly system: System;
  /** What each service said once it was at work. */
  readonly said: readonly string[];
  readonly leftBehind: readonly string[];
}

/** What the services counted of the events they received, all together. */
async function receivedByAll(system: System): Promise<number> {
  let received = 0;
  for (const { url } of system.processes.map((process) => ({ url: process.url() }))) {
    const metrics = await (await fetch(`${await url}/metrics`)).text();
    for (const [, count] of metrics.matchAll(/^rehabspor_events_total\{[^}]*\} (\d+)/gm)) received += Number(count);
  }
  return received;
}

async function runWhole(system: System): Promise<Run> {
  const population = await evaluatedPopulation(PATIENTS, SEED);
  await system.startAll();
  await joined(system, EVERY_GROUP);
  // What was said until here is about waiting for each other.
  const saidBefore = system.processes.map(({ output }) => output.length);
  await new Sources(system).send(inBothModes(population.lines, seededRandom(SEED)));
  await settled(system);
  const { decisions, evaluated } = await storedAndEvaluated(system, population);
  const views = new Map<string, PersonView>();
  const persons = [...byPerson(evaluated.decisions).keys()];
  for (let at = 0; at < PERSONS_LOOKED_UP; at += 1) {
    const person = persons[Math.floor((at * persons.length) / PERSONS_LOOKED_UP)] as string;
    views.set(person, await system.get('reporting', `/api/v1/persons/${person}/pathways?asOf=${evaluated.asOf}`));
  }
  const counted = await receivedByAll(system);
  const leftBehind = system.processes.flatMap(({ files }) => files);
  await system.stopAll();
  const said = system.processes.map(({ output }, at) => output.slice(saidBefore[at]));
  const [messages, documents] = await Promise.all([readTopics(system), documentTexts(system)]);
  return { evaluated, decisions, messages, views, documents, counted, system, said, leftBehind };
}

describeWithServers('a population through every service', (brokers) => {
  let run: Run;
  beforeAll(async () => {
    run = await withSystem(brokers, runWhole);
  });

  const onTopic = (topic: string): KeptMessage[] => run.messages.filter((message) => message.topic === topic);

  test('is decided byte for byte as by evaluate', () => {
    expect(run.evaluated.decisions.length).toBeGreaterThan(5_000);
    expect(run.decisions).toEqual(run.evaluated.decisions);
  });

  test('is answered as by evaluate, every event once', () => {
    const told = onTopic('receipts').map((message) => JSON.stringify(valueOf(message)));
    const expected = run.evaluated.receipts.map((receipt) => JSON.stringify(receipt));
    const statuses = new Set(run.evaluated.receipts.map(({ status }) => status));

    expect(statuses).toEqual(new Set(['accepted', 'duplicate', 'rejected']));
    expect(told.sort()).toEqual(expected.sort());
    expect(run.counted).toBe(run.evaluated.lines.length);
  });

  test('is answered in the order of each source', () => {
    const bySource = (receipts: readonly Receipt[]): Map<string | undefined, string[]> => {
      const ids = new Map<string | undefined, string[]>();
      for (const { source, id } of receipts) ids.set(source, [...(ids.get(source) ?? []), id ?? '']);
      return ids;
    };
    // A source that sent to two topics was answered by two services.
    const topics = new Map<string, Set<string>>();
    for (const { topic, key } of run.messages.filter((message) => message.topic.startsWith('source.'))) {
      topics.set(key ?? '', (topics.get(key ?? '') ?? new Set()).add(topic));
    }
    const ofOneTopic = ({ source }: Receipt): boolean => topics.get(source ?? '')?.size === 1;
    const told = bySource(
      onTopic('receipts')
        .map((message) => valueOf<Receipt>(message))
        .filter(ofOneTopic),
    );
    const expected = bySource(run.evaluated.receipts.filter(ofOneTopic));

    expect(expected.size).toBeGreaterThan(200);
    expect(told).toEqual(expected);
  });

  test('is seen the same over HTTP, with every event once', () => {
    const decisions = byPerson(run.evaluated.decisions);

    expect(run.views.size).toBe(PERSONS_LOOKED_UP);
    for (const [person, view] of run.views) {
      expect(view.asOf).toBe(run.evaluated.asOf);
      expect(view.decisions.map((one) => JSON.stringify(one))).toEqual(decisions.get(person));
      const events = view.events.map(nameOf);
      expect(events.length).toBeGreaterThan(5);
      expect(new Set(events).size).toBe(events.length);
      expect(events.filter((event) => !run.evaluated.acceptedEvents.has(event))).toEqual([]);
    }
  });

  test('every accepted event is on the log once, without anything else', () => {
    const clinical = onTopic('clinical-events').map((message) => nameOf(valueOf(message)));
    const feeds = onTopic('feed-statuses').map((message) => nameOf(valueOf(message)));

    expect(clinical.sort()).toEqual([...run.evaluated.acceptedEvents].sort());
    expect(feeds.sort()).toEqual([...run.evaluated.acceptedFeeds].sort());
  });

  test('every refused event is told, with the place it came from', () => {
    const refused = run.evaluated.receipts.filter(({ status }) => status === 'rejected');
    const told = onTopic('rejected-events').map((message) => valueOf<{ receipt: Receipt; origin: object }>(message));
    const places = new Map(
      run.messages.map(({ topic, partition, offset, key }) => [`${topic} ${partition} ${offset}`, key]),
    );

    expect(refused.length).toBeGreaterThan(30);
    expect(told.map(({ receipt }) => JSON.stringify(receipt)).sort()).toEqual(
      refused.map((receipt) => JSON.stringify(receipt)).sort(),
    );
    for (const { receipt, origin } of told) {
      const { topic, partition, offset } = origin as { topic: string; partition: number; offset: string };
      expect(places.get(`${topic} ${partition} ${offset}`)).toBe(receipt.source);
    }
  });

  // Deliveries are judged a day at a time, through yesterday: on the first day there is nothing to tell. And nobody here
  // looks in a way that anybody would have to ask about.
  const NOTHING_TO_TELL: readonly string[] = ['feed-alarms', 'look-alarms'];
  const TOLD_AT_ONCE = [...OUR_TOPICS.keys()].filter((topic) => !NOTHING_TO_TELL.includes(topic));
  test.each(TOLD_AT_ONCE)('every message on %s follows its contract', (topic) => {
    expect(onTopic(topic).length).toBeGreaterThan(20);
    expect(contractFaults(onTopic(topic), PARTITIONS)).toEqual([]);
  });

  test('every accepted event followed the schema of its type', () => {
    const accepted = run.evaluated.lines
      .filter((_, at) => run.evaluated.receipts[at]?.status === 'accepted')
      .map((line) => JSON.parse(line) as { type: string });

    expect(new Set(accepted.map(({ type }) => type)).size).toBe(16);
    expect(sourceFaults(accepted)).toEqual([]);
  });

  test('no CPR number is seen on the topics behind intake, in the database or in what services say', () => {
    const numbers = numbersIn(run.evaluated.lines);
    const messages = run.messages.map(({ topic, key, headers, value }) => ({
      topic,
      text: `${key} ${JSON.stringify(headers)} ${value?.toString('latin1')}`,
    }));
    const seenOn = (sources: boolean): string[] =>
      messages
        .filter(({ topic }) => topic.startsWith('source.') === sources)
        .flatMap(({ text }) => numbersSeen(text, numbers));

    expect(numbers.size).toBeGreaterThanOrEqual(PATIENTS);
    // Those who look would see one.
    expect(new Set(seenOn(true))).toEqual(numbers);
    expect(seenOn(false)).toEqual([]);
    expect(run.documents.size).toBeGreaterThan(5);
    for (const [collection, texts] of run.documents) {
      expect([collection, texts.flatMap((text) => numbersSeen(text, numbers))]).toEqual([collection, []]);
    }
    for (const { name, output } of run.system.processes) {
      expect([name, numbersSeen(output, numbers)]).toEqual([name, []]);
    }
  });

  test('services at work have nothing to warn of, and leave nothing in their folders but the head of the looks', () => {
    expect(run.system.processes.map(({ name }) => name).sort()).toEqual([...SERVICES].sort());
    expect(run.said.filter((said) => said !== '')).toEqual([]);
    // By the one that was asked about persons.
    expect(run.leftBehind).toEqual(['data', join('data', 'looks.head')]);
  });
});
