import { citedIn, decide, evaluate, receiptsOf } from '../support/evaluate';
import { ODENSE, ODENSE_HOSPITAL, hospital, municipality } from '../support/sectors';

const { pci, service, dietScore, hads, procedure } = hospital();
const odense = municipality('0461');
const asOf = '2023-12-01';

/** A heart patient whose diet score shows a need. */
const inNeed = [...pci('2023-01-03'), dietScore(62, '2023-01-18')];

test('R01: BUG* counts when the patient had dietary treatment at the hospital', async () => {
  const decision = await decide('diet', [inNeed, service('BUG1', '2023-02-10', { recordId: 'P-77120' })], { asOf });

  expect(decision.outcome).toBe('met');
  expect(decision.decisive).toMatchObject([
    { source: ODENSE_HOSPITAL, sector: 'hospital', record: 'P-77120', on: '2023-02-10' },
  ]);
  expect(decision.findings).toEqual([]);
});

test('R02: a hospital registers only what was done in the hospital', async () => {
  const elsewhere = service('BUG1', '2023-02-10', { id: 'elsewhere', performedBy: ODENSE });
  const decision = await decide('diet', [inNeed, elsewhere], { asOf });

  expect(decision.outcome).toBe('pending');
  expect(decision.findings).toMatchObject([{ code: 'DELIVERED_ELSEWHERE', event: 'elsewhere' }]);
});

test('R02: this goes for every kind of service, private providers included, but not for another hospital', async () => {
  const visits = [
    service('BVDY04', '2023-01-20', { performedBy: 'private:physio', id: 'private' }),
    service('BVDY04', '2023-01-21', { performedBy: 'hospital:440401000016009', id: 'other-hospital' }),
  ];
  const decision = await decide('participation', [inNeed, visits], { asOf });

  expect(decision.findings).toMatchObject([{ code: 'DELIVERED_ELSEWHERE', event: 'private' }]);
  expect(citedIn(decision.decisive)).toEqual(['other-hospital']);
});

test.each(['group', 'individual'] as const)(
  'R03: the municipality registers its own diet treatment, %s too, and the form is kept',
  async (form) => {
    const decision = await decide('diet', [inNeed, odense.intervention('diet', '2023-03-01', { form })], { asOf });

    expect(decision.outcome).toBe('met');
    expect(decision.decisive).toMatchObject([{ source: ODENSE, sector: 'municipality', what: `diet, ${form}` }]);
    expect(decision.explanation.en).toContain(form === 'group' ? 'in a group' : 'individually');
  },
);

test.each(['BUG1', 'BRXT2', 'BVDY04'])(
  'R04: a municipal event that carries the SKS code %s is refused and never converted',
  async (code) => {
    const { decision, receipts } = await evaluate(
      [inNeed, odense.intervention('diet', '2023-03-08', { code, id: 'coded' })],
      { asOf },
    );

    expect(receipts.at(-1)).toMatchObject({
      id: 'coded',
      status: 'rejected',
      code: 'WRONG_CODE_SYSTEM_FOR_SECTOR',
      path: 'data.code',
    });
    expect(decision('diet')).toMatchObject({ outcome: 'pending', decisive: [], also: [] });
  },
);

test('R04: nor may a municipality send a hospital procedure', async () => {
  const asHospital = procedure('BUG1', '2023-03-08', { source: ODENSE });

  expect(await receiptsOf(asHospital)).toMatchObject([{ code: 'WRONG_CODE_SYSTEM_FOR_SECTOR', path: 'type' }]);
});

test('R05: the sectors are merged on CPR: the hospital fulfils participation, the municipality diet', async () => {
  const { decisions, decision } = await evaluate(
    [
      inNeed,
      service('BVDY04', '2023-01-18'),
      odense.intervention('diet', '2023-03-01'),
      odense.intervention('training', '2023-03-02'),
    ],
    { asOf },
  );

  expect(new Set(decisions.map(({ pathway }) => pathway))).toEqual(new Set([1]));
  expect(decision('participation').decisive).toMatchObject([{ sector: 'hospital' }]);
  expect(decision('diet').decisive).toMatchObject([{ sector: 'municipality' }]);
});

test('R06: the second HADS, after about three months, may be done by the municipality', async () => {
  const { decision } = await evaluate(
    [
      inNeed,
      service('BVDY04', '2023-01-18'),
      hads(9, 6, '2023-01-18', { id: 'january' }),
      odense.hads(5, 4, '2023-04-25', { id: 'april' }),
    ],
    { asOf },
  );

  expect(decision('hads-start')).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'january', sector: 'hospital' }],
  });
  expect(decision('hads-end')).toMatchObject({
    outcome: 'met',
    decisive: [{ event: 'april', sector: 'municipality' }],
  });
});
