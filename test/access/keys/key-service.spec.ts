import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../../src/platform/file-error';
import { readSettings, SettingsError } from '../../../src/platform/config/settings';
import { KeyCommand } from '../../../src/platform/keys/key-command';
import { KeyFile } from '../../../src/platform/keys/key-file';
import { keyServiceOf } from '../../../src/platform/keys/key-service-of';
import { temporaryFolder } from '../../support/temporary-folder';
import { until } from '../../support/until';

const SECRET = Buffer.from('the one secret of tests');
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const list = (current: number, ...versions: readonly number[]): string =>
  JSON.stringify({ current, keys: Object.fromEntries(versions.map((version) => [version, key(version)])) });

function fileWith(text: string, mode = 0o600): string {
  const file = join(temporaryFolder(), 'keys.json');
  writeFileSync(file, text, { mode });
  chmodSync(file, mode);
  return file;
}

function programThat(tells: string): string {
  const program = join(temporaryFolder(), 'keys.sh');
  writeFileSync(program, `#!/bin/sh\n${tells}\n`, { mode: 0o700 });
  return program;
}

test('a key file has its keys by version, and the one secret as version 0', () => {
  const keys = new KeyFile(fileWith(list(2, 1, 2)), SECRET);

  expect(keys.currentVersion()).toBe(2);
  expect([0, 1, 2, 3].map((version) => keys.keyFor(version))).toEqual([
    SECRET,
    Buffer.alloc(32, 1),
    Buffer.alloc(32, 2),
    undefined,
  ]);
});

test('what is added to a key file is known as soon as it is asked for, and in use soon after', async () => {
  const file = fileWith(list(1, 1));
  const keys = new KeyFile(file, SECRET);
  writeFileSync(file, list(2, 1, 2));

  expect(keys.keyFor(2)).toEqual(Buffer.alloc(32, 2));
  await until('the new key is in use', () => keys.currentVersion() === 2);
});

test('a key file that others may read is refused, and one that is not there', () => {
  const file = fileWith(list(1, 1), 0o640);

  expect(() => new KeyFile(file, SECRET)).toThrow(SettingsError);
  expect(() => new KeyFile(file, SECRET)).toThrow(/chmod 600/);
  expect(() => new KeyFile(join(temporaryFolder(), 'none.json'), SECRET)).toThrow(FileError);
});

test.each([
  'no JSON',
  '[]',
  'null',
  '{}',
  list(2, 1),
  '{"current":1,"keys":{"1":"short"}}',
  `{"current":0,"keys":{"0":"${key(1)}"}}`,
  `{"current":70000,"keys":{"70000":"${key(1)}"}}`,
  `{"current":"1","keys":{"1":"${key(1)}"}}`,
])('what is no list of keys is refused, and not repeated: %s', (text) => {
  const reading = () => new KeyFile(fileWith(text), SECRET);

  expect(reading).toThrow(/versions from 1 to 65535, keys of at least 32 bytes/);
  expect(reading).not.toThrow(key(1));
});

test('a program tells keys, and is named when it does not', () => {
  const keys = new KeyCommand(programThat(`echo '${list(7, 6, 7)}'`), SECRET);

  expect(keys.currentVersion()).toBe(7);
  expect(keys.keyFor(6)).toEqual(Buffer.alloc(32, 6));
  expect(() => new KeyCommand(programThat('exit 3'), SECRET)).toThrow(/REHABSPOR_KEY_COMMAND .*tells no keys/);
  expect(() => new KeyCommand('/nowhere/keys', SECRET)).toThrow(SettingsError);
});

test('settings name one key service at most', () => {
  const file = fileWith(list(1, 1));
  const secret = { REHABSPOR_KEY: 'a key for tests only' };

  expect(keyServiceOf(readSettings(secret))).toBeUndefined();
  expect(keyServiceOf(readSettings({ ...secret, REHABSPOR_KEY_FILE: file }))?.currentVersion()).toBe(1);
  expect(() => readSettings({ ...secret, REHABSPOR_KEY_FILE: file, REHABSPOR_KEY_COMMAND: 'x' })).toThrow(/not both/);
  expect(() => readSettings({ ...secret, REHABSPOR_KEY_FILE: '/nowhere' })).toThrow(
    /REHABSPOR_KEY_FILE must be a file/,
  );
});
