import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { cli, jsonLines } from '../support/cli';
import { ANNA, BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const at = (...parts: readonly string[]): string => join(folder, ...parts);

const HEADINGS = 'type;cpr;courseId;startedOn;kind;deliveredOn;id';
const START = `start;${ANNA};F-1;2024-05-02;;;s1`;
const DIET = `intervention;${ANNA};F-1;;diet;03-05-2024;i1`;
const TRAINING = `intervention;${BO};;;training;2024-05-04;i2`;
const month = (...rows: readonly string[]): string => `${[HEADINGS, ...rows].join('\n')}\n`;

const municipal = (file: string, store: string, ...more: readonly string[]) =>
  cli(['import', file, '--format', 'municipal', '--source', 'municipality:0461', ...more], { data: at(store) });

const receiptOf = (path: string): { outcome: string; said: string[] } =>
  JSON.parse(readFileSync(`${path}.receipt.json`, 'utf8')) as { outcome: string; said: string[] };

const watch = (...more: readonly string[]) =>
  cli(['watch', at('drop'), '--once', '--settle', '0.05', ...more], { data: at('watched') });

describe('import --format', () => {
  it('takes a month’s file, then only what is new or corrected in it, and what is gone from a whole one', () => {
    writeFileSync(at('may.csv'), month(START, DIET, TRAINING));
    expect(municipal(at('may.csv'), 'months').stderr).toMatch(/3 events: 3 accepted, 0 repeated, 0 rejected/);
    expect(municipal(at('may.csv'), 'months').stderr).toMatch(/0 events; 3 unchanged, 0 not readable/);
    writeFileSync(at('june.csv'), month(START, DIET.replace('diet', 'training'), TRAINING));
    expect(municipal(at('june.csv'), 'months').stderr).toMatch(/1 events; 2 unchanged/);
    writeFileSync(at('july.csv'), month(START, TRAINING));
    expect(municipal(at('july.csv'), 'months', '--extract', 'full').stderr).toMatch(
      /1 events, 1 of them retractions of what is gone; 2 unchanged/,
    );
    expect(cli(['export', at('months.ndjson')], { data: at('months') }).code).toBe(0);
    const last = jsonLines<{ data: { recordId: string; version: number; status?: string } }>(
      readFileSync(at('months.ndjson'), 'utf8'),
    ).filter(({ data }) => data.recordId === 'i1');

    expect(last.map(({ data }) => [data.version, data.status ?? 'active'])).toEqual([
      [1, 'active'],
      [2, 'active'],
      [3, 'retracted'],
    ]);
    expect(cli(['verify'], { data: at('months') }).code).toBe(0);
  });

  it('says of each row that was not taken where it stands and what to do, and takes the others', () => {
    writeFileSync(at('bad.csv'), month(START, 'something;1;;;;;', DIET.replace('03-05-2024', '2024-13-01')));
    const { code, stderr } = municipal(at('bad.csv'), 'bad', '--rejects', at('bad.rejects'));
    const rejects = jsonLines<{ row: number; file: string; message: string; code: string }>(
      readFileSync(at('bad.rejects'), 'utf8'),
    );

    expect(code).toBe(0);
    expect(stderr).toMatch(/1 accepted/);
    expect(rejects.map(({ file, row, code: why }) => [file, row, why]).sort()).toEqual([
      ['bad.csv', 3, 'INVALID_EVENT'],
      ['bad.csv', 4, 'INVALID_EVENT'],
    ]);
    for (const { message } of rejects) expect(message).toMatch(/\w{3}/);
  });

  it('takes nothing of a delivery that is not whole', () => {
    writeFileSync(at('cut.csv'), month(START, DIET).slice(0, -12));
    const { code, stderr } = municipal(at('cut.csv'), 'cut');

    expect(code).toBe(2);
    expect(stderr).toMatch(/cut\.csv/);
    expect(municipal(at('may.csv'), 'cut').stderr).toMatch(/3 accepted/);
  });

  it('makes no store for a delivery that is not there, and names what there is for a format that is not', () => {
    expect(municipal(at('nowhere'), 'none')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/does not exist/),
    });
    expect(existsSync(at('none'))).toBe(false);
    expect(cli(['import', at('may.csv'), '--format', 'excel'], { data: at('none') }).stderr).toMatch(/fhir, .*lpr-f/);
  });

  it('leaves no file of its work behind', () => {
    expect(readdirSync(at('months')).filter((name) => name.startsWith('delivery-'))).toEqual([]);
    expect(readdirSync(at('cut')).filter((name) => name.startsWith('delivery-'))).toEqual([]);
  });

  it('unpacks a zip file, but not one that is broken or grows beyond what is taken', () => {
    writeFileSync(at('may.zip'), zipSync({ 'may.csv': strToU8(month(START, DIET)) }));
    writeFileSync(at('broken.zip'), readFileSync(at('may.zip')).subarray(0, 90));
    writeFileSync(at('bomb.zip'), zipSync({ 'may.csv': new Uint8Array(600 << 20) }));

    expect(municipal(at('may.zip'), 'zips').stderr).toMatch(/2 accepted/);
    expect(municipal(at('broken.zip'), 'zips')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is not whole/),
    });
    expect(municipal(at('bomb.zip'), 'zips')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/more than 512 MB/),
    });
  });
});

