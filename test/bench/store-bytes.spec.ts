import { lookIntoStore } from '../../bench/scale/store-bytes';
import { PARTS } from '../../bench/scale/sizes';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import { settingsFor } from '../robustness/embedded';
import { withStore } from '../set-aside/planted';
import { temporaryFolder } from '../support/temporary-folder';

test('every table that grows with persons and events has its part of the bytes of a store', async () => {
  const folder = temporaryFolder();
  await withStore(settingsFor(folder), PERSON_LAW, () => Promise.resolve());
  const { persons, bytesOf } = lookIntoStore(folder);

  expect(persons).toBe(0);
  expect(Object.keys(bytesOf).sort()).toEqual([...new Set<string>(Object.values(PARTS)), 'all else'].sort());
});

test('columns and what decisions rest on are told apart from all else', () => {
  expect([PARTS.person_column, PARTS.decision_basis]).toEqual(['persons’ columns', 'decisions']);
});
