import { get, type IncomingMessage } from 'node:http';
import type { Receipt } from '../../../src/kernel/receipt';
import { populationLines, reading } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { serverControl } from '../../servers/control';
import { linesOf } from '../../support/evaluate';
import { hospital } from '../../support/sectors';
import { ANNA, BO, CARLA, DAVID, ELSE, FINN } from '../../support/source-event';
import { until } from '../../support/until';
import { storedAndEvaluated } from './decisions';
import { byPerson, evaluateLines } from './population';
import { statusOf } from './service-process';
import { settled } from './settled';
import { System } from './system';

const PATIENTS = 40;
const SEED = 15;
const MOST_MS_TO_ANSWER = 180_000;

const control = serverControl();
/** Where one reads what is in the database alone. */
const READ = `/api/v1/persons/${reading.keyOf(ANNA)}/pathways`;

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}

/** One listener's server-sent events. */
class Listener {
  readonly heard: { readonly id: string; readonly person: string }[] = [];
  private text = '';
  private readonly request;
  isListening = false;

  constructor(url: string, asking: Readonly<Record<string, string>>, lastEventId?: string) {
    const headers = { ...asking, ...(lastEventId === undefined ? undefined : { 'last-event-id': lastEventId }) };
    this.request = get(`${url}/api/v1/changes`, { headers }, (stream: IncomingMessage) => {
      stream.setEncoding('utf8').on('data', (piece: string) => this.take(piece));
    });
    this.request.on('error', () => undefined);
  }

  private take(piece: string): void {
    this.isListening = true;
    const events = (this.text + piece).split('\n\n');
    this.text = events.pop() ?? '';
    for (const event of events) {
      const [, id, data] = /^id: (.*)\nevent: decision\ndata: (.*)$/.exec(event) ?? [];
      if (data !== undefined)
        this.heard.push({ id: id ?? '', person: (JSON.parse(data) as { person: string }).person });
    }
  }

  get persons(): string[] {
    return this.heard.map(({ person }) => person);
  }

  end(): void {
    this.request.destroy();
  }
}

