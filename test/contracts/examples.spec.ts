import { readdirSync } from 'node:fs';
import { EVENT_KINDS } from '../../src/kernel/event-kinds';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { faultPath } from '../../src/platform/contracts/fault-path';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { exampleFolders, examples, type InvalidExample } from './example-files';

const schemas = loadSchemas();
const kinds: ReadonlySet<string> = new Set(EVENT_KINDS);
const OWN_MESSAGES = [
  'clinical-event',
  'decision',
  'decision-change',
  'feed-alarm-step',
  'feed-status-change',
  'look-alarm',
  'pathway-change',
  'receipt',
  'rejected-event',
];

const schemaName = (folder: string): string => (kinds.has(folder) ? `source/${folder}` : folder);

test('every kind of source event and every message of ours has examples, and nothing else has', () => {
  expect(exampleFolders()).toEqual([...EVENT_KINDS, ...OWN_MESSAGES].sort());
});

describe.each(exampleFolders())('the examples of %s', (folder) => {
  const validate = schemas.validator(schemaName(folder));

  it('are at least two valid and two invalid ones, and no other file', () => {
    const valid = examples(folder, 'valid-');
    const invalid = examples(folder, 'invalid-');
    expect(valid.length).toBeGreaterThanOrEqual(2);
    expect(invalid.length).toBeGreaterThanOrEqual(2);
    expect(readdirSync(contractsPath('examples', folder))).toHaveLength(valid.length + invalid.length);
  });

  it.each(examples(folder, 'valid-'))('%s follows the schema', (_file, example) => {
    validate(example);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(examples<InvalidExample>(folder, 'invalid-'))(
    '%s is at fault where it says',
    (_file, { why, path, event }) => {
      expect(why).not.toBe('');
      expect(validate(event)).toBe(false);
      expect((validate.errors ?? []).map(faultPath)).toContain(path);
    },
  );
});

const CONSTRUCTED = ['1502779995', '0201609995', '0201609996', '0504909995', '0108589995', '0108629996'];

test('no example names a CPR number other than the constructed ones', () => {
  const contents = exampleFolders().flatMap((folder) => [
    ...examples(folder, 'valid-'),
    ...examples(folder, 'invalid-'),
  ]);
  const found = contents.flatMap(([, content]) => JSON.stringify(content).match(/(?<!\d)\d{10}(?!\d)/g) ?? []);
  expect(found.filter((number) => !CONSTRUCTED.includes(number))).toEqual([]);
});

test('no valid example of a message of ours holds a CPR number, but for a decision asked for with it', () => {
  const contents = OWN_MESSAGES.filter((name) => name !== 'decision').flatMap((name) => examples(name, 'valid-'));
  const text = JSON.stringify(contents);
  expect(CONSTRUCTED.filter((number) => text.includes(number))).toEqual([]);
});
