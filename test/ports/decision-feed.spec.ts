import { LogDecisionFeed } from '../../src/platform/sqlite/log-decision-feed';
import { describeDecisionFeed } from './decision-feed.suite';
import { openSqlite } from './sqlite-platform';
import { tellDecisions } from './told-changes';

describeDecisionFeed('SQLite', async () => {
  const { ownLog: log } = openSqlite();
  return { log, feed: new LogDecisionFeed(log) };
});

test('what did not land is not read, and what lands in its place is', async () => {
  const { ownLog: log, unit } = openSqlite();
  const feed = new LogDecisionFeed(log);
  await tellDecisions(log, 0, 0);
  const early = await feed.fromNow();
  const [published, giveUp] = [signal(), signal()];
  const failing = unit.run(async () => {
    await tellDecisions(log, 1, 2);
    published.give();
    await giveUp.given;
    throw new Error('The decisions could not be kept.');
  });
  await published.given;
  const during = await feed.fromNow();
  expect(await early.read(100)).toEqual([]);
  giveUp.give();
  await expect(failing).rejects.toThrow('could not be kept');

  const told = await tellDecisions(log, 3, 3);
  for (const reader of [early, during]) {
    expect((await reader.read(100)).map(({ change }) => change)).toEqual(told);
  }
});

/** Something that one side waits for and the other gives. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}
