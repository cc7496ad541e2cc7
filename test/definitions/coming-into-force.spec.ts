import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeEmbedded } from '../../src/apps/embedded';
import { rebuildStore } from '../../src/operations/rebuild/embedded-rebuild';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { SilentLogger } from '../../src/platform/silent-logger';
import { linesOf } from '../support/evaluate';
import { temporaryFolder } from '../support/temporary-folder';
import { populationLines } from '../robustness/ground';
import {
  closeEmbedded,
  differencesIn,
  evaluatedDecisions,
  openEmbedded,
  SetClock,
  settingsFor,
  storedDecisions,
} from '../robustness/embedded';
import { changedSet } from './changed-set';
import { openDefinitions } from './store';
import { PATIENTS } from './stories';

const AS_OF = '2024-06-30';
const ALL = parsePeriod('all') as Period;
const STRICTER = changedSet(3, { 'field: systolic, below: 140': 'field: systolic, below: 130' });
const OTHER_POPULATION = changedSet(4, { 'pci: [KFNG]': 'pci: [KFNG02]', 'ami: [DI21, DI22]': 'ami: [DI21]' });
const QUESTION = { period: ALL, level: 'hospital', asOf: AS_OF } as const;

test.each([
  ['stricter values', STRICTER],
  ['another population', OTHER_POPULATION],
])('from the next start the store is decided by the approved set, as evaluate decides: %s', async (_title, text) => {
  const lines = populationLines(60, 51);
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(lines);
  const id = await first.approve(text);
  expect(first.embedded.definitions.id).toBe('dhrd-2023/2');
  await first.close();
  const second = await openDefinitions(folder, AS_OF);
  const decided = await storedDecisions(second.embedded);
  await second.close();
  const file = join(folder, 'approved.yaml');
  writeFileSync(file, text);

  expect(second.embedded.definitions.id).toBe(id);
  expect(decided).toEqual(
    await evaluatedDecisions(lines, settingsFor(folder, { REHABSPOR_DEFINITIONS: file }), SetClock.at(AS_OF)),
  );
});

test.each([
  ['stricter values', STRICTER],
  ['another population', OTHER_POPULATION],
])('both versions stay answerable, byte for byte, before and after the approval: %s', async (_title, text) => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(populationLines(60, 52));
  const id = await first.approve(text);
  const old = await first.reports.report(QUESTION);
  const other = await (await first.reportsByDefinition.under(id))?.report(QUESTION);
  await first.close();
  const second = await openDefinitions(folder, AS_OF);
  const oldNow = await (await second.reportsByDefinition.under('dhrd-2023/2'))?.report(QUESTION);
  const otherNow = await second.reports.report(QUESTION);
  await second.close();

  expect(other?.rows).not.toEqual(old.rows);
  expect(oldNow).toEqual(old);
  expect(otherNow).toEqual(other);
});

test('who reads beside a running program looks by what that program decides by, not yet by what was approved since', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(linesOf(PATIENTS));
  await first.approve(STRICTER);
  const read = (): string => {
    const reader = composeEmbedded(settingsFor(folder), SetClock.at(AS_OF), new SilentLogger(), { readOnly: true });
    void reader.database.close();
    return reader.definitions.id;
  };
  const before = read();
  await first.close();
  await (await openDefinitions(folder, AS_OF)).close();

  expect([before, read()]).toEqual(['dhrd-2023/2', 'dhrd-2023/3']);
});

test('a set the settings name stays in force whatever is approved', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, changedSet(7, {}));
  const environment = { REHABSPOR_DEFINITIONS: file };
  const first = await openDefinitions(folder, AS_OF, environment);
  await first.approve(STRICTER);
  const entries = await first.proposals.list();
  await first.close();
  const second = await openDefinitions(folder, AS_OF, environment);
  await second.close();

  expect(entries.filter(({ nextStart }) => nextStart).map(({ definition }) => definition)).toEqual(['dhrd-2023/7']);
  expect(second.embedded.definitions.id).toBe('dhrd-2023/7');
});

test('of two approved sets the one approved last is decided by, and the other can still be reported under', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(linesOf(PATIENTS));
  await first.approve(OTHER_POPULATION);
  await first.close();
  const second = await openDefinitions(folder, '2024-07-01');
  await second.approve(STRICTER);
  await second.close();
  const third = await openDefinitions(folder, '2024-07-01');
  const ids = await third.versions.ids();
  const other = await (await third.reportsByDefinition.under('dhrd-2023/4'))?.report(QUESTION);
  await third.close();

  expect(third.embedded.definitions.id).toBe('dhrd-2023/3');
  expect(ids).toEqual(['dhrd-2023/3', 'dhrd-2023/2', 'dhrd-2023/4']);
  expect(other?.definition).toBe('dhrd-2023/4');
});

test('an approved set comes into force with the first start on or after the day it is valid from', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.approve(changedSet(3, { "validFrom: '2023-01-01'": "validFrom: '2025-01-01'" }));
  const next = (await first.proposals.list()).filter(({ nextStart }) => nextStart);
  await first.close();
  const decidedBy: string[] = [];
  for (const day of ['2024-12-31', '2025-01-01']) {
    const store = await openDefinitions(folder, day);
    decidedBy.push(store.embedded.definitions.id);
    await store.close();
  }

  expect(next.map(({ definition }) => definition)).toEqual(['dhrd-2023/2']);
  expect(decidedBy).toEqual(['dhrd-2023/2', 'dhrd-2023/3']);
});

test('a set that was rejected never comes into force', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.proposals.propose(STRICTER, 'Anna');
  await first.proposals.decide('dhrd-2023/3', 'rejected', 'Bo', 'for stramt');
  await first.close();
  const second = await openDefinitions(folder, AS_OF);
  await second.close();

  expect(second.embedded.definitions.id).toBe('dhrd-2023/2');
});

test('a step taken in a store that is not brought up to the approved set yet is compared with what it is decided by', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(linesOf(PATIENTS));
  await first.approve(OTHER_POPULATION);
  await first.close();
  const between = composeEmbedded(settingsFor(folder), SetClock.at(AS_OF), new SilentLogger(), {
    decidesBy: 'adopted',
  });
  const decided = between.definitions.id;
  await between.database.close();

  expect(decided).toBe('dhrd-2023/2');
});

test('a rebuilt store is decided by the approved set, and whoever reads looks by it', async () => {
  const folder = temporaryFolder();
  const first = await openDefinitions(folder, AS_OF);
  await first.takeIn(populationLines(40, 53));
  await first.approve(OTHER_POPULATION);
  await first.close();
  const rebuilt = openEmbedded(settingsFor(folder), SetClock.at(AS_OF));
  const result = await rebuildStore(rebuilt, () => undefined);
  await closeEmbedded(rebuilt);
  const reader = composeEmbedded(settingsFor(folder), SetClock.at(AS_OF), new SilentLogger(), { readOnly: true });
  const decidedBy = reader.definitions.id;
  await reader.database.close();

  expect(result.outcome).not.toBe('refused');
  expect(decidedBy).toBe('dhrd-2023/4');
  expect(await differencesIn(settingsFor(folder), SetClock.at(AS_OF))).toEqual([]);
});
