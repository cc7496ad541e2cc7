import { SqliteConnection } from '../../../src/platform/sqlite/driver';
import { SCHEMA } from '../../../src/platform/sqlite/schema';
import { columnsOf, copyRow, deleteRow, flip } from './damages';
import { VerifiedCopies } from './verified-copies';

/** What is made of the log, and can be made of it again. */
const MADE_OF_THE_LOG = [
  'person_event',
  'relation',
  'sharing',
  'shared_record',
  'pathway_state',
  'person_column',
  'decision',
  'decision_basis',
  'feed_event',
  'set_aside',
];
const PLACES = ['first', 'last'] as const;

const made = new SqliteConnection(':memory:');
made.exec(SCHEMA);
const columns = new Map(MADE_OF_THE_LOG.map((table) => [table, columnsOf(made, table)]));
made.close();

let copies: VerifiedCopies;
beforeAll(async () => {
  copies = await VerifiedCopies.make();
});
afterAll(() => copies.close());

test.each(MADE_OF_THE_LOG)('whatever is damaged in %s, a rebuild puts it right', async (table) => {
  const left: string[] = [];
  let mended = 0;
  for (const place of PLACES) {
    const damages = [
      ...(columns.get(table) ?? []).map((column) => ({ what: column, damage: flipping(table, column, place) })),
      { what: 'deleted', damage: (database) => deleteRow(database, table, place) },
      { what: 'added', damage: (database) => copyRow(database, table, place) },
    ] satisfies { what: string; damage: Parameters<VerifiedCopies['foundAfter']>[0] }[];
    for (const { what, damage } of damages) {
      const found = await copies.leftAfterRebuild(damage);
      if (found === undefined) left.push(`${what} ${place}: not said to be put right`);
      else if (found.length > 0) left.push(`${what} ${place}: ${found.join('; ')}`);
      else mended += 1;
    }
  }

  expect(left).toEqual([]);
  expect(mended).toBeGreaterThan(0);
});

function flipping(table: string, column: string, place: (typeof PLACES)[number]) {
  return (database: Parameters<typeof flip>[0]): boolean => flip(database, table, column, place);
}
