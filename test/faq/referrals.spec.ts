import { citedIn, decide, evaluate } from '../support/evaluate';
import { ODENSE, civilRegistration, feed, hospital, municipality } from '../support/sectors';

const { pci, service, dietScore, smoking, diagnosis, procedure, referral } = hospital();
const odense = municipality('0461');
const asOf = '2023-12-01';
const contactId = 'K-9';

const inNeed = [...pci('2023-01-03'), dietScore(62, '2023-01-18')];
const smoker = [...pci('2023-01-03'), smoking('smoker', '2023-01-18')];
const visit = [diagnosis('DI209', '2023-01-18', { contactId })];
const referred = referral(ODENSE, ['diet', 'smoking-cessation'], '2023-01-18', { contactId });

describe('R13: BUG* at a referral and by the dietitian', () => {
  const codeAtReferral = [...visit, referred, procedure('BUG1', '2023-01-18', { contactId, id: 'bug' })];
  const referralOnly = [...visit, procedure('BUG1', '2023-01-18', { contactId, purpose: 'referral', id: 'bug' })];
  const guidanceToo = [...visit, referred, procedure('BUG1', '2023-01-18', { contactId, purpose: 'delivered' })];
  const session = service('BUG1', '2023-02-10');

  it.each([
    ['stated as one', referralOnly],
    ['found beside a referral of the same contact and day', codeAtReferral],
  ])('(i) a referral only, %s, does not count under the strict policy', async (_how, story) => {
    const decision = await decide('diet', [inNeed, story], { asOf });

    expect(decision).toMatchObject({ outcome: 'pending', findings: [{ code: 'REFERRAL_ONLY', event: 'bug' }] });
    expect(decision.policy).toEqual({ bugOnReferral: 'strict' });
  });

  it.each([
    ['(ii) guidance given and referral made', guidanceToo],
    ['(iii) the dietitian’s session', session],
  ])('%s counts', async (_what, story) => {
    expect(await decide('diet', [inNeed, story], { asOf })).toMatchObject({ outcome: 'met', findings: [] });
  });

  it('(i) counts under the lenient policy, which every result names', async () => {
    const { decisions, decision } = await evaluate([inNeed, codeAtReferral], {
      asOf,
      policy: { bugOnReferral: 'lenient' },
    });

    expect(decision('diet')).toMatchObject({ outcome: 'met', findings: [], decisive: [{ event: 'bug' }] });
    for (const { policy } of decisions) expect(policy).toEqual({ bugOnReferral: 'lenient' });
  });

  it('the lenient policy does not stand in for a diagnosis', async () => {
    const undiagnosed = procedure('BUG1', '2023-01-18', { contactId: 'K-none', purpose: 'referral' });
    const decision = await decide('diet', [inNeed, undiagnosed], { asOf, policy: { bugOnReferral: 'lenient' } });

    expect(decision).toMatchObject({ outcome: 'pending', findings: [{ code: 'MISSING_DIAGNOSIS' }] });
  });
});

test.each([
  [62, 'pending'],
  [74.9, 'pending'],
  [75, 'not-applicable'],
])('R13b: a diet score of %s at the hospital makes diet treatment %s', async (score, outcome) => {
  const decision = await decide('diet', [pci('2023-01-03'), dietScore(score, '2023-01-18')], { asOf });

  expect(decision.outcome).toBe(outcome);
});

test('R14: BRXT* counts for taking part in the hospital’s own smoking cessation', async () => {
  const decision = await decide('smoking-cessation', [smoker, service('BRXT1', '2023-02-01')], { asOf });

  expect(decision).toMatchObject({ outcome: 'met', decisive: [{ sector: 'hospital' }] });
});

test.each(['strict', 'lenient'])(
  'R14: on a referral only it does not, and %s BUG* policy changes that',
  async (bugOnReferral) => {
    const story = [smoker, visit, referred, procedure('BRXT1', '2023-01-18', { contactId, id: 'brxt' })];
    const decision = await decide('smoking-cessation', story, { asOf, policy: { bugOnReferral } });

    expect(decision).toMatchObject({ outcome: 'pending', findings: [{ code: 'REFERRAL_ONLY', event: 'brxt' }] });
  },
);

describe('R14b: after a referral', () => {
  it('the municipality registers participation, if it happens', async () => {
    const story = [smoker, referred, odense.intervention('smoking-cessation', '2023-02-20', { id: 'course' })];
    const decision = await decide('smoking-cessation', story, { asOf });

    expect(decision).toMatchObject({ outcome: 'met', decisive: [{ source: ODENSE, sector: 'municipality' }] });
    expect(citedIn(decision.decisive)).toEqual(['course']);
  });

  it('a session the patient stayed away from is none', async () => {
    const missed = odense.intervention('smoking-cessation', '2023-02-20', { attended: false });

    expect(await decide('smoking-cessation', [smoker, referred, missed], { asOf })).toMatchObject({
      outcome: 'pending',
      decisive: [],
    });
  });

  it('without a follow-up the loop stays open: the code is named, the municipality’s silence too, the hospital not', async () => {
    const story = [
      smoker,
      visit,
      referred,
      procedure('BRXT1', '2023-01-18', { contactId, id: 'brxt' }),
      civilRegistration.livesIn('0461'),
      feed(ODENSE, 'silent', '2023-02-01', '2023-06-30'),
    ];
    const decision = await decide('smoking-cessation', story, { asOf: '2024-01-04' });

    expect(decision).toMatchObject({
      outcome: 'unknown',
      reason: 'SOURCE_SILENT',
      trouble: { organisation: ODENSE, days: 150 },
      findings: [{ code: 'REFERRAL_ONLY', event: 'brxt' }],
    });
    expect(decision.explanation.en).toContain('The municipality of residence');
  });
});
