import type { DefinitionSet } from '../../src/kernel/definition';
import { channelsOf } from '../../src/intake/domain/channel-rules';
import { definitions, evaluate } from '../support/evaluate';
import { hospital } from '../support/sectors';

const { pci, procedure, service } = hospital();

/** A set in which diet treatment goes by another prefix. */
const renamed: DefinitionSet = {
  ...definitions,
  population: { ...definitions.population, services: { ...definitions.population.services, diet: ['BUH'] } },
};
const asOf = '2024-06-30';

test('a service goes through the same channel as it is decided by: the codes of the set alone', async () => {
  const lastYear = [procedure('BUH1', '2022-12-31'), procedure('BUG1', '2022-12-31')];
  const codesBy = async (by: DefinitionSet) =>
    (await evaluate(lastYear, { asOf, by })).receipts.map((receipt) => receipt?.code ?? receipt?.status);

  expect(await codesBy(definitions)).toEqual(['accepted', 'WRONG_CHANNEL']);
  expect(await codesBy(renamed)).toEqual(['WRONG_CHANNEL', 'accepted']);
});

test('what the set calls diet treatment fulfils the indicator, what it does not is another procedure', async () => {
  const story = [pci('2023-01-03'), hospital().dietScore(62, '2023-01-18')];
  const outcomeOf = async (code: string) =>
    (await evaluate([story, service(code, '2023-03-01')], { asOf, by: renamed })).decision('diet').outcome;

  expect([await outcomeOf('BUH1'), await outcomeOf('BUG1')]).toEqual(['met', 'not-met']);
});

test('a rule without its day is told by its number', () => {
  expect(() => channelsOf([{ id: 'R16' }], definitions.population)).toThrow('Rule R16 says no day `through`.');
});
