import { readFileSync } from 'node:fs';
import { Seal, SealError } from '../../src/access/domain/seal';
import { ImmediateUnitOfWork } from '../../src/platform/memory/immediate-unit-of-work';
import { MemoryVault } from '../../src/platform/memory/memory-vault';
import { SqliteDataKeys } from '../../src/platform/sqlite/sqlite-data-keys';
import { SqliteVault } from '../../src/platform/sqlite/sqlite-vault';
import { openSqlite } from './sqlite-platform';
import { describeVault } from './vault.suite';

describeVault('SQLite', async () => openSqlite());
describeVault('memory', async () => ({ vault: new MemoryVault(), unit: new ImmediateUnitOfWork() }));

const ANNA = { person: 'p_anna', digits: '1502779995' };

test('numbers rest encrypted in the SQLite vault and survive reopening', async () => {
  const opened = openSqlite();
  await opened.unit.run(() => opened.vault.put([ANNA]));
  await opened.close();
  const { vault, file } = await opened.reopen();

  expect((await vault.numbersOf(['p_anna'])).get('p_anna')).toBe(ANNA.digits);
  expect(readFileSync(file).includes(ANNA.digits)).toBe(false);
});

test('a number put in a unit that does not land can be put again', async () => {
  const { vault, unit } = openSqlite();
  const failing = unit.run(async () => {
    await vault.put([ANNA]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await unit.run(() => vault.put([ANNA]));

  expect((await vault.numbersOf(['p_anna'])).get('p_anna')).toBe(ANNA.digits);
});

test('the vault does not open under another secret, and says which setting is at fault', async () => {
  const { database, vault, unit } = openSqlite();
  await unit.run(() => vault.put([ANNA]));
  const other = new SqliteVault(
    database,
    new SqliteDataKeys(database, new Seal(Buffer.from('another secret, as long'), 'vault'), (key) => new Seal(key)),
  );

  await expect((async () => other.numbersOf(['p_anna']))()).rejects.toThrow(SealError);
  await expect((async () => other.numbersOf(['p_anna']))()).rejects.toThrow(/REHABSPOR_KEY/);
});
