import { composeEmbedded } from '../../src/apps/embedded';
import { COUNTING_LAW, type CountingLaw } from '../../src/counting/application/count-person';
import { countingOver, liveCasesOver } from '../../src/counting/counting.composition';
import type { Cases } from '../../src/counting/domain/cases';
import { SilentLogger } from '../../src/platform/silent-logger';
import { FileSnapshots } from '../../src/platform/snapshots/file-snapshots';
import { LogChangeSource } from '../../src/platform/sqlite/log-change-source';
import { closeEmbedded, settingsFor, takeIn } from '../robustness/embedded';
import { linesOf } from '../support/evaluate';
import { municipality } from '../support/sectors';
import { BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { BOS, clock, everyone, listed } from './planted';

const others = everyone.filter(({ data }) => data['cpr'] !== BO);
const later = municipality().start('2023-03-01', { cpr: BO });
const aside = [{ person: BOS, stage: 'counting', reason: 'TypeError: planted' }];

/** Counting with a fault for one person, which can be taken away. */
function planted() {
  const fault = { isThere: true };
  const fail = (person: string): void => {
    if (fault.isThere && person === BOS) throw new TypeError('planted');
  };
  const law: CountingLaw = {
    count: (cases, one) => {
      COUNTING_LAW.count(cases, one);
      fail(one.person); // Half of it is in the columns by then.
    },
    apply: (cases, change) => {
      COUNTING_LAW.apply(cases, change);
      fail('pathways' in change ? change.pathways.person : change.decisions.person);
    },
  };
  return { law, fault };
}

/** Who is counted, with the marks. */
function countedIn(cases: Cases): string[] {
  const seen: string[] = [];
  for (const slot of cases.slotsOfPathways()) {
    seen.push(JSON.stringify(cases.indicators.map((indicator) => cases.caseAt(slot, indicator))));
  }
  return seen.sort();
}

async function open() {
  const folder = temporaryFolder();
  const store = composeEmbedded(settingsFor(folder), clock, new SilentLogger());
  store.log.start();
  const following = {
    changes: new LogChangeSource(store.log),
    snapshots: new FileSnapshots(folder),
    upToDate: () => store.indicators.catchUp(),
  };
  return { store, live: (law: CountingLaw) => liveCasesOver(store, following, law) };
}

async function countedOf(...events: (typeof everyone)[]): Promise<string[]> {
  const { store, live } = await open();
  for (const batch of events) await takeIn(store, [linesOf(batch)]);
  const counted = countedIn((await live(COUNTING_LAW).current()).cases);
  await closeEmbedded(store);
  return counted;
}

test.each(['before anybody is counted', 'while changes are followed'])(
  'a person who cannot be counted, told %s, is in no total until counting succeeds, and everyone else is',
  async (when) => {
    const { store, live } = await open();
    const { law, fault } = planted();
    const followed = live(law);
    if (when === 'while changes are followed') await followed.current();
    await takeIn(store, [linesOf(everyone)]);

    expect(countedIn((await followed.current()).cases)).toEqual(await countedOf(others));
    expect(await listed(store)).toEqual(aside);

    await followed.save();
    expect(await new FileSnapshots(store.settings.dataFolder).read('counted')).toBeUndefined();

    fault.isThere = false;
    await takeIn(store, [linesOf([later])]);
    expect(countedIn((await followed.current()).cases)).toEqual(await countedOf(everyone, [later]));
    expect(await listed(store)).toEqual([]);
    await closeEmbedded(store);
  },
);

test('a count from a viewpoint leaves the person out and says so', async () => {
  const { store } = await open();
  await takeIn(store, [linesOf(everyone)]);
  const viewpoint = { asOf: '2023-06-01', knownAt: Date.parse('2030-01-01') };
  const { cases } = await countingOver(store, undefined, planted().law).counted.at(viewpoint);

  expect(countedIn(cases)).toEqual(await countedOf(others));
  expect(await listed(store)).toEqual(aside);
  await closeEmbedded(store);
});
