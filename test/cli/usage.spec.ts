import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { languageOf } from '../../src/cli/language-option';
import { cli, cliEnvironment, compiledCli } from '../support/cli';
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

describe('what a newcomer tries', () => {
  it('--version prints the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(cli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('help marks what must be given and shows no default that is empty', () => {
    expect(cli(['generate', '--help']).stdout).toMatch(/--seed <s> .*\(required\)/);
    expect(cli(['report', '--help']).stdout).toMatch(/or all \(required\)/);
    expect(cli(['evaluate', '--help']).stdout).not.toContain('{}');
  });

  it('help keeps the longest setting apart from what it is for', () => {
    const settings = cli(['--help']).stdout.match(/^ {2}REHABSPOR_\w+ +\S/gm) ?? [];
    const gaps = settings.map((line) => (/ +(?=\S$)/.exec(line)?.[0] ?? '').length);

    expect(settings.length).toBeGreaterThan(40);
    expect(Math.min(...gaps)).toBe(2);
    expect(new Set(settings.map((line) => line.length)).size).toBe(1);
  });

  it('a setting of a name that is none is told with the one that was meant', () => {
    const { code, stderr } = cli(['evaluate', empty], { env: { REHABSPOR_KEYS: 'a secret of sixteen letters' } });

    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('REHABSPOR_KEYS is no setting; did you mean REHABSPOR_KEY?'),
    ]);
    expect(stderr).not.toContain('sixteen');
  });

  it('a definition set that is not there is told by the name of its setting', () => {
    const { code, stderr } = cli(['start'], { env: { REHABSPOR_DEFINITIONS: join(folder, 'none.yaml') } });

    expect([code, stderr]).toEqual([2, expect.stringContaining('REHABSPOR_DEFINITIONS must be a file that is there')]);
  });

  it('a store below a file is refused in words', () => {
    const { code, stderr } = cli(['start'], { data: join(empty, 'store') });

    expect(code).toBe(1);
    expect(stderr).toContain('a part of its path is a file, not a folder');
  });

  it('a file that cannot be read begins no store', () => {
    const data = join(folder, 'never-begun');

    expect(cli(['import', join(folder, 'missing.ndjson')], { data }).code).toBe(2);
    expect(existsSync(data)).toBe(false);
  });

  it.each([['report', '--period', '2023', '--level', 'denmark'], ['verify'], ['rebuild']])(
    '%s where no store is says where it looked and where the demo’s is, and begins none',
    (...args) => {
      const data = mkdtempSync(join(folder, 'none-'));
      mkdirSync(join(data, 'demo'));
      writeFileSync(join(data, 'demo', 'rehabspor.db'), '');
      const { code, stderr } = cli(args, { data });

      expect(code).toBe(1);
      expect(stderr).toContain(`There is no store in ${data}`);
      expect(stderr).toContain(`REHABSPOR_DATA=${join(data, 'demo')}`);
      expect(existsSync(join(data, 'rehabspor.db'))).toBe(false);
    },
  );

  it('a missing output folder is told as one', () => {
    const rejects = join(folder, 'nowhere', 'rejects.ndjson');
    const { code, stderr } = cli(['evaluate', empty, '--rejects', rejects]);

    expect([code, stderr]).toEqual([2, expect.stringContaining('its folder does not exist; make the folder first')]);
  });

  it('rejections are summed by code, the most first', () => {
    const input = [
      '{',
      '{',
      '{"specversion":"1.0","id":"1","source":"private:x","type":"dk.rehabspor.hospital.contact.v1","time":"2023-01-01T00:00:00Z","data":{}}',
    ];
    const { stderr } = cli(['evaluate', '-'], { input: `${input.join('\n')}\n` });

    expect(stderr).toContain('3 rejected (2 INVALID_EVENT, 1 NOT_REGISTRABLE).');
  });

  it('a reader that has seen enough ends it quietly', () => {
    const run = spawnSync(
      'sh',
      ['-c', '"$0" "$1" generate --patients 300 --seed 1 | head -n 1; exit 0', process.execPath, compiledCli()],
      {
        env: cliEnvironment({}),
        encoding: 'utf8',
      },
    );

    expect(run.stderr).toBe('');
    expect(run.stdout.split('\n')).toHaveLength(2);
  });

  it('a taken port ends the program with a sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = cli(['start'], { data: join(folder, 'port'), env: { REHABSPOR_PORT: String(port) } });
    taken.close();

    expect(code).toBe(1);
    expect(stderr).toContain(`Cannot listen at 127.0.0.1, port ${port}: another program has it`);
  });

  it.each([
    ['da_DK.UTF-8', 'da'],
    ['en_GB.UTF-8', 'en'],
    ['C', 'en'],
    ['dav_KE', 'en'],
  ])('LANG=%s writes %s', (LANG, language) => {
    expect(languageOf({ LANG })).toBe(language);
  });

  it('LC_ALL goes before LANG', () => {
    expect(languageOf({ LC_ALL: 'da_DK', LANG: 'en_GB' })).toBe('da');
    expect(languageOf({ LC_ALL: '', LC_MESSAGES: 'da_DK', LANG: 'en_GB' })).toBe('da');
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