describeWithServers('over HTTP', (brokers) => {
  let system: System;
  const sent: string[] = [];
  beforeAll(async () => {
    system = await System.start(brokers);
    await system.startAll(['intake-http', 'pathways', 'indicators', 'feeds', 'reporting', 'reporting']);
  });
  afterAll(() => system.end());

  /** A test that shows what the services said last when it fails. */
  const verify = (name: string, body: () => Promise<void>): void => test(name, () => system.explaining(body));

  /** Posts lines; aborts, and so fails, when there is no answer in time. */
  async function post(lines: readonly string[]): Promise<Answer> {
    const response = await fetch(`${await system.running('intake-http').url()}/api/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', ...(await system.asking('operator')) },
      body: lines.join('\n'),
      signal: AbortSignal.timeout(MOST_MS_TO_ANSWER),
    });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
  }

  async function accept(lines: readonly string[]): Promise<void> {
    const { status, body } = await post(lines);
    expect(status).toBe(202);
    expect((body as Receipt[]).map((receipt) => receipt.status)).toEqual(lines.map(() => 'accepted'));
    sent.push(...lines);
  }

  /** The health of the intake, by its two addresses. */
  async function health(): Promise<{ live: number | undefined; ready: number | undefined }> {
    const url = await system.running('intake-http').url();
    return { live: await statusOf(`${url}/health/live`), ready: await statusOf(`${url}/health/ready`) };
  }

  verify('events are answered in their order as by evaluate, and again as duplicates', async () => {
    const lines = [...populationLines(PATIENTS, SEED), 'no JSON', '{"specversion":"1.0"}'];
    const { receipts } = await evaluateLines(lines);
    const first = await post(lines);
    const second = await post(lines);
    sent.push(...lines);

    expect(first).toMatchObject({ status: 202, body: receipts });
    const again = receipts.map((receipt) =>
      receipt.status === 'accepted' ? { id: receipt.id, source: receipt.source, status: 'duplicate' } : receipt,
    );
    expect(second.body).toEqual(again);
    expect(new Set(receipts.map(({ status }) => status))).toEqual(new Set(['accepted', 'duplicate', 'rejected']));
  });

  verify('what was sent is read on the reporting service as evaluate decides it', async () => {
    await settled(system);
    const { decisions: stored, evaluated } = await storedAndEvaluated(system, await evaluateLines(sent));
    const { decisions, asOf } = evaluated;
    expect(stored).toEqual(decisions);

    const persons = [...byPerson(decisions)].slice(0, 5);
    expect(persons).toHaveLength(5);
    for (const [person, texts] of persons) {
      const view = await system.get<{ decisions: object[] }>(
        'reporting',
        `/api/v1/persons/${person}/pathways?asOf=${asOf}`,
      );
      expect(view.decisions.map((one) => JSON.stringify(one))).toEqual(texts);
    }
    const found = await fetch(`${await system.running('reporting').url()}/api/v1/rejected`, {
      headers: await system.asking(),
    });
    expect(found.status).toBe(404);
  });

  verify('what the reporting service counts follows what is told', async () => {
    const counted = async (): Promise<number> =>
      (await system.get<{ total: number }>('reporting', '/api/v1/indicators/participation/cases?period=all')).total;
    const pathways = async (): Promise<number> =>
      (await evaluateLines(sent)).decisions.filter((text) => text.includes('"indicator":"participation"')).length;
    const before = await pathways();
    await until('everyone is counted', async () => (await counted()) === before, undefined, 50);
    await accept(linesOf(hospital().pci('2023-02-03', { cpr: FINN })));
    await until('one more is counted', async () => (await counted()) === before + 1, undefined, 50);

    expect(await pathways()).toBe(before + 1);
  });

  verify(
    'changes are told as they come, and after Last-Event-ID by another instance without gap or repetition',
    async () => {
      const [one, other] = system.processes.filter(({ name }) => name === 'reporting');
      const keys = [ANNA, BO, CARLA, DAVID].map((cpr) => reading.keyOf(cpr));
      const listener = new Listener((await one?.url()) ?? '', await system.asking());
      await until('the listener listens', () => listener.isListening);
      await accept(linesOf([ANNA, BO].map((cpr) => hospital().pci('2023-01-03', { cpr }))));
      await until('two changes are told', () => listener.heard.length === 2);
      listener.end();
      await accept(linesOf([CARLA, DAVID].map((cpr) => hospital().pci('2023-01-03', { cpr }))));
      await settled(system);
      const url = (await other?.url()) ?? '';
      const afterFirst = new Listener(url, await system.asking(), listener.heard[0]?.id);
      const afterSecond = new Listener(url, await system.asking(), listener.heard[1]?.id);
      await until('what was missed is told', () => afterFirst.heard.length >= 3 && afterSecond.heard.length >= 2);
      // One more, which ends what could still come before it.
      await accept(linesOf(hospital().pci('2023-01-03', { cpr: ELSE })));
      const last = reading.keyOf(ELSE);
      await until('the last change is told', () =>
        [afterFirst, afterSecond].every((one) => one.persons.includes(last)),
      );
      afterFirst.end();
      afterSecond.end();

      expect(listener.persons.sort()).toEqual(keys.slice(0, 2).sort());
      expect(afterFirst.persons).toHaveLength(4);
      expect(new Set(afterFirst.persons)).toEqual(new Set([listener.heard[1]?.person, ...keys.slice(2), last]));
      expect(afterSecond.persons.sort()).toEqual([...keys.slice(2), last].sort());
    },
  );

  (control === undefined ? describe.skip : describe).each(['mongo', 'kafka'] as const)('while %s is away', (server) => {
    const event = linesOf(hospital().bloodPressure(120, 80, server === 'mongo' ? '2023-03-01' : '2023-04-01'));

    verify('events are answered with a problem that says so, and taken when it is back', async () => {
      await control?.[server].down('SIGKILL');
      try {
        await until('the intake says that it waits', async () => (await health()).ready === 503, undefined, 100);
        const { status, type, body } = await post(event);
        expect(type).toMatch(/^application\/problem\+json/);
        expect(body).toMatchObject({ status: 503, title: 'Service Unavailable', detail: expect.any(String) });
        expect(status).toBe(503);
        expect(await health()).toEqual({ live: 200, ready: 503 });
        const reporting = await system.running('reporting').url();
        const whoReads = await statusOf(`${reporting}${READ}`, await system.asking());
        expect(whoReads).toBe(server === 'mongo' ? 503 : 200);
      } finally {
        await control?.[server].up();
      }
      await until('the intake is ready', async () => (await health()).ready === 200, 180_000, 100);
      // The sender cannot know what became of it and sends it again: it is not taken for a duplicate, nor taken twice.
      await accept(event);
      await settled(system);
      const { decisions, evaluated } = await storedAndEvaluated(system, await evaluateLines(sent));
      expect(decisions).toEqual(evaluated.decisions);
    });
  });
});
