import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const empty = join(folder, 'empty.ndjson');
writeFileSync(empty, '');
mkdirSync(join(folder, 'a-folder'));

describe('what is asked for wrongly', () => {
  it.each([
    ['a file that does not exist', ['evaluate', join(folder, 'missing.ndjson')], /missing\.ndjson: it does not exist/],
    ['a folder', ['evaluate', join(folder, 'a-folder')], /a-folder is a folder/],
    ['one missing file among others', ['evaluate', empty, join(folder, 'missing.ndjson')], /missing\.ndjson/],
    ['no file', ['evaluate'], /missing required argument 'file'/],
    ['an unknown policy', ['evaluate', empty, '--policy', 'colour=red'], /no policy "colour"; there is bugOnReferral/],
    ['an unknown option of a policy', ['evaluate', empty, '--policy', 'bugOnReferral=never'], /it has .*strict/],
    ['a policy without an option', ['evaluate', empty, '--policy', 'bugOnReferral'], /name=option/],
    ['a day that is none', ['evaluate', empty, '--as-of', '2023-02-29'], /YYYY-MM-DD/],
    ['an instant without offset', ['evaluate', empty, '--known-at', '2023-02-01T00:00:00'], /RFC 3339/],
    ['a definition set that does not exist', ['evaluate', empty, '--definitions', join(folder, 'no.yaml')], /no\.yaml/],
    ['an unknown option', ['evaluate', empty, '--colour'], /unknown option '--colour'/],
    ['an unknown command', ['paint'], /unknown command 'paint'/],
    ['no command', [], /Usage: rehabspor/],
    ['no patients', ['generate', '--patients', '0', '--seed', '1'], /at least 1/],
    ['half a seed', ['generate', '--patients', '1', '--seed', '0.5'], /whole number/],
    ['no seed', ['generate', '--patients', '1'], /--seed/],
    ['a missing file to import', ['import', join(folder, 'missing.ndjson')], /missing\.ndjson: it does not exist/],
  ])('%s is answered with exit code 2 and what is wrong', (_title, args, message) => {
    const { code, stdout, stderr } = cli(args, { data: join(folder, 'store') });

    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('a definition set that does not follow its schema is answered with the path at fault', () => {
    const file = join(folder, 'half.yaml');
    writeFileSync(file, 'set: mine\nversion: one\n');
    const { code, stderr } = cli(['evaluate', empty, '--definitions', file]);

    expect(stderr).toMatch(/half\.yaml does not follow its schema: .*version/);
    expect(code).toBe(2);
  });

  it('settings that cannot be used are told all at once', () => {
    const env = {
      REHABSPOR_KEY: 'short',
      REHABSPOR_PORT: '70000',
      REHABSPOR_LOG_LEVEL: 'loud',
      REHABSPOR_POLICY: 'x',
      REHABSPOR_STORE_MAX_BYTES: 'much',
      REHABSPOR_MAX_EVENT_BYTES: '5',
    };
    const { code, stderr } = cli(['evaluate', empty], { env });

    for (const name of Object.keys(env)) expect(stderr).toContain(name);
    expect(stderr).not.toContain('short,');
    expect(code).toBe(2);
  });

  it('the development key is warned of', () => {
    const { code, stderr } = cli(['evaluate', empty], { env: { REHABSPOR_KEY: '' } });

    expect([code, stderr]).toEqual([2, expect.stringContaining('REHABSPOR_KEY must have at least 16 characters')]);
  });
});

describe('help', () => {
  it('lists the commands and every setting', () => {
    const { code, stdout } = cli(['--help']);

    expect(code).toBe(0);
    for (const word of [
      'evaluate',
      'import',
      'verify',
      'generate',
      'report',
      'start',
      'REHABSPOR_DATA',
      'REHABSPOR_KEY',
    ])
      expect(stdout).toContain(word);
  });

  it.each([
    ['evaluate', ['file...', '--as-of', '--known-at', '--policy', '--definitions', '--show-cpr', '--rejects']],
    ['import', ['file...', '--rejects']],
    ['verify', ['Usage']],
    ['generate', ['--patients', '--seed', '--years']],
    ['report', ['--period', '--level', '--as-of', '--known-at', '--format']],
    ['start', ['Usage']],
  ])('of %s tells its arguments and options', (command, words) => {
    const { code, stdout } = cli([command, '--help']);

    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
  });
});

describe('generate', () => {
  it('writes the same bytes for the same arguments and other bytes for another seed', () => {
    const made = (seed: string): string => cli(['generate', '--patients', '20', '--seed', seed, '--years', '2']).stdout;
    const once = made('3');

    expect(once.split('\n').length).toBeGreaterThan(500);
    expect(made('3')).toBe(once);
    expect(made('4')).not.toBe(once);
  });
});
