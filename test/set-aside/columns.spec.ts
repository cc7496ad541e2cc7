import { composeEmbedded } from '../../src/apps/embedded';
import { LawInColumns } from '../../src/indicators/domain/columns/law-in-columns';
import { PERSON_LAW, type PersonLaw } from '../../src/indicators/domain/person-law';
import { bringUpToDate } from '../../src/operations/bring-up-to-date';
import type { Settings } from '../../src/platform/config/settings';
import { Logger } from '../../src/ports/logger';
import { closeEmbedded, settingsFor, storedDecisions, takeIn } from '../robustness/embedded';
import { linesOf } from '../support/evaluate';
import { BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { BOS, clock, everyone, listed, plant, withStore } from './planted';

/** When windows of a year have ended. */
const LATER = '2024-02-01';

/** The law, but for a fault in what columns give of Bo. */
function faultyInColumns(where: 'numbers' | 'decisions' | 'others', law: PersonLaw = PERSON_LAW): PersonLaw {
  return {
    ...law,
    inColumns: (definitions) => {
      const inColumns = LawInColumns.of(definitions);
      if (inColumns === undefined) return undefined;
      const { decisions, others } = inColumns;
      const fail = (): never => {
        throw new RangeError('planted');
      };
      if (where === 'numbers') inColumns.numbers = fail; // Columns do not say whose they are.
      if (where === 'decisions')
        inColumns.decisions = (...given) => (given[1].person === BOS ? fail() : decisions.apply(inColumns, given));
      if (where === 'others')
        inColumns.others = (...given) => (given[1].person === BOS ? fail() : others.apply(inColumns, given));
      return inColumns;
    },
  };
}

/** A store that was written by day, whose rows of decisions are not as they were written: whoever compares asks for all decisions. */
async function writtenStore(told = everyone): Promise<Settings> {
  const settings = settingsFor(temporaryFolder());
  await withStore(settings, PERSON_LAW, async (store) => {
    await takeIn(store, [linesOf(told)]);
    const spoil = store.database.prepare('UPDATE decision SET sum = sum + 1');
    await store.database.run(() => Promise.resolve(void spoil.run()));
  });
  return settings;
}

const decidedLater = (settings: Settings, law: PersonLaw) =>
  withStore(settings, law, async (store) => ({ decisions: await storedDecisions(store), aside: await listed(store) }));

describe('when a day passes and columns fail for one person', () => {
  beforeEach(() => clock.set('2023-06-01'));
  afterEach(() => clock.set('2023-06-01'));

  test.each(['numbers', 'decisions', 'others'] as const)('in %s, that person is decided by facts', async (where) => {
    const [faulty, sound] = [await writtenStore(), await writtenStore()];
    clock.set(LATER);
    const expected = await decidedLater(sound, PERSON_LAW);

    expect(await decidedLater(faulty, faultyInColumns(where))).toEqual(expected);
    expect(expected.aside).toEqual([]);
  });

  test('and facts fail too when the store asks for the decisions, that person is set aside and the others are decided', async () => {
    const settings = await writtenStore();
    const others = await writtenStore(everyone.filter(({ data }) => data['cpr'] !== BO));
    clock.set(LATER);
    const expected = await decidedLater(others, PERSON_LAW);

    expect(await decidedLater(settings, faultyInColumns('decisions', plant('decide', BOS).law))).toEqual({
      decisions: expected.decisions,
      aside: [{ person: BOS, stage: 'deciding', reason: 'TypeError: planted' }],
    });
  });
});

test('whose columns cannot be read is told once, how many they are and what mends them', async () => {
  const settings = await writtenStore();
  await withStore(settings, PERSON_LAW, async (store) => {
    const spoil = store.database.prepare("UPDATE person_column SET facts = x'ff'");
    await store.database.run(() => Promise.resolve(void spoil.run()));
  });
  const warnings: string[] = [];
  class Kept extends Logger {
    override info(): void {}
    override error(): void {}
    override warn(details: object, message: string): void {
      if (message.startsWith('Columns')) warnings.push(`${JSON.stringify(details)} ${message}`);
    }
  }
  clock.set(LATER);
  try {
    const store = composeEmbedded(settings, clock, new Kept());
    await bringUpToDate(store);
    clock.set('2025-06-01');
    await store.indicators.catchUp();
    await closeEmbedded(store);
  } finally {
    clock.set('2023-06-01');
  }
  expect(warnings).toEqual([expect.stringMatching(/^\{"persons":3\} .*rehabspor rebuild/)]);
});
