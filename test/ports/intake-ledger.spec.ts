import { ImmediateUnitOfWork } from '../../src/platform/memory/immediate-unit-of-work';
import { MemoryLedger } from '../../src/platform/memory/memory-ledger';
import { SqliteIntakeLedger } from '../../src/platform/sqlite/sqlite-intake-ledger';
import type { LedgerEntry } from '../../src/ports/intake-ledger';
import { describeIntakeLedger } from './intake-ledger.suite';
import { openSqlite } from './sqlite-platform';

describeIntakeLedger('SQLite', async () => openSqlite());
describeIntakeLedger('memory', async () => ({ ledger: new MemoryLedger(), unit: new ImmediateUnitOfWork() }));

const entry: LedgerEntry = {
  source: 'patient:pro',
  id: '1',
  content: 'content-of-22-charac-1',
  kind: 'patient.questionnaire',
  recordId: 'r1',
  person: 'p_anna',
  receivedAt: 0,
};

test('a claim in a unit that does not land was never made', async () => {
  const { ledger, unit } = openSqlite();
  const failing = unit.run(async () => {
    await ledger.claim([entry]);
    throw new Error('no');
  });

  await expect(failing).rejects.toThrow('no');
  expect(
    (await unit.run(() => ledger.claim([{ ...entry, content: 'content-of-22-charac-2', person: 'p_bo' }]))).answers,
  ).toEqual([{ standing: 'new' }]);
  expect(await ledger.ownersOf([entry])).toEqual(['p_bo']);
});

test('a ledger opened again knows what was claimed, however many batches it came in', async () => {
  const { ledger, unit, persons, database } = openSqlite();
  const claimed = Array.from({ length: 3_000 }, (_, id) => ({ ...entry, id: `${id}`, recordId: `r${id % 1_000}` }));
  for (let from = 0; from < claimed.length; from += 37) {
    await unit.run(() => ledger.claim(claimed.slice(from, from + 37)));
  }
  const again = new SqliteIntakeLedger(database, persons);

  expect(again.size()).toEqual({ events: 3_000, registrations: 1_000 });
  const { answers } = await unit.run(() => again.claim(claimed));
  expect(new Set(answers.map(({ standing }) => standing))).toEqual(new Set(['duplicate']));
  expect(again.standingsOf(claimed)).toEqual(claimed.map(() => 'same'));
  expect(database.sums.faults()).toEqual([]);
});
