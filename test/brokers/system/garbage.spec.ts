import { sealsOf } from '../../../src/access/domain/seals';
import type { KeptRejection } from '../../../src/ports/rejected-events';
import type { Receipt } from '../../../src/kernel/receipt';
import { partitionOf } from '../../../src/platform/kafka/partition-of';
import { populationLines, reading, seededRandom } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { linesOf } from '../../support/evaluate';
import { civilRegistration, hospital } from '../../support/sectors';
import { about, BO, CARLA, DAVID, ELSE } from '../../support/source-event';
import { contractFaults } from './contract-faults';
import { lookingInto, storedAndEvaluated } from './decisions';
import { documentTexts } from './documents';
import { garbage, KINDS_OF_GARBAGE, MARK, strewn } from './garbage';
import { EVERY_GROUP, joined } from './groups';
import { evaluateLines, numbersIn, numbersSeen, type Evaluated } from './population';
import { settled } from './settled';
import { inBothModes, Sources, structured, type SourceMessage } from './sources';
import { withSystem, type System } from './system';
import { readTopics, valueOf, type KeptMessage } from './topics';

const PATIENTS = 200;
const SEED = 13;
const PARTITIONS = 12;

interface Rejected {
  readonly receipt: Receipt;
  readonly payload: string;
  readonly origin?: { readonly topic: string; readonly partition: number; readonly offset: string };
}

interface Run {
  readonly evaluated: Evaluated;
  readonly decisions: readonly string[];
  readonly messages: readonly KeptMessage[];
  readonly store: readonly KeptRejection[];
  readonly documents: ReadonlyMap<string, readonly string[]>;
  readonly system: System;
}

/** Sound events that ask much: almost as long as a message may be, CPR numbers where the contract has no place for one. */
const oddButSound: readonly string[] = linesOf([
  hospital().pci('2023-01-03', { cpr: DAVID, note: 'long '.repeat(180_000) }),
  hospital().service('BVDY0', '2023-02-01', { note: `free text about ${BO}`, [`field-${CARLA}`]: { deeper: [DAVID] } }),
  civilRegistration.status('alive', '2023-03-01', { cpr: CARLA, replaces: `${BO.slice(0, 6)}-${BO.slice(6)}` }),
  civilRegistration.status('alive', '2023-04-01', { cpr: DAVID, replaces: `no number ${CARLA}` }),
]);

/** What nobody would publish on our own topics, with the key it is put under. */
const ownGarbage = (person: string): { readonly key: string; readonly value: Buffer | null }[] =>
  [
    'no JSON',
    `{"person":"${person}"`,
    BO,
    '7',
    'null',
    '[]',
    '{}',
    `{"person":${BO}}`,
    `{"person":"${person}","kind":"hospital.procedure"}`,
    `{"person":"${person}","kind":"hospital.procedure","source":"hospital:1","id":"x","recordId":"x","version":1,"status":"active","time":1,"receivedAt":1,"born":"1950-01-01","data":null}`,
    `{"person":"${person}","kind":"nonsense","data":{"cpr":"${BO}"}}`,
    `{"person":"${person}","position":"${BO}","pathways":{}}`,
  ].map((text) => ({ key: person, value: Buffer.from(text, 'utf8') }));

async function runWithGarbage(system: System): Promise<Run> {
  const random = seededRandom(SEED);
  const evaluated = await evaluateLines(strewn(populationLines(PATIENTS, SEED), oddButSound, random));
  const good = inBothModes(evaluated.lines, random);
  const count = Math.max(KINDS_OF_GARBAGE * 2, Math.ceil(good.length / 100));
  const all = strewn<SourceMessage>(good, garbage(count, BO, random), random);
  const half = Math.floor(all.length / 2);
  const sources = new Sources(system);
  await system.startAll();
  await joined(system, EVERY_GROUP);
  await sources.send(all.slice(0, half));
  // Now there are persons whose keys garbage can take.
  await settled(system);
  const persons = [reading.keyOf(BO), ...[...new Set(evaluated.decisions.map(personOf))].slice(0, 2)];
  await sources.send(
    persons.flatMap((person) =>
      ['clinical-events', 'pathway-changes'].flatMap((topic) =>
        ownGarbage(person).map((message) => ({ topic, ...message, headers: { [MARK]: 'own' } })),
      ),
    ),
  );
  await sources.send(all.slice(half));
  await settled(system);
  const { decisions, evaluated: onTheDay } = await storedAndEvaluated(system, evaluated);
  const store = await lookingInto(system, ({ rejected }) => rejected.list({ after: 0, limit: 10_000 }));
  await system.stopAll();
  const [messages, documents] = await Promise.all([readTopics(system), documentTexts(system)]);
  return { evaluated: onTheDay, decisions, messages, store, documents, system };
}

