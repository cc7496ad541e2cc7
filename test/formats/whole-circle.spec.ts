import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationLines } from '../robustness/ground';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const at = (...parts: readonly string[]): string => join(folder, ...parts);
const AS_OF = ['--as-of', '2025-06-30'];

/** The formats that hold a population together: LPR's by LPR_F, each other source's by its own tables. */
const TOGETHER = [
  ...['lpr-f', 'municipal', 'laboratory', 'prescription', 'civil-registration'],
  ...['danheart', 'pro', 'general-practice', 'feed-status'],
];
/** Read back in another order than they were written in. */
const ROADS: readonly (readonly [string, readonly string[]])[] = [
  ['LPR_F and each other source’s tables', TOGETHER],
  ['the same in another order', [...TOGETHER].reverse()],
  ['FHIR', ['fhir']],
];

/** The events of a store, each as a text that does not depend on the order of its members. */
function eventsOf(store: string): string[] {
  expect(cli(['export', at(`${store}.ndjson`)], { data: at(store) })).toMatchObject({ code: 0 });
  const lines = readFileSync(at(`${store}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => inOrder(JSON.parse(line))).sort();
}

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

function decisionsOf(store: string): string {
  const { code, stdout } = cli(['evaluate', at(`${store}.ndjson`), ...AS_OF]);
  expect(code).toBe(0);
  return stdout;
}

let events: string[];
let decisions: string;
beforeAll(() => {
  writeFileSync(at('population.ndjson'), populationLines(60, 14).join('\n'));
  expect(cli(['import', at('population.ndjson')], { data: at('original') })).toMatchObject({ code: 0 });
  events = eventsOf('original');
  decisions = decisionsOf('original');
  for (const format of [...TOGETHER, 'fhir'])
    expect(cli(['export', at(format), '--format', format], { data: at('original') })).toMatchObject({ code: 0 });
}, 300_000);

test.each(ROADS)(
  'a population written out as %s and read back is the same events, and decided byte for byte the same',
  (name, formats) => {
    const store = name.replaceAll(/\W+/g, '-');
    for (const format of formats) {
      const imported = cli(['import', at(format), '--format', format], { data: at(store) });
      expect(imported.stderr).toMatch(/ 0 not readable\./);
      expect(imported.stderr).toMatch(/: \d+ accepted, 0 repeated, 0 rejected/);
      expect(imported.code).toBe(0);
    }

    expect(eventsOf(store)).toEqual(events);
    expect(decisionsOf(store)).toBe(decisions);
    expect(decisions.split('\n').length).toBeGreaterThan(500);
  },
  300_000,
);

test('what was written out and is read into the store it came from brings repeats only', () => {
  for (const format of ['lpr-f', 'fhir']) {
    const again = cli(['import', at(format), '--format', format], { data: at('original') });
    expect(again.stderr).toMatch(/ 0 accepted, \d+ repeated, 0 rejected/);
  }
});
