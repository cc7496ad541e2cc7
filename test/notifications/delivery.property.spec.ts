import fc from 'fast-check';
import type { Outcome } from '../../src/kernel/decision';
import type { DecisionChanged } from '../../src/kernel/decision-change';
import { WebhookBook, type WebhookProgress } from '../../src/ports/webhook-book';
import { openSqlite } from '../ports/sqlite-platform';
import { WebhookReceiver } from '../support/webhook-receiver';
import { change, decided, notifying, person } from './notifying';

const PERSONS = ['ann', 'ben', 'cai'].map(person);
const OUTCOMES: readonly Outcome[] = ['pending', 'met', 'not-met', 'unknown'];
const INDICATORS = [
  ['diet', 4],
  ['ldl', 10],
] as const;

/** A change of somebody: an outcome of an indicator, or that there is none any more. */
const aChange = fc
  .record({
    whose: fc.constantFrom(...PERSONS),
    indicators: fc.subarray([...INDICATORS], { minLength: 1 }),
    outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: undefined }),
  })
  .map(({ whose, indicators, outcome }): DecisionChanged => {
    if (outcome !== undefined)
      return change(whose, { decisions: indicators.map(([key, number]) => decided(key, number, outcome)) });
    return change(whose, { decisions: [], withdrawn: indicators.map(([indicator]) => ({ pathway: 1, indicator })) });
  });

/** What happens, one after the other: changes are told together, a process delivers, fails at something, or is killed. */
const aStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ tell: fc.array(aChange, { minLength: 1, maxLength: 8 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ answers: fc.array(fc.constantFrom(200, 204, 429, 500, 503), { maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ killedAtNote: fc.nat(5) }) },
);

/** A book that takes no further note after so many, as when the process is killed then. */
class BookOfTheKilled extends WebhookBook {
  constructor(
    private readonly book: WebhookBook,
    private notes: number,
  ) {
    super();
  }

  override advance(id: string, progress: WebhookProgress): Promise<boolean> {
    this.notes -= 1;
    return this.notes < 0 ? Promise.reject(new Error('killed')) : this.book.advance(id, progress);
  }

  override add = (...given: Parameters<WebhookBook['add']>) => this.book.add(...given);
  override all = () => this.book.all();
  override find = (id: string) => this.book.find(id);
  override remove = (id: string) => this.book.remove(id);
}

/** How each decision stands after some changes or events, by person and indicator. */
type Standing = Map<string, string>;

test('whatever fails and whoever is killed, each change arrives, in order for each person, and what was told last stands', async () => {
  const receiver = await WebhookReceiver.start();
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, { maxLength: 12 }),
      fc.constantFrom('batch' as const, 'structured' as const),
      fc.integer({ min: 1, max: 5 }),
      async (steps, mode, batch) => {
        receiver.taken.length = 0;
        receiver.answer = () => 204;
        const store = openSqlite();
        const hosts = [receiver.host];
        const program = notifying({ store, hosts, batch });
        await program.register({ url: receiver.url, mode });
        const told: DecisionChanged[] = [];
        for (const step of steps) {
          if ('tell' in step) {
            await program.tell(...step.tell);
            told.push(...step.tell);
          } else if ('answers' in step) {
            const answers = [...step.answers];
            receiver.answer = () => answers.shift() ?? 204;
            program.clock.at += 60_000;
            await program.delivering.deliverOnce();
          } else {
            const book = (given: WebhookBook): WebhookBook => new BookOfTheKilled(given, step.killedAtNote);
            const killed = notifying({ store, hosts, batch, book });
            killed.clock.at = program.clock.at += 60_000;
            await killed.delivering.deliverOnce();
            await killed.delivering.stop();
          }
        }
        receiver.answer = () => 204;
        program.clock.at += 60_000;
        for (let round = 0; round < 2; round += 1) await program.delivering.deliverOnce();
        await program.delivering.stop();
        await store.close();

        const { once, taken } = receiver;
        const items = told.flatMap((one) => [...one.withdrawn, ...one.decisions].map(() => one.person));
        expect(once.map(({ partitionkey }) => partitionkey).sort()).toEqual([...items].sort());
        for (const one of PERSONS) {
          const firsts = once.filter(({ partitionkey }) => partitionkey === one).map(({ sequence }) => sequence);
          expect(firsts).toEqual([...firsts].sort());
        }
        expect(standingAfterEvents(taken)).toEqual(standingAfter(told));
      },
    ),
    { numRuns: 60 },
  );
  await receiver.stop();
}, 120_000);

function standingAfter(changes: readonly DecisionChanged[]): Standing {
  const standing: Standing = new Map();
  for (const { person: whose, decisions, withdrawn } of changes) {
    for (const { indicator } of withdrawn) standing.delete(`${whose}/1/${indicator}`);
    for (const { indicator, outcome } of decisions) standing.set(`${whose}/1/${indicator}`, outcome);
  }
  return standing;
}

/** As a system keeps them that takes every event as it comes, repeated ones too. */
function standingAfterEvents(events: WebhookReceiver['taken']): Standing {
  const standing: Standing = new Map();
  for (const { subject, data } of events) {
    if ('outcome' in data) standing.set(subject, data.outcome);
    else standing.delete(subject);
  }
  return standing;
}