/** Persons whose messages share a partition with those of the first. */
function neighbours(first: string, count: number): string[] {
  const partition = (cpr: string): number => partitionOf(reading.keyOf(cpr), PARTITIONS);
  const numbers = Array.from({ length: 200 }, (_, at) => `010160${9000 + at}`);
  return numbers.filter((cpr) => partition(cpr) === partition(first)).slice(0, count);
}

async function runWithGiant(
  system: System,
): Promise<{ evaluated: Evaluated; decisions: readonly string[]; told: Rejected[] }> {
  const others = neighbours(ELSE, 4).map((cpr, at) => about(cpr, ...hospital().pci(`2023-02-0${at + 1}`)));
  const giant = (letter: string) => letter.repeat(600_000);
  const giants = [
    ...hospital().pci('2023-01-03', { cpr: ELSE }),
    hospital().bloodPressure(120, 80, '2023-03-01', { cpr: ELSE, id: giant('a') }),
    hospital().bloodPressure(120, 80, '2023-04-01', { cpr: ELSE, id: giant('b') }),
  ];
  const evaluated = await evaluateLines(linesOf(others));
  await system.startAll(['intake-hospital', 'pathways', 'indicators']);
  const sources = new Sources(system);
  await sources.send([...linesOf(others.slice(0, 2)), ...linesOf(giants)].map(structured));
  await sources.send(linesOf(others.slice(2)).map(structured));
  await settled(system);
  const { decisions, evaluated: onTheDay } = await storedAndEvaluated(system, evaluated);
  const told = (await readTopics(system)).filter(({ topic }) => topic === 'rejected-events');
  return { evaluated: onTheDay, decisions, told: told.map((message) => valueOf<Rejected>(message)) };
}

const personOf = (decision: string): string => (JSON.parse(decision) as { person: string }).person;
const placeOf = ({ topic, partition, offset }: { topic: string; partition: number; offset: number | string }): string =>
  `${topic} ${partition} ${offset}`;

