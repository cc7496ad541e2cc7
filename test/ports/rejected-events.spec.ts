import { readFileSync } from 'node:fs';
import { describeRejectedEvents } from './rejected-events.suite';
import { openSqlite } from './sqlite-platform';

describeRejectedEvents('SQLite', async () => openSqlite());

test('payloads, receipts and registrations rest encrypted in the SQLite store', async () => {
  const { rejected, close, file } = openSqlite();
  const registration = { source: 'patient:pro', kind: 'x', recordId: 'record 1502779995', version: 1, time: 0 };
  const receipt = { id: 'id 1502779995', status: 'rejected', code: 'INVALID_EVENT' } as const;
  await rejected.keep([{ receipt, receivedAt: 0, payload: 'payload 1502779995', registration }]);
  await close();

  expect(readFileSync(file).includes('1502779995')).toBe(false);
});
