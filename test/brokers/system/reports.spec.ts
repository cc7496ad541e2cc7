import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeNumbers } from '../../../src/apps/rooms';
import { SystemClock } from '../../../src/platform/system-clock';
import type { FrozenContent } from '../../../src/reporting/domain/frozen/frozen-content';
import { cut, populationLines, seededRandom, shuffled } from '../../robustness/ground';
import { closeEmbedded, openEmbedded, settingsFor, takeIn } from '../../robustness/embedded';
import { period } from '../../reports/viewpoints';
import { reportOf } from '../../reports/stores';
import { describeWithServers } from '../../servers/brokers';
import { temporaryFolder } from '../../support/temporary-folder';
import { distributedEnvironment, succeed } from '../moving/commands';
import { EVERY_GROUP, joined } from './groups';
import { settled } from './settled';
import { inBothModes, Sources } from './sources';
import { withSystem, type System } from './system';

const PATIENTS = 80;
const SEED = 23;
const AS_OF = '2024-06-30';

interface Head {
  readonly id: string;
  readonly state: string;
  readonly digest: string;
  readonly question: { readonly knownAt: string };
}

interface Answer {
  readonly status: number;
  readonly body: Head & { readonly detail: string };
}

/** What the reporting service answers to a report posted to it. */
async function post(system: System, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${await system.running('reporting').url()}/api/v1/reports${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await system.asking()) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const folder = temporaryFolder();

/** Freezes half of what the sources send, then all of it, and looks at the first again once everything has come. */
async function freezeTwice(system: System) {
  const random = seededRandom(SEED);
  const lines = populationLines(PATIENTS, SEED);
  const half = lines.length >> 1;
  await system.startAll();
  await joined(system, EVERY_GROUP);
  const sources = new Sources(system);
  await sources.send(inBothModes(lines.slice(0, half), random));
  await settled(system);
  const asked = { period: 'all', asOf: AS_OF, by: 'Anna Holm' };
  const early = (await post(system, '', asked)).body;
  await sources.send(inBothModes(lines.slice(half), random));
  await settled(system);
  const all = (await post(system, '', asked)).body;
  const reproduced = await system.get<object>('reporting', `/api/v1/reports/${early.id}/reproduce`);
  const refused = await post(system, `/${early.id}/approve`, { by: 'anna holm' });
  const approved = await post(system, `/${early.id}/approve`, { by: 'Bo Lund' });
  const published = await post(system, `/${early.id}/publish`, { by: 'Bo Lund' });
  const moved = await system.get<{ rows: { from: Counts; change: Counts; to: Counts; parts: { counts: Counts }[] }[] }>(
    'reporting',
    `/api/v1/reports/${early.id}/movement/${all.id}?level=municipality`,
  );
  const { content } = await system.get<{ content: FrozenContent }>('reporting', `/api/v1/reports/${all.id}`);
  await succeed(['export', join(folder, 'events')], distributedEnvironment(system));
  return { early, all, reproduced, refused, approved, published, moved, content };
}

type Counts = Readonly<Record<string, number>>;

describeWithServers('reports frozen on Kafka and MongoDB', (brokers) => {
  let run: Awaited<ReturnType<typeof freezeTwice>>;
  beforeAll(async () => {
    run = await withSystem(brokers, freezeTwice);
  });

  test('have the digest of an embedded store that the same events were brought to in another order', async () => {
    const random = seededRandom(SEED + 1);
    const lines = readFileSync(join(folder, 'events'), 'utf8').trimEnd().split('\n');
    const store = openEmbedded(settingsFor(temporaryFolder()), new SystemClock());
    try {
      store.log.start();
      await takeIn(store, cut(shuffled(lines, random), 700, random));
      const reports = composeNumbers(store).frozen;
      const digests: string[] = [];
      for (const { question } of [run.early, run.all]) {
        const knownAt = Date.parse(question.knownAt);
        const done = await reports.freeze({ period: period('all'), asOf: AS_OF, knownAt, by: 'Somebody Else' });
        digests.push(reportOf(done).digest);
      }

      expect(lines.length).toBeGreaterThan(2_500);
      expect(run.content.tables[0]?.rows[0]?.reported.denominator).toBeGreaterThan(20);
      expect(digests).toEqual([run.early.digest, run.all.digest]);
      expect(run.all.digest).not.toBe(run.early.digest);
    } finally {
      await closeEmbedded(store);
    }
  });

  test('are counted again to the same digest after more has come', () => {
    expect(run.reproduced).toMatchObject({ outcome: 'same', digest: run.early.digest });
  });

  test('are approved by a second person and published', () => {
    expect(run.refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('second') as string } });
    expect(run.approved).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(run.published).toMatchObject({ status: 200, body: { state: 'published', digest: run.early.digest } });
  });

  test('move by parts that add up', () => {
    const { rows } = run.moved;

    expect(rows.length).toBeGreaterThan(10);
    for (const { from, change, to, parts } of rows) {
      for (const [name, count] of Object.entries(change)) {
        expect(parts.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0)).toBe(count);
        expect((from[name] ?? 0) + count).toBe(to[name]);
      }
    }
  });
});