describeWithServers('garbage among a population', (brokers) => {
  let run: Run;
  let rejected: ReadonlyMap<string, readonly Rejected[]>;
  beforeAll(async () => {
    run = await withSystem(brokers, runWithGarbage);
    const places = new Map<string, Rejected[]>();
    for (const message of onTopic('rejected-events')) {
      const one = valueOf<Rejected>(message);
      const place = one.origin === undefined ? '' : placeOf(one.origin);
      places.set(place, [...(places.get(place) ?? []), one]);
    }
    rejected = places;
  });

  const onTopic = (topic: string): KeptMessage[] => run.messages.filter((message) => message.topic === topic);
  const garbageOn = (isThere: (topic: string) => boolean): KeptMessage[] =>
    run.messages.filter(({ topic, headers }) => headers[MARK] !== undefined && isThere(topic));
  const isSource = (topic: string): boolean => topic.startsWith('source.');
  const unsealed = (payload: string): Buffer =>
    sealsOf(run.system.settings).rejected.open(Buffer.from(payload, 'base64'));

  test('everything else is decided as by evaluate', () => {
    expect(run.evaluated.decisions.length).toBeGreaterThan(2_000);
    expect(run.decisions).toEqual(run.evaluated.decisions);
  });

  test('all that sources sent is told as refused, once, with a reason and where it stood', () => {
    const sent = garbageOn(isSource);

    expect(new Set(sent.map(({ headers }) => headers[MARK])).size).toBe(KINDS_OF_GARBAGE);
    for (const message of sent) {
      const told = (rejected.get(placeOf(message)) ?? []).map(({ receipt }) => receipt);
      expect([message.headers[MARK], told]).toEqual([
        message.headers[MARK],
        [expect.objectContaining({ status: 'rejected', code: expect.any(String), message: expect.any(String) })],
      ]);
    }
  });

  test('whole messages are kept byte for byte, sealed, on the topic and in the store', () => {
    const stored = new Set(run.store.map(({ payload }) => Buffer.from(payload as Uint8Array).toString('base64')));
    const isWhole = ({ headers }: KeptMessage): boolean =>
      !Object.keys(headers).some((name) => name.startsWith('ce_')) && headers[MARK] !== undefined;
    const sent = garbageOn(isSource).filter(isWhole);

    expect(sent.length).toBeGreaterThan(30);
    for (const message of sent) {
      const value = (message.value ?? Buffer.alloc(0)).toString('base64');
      const told = (rejected.get(placeOf(message)) ?? []).map(({ payload }) => unsealed(payload).toString('base64'));
      // A toEqual of 900 kB would print it.
      expect([message.headers[MARK], told.length, told[0] === value, stored.has(value)]).toEqual([
        message.headers[MARK],
        1,
        true,
        true,
      ]);
    }
  });

  test('every message of a source is answered with a receipt', () => {
    const expected = run.evaluated.receipts.map((receipt) => receipt.status);
    const refused = garbageOn(isSource).map(() => 'rejected');
    const told = onTopic('receipts').map((message) => valueOf<Receipt>(message).status);

    expect(told.sort()).toEqual([...expected, ...refused].sort());
  });

  test('nothing is refused that evaluate takes', () => {
    const atGarbage = new Set(garbageOn(() => true).map(placeOf));
    const others = [...rejected].filter(([place]) => !atGarbage.has(place)).flatMap(([, told]) => told);
    const texts = (receipts: readonly Receipt[]): string[] => receipts.map((one) => JSON.stringify(one)).sort();

    expect(texts(others.map(({ receipt }) => receipt))).toEqual(
      texts(run.evaluated.receipts.filter(({ status }) => status === 'rejected')),
    );
  });

  test.each(['clinical-events', 'pathway-changes'])('what is put on %s itself is told as refused', (topic) => {
    const put = garbageOn((one) => one === topic);

    expect(put.length).toBeGreaterThan(30);
    for (const message of put) {
      const told = (rejected.get(placeOf(message)) ?? []).map(({ receipt }) => receipt);
      expect([String(message.value), told]).toEqual([
        String(message.value),
        [expect.objectContaining({ status: 'rejected', code: 'INVALID_EVENT', message: expect.any(String) })],
      ]);
    }
  });

  test.each(['receipts', 'rejected-events', 'decisions'])('every message on %s follows its contract', (topic) => {
    expect(onTopic(topic).length).toBeGreaterThan(20);
    expect(contractFaults(onTopic(topic), PARTITIONS)).toEqual([]);
  });

  test('no CPR number is seen behind intake, in the database or in what services say', () => {
    const numbers = new Set([...numbersIn(run.evaluated.lines), BO, CARLA, DAVID]);
    const behind = run.messages
      .filter(({ topic, headers }) => !isSource(topic) && headers[MARK] === undefined)
      .map(({ key, headers, value }) => `${key} ${JSON.stringify(headers)} ${value?.toString('latin1')}`);
    const said = run.system.processes.map(({ output }) => output);
    const documents = [...run.documents.values()].flat();

    for (const texts of [behind, said, documents]) {
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.flatMap((text) => numbersSeen(text, numbers))).toEqual([]);
    }
  });
});

describeWithServers('a person whose decisions no topic takes, because they are too large', (brokers) => {
  test('holds up nobody, and is told', async () => {
    const { evaluated, decisions, told } = await withSystem(brokers, runWithGiant);
    const tooLarge = reading.keyOf(ELSE);

    expect(evaluated.decisions).toHaveLength(4 * 12);
    expect(decisions.filter((decision) => personOf(decision) !== tooLarge)).toEqual(evaluated.decisions);
    expect(told.map(({ origin }) => origin?.topic)).toContain('pathway-changes');
  });
});
