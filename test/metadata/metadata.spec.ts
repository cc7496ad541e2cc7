import { codeListsOf } from '../../src/definitions/domain/metadata/code-lists';
import { inLanguage } from '../../src/definitions/domain/metadata/in-language';
import {
  indicatorMetadata,
  metadataIndex,
  sectionMetadata,
  SECTIONS,
} from '../../src/definitions/domain/metadata/metadata';
import { metadataText } from '../../src/definitions/adapters/text/metadata-text';
import { definitions } from '../support/evaluate';
import { changed, descriptions, groundFor } from './ground';

const basis = groundFor();
const { set } = basis;

/** Every code that the definition file lists anywhere. */
function codesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(D[A-Z]\d|K[A-Z]{2}|B[A-Z]{2}|NPU|AAB|[A-Z]\d\d[A-Z]{2}$)/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(codesIn) : [];
}

test.each(['da', 'en'] as const)(
  'every indicator, code list, rule, source and word stands in the text: %s',
  (language) => {
    const text = metadataText(basis, descriptions, language);
    const titles = [
      ...set.indicators.map(({ title }) => title),
      ...codeListsOf(set).map(({ title }) => title),
      ...Object.values(set.measures).map(({ title }) => title),
      ...descriptions.rules.flatMap((rule) => [rule.title, rule.text]),
      ...descriptions.sources.flatMap(({ title, channel, reports, never }) => [title, channel, reports, never]),
      ...[descriptions.outcomes, descriptions.reasons, descriptions.findings, descriptions.rejections]
        .flat()
        .map((word) => word.text),
    ].map((both) => both[language]);
    const codes = [
      ...set.indicators.map(({ key }) => `[${key}]`),
      ...descriptions.rules.map(({ id }) => `- ${id} `),
      ...descriptions.sources.map(({ scheme }) => `[${scheme}]`),
    ];

    expect([...titles, ...codes].filter((expected) => !text.includes(expected))).toEqual([]);
  },
);

test('every code of the definitions stands in a code list', () => {
  const listed = codeListsOf(set).flatMap(({ codes }) => codes);
  const used = codesIn([set.population, set.measures, set.indicators.map(({ evidence, value }) => [evidence, value])]);

  expect(used.length).toBeGreaterThan(25);
  expect(used.filter((code) => !listed.includes(code))).toEqual([]);
});

test('a code list says which indicators stand on it, and an indicator which lists', () => {
  const diet = set.indicators.find(({ key }) => key === 'diet')!;

  expect(codeListsOf(set).find(({ key }) => key === 'services-diet')).toMatchObject({
    codes: ['BUG'],
    usedBy: ['diet'],
  });
  expect(indicatorMetadata(diet, basis).codeLists).toEqual(['services-diet']);
});

test('the index leads to every indicator and section', () => {
  const hrefs = JSON.stringify(metadataIndex(basis));

  for (const { key } of set.indicators) expect(hrefs).toContain(`/metadata/indicators/${key}"`);
  for (const section of SECTIONS) expect(hrefs).toContain(`/metadata/${section}"`);
});

test('working definitions are labelled wherever they stand, official ones are not', () => {
  const { rules } = sectionMetadata('rules', basis, descriptions) as {
    rules: readonly { id: string; label?: string }[];
  };
  const labelled = new Set(rules.filter(({ label }) => label === 'arbejdsdefinition').map(({ id }) => id));
  const working = new Set(descriptions.rules.filter(({ provenance }) => provenance === 'working').map(({ id }) => id));

  expect(labelled).toEqual(working);
  expect(working.has('R13')).toBe(true);
  expect(set.indicators.map((definition) => indicatorMetadata(definition, basis).label)).toEqual(
    set.indicators.map(() => 'arbejdsdefinition'),
  );
  const official = groundFor(changed('diet', { provenance: 'official' }));
  expect(indicatorMetadata(official.set.indicators[3]!, official).label).toBeUndefined();
});

test('another definition gives another description, in the text and in the data', () => {
  const other = groundFor(changed('diet', { window: '90d' }));

  expect(metadataText(other, descriptions, 'da')).not.toBe(metadataText(basis, descriptions, 'da'));
  expect(indicatorMetadata(other.set.indicators[3]!, other).text.window.da).toContain('90 dage');
});

test('each source lists every kind of event it may send', () => {
  const { sources } = sectionMetadata('sources', basis, descriptions) as {
    sources: readonly { scheme: string; events: readonly string[] }[];
  };

  expect(sources.find(({ scheme }) => scheme === 'municipality')?.events).toEqual([
    'dk.rehabspor.municipality.measurement.v1',
    'dk.rehabspor.municipality.start.v1',
    'dk.rehabspor.municipality.intervention.v1',
    'dk.rehabspor.municipality.end.v1',
  ]);
});

test.each(['da', 'en'] as const)('asked for one language, no text stands in two: %s', (language) => {
  const everything = [
    metadataIndex(basis),
    ...definitions.indicators.map((definition) => indicatorMetadata(definition, basis)),
    ...SECTIONS.map((section) => sectionMetadata(section, basis, descriptions)),
  ];
  const text = JSON.stringify(inLanguage(everything, language));

  expect(text).not.toMatch(/"(da|en)":/);
  expect(text).toContain(set.indicators[3]?.title[language]);
  expect(inLanguage(everything, undefined)).toBe(everything);
});
