import { bringUpToDate } from '../../src/operations/bring-up-to-date';
import { digestOfJson } from '../../src/kernel/digest';
import { journeyOf } from '../../src/kernel/journey';
import type { PersonPathways } from '../../src/kernel/pathway';
import { unpackPerson } from '../../src/platform/sqlite/pathway-codec';
import { linesOf } from '../support/evaluate';
import { hospital, municipality, ODENSE } from '../support/sectors';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, differencesIn, openEmbedded, SetClock, settingsFor, storedDecisions, takeIn } from './embedded';

const clock = SetClock.at('2023-06-01');
const { pci, referral } = hospital();
const lines = linesOf([
  pci('2023-01-03'),
  referral(ODENSE, ['training'], '2023-01-10'),
  municipality().start('2023-02-01'),
]);

/** A folded person as stores kept it before referrals were facts. */
const asBefore = (folded: PersonPathways): PersonPathways => ({
  ...folded,
  pathways: folded.pathways.map((pathway) => ({
    ...pathway,
    facts: pathway.facts.filter(({ kind }) => kind !== 'referral'),
  })),
});

test('a store folded by an earlier program is folded anew at start, and nobody is decided otherwise', async () => {
  const settings = settingsFor(temporaryFolder());
  const earlier = openEmbedded(settings, clock);
  earlier.log.start();
  await takeIn(earlier, [lines]);
  for await (const page of earlier.states.scan(10)) {
    const states = page.map((folded) => ({ folded: asBefore(folded), eventCount: lines.length }));
    await earlier.states.replace(states, []);
  }
  await earlier.states.noteFoldedUnder(digestOfJson(earlier.definitions.set.population));
  const decided = await storedDecisions(earlier);
  await closeEmbedded(earlier);
  expect(await differencesIn(settings, clock)).toHaveLength(1);

  const later = openEmbedded(settings, clock);
  await bringUpToDate(later);
  const journeys: unknown[] = [];
  for await (const page of later.states.scan(10)) {
    journeys.push(...page.flatMap(({ pathways }) => pathways.map((pathway) => journeyOf(pathway).referrals)));
  }
  const decidedAgain = await storedDecisions(later);
  await closeEmbedded(later);

  expect(journeys).toMatchObject([[{ on: '2023-01-10', to: ODENSE }]]);
  expect(decidedAgain).toEqual(decided);
  expect(await differencesIn(settings, clock)).toEqual([]);
});

test('a row written before there were referrals still reads', () => {
  const row = JSON.stringify({
    person: 'p_a',
    numbers: ['p_a'],
    born: '1950-01-01',
    civilStates: [],
    pathways: [
      {
        number: 1,
        indexDay: '2023-01-03',
        hospital: 'hospital:330901000016003',
        facts: [
          [7, 1, 0, 'e-1', 'r-1', '2023-02-01', 5, 'f-1', 'stopped', null, 12],
          [14, 4, 1, 'e-2', 'r-2', '2023-02-02', 6, 'C10AA05'],
        ],
      },
    ],
    findings: [],
    sources: ['municipality:0461', 'pharmacy:prescription-register'],
  });

  expect(unpackPerson(row).pathways[0]?.facts).toEqual([
    {
      kind: 'municipal-end',
      sector: 'municipality',
      source: 'municipality:0461',
      event: 'e-1',
      record: 'r-1',
      on: '2023-02-01',
      time: 5,
      course: 'f-1',
      outcome: 'stopped',
      planned: 12,
    },
    {
      kind: 'dispensing',
      sector: 'pharmacy',
      source: 'pharmacy:prescription-register',
      event: 'e-2',
      record: 'r-2',
      on: '2023-02-02',
      time: 6,
      atc: 'C10AA05',
    },
  ]);
});
