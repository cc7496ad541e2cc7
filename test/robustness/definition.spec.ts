import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringUpToDate } from '../../src/operations/bring-up-to-date';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { temporaryFolder } from '../support/temporary-folder';
import {
  closeEmbedded,
  differencesIn,
  evaluatedDecisions,
  openEmbedded,
  SetClock,
  settingsFor,
  storedDecisions,
  takeIn,
} from './embedded';
import { populationLines } from './ground';

const clock = SetClock.at('2024-06-01');
const inForce = readFileSync(contractsPath('indicators', 'dhrd-2023.v2.yaml'), 'utf8');

/** The definition set in force with some of its text replaced. */
function definitionFile(changes: Readonly<Record<string, string>>): string {
  const file = join(temporaryFolder(), 'definitions.yaml');
  let text = inForce;
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
  return file;
}

test.each([
  ['another target for blood pressure', { 'version: 2': 'version: 5', 'below: 140': 'below: 130' }, {}],
  ['another window', { 'version: 2': 'version: 3', 'window: 12m': 'window: 6m' }, {}],
  [
    'another population',
    { 'version: 2': 'version: 4', 'pci: [KFNG]': 'pci: [KFNG02]', 'ami: [DI21, DI22]': 'ami: [DI21]' },
    {},
  ],
  ['another policy', {}, { REHABSPOR_POLICY: 'bugOnReferral=lenient' }],
])('under %s the store is decided again as evaluate decides', async (_title, changes, policy) => {
  const lines = populationLines(60, 51);
  const folder = temporaryFolder();
  const first = settingsFor(folder);
  const before = openEmbedded(first, clock);
  before.log.start();
  await takeIn(before, [lines]);
  const decidedBefore = await storedDecisions(before);
  await closeEmbedded(before);
  const second = settingsFor(folder, { ...policy, REHABSPOR_DEFINITIONS: definitionFile(changes) });
  const after = openEmbedded(second, clock);
  await bringUpToDate(after);
  const decidedAfter = await storedDecisions(after);
  await closeEmbedded(after);
  const evaluated = await evaluatedDecisions(lines, second, clock);

  expect(decidedAfter).toEqual(evaluated);
  expect(decidedAfter).not.toEqual(decidedBefore);
  expect(await differencesIn(second, clock)).toEqual([]);
});
