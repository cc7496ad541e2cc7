import { chained } from '../../../src/access/domain/looks/chain';
import { unusualLooking, type UnusualLooking } from '../../../src/access/domain/looks/unusual';
import type { Look } from '../../../src/kernel/look';
import { loadLookParameters } from '../../../src/platform/contracts/descriptions';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { lookAt } from '../../support/looks';

const parameters = { ...loadLookParameters(loadSchemas()), personsAnHour: 3, personsADay: 5 };
const at = (instant: string): number => Date.parse(instant);
const byNurse = (persons: readonly string[], more: Partial<Look> = {}): Look =>
  lookAt(persons, { roles: ['hospital'], ...more });

const judged = (looks: readonly Look[]): UnusualLooking[] =>
  unusualLooking(chained({ number: 0, hash: '' }, looks), parameters);
const codes = (looks: readonly Look[]): string[] => judged(looks).map(({ code }) => code);
/** One look a minute at persons of their own, from noon on. */
const oneByOne = (count: number, minutes = 1): Look[] =>
  Array.from({ length: count }, (_, place) =>
    byNurse([`p_${place}`], { at: at('2024-03-01T09:00:00Z') + place * minutes * 60_000 }),
  );

test('usual looking is not unusual', () => {
  expect(codes([...oneByOne(3), byNurse(['p_0']), byNurse(['p_0', 'p_1'])])).toEqual([]);
  expect(codes([])).toEqual([]);
});

test('many persons in an hour are found, with the looks it is about', () => {
  expect(judged([...oneByOne(4), byNurse(['p_0'], { at: at('2024-03-01T20:00:00Z') })])).toEqual([
    {
      code: 'MANY_PERSONS_IN_AN_HOUR',
      day: '2024-03-01',
      subject: 'nurse-1',
      name: 'Nina Holm',
      organisation: 'hospital:330011000016003',
      persons: 4,
      looks: [1, 2, 3, 4],
    },
  ]);
  expect(codes(oneByOne(4, 20))).toEqual([]); // The first and the last lie an hour apart.
  expect(codes(oneByOne(4, 19))).toEqual(['MANY_PERSONS_IN_AN_HOUR']);
});

test('many persons in a day are found, though never many in an hour', () => {
  expect(codes(oneByOne(5, 60))).toEqual([]);
  expect(codes(oneByOne(6, 60))).toEqual(['MANY_PERSONS_IN_A_DAY']);
  const nextDay = oneByOne(6, 60).map((look, place) => ({ ...look, at: look.at + (place < 3 ? 0 : 24 * 3_600_000) }));
  expect(codes(nextDay)).toEqual([]);
});

test('a look without a relation that facts tell is found', () => {
  expect(codes([byNurse(['p_anna'], { relation: 'asserted' })])).toEqual(['NO_RELATION']);
  const { relation: _relation, ...without } = byNurse(['p_anna']);
  expect(codes([without])).toEqual(['NO_RELATION']);
  expect(codes([{ ...without, persons: [] }])).toEqual([]);
});

test('a look outside the usual hours of Danish clocks is found, in winter and in summer', () => {
  const codesAt = (instant: string): string[] => codes([byNurse(['p_anna'], { at: at(instant) })]);

  expect(codesAt('2024-03-01T04:59:59Z')).toEqual(['OUTSIDE_HOURS']);
  expect(codesAt('2024-03-01T05:00:00Z')).toEqual([]);
  expect(codesAt('2024-07-01T03:59:59Z')).toEqual(['OUTSIDE_HOURS']);
  expect(codesAt('2024-07-01T04:00:00Z')).toEqual([]);
  expect(codesAt('2024-07-01T19:59:59Z')).toEqual([]);
  expect(codesAt('2024-07-01T20:00:00Z')).toEqual(['OUTSIDE_HOURS']);
});

test('looks at oneself, at whom one works with and at a namesake are found, as far as they signed in themselves', () => {
  const colleague = byNurse([], { subject: 'nurse-2', name: 'Bo Krag', self: 'p_bo' });
  const patient = lookAt(['p_carla'], { subject: 'c', name: 'Carla HOLM', self: 'p_carla', roles: ['patient'] });
  const elsewhere = { ...colleague, subject: 'x', self: 'p_x', organisation: 'municipality:0461' };

  expect(codes([byNurse(['p_nina'], { self: 'p_nina' })])).toEqual(['OWN_RECORD']);
  expect(codes([byNurse(['p_bo']), colleague])).toEqual(['COLLEAGUE']);
  expect(codes([byNurse(['p_carla']), patient])).toEqual(['NAMESAKE']);
  expect(codes([byNurse(['p_x']), elsewhere])).toEqual([]);
  expect(codes([byNurse(['p_bo'])])).toEqual([]);
});

test('the registry’s own staff, patients and streams are not judged by persons, relations and hours', () => {
  const many = Array.from({ length: 50 }, (_, place) => `p_${place}`);
  const night = at('2024-03-01T01:00:00Z');

  expect(codes([lookAt(many, { roles: ['registry'], at: night, relation: undefined })])).toEqual([]);
  expect(codes([byNurse(['*'])])).toEqual([]);
});

test('each reader is judged alone, day by day', () => {
  const others = oneByOne(3).map((look, place) => ({ ...look, subject: 'nurse-2', persons: [`p_other${place}`] }));
  expect(codes([...oneByOne(3), ...others])).toEqual([]);
});

test('a list of one’s own patients is no looking at many persons, each one by one is', () => {
  const persons = ['p_a', 'p_b', 'p_c', 'p_d', 'p_e', 'p_f', 'p_g'];

  expect(codes([byNurse(persons, { operation: 'listWorklist' })])).toEqual([]);
  expect(codes([byNurse(persons, { operation: 'listCases' })])).toEqual([
    'MANY_PERSONS_IN_AN_HOUR',
    'MANY_PERSONS_IN_A_DAY',
  ]);
});
