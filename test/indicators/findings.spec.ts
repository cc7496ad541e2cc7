import { decide, evaluate } from '../support/evaluate';
import { ODENSE, hospital } from '../support/sectors';
import { GRY, about } from '../support/source-event';

const { pci, service, procedure, diagnosis, dietScore, smoking } = hospital();
const start = [...pci('2023-01-03'), dietScore(62, '2023-01-18'), smoking('smoker', '2023-01-18')];
const asOf = '2024-01-04';

/** A service with every fault at once, or with the first ones taken away. */
const faulty = (code: string, faults: { elsewhere?: true; referral?: true; diagnosis?: string }) => [
  procedure(code, '2023-02-10', {
    id: 'faulty',
    contactId: 'K-9',
    ...(faults.elsewhere ? { performedBy: ODENSE } : undefined),
    ...(faults.referral ? { purpose: 'referral' } : undefined),
  }),
  ...(faults.diagnosis === undefined ? [] : [diagnosis(faults.diagnosis, '2023-02-10', { contactId: 'K-9' })]),
];

describe.each([
  ['participation', 'BVDY04'],
  ['diet', 'BUG1'],
  ['smoking-cessation', 'BRXT1'],
])('%s names the first reason why %s did not count', (key, code) => {
  it.each([
    [{ elsewhere: true, referral: true }, 'DELIVERED_ELSEWHERE'],
    [{ referral: true }, 'REFERRAL_ONLY'],
    [{}, 'MISSING_DIAGNOSIS'],
    [{ diagnosis: 'DZ034' }, 'OBS_DIAGNOSIS_ONLY'],
    [{ diagnosis: 'DE119' }, 'OTHER_DIAGNOSIS_ONLY'],
  ] as const)('%j: %s', async (faults, finding) => {
    const decision = await decide(key, [start, faulty(code, faults)], { asOf });

    expect(decision).toMatchObject({ outcome: 'not-met', findings: [{ code: finding, event: 'faulty' }] });
    expect(Object.keys(decision.findings[0] ?? {})).toEqual(['code', 'source', 'event', 'record']);
  });

  it('whatever the outcome: met, excluded by age, not asked', async () => {
    const met = await decide(key, [start, faulty(code, {}), service(code, '2023-03-10')], { asOf });
    const young = await decide(key, about(GRY, start, faulty(code, {})), { asOf });
    const outside = await decide(key, [pci('2023-01-03'), faulty(code, {})], { asOf });

    expect(met).toMatchObject({ outcome: 'met', findings: [{ code: 'MISSING_DIAGNOSIS' }] });
    expect(young).toMatchObject({ outcome: 'not-applicable', findings: [{ code: 'MISSING_DIAGNOSIS' }] });
    expect(outside.findings).toHaveLength(1);
  });

  it('in the window and through the as-of day only', async () => {
    const late = [
      ...start,
      procedure(code, '2024-01-04', { id: 'too late' }),
      procedure(code, '2023-06-01', { id: 'in' }),
    ];

    expect((await decide(key, late, { asOf })).findings).toMatchObject([{ event: 'in' }]);
    expect((await decide(key, late, { asOf: '2023-05-31' })).findings).toEqual([]);
  });

  it('and the other indicators do not', async () => {
    const { decisions } = await evaluate([start, faulty(code, {})], { asOf });

    for (const { indicator, findings } of decisions) expect(findings).toHaveLength(indicator === key ? 1 : 0);
  });
});

test('under the lenient policy BUG* at a referral is no finding, and one delivered elsewhere still is', async () => {
  const asked = { asOf, policy: { bugOnReferral: 'lenient' } };
  const diagnosed = { referral: true, diagnosis: 'DI209' } as const;

  expect(await decide('diet', [start, faulty('BUG1', diagnosed)], asked)).toMatchObject({
    outcome: 'met',
    findings: [],
  });
  expect(await decide('diet', [start, faulty('BUG1', { ...diagnosed, elsewhere: true })], asked)).toMatchObject({
    outcome: 'not-met',
    findings: [{ code: 'DELIVERED_ELSEWHERE' }],
  });
  expect(await decide('diet', [start, faulty('BUG1', { referral: true, diagnosis: 'DZ034' })], asked)).toMatchObject({
    findings: [{ code: 'OBS_DIAGNOSIS_ONLY' }],
  });
  expect(await decide('participation', [start, faulty('BVDY04', diagnosed)], asked)).toMatchObject({
    findings: [{ code: 'REFERRAL_ONLY' }],
  });
});

test('an unknown policy or option is an error that names what there is', async () => {
  await expect(evaluate(start, { asOf, policy: { bugOnReferal: 'strict' } })).rejects.toThrow(/bugOnReferral/);
  await expect(evaluate(start, { asOf, policy: { bugOnReferral: 'mild' } })).rejects.toThrow(/strict, lenient/);
});
