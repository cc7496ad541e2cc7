import fc from 'fast-check';
import { definitions } from '../support/evaluate';
import { indicatorMetadata } from '../../src/definitions/domain/metadata/metadata';
import { fieldChanges, sentenceChanges } from '../../src/web/pages/definitions/definition-changes';
import { numberIn, ruleNumberFault, ruleNumbers, withRuleNumbers } from '../../src/web/pages/definitions/rule-numbers';

type DefinitionSet = Parameters<typeof withRuleNumbers>[0];

const set = definitions as unknown as DefinitionSet;
const full = (of: DefinitionSet) =>
  ({
    set: of,
    meanings: of.indicators.map((indicator) =>
      indicatorMetadata(indicator as never, { id: `${of.set}/${of.version}`, set: of as never }),
    ),
  }) as unknown as Parameters<typeof sentenceChanges>[0];
const keys = set.indicators.map(({ key }) => key);
const indicatorOf = (of: DefinitionSet, key: string) => of.indicators.find((one) => one.key === key) as never;

test('a number of a rule that is another is told as the sentence and the field it stands in', () => {
  const changed = withRuleNumbers(set, 'diet', 3, new Map([['denominator.anyOf.0.below', 80]]));

  expect(sentenceChanges(full(set), full(changed))).toMatchObject([
    { indicator: { number: 4 }, part: 'denominator', before: { da: expect.stringContaining('75') as string } },
  ]);
  expect(fieldChanges(full(set), full(changed))).toEqual([
    { path: 'indicators.diet.denominator.anyOf.0.below', before: '75', after: '80' },
  ]);
});

test('whom the indicators are about is told once, whatever their number', () => {
  const population = { ...set.population, adultAge: 20 };

  const changes = sentenceChanges(full(set), full({ ...set, version: 3, population }));
  expect(changes).toMatchObject([{ part: 'population', after: { da: expect.stringContaining('20 år') as string } }]);
  expect(changes[0]).not.toHaveProperty('indicator');
});

test('indicators that came and went are told by their names', () => {
  const fewer = { ...set, version: 3, indicators: set.indicators.slice(0, -1) };

  expect(sentenceChanges(full(set), full(fewer))).toMatchObject([{ indicator: { number: 12 }, part: 'removed' }]);
  expect(sentenceChanges(full(fewer), full(set))).toMatchObject([{ indicator: { number: 12 }, part: 'added' }]);
});

test('every number of every rule can be changed by itself, and nothing else changes with it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(50), fc.integer({ min: 1, max: 99 }), (key, at, value) => {
      const numbers = ruleNumbers(indicatorOf(set, key));
      const number = numbers[at % numbers.length];
      if (number === undefined) throw new Error('Every rule has a window and a target.');
      const written = number.unit === undefined ? value : `${value}${number.unit}`;
      const changed = withRuleNumbers(set, key, 3, new Map([[number.path, written]]));

      expect(ruleNumbers(indicatorOf(changed, key))).toEqual(
        numbers.map((one) => (one === number ? { ...one, value } : one)),
      );
      const elsewhere = fieldChanges(full(set), full(changed)).map(({ path }) => path);
      expect(elsewhere).toEqual(value === number.value ? [] : [`indicators.${key}.${number.path}`]);
    }),
  );
});

test('numbers are written with a comma or a point, and what is none is told', () => {
  const [window] = ruleNumbers(indicatorOf(set, 'participation'));
  const limit = ruleNumbers(indicatorOf(set, 'ldl')).find(({ name }) => name === 'atMost');
  if (window === undefined || limit === undefined) throw new Error('The rules have these numbers.');

  expect([numberIn('1,4'), numberIn(' 1.4 '), numberIn('1e3'), numberIn('')]).toEqual([1.4, 1.4, NaN, NaN]);
  expect([ruleNumberFault(window, '180'), ruleNumberFault(window, '1,5'), ruleNumberFault(window, '0')]).toEqual([
    undefined,
    'badSpan',
    'badSpan',
  ]);
  expect([ruleNumberFault(limit, '1,8'), ruleNumberFault(limit, 'lav')]).toEqual([undefined, 'badNumber']);
});
