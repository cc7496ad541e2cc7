import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyEmbedded } from '../../src/apps/verify-embedded';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { StoreError } from '../../src/platform/store-error';
import { civilRegistration, hospital } from '../support/sectors';
import { ANNA, BO, CARLA } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, openEmbedded, SetClock, settingsFor, takeIn } from './embedded';
import { populationLines, seededRandom } from './ground';

/** What a program says of what it did not foresee, and people cannot use. */
const RAW = /is not a function|undefined|Unexpected token|not iterable/;
const PAGE = 4096;
const FLIPS = 40;
const clock = SetClock.at('2024-03-01');
const original = temporaryFolder();

/** A closed store in which every table has rows. */
beforeAll(async () => {
  const embedded = openEmbedded(settingsFor(original), clock);
  const { log, watch, subscriptionBook, webhookBook, alarms, reportBook, definitionBook, rejected } = embedded;
  log.start();
  const lines = populationLines(12, 77);
  const changedNumber = [
    hospital().pci('2023-03-01', { cpr: BO }),
    civilRegistration.newNumber(CARLA, BO, '2023-04-01'),
  ];
  const shared = [BO, ANNA].map((cpr) => hospital().diagnosis('DI251', '2023-05-01', { cpr, recordId: 'shared' }));
  await takeIn(embedded, [
    lines,
    lines.slice(0, 30),
    ['{"id":"refused"}', 'no JSON'],
    changedNumber.map((event) => JSON.stringify(event)),
    shared.map((event) => JSON.stringify(event)),
  ]);
  await rejected.resolve(1, 1_700_000_000_000);
  await watch.catchUp();
  const at = '2024-03-01T12:00:00.000Z';
  await alarms.append('an alarm', 0, { step: 'raised', at } as never);
  await reportBook.freeze({ id: 'r', question: '{}', basis: '{}', content: '{}', digest: 'd' }, { at } as never);
  await definitionBook.propose({ id: 'd', digest: 'd', content: '{}', text: 'x' }, { at } as never);
  await subscriptionBook.add({ id: 's', progress: { revision: 0 } } as never);
  await subscriptionBook.advance('s', { revision: 1 } as never);
  await webhookBook.add({ id: 'w', progress: { revision: 0 } } as never);
  await webhookBook.advance('w', { revision: 1 });
  await closeEmbedded(embedded);
});

/** A copy of the store, which may be damaged. */
function copied(): string {
  const folder = temporaryFolder();
  copyFileSync(join(original, 'rehabspor.db'), join(folder, 'rehabspor.db'));
  return folder;
}

/** What verifying finds, or what it says when there is no store that could be verified. */
async function foundIn(folder: string): Promise<readonly string[]> {
  try {
    return (await verifyEmbedded(settingsFor(folder), () => undefined)).differences;
  } catch (error) {
    if (error instanceof StoreError) return [error.message];
    throw error;
  }
}

function rowsOf(folder: string): Map<string, unknown[]> {
  const database = new SqliteConnection(join(folder, 'rehabspor.db'), { readonly: true });
  const rows = new Map(tablesIn(database).map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()]));
  database.close();
  return rows;
}

const tablesIn = (database: InstanceType<typeof SqliteConnection>): string[] =>
  (
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all() as {
      name: string;
    }[]
  ).map(({ name }) => name);

function alter(folder: string, sql: string): number {
  const database = new SqliteConnection(join(folder, 'rehabspor.db'));
  const { changes } = database.prepare(sql).run();
  database.close();
  return changes;
}

test('a store as it was written has nothing wrong', async () => {
  expect(await foundIn(copied())).toEqual([]);
});

