import { program } from '../../src/apps/program';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { metadataCommand } from '../../src/cli/metadata.command';
import { runCommand } from '../support/run-command';
import { temporaryFolder } from '../support/temporary-folder';
import { changed } from './ground';

const KEY = { REHABSPOR_KEY: 'a key for tests only' };

test.each([
  ['da', '### 4 Diætbehandling [diet] (arbejdsdefinition)'],
  ['en', '### 4 Diet treatment [diet] (arbejdsdefinition)'],
])('everything is described on the command line without a store: %s', async (language, heading) => {
  const { out } = await runCommand(metadataCommand(program), ['--lang', language], {
    ...KEY,
    REHABSPOR_DATA: join(temporaryFolder(), 'none'),
  });

  expect(out).toContain(heading);
  expect(out).toContain('R24');
});

test('other definitions are described as they are', async () => {
  const file = join(temporaryFolder(), 'definitions.yaml');
  writeFileSync(file, stringify(changed('diet', { window: '90d' })));
  const { out } = await runCommand(metadataCommand(program), [], { ...KEY, REHABSPOR_DEFINITIONS: file });

  expect(out).toContain('through 90 days after it; without a record it is not met');
});

test('a language that is not there is a usage error', async () => {
  const { exitCode, errors } = await runCommand(metadataCommand(program), ['--lang', 'sv'], KEY);

  expect(exitCode).toBe(2);
  expect(errors).toContain('da, en');
});
