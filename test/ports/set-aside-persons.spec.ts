import { MemorySetAside } from '../../src/platform/memory/memory-set-aside';
import { BesideSetAside } from '../../src/platform/memory/beside-set-aside';
import { describeSetAsidePersons } from './set-aside-persons.suite';
import { openSqlite } from './sqlite-platform';

describeSetAsidePersons('SQLite', async () => openSqlite());
describeSetAsidePersons('memory', async () => ({ setAside: new MemorySetAside() }));
describeSetAsidePersons('memory beside a store', async () => ({ setAside: new BesideSetAside(new MemorySetAside()) }));

test('beside a store that is only read, those of the store stay whatever is settled, and nobody counts twice', async () => {
  const kept = new MemorySetAside();
  const anna = { person: 'p_anna', stage: 'folding', reason: 'Error: one' } as const;
  const bent = { person: 'p_bent', stage: 'deciding', reason: 'Error: two' } as const;
  await kept.settle([], [anna]);
  const beside = new BesideSetAside(kept);
  await beside.settle(['p_anna'], [{ ...anna, stage: 'deciding' }, bent]);

  expect(await beside.list(undefined, 10)).toEqual([anna, bent]);
  expect(await beside.count()).toBe(2);
  expect(await kept.list(undefined, 10)).toEqual([anna]);
});
