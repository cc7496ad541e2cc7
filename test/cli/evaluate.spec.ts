import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, jsonLines } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const golden = (name: string): string => join(__dirname, '..', 'faq', 'golden', name);
const events = golden('golden.events.ndjson');
const asOf = ['--as-of', '2024-01-04'];

/** Decisions without what the program words as it likes. */
const comparable = (text: string): string[] =>
  jsonLines(text).map((decision) =>
    JSON.stringify(decision, (name, value: unknown) =>
      name === 'person' || name === 'explanation' || name === 'what' ? undefined : value,
    ),
  );

describe('evaluate', () => {
  it('decides the golden patient as the examples say, and says what it did on standard error', () => {
    const rejects = join(temporaryFolder(), 'rejects.ndjson');
    const { code, stdout, stderr } = cli(['evaluate', events, ...asOf, '--show-cpr', '--rejects', rejects]);

    expect(code).toBe(0);
    expect(comparable(stdout)).toEqual(comparable(readFileSync(golden('golden.decisions.ndjson'), 'utf8')));
    const receipts = jsonLines(readFileSync(rejects, 'utf8')).map(
      ({ path: _path, message: _message, rule: _rule, ...rest }) => rest,
    );
    expect(receipts).toEqual(jsonLines(readFileSync(golden('golden.rejects.ndjson'), 'utf8')));
    expect(stderr).toMatch(/25 events: 23 accepted, 1 repeated, 1 rejected \(1 WRONG_CODE_SYSTEM_FOR_SECTOR\)\./);
    expect(stderr).not.toMatch(/\d{10}/);
  });

  it('shows no CPR number unless asked to', () => {
    const { stdout } = cli(['evaluate', events, ...asOf]);

    expect(stdout).not.toMatch(/1502779995|"cpr"/);
    expect(jsonLines(stdout)).toHaveLength(12);
  });

  it('reads standard input as it reads a file, and several files as one', () => {
    const lines = readFileSync(events, 'utf8').trimEnd().split('\n');
    const [one, other] = [join(temporaryFolder(), 'one.ndjson'), join(temporaryFolder(), 'other.ndjson')];
    writeFileSync(one, lines.slice(0, 9).join('\n'));
    writeFileSync(other, lines.slice(9).join('\r\n'));
    const fromFile = cli(['evaluate', events, ...asOf]).stdout;

    expect(cli(['evaluate', '-', ...asOf], { input: readFileSync(events) }).stdout).toBe(fromFile);
    expect(cli(['evaluate', one, other, ...asOf]).stdout).toBe(fromFile);
  });

  it('names the file on receipts when there are several', () => {
    const folder = temporaryFolder();
    const [good, bad, rejects] = ['good', 'bad', 'rejects'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(good, '');
    writeFileSync(bad, '\nnot JSON\n');
    const { code, stdout } = cli(['evaluate', good, bad, '--rejects', rejects]);

    expect([code, stdout]).toEqual([0, '']);
    expect(jsonLines(readFileSync(rejects, 'utf8'))).toMatchObject([{ code: 'INVALID_EVENT', line: 2, file: bad }]);
  });

  it.each([
    ['as --lang says', ['--lang', 'da'], { LANG: 'en_GB.UTF-8' }, 'Linjen er ikke JSON'],
    ['as the environment says', [], { LANG: 'da_DK.UTF-8' }, 'Linjen er ikke JSON'],
    [
      'in English by --lang, whatever the environment says',
      ['--lang', 'en'],
      { LANG: 'da_DK' },
      'This line is not JSON',
    ],
    ['in English where nothing says it', [], {}, 'This line is not JSON'],
  ])('writes receipts %s', (_how, args, env, said) => {
    const rejects = join(temporaryFolder(), 'rejects');
    cli(['evaluate', '-', '--rejects', rejects, ...args], { input: 'not JSON', env });

    expect(jsonLines(readFileSync(rejects, 'utf8'))[0]?.['message']).toContain(said);
  });

  it('refuses a language it does not write', () => {
    expect(cli(['evaluate', '-', '--lang', 'sv'], { input: '' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Allowed choices are da, en'),
    });
  });

  it('passes over what was received after --known-at, without a receipt', () => {
    const line = (id: string, receivedtime: string): string =>
      JSON.stringify({ ...jsonLines(readFileSync(events, 'utf8'))[0], id, receivedtime });
    const rejects = join(temporaryFolder(), 'rejects');
    const input = [line('1', '2023-02-01T00:00:00Z'), line('2', '2023-02-01T00:00:01Z'), 'not JSON'].join('\n');
    const { stderr } = cli(['evaluate', '-', '--known-at', '2023-02-01T01:00:00+01:00', '--rejects', rejects], {
      input,
    });

    expect(stderr).toMatch(/1 accepted, 0 repeated, 1 rejected/);
    expect(jsonLines(readFileSync(rejects, 'utf8'))).toMatchObject([{ line: 3, code: 'INVALID_EVENT' }]);
  });

  it('decides under the policy that was chosen', () => {
    const outcomeOf = (args: string[]): unknown =>
      jsonLines(cli(['evaluate', events, '--as-of', '2023-02-01', ...args]).stdout).find(
        ({ indicator }) => indicator === 'diet',
      );

    expect(outcomeOf([])).toMatchObject({ outcome: 'pending', policy: { bugOnReferral: 'strict' } });
    expect(outcomeOf(['--policy', 'bugOnReferral=lenient'])).toMatchObject({
      outcome: 'met',
      policy: { bugOnReferral: 'lenient' },
    });
  });

  it('decides under another definition set', () => {
    const file = join(temporaryFolder(), 'mine.yaml');
    const inForce = join(__dirname, '..', '..', 'contracts', 'indicators', 'dhrd-2023.v2.yaml');
    writeFileSync(
      file,
      readFileSync(inForce, 'utf8').replace('version: 2', 'version: 7').replace('below: 140', 'below: 150'),
    );
    const { stdout } = cli(['evaluate', events, ...asOf, '--definitions', file]);

    expect(jsonLines(stdout).find(({ indicator }) => indicator === 'blood-pressure')).toMatchObject({
      definition: 'dhrd-2023/7',
      outcome: 'not-met',
    });
  });
});

describe('evaluate with several threads', () => {
  it('gives the same decisions, receipts and sums as with one, byte for byte', () => {
    const folder = temporaryFolder();
    const population = join(folder, 'population.ndjson');
    writeFileSync(population, cli(['generate', '--patients', '700', '--seed', '4']).stdout);
    const said = (threads: string) => {
      const rejects = join(folder, `rejects-${threads}.ndjson`);
      const answer = cli([
        ...['evaluate', population, '--as-of', '2024-12-31', '--threads', threads, '--rejects', rejects],
      ]);
      const summary = answer.stderr.split('\n').find((line) => line.includes('events:'));
      return { decisions: answer.stdout, rejects: readFileSync(rejects, 'utf8'), summary, code: answer.code };
    };
    const alone = said('1');

    expect(jsonLines(alone.decisions).length).toBeGreaterThan(7_000);
    expect(alone.rejects).not.toBe('');
    expect(alone.summary).toContain('ID_REUSED');
    expect(said('3')).toEqual(alone);
  });
});
