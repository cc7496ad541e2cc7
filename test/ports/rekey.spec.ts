import { SqliteRejectedEvents } from '../../src/platform/sqlite/sqlite-rejected-events';
import { SqliteVault } from '../../src/platform/sqlite/sqlite-vault';
import { describeRekey } from './rekey.suite';
import { openSqlite } from './sqlite-platform';

describeRekey('SQLite', async () => {
  const { database } = openSqlite();
  return (vault, rejected) => ({
    vault: new SqliteVault(database, vault),
    rejected: new SqliteRejectedEvents(database, rejected, Buffer.from('a secret for tests only')),
  });
});
