import { LogChangeSource } from '../../src/platform/sqlite/log-change-source';
import { describeChangesAfterAPlace, describeChangeSource, tell } from './change-source.suite';
import { openSqlite } from './sqlite-platform';

const open = async () => {
  const { ownLog: log } = openSqlite();
  return { log, changes: new LogChangeSource(log) };
};

describeChangeSource('SQLite', open);
describeChangesAfterAPlace('SQLite', open);

test('a place holds after the store is opened again, and what did not land is not read', async () => {
  const opened = openSqlite();
  await tell(opened.ownLog, 0, 1);
  const place = (await new LogChangeSource(opened.ownLog).fromNow()).place();
  const failing = opened.unit.run(async () => {
    await tell(opened.ownLog, 2, 3);
    throw new Error('The decisions could not be kept.');
  });
  await expect(failing).rejects.toThrow('could not be kept');

  const { ownLog: log } = await opened.reopen();
  const reader = await new LogChangeSource(log).after(place);
  expect(await reader?.read(100)).toEqual([]);
  const told = await tell(log, 4, 4);
  expect(await reader?.read(100)).toEqual(expect.arrayContaining(told));
});
