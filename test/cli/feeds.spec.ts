import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationLines } from '../robustness/ground';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const data = temporaryFolder();
const file = join(temporaryFolder(), 'events.ndjson');

beforeAll(() => {
  writeFileSync(file, populationLines(150, 31).join('\n'));
  expect(cli(['import', file], { data })).toMatchObject({ code: 0 });
});

describe('feeds', () => {
  it('shows the calendar of a source by month, in both languages', () => {
    const asked = [
      'feeds',
      'calendar',
      '--organisation',
      'laboratory:lab-database',
      '--from',
      '2023-03',
      '--to',
      '2023-06',
    ];
    const english = cli(asked, { data });
    const danish = cli([...asked, '--lang', 'da'], { data });

    expect(english.code).toBe(0);
    expect(english.stdout).toMatch(/2023-03 +2023-04 +2023-05 +2023-06/);
    expect(english.stdout).toMatch(/laboratory:lab-database the laboratory database {2}[#+!] \d+\/(\d+|\?)/);
    expect(danish.stdout).toMatch(/alt kom \(grøn\)/);
  });

  it('judges once, lists what is wrong, and takes what staff say of it, after which it holds to the log', () => {
    const judged = cli(['feeds', 'judge'], { data });
    const again = cli(['feeds', 'judge'], { data });
    const { stdout: alarms } = cli(['feeds', 'alarms'], { data });
    const alarm = /^a_\S+/m.exec(alarms)?.[0] ?? '';

    expect(judged.stdout).toMatch(
      /^\d+ organisations judged through \d{4}-\d\d-\d\d: [1-9]\d* alarms raised, 0 cleared\./,
    );
    expect(again.stdout).toMatch(/: 0 alarms raised, 0 cleared\./);
    expect(cli(['feeds', 'confirm', alarm, '--by', 'Datafangst'], { data }).stdout).toBe(`${alarm} is confirmed.\n`);
    expect(cli(['feeds', 'alarms'], { data }).stdout).toContain('confirmed: Datafangst');
    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'an organisation that never delivered',
      ['calendar', '--organisation', 'municipality:9999'],
      /there is municipality:/,
    ],
    ['a month that is none', ['calendar', '--from', '2023-13'], /YYYY-MM/],
    ['an alarm that is not there', ['confirm', 'a_0000000000000000', '--by', 'A'], /feeds alarms/],
    ['nobody’s word', ['overrule', 'a_0000000000000000'], /--by/],
    ['a CPR number in a note', ['confirm', 'a_1', '--by', 'A', '--note', '150277-9995'], /without a CPR number/],
  ])('%s is answered with exit code 2', (_what, args, message) => {
    const { code, stderr } = cli(['feeds', ...args], { data });

    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(stderr).not.toContain('150277');
  });
});
