import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DistributedRebuild } from '../../../src/operations/rebuild/distributed-rebuild';
import { RebuildLock } from '../../../src/operations/rebuild/rebuild-lock';
import { MongoNotes } from '../../../src/platform/mongo/mongo-notes';
import { SilentLogger } from '../../../src/platform/silent-logger';
import { populationLines } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { temporaryFolder } from '../../support/temporary-folder';
import { until } from '../../support/until';
import { keptEvents, lookingInto, storedAndEvaluated } from '../system/decisions';
import { evaluateLines, type Evaluated } from '../system/population';
import { settled } from '../system/settled';
import { withSystem, type System } from '../system/system';
import { command, distributedEnvironment, succeed } from './commands';

const folder = temporaryFolder();
const FOLDING = ['pathways', 'indicators', 'feeds'] as const;
const LINES_AT_A_TIME = 12;
const PAUSE_MS = 300;
const SOURCES = ['source.hospital', 'source.municipality', 'source.general-practice', 'source.registers'];

interface Document {
  _id: string;
  events?: string[];
  state?: { text?: string; count: number };
  value?: string;
}

/** Lines about a share of the persons, and those about nobody; and the rest. */
function parted(lines: readonly string[], share: number): [string[], string[]] {
  const cprOf = (line: string): string => /"cpr":"(\d{10})"/.exec(line)?.[1] ?? '';
  const numbers = [...new Set(lines.map(cprOf))].sort();
  const early = new Set(numbers.slice(0, share * numbers.length));
  return [lines.filter((line) => early.has(cprOf(line))), lines.filter((line) => !early.has(cprOf(line)))];
}

function fileOf(lines: readonly string[], name: string): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const collections = async (system: System): Promise<string[]> =>
  (await system.database().listCollections().toArray()).map(({ name }) => name).sort();

const decided = (system: System): Promise<void> => settled(system, { unread: SOURCES });

/** Changes what is in use behind the services' backs: a state, a person's events, and someone's state is gone. */
async function damage(system: System, generation = ''): Promise<string[]> {
  const states = system.database().collection<Document>(`pathway_states${generation}`);
  const events = system.database().collection<Document>(`person_events${generation}`);
  const found = (await states.find().toArray())
    .filter(({ state }) => state?.text?.includes('2023-') === true)
    .slice(0, 3);
  const [changed, lacking, lost] = found.map(({ _id }) => _id) as [string, string, string];
  const { state } = (await states.findOne({ _id: changed }))!;
  await states.updateOne({ _id: changed }, { $set: { 'state.text': state!.text!.replaceAll('2023-', '2022-') } });
  const { events: all } = (await events.findOne({ _id: lacking }))!;
  await events.updateOne({ _id: lacking }, { $set: { events: all!.slice(1) } });
  await states.deleteOne({ _id: lost });
  return [changed, lacking, lost];
}

/** Takes lines in a few at a time, so that some come at every moment of a rebuild. */
function trickle(system: System, lines: readonly string[]): Promise<void> {
  return lookingInto(system, async ({ intake }) => {
    for (let at = 0; at < lines.length; at += LINES_AT_A_TIME) {
      const incoming = lines.slice(at, at + LINES_AT_A_TIME).map((text) => ({ text }));
      await intake.receive(incoming, { receivedAt: 'stated-or-clock' });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  });
}

/** Kills one of those that fold once the rebuild is under way, and starts another. */
async function loseAnInstance(system: System): Promise<void> {
  const hasBegun = async (): Promise<boolean> => (await collections(system)).includes('person_events_g2');
  await until('the rebuild has begun', hasBegun, 180_000, 100);
  await system.running('pathways').kill();
  await system.start('pathways').ready();
}

/** What a rebuild leaves that was killed: its lock, and part of a generation. */
async function leaveBrokenOff(system: System, generation: string): Promise<void> {
  await system.database().collection<Document>('notes').insertOne({ _id: 'rebuild', value: 'killed' });
  await system
    .database()
    .collection<Document>(`person_events_${generation}`)
    .insertOne({ _id: 'p_', events: ['junk'] });
}

describeWithServers('a rebuild beside running services', (brokers) => {
  const [first, second] = parted(populationLines(60, 23), 0.6);
  let evaluated: Evaluated;
  beforeAll(async () => {
    evaluated = await evaluateLines([...first, ...second]);
  });

  test('mends what was other than the log says and loses nothing that comes meanwhile', async () => {
    await withSystem(brokers, async (system) => {
      const there = distributedEnvironment(system);
      await system.startAll([...FOLDING, 'pathways', 'reporting']);
      await succeed(['import', fileOf(first, 'first')], there);
      await damage(system);
      const verified = await command(['verify'], there);
      expect([verified.code, verified.stdout]).toEqual([1, expect.stringContaining('another pathway state')]);

      const [{ stdout }] = await Promise.all([
        succeed(['rebuild'], there),
        trickle(system, second),
        loseAnInstance(system),
      ]);
      await decided(system);

      expect(stdout).toMatch(/Read back with the same digest\.\n\d+ persons’ states were other than before/);
      expect(stdout).not.toContain('still folds');
      await expectDecided(system, evaluated);
      expect(new Set(await keptEvents(system))).toEqual(evaluated.acceptedEvents);
      expect(await system.database().collection('person_events').countDocuments()).toBe(0);
      expect(await system.database().collection('person_events_g2').countDocuments()).toBe(60);

      await leaveBrokenOff(system, 'g3');
      const again = await succeed(['rebuild'], there);
      expect(again.stdout).toContain('Nobody’s state was other than before');
      await expectDecided(system, evaluated);
      expect(await collections(system)).not.toContain('pathway_states_g2');
      expect(await system.database().collection('person_events_g3').countDocuments()).toBe(60);
      const sound = await succeed(['verify'], there);
      expect(sound.stdout).toContain('The store is what the log says.');
      const { items } = await system.get<{ items: object[] }>('reporting', '/api/v1/findings?limit=500');
      expect(items.length).toBeGreaterThan(0);
    });
  });

  test('is the only one at a time', async () => {
    await withSystem(brokers, (system) =>
      lookingInto(system, async ({ database }) => {
        const notes = new MongoNotes(database);
        const running = await RebuildLock.take(notes, new SilentLogger());
        await expect(RebuildLock.take(notes, new SilentLogger())).rejects.toThrow(/Another rebuild is running/);
        await running.release();
        await (await RebuildLock.take(notes, new SilentLogger())).release();
      }),
    );
  });

  test('takes nothing over when the states do not read back as they were folded', async () => {
    await withSystem(brokers, async (system) => {
      await system.startAll(FOLDING);
      await succeed(['import', fileOf(evaluated.lines, 'all')], distributedEnvironment(system));
      await decided(system);
      const tell = async (stage: string, done: number): Promise<void> => {
        if (stage === 'read back' && done === 0) await damage(system, '_g2');
      };
      const result = await lookingInto(system, (rooms) => new DistributedRebuild(rooms, tell).run());

      expect(result).toMatchObject({ outcome: 'refused', faults: 3 });
      expect(result.read).not.toBe(result.computed);
      expect((await collections(system)).filter((name) => name.endsWith('_g2'))).toEqual([]);
      await expectDecided(system, evaluated);
    });
  });
});

/** Everyone is decided as by `evaluate` on the same day. */
async function expectDecided(system: System, before: Evaluated): Promise<void> {
  const { decisions, evaluated } = await storedAndEvaluated(system, before);
  expect(decisions).toEqual(evaluated.decisions);
}
