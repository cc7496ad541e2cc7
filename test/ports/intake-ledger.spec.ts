import { digestOfName } from '../../src/kernel/digest';
import { ImmediateUnitOfWork } from '../../src/platform/memory/immediate-unit-of-work';
import { MemoryLedger } from '../../src/platform/memory/memory-ledger';
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

test('two names that share a place in the SQLite ledger are kept apart', async () => {
  const { database, ledger, persons, unit } = openSqlite();
  const event = digestOfName(entry.source, entry.id);
  const registration = digestOfName(entry.kind, entry.source, entry.recordId);
  await unit.run(async () => {
    const insertEvent = database.prepare('INSERT INTO claimed_event VALUES (?, ?, ?, ?)');
    const insertRegistration = database.prepare('INSERT INTO claimed_registration VALUES (?, ?, ?)');
    for (const at of [0, 1]) {
      insertEvent.run(event.place + at, `${event.check}${at}`, entry.content, 0);
      insertRegistration.run(registration.place + at, `${registration.check}${at}`, persons.numberOf('p_bo'));
    }
  });

  expect(await ledger.ownersOf([entry])).toEqual([undefined]);
  expect((await unit.run(() => ledger.claim([entry, entry]))).answers).toEqual([
    { standing: 'new' },
    { standing: 'duplicate' },
  ]);
  expect((await unit.run(() => ledger.claim([{ ...entry, content: 'content-of-22-charac-2' }]))).answers).toEqual([
    { standing: 'reused' },
  ]);
  expect(await ledger.ownersOf([entry])).toEqual(['p_anna']);
});

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
