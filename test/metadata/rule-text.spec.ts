import type { DefinitionSet } from '../../src/kernel/definition';
import type { Bilingual } from '../../src/kernel/language';
import { definitionText, type DefinitionText } from '../../src/definitions/domain/metadata/rule-text';
import { definitions } from '../support/evaluate';
import { changed } from './ground';

const textOf = (key: string, set: DefinitionSet = definitions): DefinitionText => {
  const definition = set.indicators.find((one) => one.key === key);
  if (definition === undefined) throw new Error(`There is no ${key}.`);
  return definitionText(definition, set);
};

test.each(definitions.indicators.map(({ key }) => key))(
  '%s is described in whole sentences in both languages',
  (key) => {
    for (const { da, en } of Object.values(textOf(key)) as Bilingual[]) {
      expect(da).toMatch(/^[A-ZÆØÅ].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(da).not.toBe(en);
      expect(`${da}${en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  },
);

test('the diet indicator reads as its rules say', () => {
  expect(textOf('diet')).toMatchObject({
    denominator: {
      da: 'Forløb, hvor scoren er under 75 ved seneste Hjertekostskema fra sygehus fra indeksdagen til og med 180 dage efter.',
      en: 'Pathways in which the score is below 75 at the latest heart diet score from hospital from the index day through 180 days after it.',
    },
    fulfilled: { da: 'Opfyldt, når der er registreret diætbehandling (på sygehuse BUG*) inden for vinduet.' },
    target: { en: 'Target: at least 70 %. High goal achievement from 70 %, moderate from 55 %, else low.' },
  });
});

test('HADS at the end says whom it is about and how long after', () => {
  expect(textOf('hads-end')).toMatchObject({
    denominator: { en: expect.stringContaining('anxiety is at least 8 or depression is at least 8') as string },
    fulfilled: {
      en: 'Met when HADS is recorded within the window, at least 60 days after what decided the denominator.',
    },
  });
});

test('an indicator about those who met another names it', () => {
  expect(textOf('hads-start').denominator).toEqual({
    da: 'Forløb, hvor indikator 1 (Deltagelse i rehabilitering) er opfyldt.',
    en: 'Pathways in which indicator 1 (Participation in rehabilitation) is met.',
  });
});

test('decimals are written as each language writes them', () => {
  expect(textOf('ldl').fulfilled.da).toContain('højst 1,4');
  expect(textOf('ldl').fulfilled.en).toContain('at most 1.4');
});

const target = { direction: 'at-most', percent: 5, levels: { high: 5, moderate: 10 } };
const score = { measure: 'hjertekost', sector: 'hospital' };
const hads = { measure: 'hads' };
const end = { fact: 'municipal-end', outcomes: ['completed'] };
const start = { fact: 'municipal-start' };
const pressure = { measure: 'blood-pressure', sector: 'hospital' };
const smoking = { measure: 'smoking-status', known: true };
const ldl = { measure: 'ldl', sector: 'laboratory' };

test.each<[string, string, object, keyof DefinitionText]>([
  ['the window', 'diet', { window: '90d' }, 'window'],
  ['months for days', 'diet', { window: '1m' }, 'window'],
  ['the denominator’s rule', 'diet', { denominator: { rule: 'every-pathway' } }, 'denominator'],
  [
    'the limit of a score',
    'diet',
    {
      denominator: { rule: 'fact', pick: 'latest', of: score, within: '180d', anyOf: [{ field: 'score', below: 60 }] },
    },
    'denominator',
  ],
  [
    'first for latest',
    'diet',
    { denominator: { rule: 'fact', pick: 'first', of: score, within: '180d', anyOf: [{ field: 'score', below: 75 }] } },
    'denominator',
  ],
  [
    'how long is looked',
    'smoke-free',
    { denominator: { rule: 'fact', pick: 'first', of: smoking, within: '90d', status: 'smoker' } },
    'denominator',
  ],
  [
    'the status asked for',
    'smoke-free',
    { denominator: { rule: 'fact', pick: 'first', of: smoking, within: '180d', status: 'former-smoker' } },
    'denominator',
  ],
  ['the fact that fulfils', 'diet', { evidence: { of: { fact: 'training' } } }, 'fulfilled'],
  ['the sector of the fact', 'diet', { evidence: { of: { fact: 'diet', sector: 'municipality' } } }, 'fulfilled'],
  ['the codes', 'statin', { evidence: { of: { fact: 'dispensing', atc: ['C10AA'] } } }, 'fulfilled'],
  ['days in between', 'hads-end', { evidence: { of: hads, daysAfterDenominator: 30 } }, 'fulfilled'],
  [
    'the share',
    'retention',
    { value: { rule: 'share', of: end, plannedFrom: start, atLeastPercent: 70 } },
    'fulfilled',
  ],
  [
    'the change',
    'work-capacity',
    { value: { rule: 'change', of: { measure: 'exercise-capacity', phase: 'end' }, atLeastPercent: 120 } },
    'fulfilled',
  ],
  ['the statuses', 'smoke-free', { value: { rule: 'status', of: smoking, metWhen: ['never-smoker'] } }, 'fulfilled'],
  [
    'a limit of blood pressure',
    'blood-pressure',
    { value: { rule: 'limits', of: [pressure], allOf: [{ field: 'systolic', below: 130 }] } },
    'fulfilled',
  ],
  [
    'from when practices count',
    'blood-pressure',
    {
      value: {
        rule: 'limits',
        of: [{ ...pressure, from: '2025-01-01' }],
        allOf: [{ field: 'systolic', below: 140 }],
      },
    },
    'fulfilled',
  ],
  ['the LDL', 'ldl', { value: { rule: 'laboratory', of: ldl, atMost: 1.8 } }, 'fulfilled'],
  ['a bound the other way', 'ldl', { value: { rule: 'laboratory', of: ldl, below: 1.4 } }, 'fulfilled'],
  ['the sources', 'diet', { sources: ['municipality'] }, 'sources'],
  ['the target', 'diet', { target }, 'target'],
])('another definition gives another text: %s', (_what, key, change, part) => {
  const [before, after] = [textOf(key)[part], textOf(key, changed(key, change))[part]];

  expect(after.da).not.toBe(before.da);
  expect(after.en).not.toBe(before.en);
});

test('another measure gives another text', () => {
  const { measures } = definitions;
  const other = { ...measures, ldl: { ...measures['ldl']!, npu: ['NPU1'], unit: 'mg/dL' } };

  expect(textOf('ldl', { ...definitions, measures: other }).fulfilled.en).toContain('(NPU1) in mg/dL');
});

test('another population or another number of days in trouble gives another text', () => {
  const older = { ...definitions, population: { ...definitions.population, adultAge: 40 } };
  const patient = { ...definitions, troubleDays: 30 };

  const coded = { ...definitions.population.services, diet: ['BUH'] };
  const renamed = { ...definitions, population: { ...definitions.population, services: coded } };

  expect(textOf('diet', renamed).fulfilled.en).toContain('at hospitals BUH*');
  expect(textOf('diet', older).population.en).toContain('aged at least 40');
  expect(textOf('diet', patient).sources.da).toContain('mindst 30 dage');
});
