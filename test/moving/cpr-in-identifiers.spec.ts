import { hospital } from '../support/sectors';
import { linesOf } from '../support/evaluate';
import { MovedEvents } from '../support/moved-events';
import { BO, type SourceEvent } from '../support/source-event';
import { SPELLINGS } from '../support/spellings';

/** Events whose every name holds a number; each spelling names other things. */
const events: readonly SourceEvent[] = SPELLINGS.map((spelling) =>
  hospital(`hospital:330901000016003`).procedure('BUGA0', '2023-02-02', {
    cpr: BO,
    id: `e ${spelling}`,
    recordId: `r ${spelling}`,
    contactId: `k ${spelling}`,
    performedBy: `private:${spelling}`,
  }),
);

test('an export has the names as they were sent, and taken in again it is repeats only', async () => {
  const store = new MovedEvents();
  expect(await store.import(linesOf(events))).toEqual(SPELLINGS.map(() => 'accepted'));
  const exported = await store.export();

  const written = exported.map((line) => JSON.parse(line) as SourceEvent);
  expect(written.map(({ id, source, data }) => ({ id, source, data }))).toEqual(
    events.map(({ id, source, data }) => ({ id, source, data })),
  );
  expect(await store.import(exported)).toEqual(SPELLINGS.map(() => 'duplicate'));
  expect(await store.import(linesOf(events))).toEqual(SPELLINGS.map(() => 'duplicate'));

  const fresh = new MovedEvents();
  await fresh.import(exported);
  expect(await fresh.import(linesOf(events))).toEqual(SPELLINGS.map(() => 'duplicate'));
});
