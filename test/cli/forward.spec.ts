import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationLines } from '../robustness/ground';
import { cli, jsonLines } from '../support/cli';
import { linesOf } from '../support/evaluate';
import { hospital } from '../support/sectors';
import { BO } from '../support/source-event';
import { startedServer } from '../support/started-server';
import { temporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';

/** Brought from elsewhere: received long before, with fields and digits of their own. */
const brought = linesOf([
  hospital().pci('2023-01-03', { receivedtime: '2023-01-05T06:07:08.009Z', note: { about: BO } }),
  hospital().bloodPressure(130, 80, '2023-02-01', { receivedtime: '2023-02-02T00:00:00.000Z' }),
]).map((line) => line.replace('"data":{', '"data":{"n":[12345678901234567890,1e400],"__proto__":{"a":1},'));

/** Without what a server notes of persons, which depends on what of a stream has come by then. */
const summaryOf = (said: string): string | undefined => /^\d+ events: .* rejected \(.*?\)\./m.exec(said)?.[0];

test('import sends its files to a running server, with the same receipts and moments of receipt, and both can verify', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, [...populationLines(10, 61), ...brought, '', 'not JSON', Buffer.alloc(0)].join('\n'));
  const [data, alone] = [join(folder, 'served'), join(folder, 'alone')];
  const server = await startedServer({ data });
  try {
    const sent = cli(['import', file, '--rejects', join(folder, 'sent')], { data });
    const kept = cli(['import', file, '--rejects', join(folder, 'kept')], { data: alone });

    expect([sent.code, kept.code]).toEqual([0, 0]);
    expect(summaryOf(sent.stderr)).toMatch(/^\d+ events: /);
    expect(summaryOf(sent.stderr)).toBe(summaryOf(kept.stderr));
    expect(jsonLines(readFileSync(join(folder, 'sent'), 'utf8'))).toEqual(
      jsonLines(readFileSync(join(folder, 'kept'), 'utf8')),
    );
    await until('the server has decided all', () => cli(['verify'], { data }).stdout.includes('The store is what'));
  } finally {
    await server.end();
  }

  const exported = (of: string): string[] =>
    cli(['export', '-'], { data: of })
      .stdout.trimEnd()
      .split('\n')
      .filter((line) => line.includes('12345678901234567890'))
      .sort();
  expect(exported(data)).toHaveLength(brought.length);
  expect(exported(data)).toEqual(exported(alone));
  for (const received of ['2023-01-05T06:07:08.009Z', '2023-02-02T00:00:00.000Z']) {
    expect(exported(data).join()).toContain(`"receivedtime":"${received}"`);
  }
  expect(cli(['verify'], { data })).toMatchObject({ code: 0, stdout: expect.not.stringContaining('not handled yet') });
});
