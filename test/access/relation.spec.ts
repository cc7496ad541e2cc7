import fc from 'fast-check';
import { relationOf, relationsOn, type RelationStep } from '../../src/access/domain/relation';
import type { ClinicalEvent } from '../../src/kernel/clinical-event';
import { registrationOf } from '../../src/kernel/registration';

const HOSPITAL = 'hospital:330901000016003';
const MUNICIPALITY = 'municipality:0461';

let count = 0;
/** An event as the rooms see it; only what matters to relations is given. */
function event(kind: string, source: string, data: object, more: object = {}): ClinicalEvent {
  count += 1;
  return {
    ...{ person: 'p', kind, source, id: `e${count}`, recordId: `r${count}`, version: 1, status: 'active' },
    ...{ time: Date.parse('2023-01-01T10:00:00Z'), receivedAt: 0, data },
    ...more,
  } as unknown as ClinicalEvent;
}
const pci = event('hospital.procedure', HOSPITAL, { code: 'KFNG02', performedOn: '2023-01-03' });
const referral = event('hospital.referral', HOSPITAL, { to: MUNICIPALITY, referredOn: '2023-02-01' });
const livesIn = (municipality: string, from: string, state = 'alive') =>
  event('person.status', 'person:civil-registration', { state, from, municipality });
const said = (what: string, organisation = MUNICIPALITY, more: object = {}) =>
  ({ what, organisation, at: 0, by: 'x', ...more }) as RelationStep;
const on = (day: string, events: readonly ClinicalEvent[], steps: readonly RelationStep[] = []) =>
  relationsOn(day, events, steps).map(({ organisation, kind, until }) => [organisation, kind, until]);

test('whoever reported has a relation through the same day of the next year, and not after', () => {
  expect(on('2024-01-03', [pci])).toEqual([[HOSPITAL, 'reported', '2024-01-03']]);
  expect(on('2024-01-04', [pci])).toEqual([]);
});

test('so has whoever the person is referred to, and whoever performed for another', () => {
  expect(on('2023-03-01', [referral])).toContainEqual([MUNICIPALITY, 'referred', '2024-02-01']);
  const elsewhere = event('hospital.procedure', HOSPITAL, {
    performedOn: '2023-01-03',
    performedBy: 'hospital:330061000016003',
  });
  expect(on('2023-03-01', [elsewhere])).toContainEqual(['hospital:330061000016003', 'referred', '2024-01-03']);
});

test('a form of DanHeart is the hospital’s', () => {
  const form = event('danheart.form', 'danheart:330901000016003', { form: 'start', serviceOn: '2022-12-01' });

  expect(on('2023-03-01', [form])).toEqual([[HOSPITAL, 'reported', '2023-12-01']]);
});

test('registers and laboratories treat nobody', () => {
  const result = event('laboratory.result', 'laboratory:lab-database', { npu: 'NPU01568', sampledOn: '2023-01-05' });

  expect(on('2023-03-01', [result])).toEqual([]);
});

test('the municipality where somebody lives has a relation until they move, leave or die', () => {
  const moves = [livesIn('0461', '2020-01-01'), livesIn('0101', '2023-06-01'), livesIn('0101', '2024-01-01', 'dead')];

  expect(on('2023-05-31', moves)).toEqual([[MUNICIPALITY, 'lives-there', undefined]]);
  expect(on('2023-06-01', moves)).toEqual([['municipality:0101', 'lives-there', undefined]]);
  expect(on('2024-01-01', moves)).toEqual([]);
});

test('what was retracted makes no relation, in whatever order it came', () => {
  const retraction = { ...pci, version: 2, status: 'retracted', id: 'later' } as ClinicalEvent;

  expect(on('2023-03-01', [pci, retraction])).toEqual([]);
  expect(on('2023-03-01', [retraction, pci])).toEqual([]);
});

test('what staff assert ends by itself', () => {
  const asserted = said('asserted', MUNICIPALITY, { reason: 'r', until: '2023-06-01' });

  expect(on('2023-06-01', [], [asserted])).toEqual([[MUNICIPALITY, 'asserted', '2023-06-01']]);
  expect(on('2023-06-02', [], [asserted])).toEqual([]);
});

test('a consent makes a relation, its withdrawal ends every one, and the last word counts', () => {
  expect(on('2030-01-01', [], [said('consented')])).toEqual([[MUNICIPALITY, 'consent', undefined]]);
  expect(on('2023-03-01', [referral], [said('consented'), said('withdrawn')])).toEqual([
    [HOSPITAL, 'reported', '2024-02-01'],
  ]);
  const asserted = said('asserted', MUNICIPALITY, { reason: 'r', until: '2023-06-01' });
  expect(on('2023-03-01', [], [said('withdrawn'), asserted])).toEqual([]);
  expect(on('2023-03-01', [], [said('withdrawn'), said('consented')])).toHaveLength(1);
});

test('the order of events and their repetition change nothing', () => {
  const events = [pci, referral, livesIn('0461', '2020-01-01'), livesIn('0101', '2023-01-15')];
  const sorted = (list: readonly ClinicalEvent[]) => on('2023-03-01', list).map(String).sort();
  fc.assert(
    fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 8 }), (shuffled) => {
      expect(sorted(shuffled)).toEqual(sorted(events));
    }),
  );
});

test('a registration that moved to another person is a fact of that one alone, until it moves back', () => {
  const moved = { ...pci, person: 'q', version: 2 } as ClinicalEvent;
  const kept = (greatest: ClinicalEvent) => new Map([[registrationOf(pci), greatest]]);

  expect(relationsOn('2023-02-01', [pci], [], kept(moved))).toEqual([]);
  expect(relationsOn('2023-02-01', [moved], [], kept(moved))).toMatchObject([{ organisation: HOSPITAL }]);
  const back = { ...pci, version: 3 } as ClinicalEvent;
  expect(relationsOn('2023-02-01', [pci, back], [], kept(back))).toMatchObject([{ kind: 'reported' }]);
  expect(relationsOn('2023-02-01', [moved], [], kept(back))).toEqual([]);
});

test('of several relations the one by facts is named, and what staff only said comes last', () => {
  const relations = [
    { organisation: MUNICIPALITY, kind: 'asserted' as const },
    { organisation: MUNICIPALITY, kind: 'consent' as const },
    { organisation: HOSPITAL, kind: 'reported' as const },
  ];

  expect(relationOf(MUNICIPALITY, relations)).toBe('consent');
  expect(relationOf(MUNICIPALITY, [...relations, { organisation: MUNICIPALITY, kind: 'lives-there' }])).toBe(
    'lives-there',
  );
  expect(relationOf('municipality:0101', relations)).toBeUndefined();
});
