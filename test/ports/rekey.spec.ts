import { Seal } from '../../src/access/domain/seal';
import { SqliteDataKeys } from '../../src/platform/sqlite/sqlite-data-keys';
import { SqliteRejectedEvents } from '../../src/platform/sqlite/sqlite-rejected-events';
import { SqliteVault } from '../../src/platform/sqlite/sqlite-vault';
import { describeRekey } from './rekey.suite';
import { openSqlite } from './sqlite-platform';

describeRekey('SQLite', async () => {
  const { database } = openSqlite();
  return (vault, rejected) => {
    const keys = new SqliteDataKeys(database, vault, (key) => new Seal(key));
    return {
      vault: new SqliteVault(database, keys),
      rejected: new SqliteRejectedEvents(database, rejected, Buffer.from('a secret for tests only'), keys),
    };
  };
});
