import { refusalOf, handoverStateOf, type ProposalStep, type ProposalStepName } from '../../src/kernel/proposal';

const step = (name: ProposalStepName, by: string): ProposalStep => ({ step: name, by, at: '2024-06-30T12:00:00.000Z' });
const PROPOSED = step('proposed', 'Åse Holm');
const TRIED = step('tried', 'Åse Holm');
const approval = (by: string) => ({ step: 'approved', by }) as const;

test('a tried set is approved by another person', () => {
  expect(refusalOf([PROPOSED, TRIED], approval('Bo Krog'))).toBeUndefined();
  expect(handoverStateOf([PROPOSED, TRIED, step('approved', 'Bo Krog')])).toBe('approved');
});

test.each(['Åse Holm', 'åse holm', '  ÅSE   HOLM ', 'A\u030ase Holm'])('"%s" is the one who proposed it', (by) => {
  expect(refusalOf([PROPOSED, TRIED], approval(by))).toBe('same-person');
});

test('who tried it may approve it, if somebody else proposed it', () => {
  expect(refusalOf([PROPOSED, step('tried', 'Bo Krog')], approval('Bo Krog'))).toBeUndefined();
});

test('nothing is approved untried', () => {
  expect(refusalOf([PROPOSED], approval('Bo Krog'))).toBe('not-tried');
});

test.each(['tried', 'approved', 'rejected'] as const)('%s comes after neither an approval nor a rejection', (name) => {
  const next = { step: name, by: 'Carla' } as const;

  expect(refusalOf([PROPOSED, TRIED, step('approved', 'Bo Krog')], next)).toBe('approved-already');
  expect(refusalOf([PROPOSED, TRIED, step('rejected', 'Bo Krog')], next)).toBe('rejected-already');
});

test('it may be tried again and rejected at any time before', () => {
  for (const steps of [[PROPOSED], [PROPOSED, TRIED]]) {
    expect(refusalOf(steps, { step: 'tried', by: 'Carla' })).toBeUndefined();
    expect(refusalOf(steps, { step: 'rejected', by: 'Åse Holm' })).toBeUndefined();
  }
});