/** What is folded and decided again by a rebuild may be lost; the rest is named by the table or by what it holds. */
test.each([
  ['vault', /vault has no number for p_/],
  ['claimed_event', /ledger does not know event /],
  ['claimed_registration', /ledger does not know registration /],
  ['rejected_event', /^rejected_event holds \d+ rows, but \d+ were written/],
  ['delivery', /^delivery does not hold the figures that were added/],
  ['log_clinical_events', /^log_clinical_events holds/],
  ['log_feed_statuses', /^log_feed_statuses holds/],
  ['log_pathway_changes', /^log_pathway_changes holds/],
  ['log_decisions', /^log_decisions holds/],
  ['person_event', /other events/],
  ['reported_on', /is not known as somebody whom .+ reported on/],
  ['relation', /related to others than the log says/],
  ['sharing', /shared by others than the log says/],
  ['shared_record', /shared by others than the log says/],
  ['person_number', /cannot be read|other events|does not know/],
  ['pathway_state', /no pathway state/],
  ['person_column', /has a pathway state that lists hold otherwise/],
  ['decision', /no decisions/],
  ['decision_basis', /no decisions/],
  ['feed_event', /feed statuses/],
  ['frozen_report', /^frozen_report holds 0 rows, but 1 were written/],
  ['report_step', /^report_step holds/],
  ['alarm_step', /^alarm_step holds/],
  ['proposed_set', /^proposed_set holds/],
  ['proposal_step', /^proposal_step holds/],
  ['subscription', /^subscription holds/],
  ['webhook', /^webhook holds/],
  ['store_note', /does not say which key|note|digests/],
  ['row_sum', / holds \d+ rows, but 0 were written/],
])('rows deleted from %s are found and named', async (table, sentence) => {
  const folder = copied();
  expect(alter(folder, `DELETE FROM ${table}`)).toBeGreaterThan(0);

  expect((await foundIn(folder)).join('\n')).toMatch(new RegExp(sentence.source, 'm'));
});

test.each([
  [
    'refused payloads zeroed',
    'UPDATE rejected_event SET payload = zeroblob(length(payload))',
    /rejected_event is not as/,
  ],
  ['keys of persons', 'UPDATE data_key SET wrapped = NULL', /data_key is not as it was written/],
  ['when something was refused', 'UPDATE rejected_event SET received = received + 1', /rejected_event is not as/],
  ['days of receipt', 'UPDATE reported_on SET last = last + 1', /reported on by .+ on other days than in the log/],
  ['delivery counts', 'UPDATE delivery SET duplicate = duplicate + 1', /delivery does not hold the figures/],
  ['an age changed', `UPDATE delivery SET ages = replace(ages, '"1":', '"2":')`, /delivery does not hold the figures/],
  ['sealed numbers', 'UPDATE vault SET sealed = zeroblob(length(sealed))', /vault’s number for p_\S+ does not open/],
  [
    'numbers swapped',
    'UPDATE vault SET sealed = (SELECT sealed FROM vault LIMIT 1)',
    /vault’s number for p_\S+ does not open/, // Each rests under a key of the person's own.
  ],
  [
    'contents claimed',
    'UPDATE claimed_event SET claims = randomblob(length(claims))',
    /ledger knows event .* with another content/,
  ],
  [
    'owners',
    `UPDATE claimed_registration SET claims =
       CAST(replace(hex(zeroblob(length(claims) / 6)), '00', (SELECT unhex(printf('%012x', min(no))) FROM person_number)) AS BLOB)`,
    /belongs to another person than in the log/,
  ],
  ['the greatest event of a shared record', 'UPDATE shared_record SET greatest = NULL', /stands on another event/],
  [
    'the names in a feed status',
    `UPDATE feed_event SET event = replace(replace(event, '"source"', '"spurce"'), '"id"', '"ie"') WHERE no = 1`,
    /one without an id of no source is not in the log/,
  ],
  ['a step', "UPDATE alarm_step SET step = '{}'", /alarm_step is not as it was written/],
])('%s changed are found and named', async (_title, sql, sentence) => {
  const folder = copied();
  expect(alter(folder, sql)).toBeGreaterThan(0);

  const found = (await foundIn(folder)).join('\n');
  expect(found).toMatch(sentence);
  expect(found).not.toMatch(RAW);
});

test('a byte flipped anywhere that changes what a table says is found, and never by a raw message', async () => {
  const bytes = readFileSync(join(original, 'rehabspor.db'));
  const before = saidIn(original);
  const random = seededRandom(4711);
  const unnoticed: number[] = [];
  const raw: string[] = [];
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const folder = temporaryFolder();
    const at = flip < 10 ? flip * 10 : Math.floor(random() * bytes.length);
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] as number) ^ (1 << Math.floor(random() * 8));
    writeFileSync(join(folder, 'rehabspor.db'), damaged);
    const found = await foundIn(folder);
    raw.push(...found.filter((one) => RAW.test(one)));
    if (found.length === 0 && saysSomethingElse(folder, before)) unnoticed.push(at);
  }

  expect(raw).toEqual([]);
  expect(unnoticed.map((at) => `page ${Math.floor(at / PAGE) + 1}, byte ${at % PAGE}`)).toEqual([]);
});

const saidIn = (folder: string): string => JSON.stringify([...rowsOf(folder)]);

/** True when the rows are others than before. */
function saysSomethingElse(folder: string, before: string): boolean {
  try {
    return saidIn(folder) !== before;
  } catch {
    return true;
  }
}
