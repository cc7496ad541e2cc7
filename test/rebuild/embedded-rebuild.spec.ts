import { EmbeddedRebuild } from '../../src/operations/rebuild/embedded-rebuild';
import type { Embedded } from '../../src/apps/embedded';
import { populationLines } from '../robustness/ground';
import { closeEmbedded, differencesIn, openEmbedded, SetClock, settingsFor, takeIn } from '../robustness/embedded';
import { temporaryFolder } from '../support/temporary-folder';

const clock = SetClock.at('2024-06-30');
const settings = settingsFor(temporaryFolder());
let embedded: Embedded;

beforeAll(async () => {
  embedded = openEmbedded(settings, clock);
  embedded.log.start();
  await takeIn(embedded, [populationLines(20, 3)]);
});
afterAll(() => closeEmbedded(embedded));

/** Rebuilds and does something to the rebuilt states before they are read back. */
const rebuildWith = (damage: () => unknown) =>
  new EmbeddedRebuild(embedded, async (stage, done) => {
    if (stage === 'read back' && done === 0) await damage();
  }).run();

const statement = (sql: string) => () => embedded.database.prepare(sql).run();

test.each([
  ['a state is lost', 'DELETE FROM pathway_state WHERE no = (SELECT max(no) FROM pathway_state)', 1],
  ['a state is another', "UPDATE pathway_state SET state = replace(state, '2023-', '2022-') WHERE pathways > 0", 20],
  ['an event is lost', 'DELETE FROM person_event WHERE slot = (SELECT min(slot) FROM person_event)', 1],
  [
    'somebody is there twice',
    'INSERT INTO pathway_state SELECT no + 100000, size, pathways, findings, state FROM pathway_state LIMIT 1',
    1,
  ],
  ['somebody is related to somebody else', 'INSERT INTO relation VALUES (1, 2), (2, 1)', 2],
])('when %s, nothing is taken over', async (_what, sql, faults) => {
  const result = await rebuildWith(statement(sql));

  expect(result).toMatchObject({ outcome: 'refused', faults });
  expect(await differencesIn(settings, clock)).toEqual([]);
});

test('whoever reads meanwhile sees the states from before', async () => {
  const living = await embedded.states.count();
  let seen: number | undefined;
  const result = await rebuildWith(async () => {
    await new Promise<void>((resolve) => {
      embedded.database.outsideUnit(() => void embedded.states.count().then((count) => ((seen = count), resolve())));
    });
  });

  expect(result).toMatchObject({ outcome: 'taken-over', faults: 0, differing: 0, persons: living });
  expect(result.read).toBe(result.computed);
  expect(seen).toBe(living);
  await embedded.log.settled();
  expect(await differencesIn(settings, clock)).toEqual([]);
});
