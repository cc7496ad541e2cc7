import { Evaluation } from '../../src/operations/evaluation/evaluation';
import { PERSON_LAW, type PersonLaw } from '../../src/indicators/domain/person-law';
import { definitions, linesOf, names } from '../support/evaluate';
import { reading } from '../robustness/ground';
import { BO } from '../support/source-event';
import { BOS, clock, everyone, plant } from './planted';

async function evaluated(lines: readonly string[], law: PersonLaw) {
  const options = { definitions, policy: {}, asOf: '2023-06-01', showCpr: false };
  const evaluation = new Evaluation(reading, names, clock, options, law);
  await evaluation.receive(lines.map((text) => ({ text })));
  const decided: string[] = [];
  for await (const one of evaluation.decisions()) decided.push(...one.map((decision) => JSON.stringify(decision)));
  return { decided, setAside: evaluation.setAside };
}

test.each([
  ['fold', 'folding'],
  ['decide', 'deciding'],
  ['explain', 'explaining'],
] as const)('evaluate decides everyone else, byte for byte, when %s throws for one person', async (where, stage) => {
  const others = linesOf(everyone.filter(({ data }) => data['cpr'] !== BO));
  const { decided, setAside } = await evaluated(linesOf(everyone), plant(where, BOS).law);

  expect(decided).toEqual((await evaluated(others, PERSON_LAW)).decided);
  expect(setAside).toEqual([{ person: BOS, stage, reason: 'TypeError: planted' }]);
});
