import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../src/apps/program';
import { eraseCommand } from '../../src/cli/erase.command';
import { exportCommand } from '../../src/cli/export.command';
import { linesOf } from '../support/evaluate';
import { runCommand } from '../support/run-command';
import { hospital, municipality } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, differencesIn, openEmbedded, SetClock, settingsFor, storedDecisions, takeIn } from './embedded';
import { SECRET } from './ground';

const clock = SetClock.at('2024-03-01');
const story = (cpr: string) => [...hospital().pci('2023-01-03', { cpr }), municipality().start('2023-02-01', { cpr })];
/** Refused, though its number can be read. */
const refusedOf = (cpr: string): string =>
  linesOf([{ ...municipality().start('2023-02-01', { cpr }), source: 'hospital:330011000016003' }])[0] as string;

let folder: string;
let settings: ReturnType<typeof settingsFor>;
beforeEach(async () => {
  folder = temporaryFolder();
  settings = settingsFor(folder);
  const store = openEmbedded(settings, clock);
  store.log.start();
  await takeIn(store, [linesOf([...story(ANNA), ...story(BO)]), [refusedOf(ANNA), refusedOf(BO), 'no JSON']]);
  await closeEmbedded(store);
});

async function inStore<T>(work: (store: ReturnType<typeof openEmbedded>) => Promise<T>): Promise<T> {
  const store = openEmbedded(settings, clock);
  return work(store).finally(() => closeEmbedded(store));
}

const environment = () => ({ REHABSPOR_DATA: folder, REHABSPOR_KEY: SECRET });
const keyOf = (cpr: string): Promise<string> => inStore((store) => Promise.resolve(store.keys.keyOf(cpr)));

test('whoever is erased is known by no number, what was refused of them is unreadable, and every total is as before', async () => {
  const before = await inStore(storedDecisions);
  const anna = await keyOf(ANNA);
  const { out, exitCode } = await runCommand(eraseCommand(program), [anna], environment());

  expect([exitCode, out]).toEqual([0, `1 of 1 keys of ${anna} thrown away; 0 were before.\n`]);
  expect(await differencesIn(settings, clock)).toEqual([]);
  await inStore(async (store) => {
    expect(await storedDecisions(store)).toEqual(before);
    expect(await store.vault.numbersOf([anna])).toEqual(new Map());
    const refused = await store.rejected.list({ after: 0, limit: 10 });
    expect(refused.map(({ erased, person }) => [erased, person === anna])).toEqual([
      [true, true],
      [undefined, false],
      [undefined, false],
    ]);
    expect(await store.rejected.count()).toBe(3);
  });
});

test('what is sent of an erased person later counts, and the number is not kept again', async () => {
  const anna = await keyOf(ANNA);
  await runCommand(eraseCommand(program), [anna], environment());
  await inStore(async (store) => {
    store.log.start();
    await takeIn(store, [linesOf([municipality().end('2023-05-01', { cpr: ANNA })])]);

    expect(await store.vault.numbersOf([anna])).toEqual(new Map());
    expect(store.log.countOf('clinical-events')).toBe([...story(ANNA), ...story(BO)].length + 1);
  });
  expect(await differencesIn(settings, clock)).toEqual([]);
});

test('an export leaves an erased person’s events out and says how many', async () => {
  const anna = await keyOf(ANNA);
  await runCommand(eraseCommand(program), [anna], environment());
  const [events, rejects] = [join(temporaryFolder(), 'events'), join(temporaryFolder(), 'rejects')];
  const { errors } = await runCommand(exportCommand(program), [events, '--rejected', rejects], environment());
  const [ofAnna, ofBo] = [story(ANNA).length, story(BO).length];

  expect(errors).toContain(`Written: ${ofBo} events (without ${ofAnna} of persons who are erased) to`);
  expect(errors).toContain('2 refused ones to');
  expect(readFileSync(events, 'utf8')).not.toContain(ANNA);
  expect(readFileSync(events, 'utf8')).toContain(BO);
  expect(readFileSync(rejects, 'utf8')).not.toContain(ANNA);
});

test('what is no person key is refused', async () => {
  const { exitCode, errors } = await runCommand(eraseCommand(program), [ANNA], environment());

  expect([exitCode, errors]).toEqual([2, expect.stringContaining('must be a person key')]);
});
