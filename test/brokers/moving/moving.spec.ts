import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationLines, SECRET } from '../../robustness/ground';
import { closeEmbedded, openEmbedded, settingsFor, storedDecisions } from '../../robustness/embedded';
import { SystemClock } from '../../../src/platform/system-clock';
import { describeWithServers } from '../../servers/brokers';
import { temporaryFolder } from '../../support/temporary-folder';
import { storedDecisions as decisionsOn } from '../system/decisions';
import { withSystem, type System } from '../system/system';
import { command, distributedEnvironment, embeddedEnvironment, succeed } from './commands';

const folder = temporaryFolder();
const file = (name: string): string => join(folder, name);
const linesOf = (name: string): string[] => readFileSync(file(name), 'utf8').trimEnd().split('\n').sort();

const here = settingsFor(file('here'));
const back = settingsFor(file('back'));

async function decisionsIn(settings: typeof here): Promise<string[]> {
  const embedded = openEmbedded(settings, new SystemClock());
  return storedDecisions(embedded).finally(() => closeEmbedded(embedded));
}

/** A decision without the day it was read on: midnight may pass between two readings. */
const ofAnyDay = (decision: string): string => decision.replace(/"asOf":"[^"]*",/, '');

const KNOWN_AT = ['report', '--period', 'all', '--level', 'denmark', '--as-of', '2023-09-30', '--format', 'json'];
const FOLDING = ['pathways', 'indicators', 'feeds'] as const;

/** Everything in an embedded store goes to Kafka and MongoDB and from there into another embedded store. */
async function moveThereAndBack(system: System) {
  const there = distributedEnvironment(system);
  await succeed(['import', file('events')], embeddedEnvironment(here));
  await succeed(['export', file('from-here'), '--rejected', file('refused-here')], embeddedEnvironment(here));
  await system.startAll(FOLDING);
  const imported = await succeed(['import', file('from-here'), file('refused-here')], there);
  const again = await succeed(['import', file('from-here'), file('refused-here')], there);
  const decisions = await decisionsOn(system);
  await succeed(['export', file('from-there'), '--rejected', file('refused-there')], there);
  await succeed(['import', file('from-there'), file('refused-there')], embeddedEnvironment(back));
  await succeed(['export', file('from-back'), '--rejected', file('refused-back')], embeddedEnvironment(back));
  const reports = await Promise.all(
    [embeddedEnvironment(here), there, embeddedEnvironment(back)].map((environment) =>
      succeed([...KNOWN_AT, '--known-at', '2023-06-30T12:00:00Z'], environment),
    ),
  );
  return { imported, again, decisions, reports: reports.map(({ stdout }) => stdout) };
}

describeWithServers('a store moved to Kafka and MongoDB and back', (brokers) => {
  let moved: Awaited<ReturnType<typeof moveThereAndBack>>;
  beforeAll(async () => {
    writeFileSync(file('events'), [...populationLines(120, 17), 'no JSON', '{"æ":"\\u0000"}'].join('\n'));
    moved = await withSystem(brokers, moveThereAndBack);
  });

  test('is decided the same there, when the command has ended, and back', async () => {
    const decisions = await decisionsIn(here);

    expect(decisions.length).toBeGreaterThan(1_000);
    expect(moved.decisions.map(ofAnyDay)).toEqual(decisions.map(ofAnyDay));
    expect((await decisionsIn(back)).map(ofAnyDay)).toEqual(decisions.map(ofAnyDay));
  });

  test('has the same events, received at the same moments, and the same refused ones', () => {
    expect(linesOf('from-here').length).toBeGreaterThan(4_000);
    expect(linesOf('from-there')).toEqual(linesOf('from-here'));
    expect(linesOf('from-back')).toEqual(linesOf('from-here'));
    expect(linesOf('refused-here').length).toBeGreaterThan(5);
    expect(linesOf('refused-there')).toEqual(linesOf('refused-here'));
    expect(linesOf('refused-back')).toEqual(linesOf('refused-here'));
  });

  test('reports the same as known at a past moment', () => {
    const [first, ...others] = moved.reports;

    expect(JSON.parse(first!)).toMatchObject({ rows: expect.anything() });
    for (const other of others) expect(other).toBe(first);
  });

  test('may be imported again: everything is repeated or refused as before', () => {
    const events = linesOf('from-here').length;
    const refused = linesOf('refused-here').length;

    expect(moved.imported.stderr).toContain(`${events} accepted, 0 repeated, ${refused} rejected (`);
    expect(moved.again.stderr).toContain(`0 accepted, ${events} repeated, ${refused} rejected (`);
  });
});

describeWithServers('import while no service runs', (brokers) => {
  test('says what waits for whom, and the services find it when they come', async () => {
    writeFileSync(file('few'), populationLines(3, 5).join('\n'));
    await withSystem(brokers, async (system) => {
      const there = distributedEnvironment(system);
      const { stderr } = await succeed(['import', file('few')], there);

      expect(stderr).toMatch(/\d+ clinical-events wait for the service pathways: .*`serve pathways`/);
      expect(stderr).toMatch(/\d+ feed-statuses wait for the service feeds: .*`serve feeds`/);
      await system.startAll(FOLDING);
      const again = await succeed(['import', file('few')], there);
      expect(again.stderr).not.toContain('wait for');
      expect((await decisionsOn(system)).length).toBeGreaterThan(10);
    });
  });

  test('names the servers when they do not answer', async () => {
    const { code, stderr } = await command(['import', file('few')], {
      REHABSPOR_MODE: 'distributed',
      REHABSPOR_KEY: SECRET,
      REHABSPOR_KAFKA_BROKERS: '127.0.0.1:9',
      REHABSPOR_MONGODB_URL: 'mongodb://127.0.0.1:9/none?serverSelectionTimeoutMS=500',
    });

    expect(stderr).toMatch(/MongoDB does not answer and Kafka does not answer/);
    expect(code).toBe(1);
  });
});
