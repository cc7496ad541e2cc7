import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, jsonLines } from '../support/cli';
import { sourceEvent } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';

const good = (day: string): string =>
  JSON.stringify(
    sourceEvent('hospital.diagnosis', 'hospital:330901000016003', day, { code: 'DI219', role: 'A', diagnosedOn: day }),
  );
const changed = (change: (event: Record<string, unknown> & { data: Record<string, unknown> }) => void): string => {
  const event = JSON.parse(good('2023-01-03')) as Parameters<typeof change>[0];
  change(event);
  return JSON.stringify(event);
};

const FIFTY_MEGABYTES = 50 << 20;

const BAD: readonly (readonly [title: string, line: string | Buffer, code: string, path: string | undefined])[] = [
  ['broken JSON', '{"specversion":"1.0",', 'INVALID_EVENT', undefined],
  ['no object', '[1]', 'INVALID_EVENT', undefined],
  ['a line of 50 MB', Buffer.alloc(FIFTY_MEGABYTES, 'x'), 'INVALID_EVENT', undefined],
  ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'INVALID_EVENT', undefined],
  ['a NUL byte', '\u0000', 'INVALID_EVENT', undefined],
  ['an unknown type', changed((event) => (event['type'] = 'dk.rehabspor.hospital.song.v1')), 'INVALID_EVENT', 'type'],
  ['a number for an id', changed((event) => (event['id'] = 7)), 'INVALID_EVENT', 'id'],
  ['data that is a list', changed((event) => (event['data'] = [] as never)), 'INVALID_EVENT', 'data'],
  [
    'a number for a day',
    changed((event) => (event.data['diagnosedOn'] = 20230103)),
    'INVALID_EVENT',
    'data.diagnosedOn',
  ],
  [
    'a day that is none',
    changed((event) => (event.data['diagnosedOn'] = '2023-02-30')),
    'INVALID_EVENT',
    'data.diagnosedOn',
  ],
  ['a CPR too short', changed((event) => (event.data['cpr'] = '123')), 'INVALID_CPR', 'data.cpr'],
  ['nesting without end', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'INVALID_EVENT', 'specversion'],
];

const goodLines = BAD.map((_, at) => good(`2023-01-${String(at + 3).padStart(2, '0')}`));

describe.each(['evaluate', 'import'])('%s of bad lines among good ones', (command) => {
  const folder = temporaryFolder();
  const file = join(folder, 'events.ndjson');
  const rejects = join(folder, 'rejects.ndjson');
  const newline = Buffer.from('\n');
  let answer: ReturnType<typeof cli>;
  let receipts: Record<string, unknown>[];

  beforeAll(() => {
    const pieces = BAD.flatMap(([, line], at) => [
      Buffer.from(line),
      newline,
      Buffer.from(goodLines[at] ?? ''),
      newline,
    ]);
    writeFileSync(file, Buffer.concat(pieces));
    answer = cli([command, file, '--rejects', rejects], { data: join(folder, 'store') });
    receipts = jsonLines(readFileSync(rejects, 'utf8'));
  });

  it('takes the good ones and rejects every bad one', () => {
    expect(answer.code).toBe(0);
    expect(answer.stderr).toMatch(
      new RegExp(`${2 * BAD.length} events: ${BAD.length} accepted, 0 repeated, ${BAD.length} rejected`),
    );
  });

  it.each(BAD.map(([title, , code, path], at) => ({ title, code, path, line: at * 2 + 1 })))(
    'answers $title with its line, $code, its path and a remedy',
    ({ code, path, line }) => {
      const receipt = receipts.find((one) => one['line'] === line);

      expect(receipt).toMatchObject({ status: 'rejected', code });
      expect(receipt?.['path']).toBe(path);
      expect(String(receipt?.['message']).length).toBeGreaterThan(20);
    },
  );

  it('says how long a line may be, and which setting raises it', () => {
    expect(receipts.find(({ line }) => line === 5)?.['message']).toMatch(/52428800 bytes.*REHABSPOR_MAX_EVENT_BYTES/);
  });
});

describe('files that are not whole', () => {
  it('an empty file has no events', () => {
    const { code, stdout, stderr } = cli(['evaluate', '-'], { input: '' });

    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/0 events/);
  });

  it('a file cut off in its last line loses that line alone, with a receipt', () => {
    const rejects = join(temporaryFolder(), 'rejects');
    const input = `${good('2023-01-03')}\n${good('2023-01-04').slice(0, 60)}`;
    const { code, stderr } = cli(['evaluate', '-', '--rejects', rejects], { input });

    expect(code).toBe(0);
    expect(stderr).toMatch(/1 accepted, 0 repeated, 1 rejected/);
    expect(jsonLines(readFileSync(rejects, 'utf8'))).toMatchObject([
      { line: 2, message: expect.stringMatching(/cut off/) },
    ]);
  });

  it('a file cut off in the middle of a character is no worse', () => {
    const input = Buffer.from(`${good('2023-01-03')}\n{"id":"ø`).subarray(0, -1);

    expect(cli(['evaluate', '-'], { input }).stderr).toMatch(/1 accepted, 0 repeated, 1 rejected/);
  });
});

describe('a full disk', () => {
  const input = [good('2023-01-03'), 'not JSON'].join('\n');
  const full = /the disk is full; make room/;

  it.each([
    ['evaluate', ['evaluate', '-']],
    ['generate', ['generate', '--patients', '50', '--seed', '1']],
  ])('stops %s that writes on standard output', (_command, args) => {
    const { code, stderr } = cli(args, { input, stdout: openSync('/dev/full', 'w') });

    expect(stderr).toMatch(full);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBeGreaterThan(0);
  });

  it.each(['evaluate', 'import'])('stops %s that writes receipts', (command) => {
    const { code, stderr } = cli([command, '-', '--rejects', '/dev/full'], { input, data: temporaryFolder() });

    expect(stderr).toMatch(full);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBeGreaterThan(0);
  });

  it('stops receipts that cannot be written at all', () => {
    const { code, stderr } = cli(['evaluate', '-', '--rejects', '/nonexistent/rejects'], { input });

    expect(stderr).toMatch(/Cannot write \/nonexistent\/rejects: its folder does not exist/);
    expect(code).toBe(2);
  });
});