describe('convert', () => {
  it('writes the events of a delivery and keeps nothing', () => {
    const { code, stdout, stderr } = cli([
      ...['convert', at('may.csv'), '--format', 'municipal', '--source', 'municipality:0461'],
      ...['--extracted', '2024-06-01T06:00:00Z'],
    ]);
    const events = jsonLines<{ type: string; time: string; source: string }>(stdout);

    expect([code, events.length]).toEqual([0, 3]);
    expect(stderr).toMatch(/3 parts read: 3 events/);
    expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['municipality:0461']));
  });
});

describe('watch', () => {
  beforeEach(() => {
    rmSync(at('drop'), { recursive: true, force: true });
    rmSync(at('watched'), { recursive: true, force: true });
    mkdirSync(at('drop', 'municipal', 'municipality-0461'), { recursive: true });
  });
  const drop = (name: string): string => at('drop', 'municipal', 'municipality-0461', name);

  it('takes what was put there, by whoever its folder names, and writes a receipt beside it', () => {
    copyFileSync(at('may.csv'), drop('may.csv'));
    expect(watch().code).toBe(0);

    expect(receiptOf(drop('may.csv'))).toMatchObject({
      outcome: 'taken',
      source: 'municipality:0461',
      said: expect.arrayContaining([expect.stringMatching(/3 accepted/)]),
    });
    expect(statSync(`${drop('may.csv')}.receipt.json`).mode & 0o777).toBe(statSync(drop('may.csv')).mode & 0o666);
  });

  it('takes a delivery once, and again when it is another one', () => {
    copyFileSync(at('may.csv'), drop('may.csv'));
    watch();
    const first = readFileSync(`${drop('may.csv')}.receipt.json`, 'utf8');
    watch();
    expect(readFileSync(`${drop('may.csv')}.receipt.json`, 'utf8')).toBe(first);
    writeFileSync(drop('may.csv'), month(START, DIET.replace('diet', 'training'), TRAINING));
    watch();

    expect(receiptOf(drop('may.csv')).said.join()).toMatch(/1 events; 2 unchanged/);
  });

  it('takes nobody’s delivery for another’s fault, and leaves what is still being written', () => {
    writeFileSync(drop('a-cut.csv'), month(START).slice(0, -9));
    copyFileSync(at('may.csv'), drop('b-may.csv'));
    copyFileSync(at('may.csv'), drop('c-may.csv.part'));
    mkdirSync(at('drop', 'municipal', 'municipality-0999'));
    copyFileSync(at('may.csv'), at('drop', 'municipal', 'municipality-0999', 'may.csv'));
    expect(watch().code).toBe(0);

    expect(receiptOf(drop('a-cut.csv')).outcome).toBe('refused');
    expect(receiptOf(drop('b-may.csv'))).toMatchObject({ outcome: 'taken' });
    expect(existsSync(`${drop('c-may.csv.part')}.receipt.json`)).toBe(false);
    const foreign = receiptOf(at('drop', 'municipal', 'municipality-0999', 'may.csv'));
    expect([foreign.outcome, foreign.said.join()]).toEqual(['taken', expect.stringMatching(/3 UNKNOWN_ORGANISATION/)]);
  });
});
