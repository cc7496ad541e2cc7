import { journeyOf } from '../../src/kernel/journey';
import type { Fact, PersonPathways } from '../../src/kernel/pathway';
import { pathwayChangeOf } from '../../src/pathways/domain/told-change';

const HOSPITAL = 'hospital:330901000016003';

const referral = (at: number): Fact => ({
  kind: 'referral',
  sector: 'hospital',
  source: HOSPITAL,
  event: `e-${at}`,
  record: `r-${at}`,
  on: '2023-02-01',
  time: at,
  to: 'municipality:0461',
  interventions: ['diet'],
});

const person = (referrals: number, numbers = 1): PersonPathways => ({
  person: 'p_0',
  numbers: Array.from({ length: numbers }, (_, at) => `p_${at}`),
  born: '1950-01-01',
  civilStates: [],
  pathways: [
    {
      number: 1,
      indexDay: '2023-01-02',
      hospital: HOSPITAL,
      facts: Array.from({ length: referrals }, (_, at) => referral(at)),
    },
  ],
  findings: [],
});

test('a changed pathway is told with its journey', () => {
  const folded = person(50);
  const [pathway] = folded.pathways;

  expect(pathwayChangeOf(folded, 51, 'facts').pathways[0]?.journey).toEqual(pathway && journeyOf(pathway, []));
});

test('however many referrals or numbers a person has gathered, a change is as long', () => {
  const lengthOf = (count: number): number => JSON.stringify(pathwayChangeOf(person(count, count), 1, 'facts')).length;

  expect(lengthOf(9_000)).toBeLessThan(lengthOf(1_000) + 10);
  expect(pathwayChangeOf(person(1, 9_000), 1, 'facts')).toMatchObject({ numbersInAll: 9_000 });
});
