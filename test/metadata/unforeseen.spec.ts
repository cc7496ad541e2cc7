import { codeListsOf } from '../../src/definitions/domain/metadata/code-lists';
import { indicatorMetadata, sectionMetadata } from '../../src/definitions/domain/metadata/metadata';
import { definitionText } from '../../src/definitions/domain/metadata/rule-text';
import { metadataText } from '../../src/definitions/adapters/text/metadata-text';
import { unforeseenSet } from '../indicators/unforeseen';
import { descriptions, groundFor } from './ground';

const set = unforeseenSet();
const basis = groundFor(set);
const textOf = (key: string) =>
  definitionText(
    set.indicators.find((one) => one.key === key)!,
    set,
  );

test('HbA1c is described by its rule', () => {
  expect(textOf('hba1c')).toMatchObject({
    fulfilled: {
      da: 'Opfyldt, når seneste laboratoriesvar fra Laboratoriedatabasen (NPU27300) i mmol/mol er højst 53.',
      en: 'Met when the latest laboratory result from the laboratory database (NPU27300) in mmol/mol is at most 53.',
    },
    sources: {
      da: 'Kilder: Laboratoriedatabasen. Har en af dem ikke leveret i mindst 14 dage af vinduet, siges det ved afgørelsen.',
    },
  });
});

test('HADS below 8 is described by its rule', () => {
  expect(textOf('hads-below-8').fulfilled).toEqual({
    da: 'Opfyldt, når angst er under 8 og depression er under 8 ved seneste HADS, mindst 60 dage efter det, der afgjorde nævneren.',
    en: 'Met when anxiety is below 8 and depression is below 8 at the latest HADS, at least 60 days after what decided the denominator.',
  });
});

test('the systolic pressure is described by its rule, and that nobody can tell whether a practice is silent', () => {
  expect(textOf('systolic')).toMatchObject({
    fulfilled: {
      da: 'Opfyldt, når det systoliske tryk er under 130 ved seneste blodtryk fra almen praksis.',
      en: 'Met when the systolic pressure is below 130 at the latest blood pressure from general practice.',
    },
    sources: {
      da: 'Kilder: almen praksis. Om patientens praksis har leveret, vides ikke.',
      en: 'Sources: general practice. Whether the patient’s practice delivered is not known.',
    },
  });
});

test('beside sources that are watched, the practice alone is said not to be', () => {
  const both = { ...set.indicators.at(-1)!, sources: ['hospital', 'general-practice'] as const };

  expect(definitionText(both, set).sources.en).toBe(
    'Sources: hospital and general practice. If hospital did not deliver on at least 14 days of the window, the decision says so. Whether the patient’s practice delivered is not known.',
  );
});

test('a measure is told with its unit, codes and the indicators that read it', () => {
  const { measures } = sectionMetadata('measures', basis, descriptions) as { measures: readonly { key: string }[] };

  expect(measures.find(({ key }) => key === 'hba1c')).toMatchObject({
    title: { da: 'HbA1c', en: 'HbA1c' },
    unit: 'mmol/mol',
    ucum: 'mmol/mol',
    codings: [{ code: '59261-8' }, { code: 'NPU27300' }],
    usedBy: ['hba1c'],
    label: 'arbejdsdefinition',
  });
  expect(measures.find(({ key }) => key === 'hads')).toMatchObject({
    numbers: [{ name: 'anxiety' }, { name: 'depression' }],
    usedBy: ['hads-start', 'hads-end', 'hads-below-8'],
  });
});

test.each(['da', 'en'] as const)('the three stand in the whole text: %s', (language) => {
  const text = metadataText(basis, descriptions, language);

  for (const { title, key } of set.indicators.slice(12)) expect(text).toContain(`${title[language]} [${key}]`);
  expect(text).toContain('- hba1c (HbA1c): mmol/mol, 59261-8 (http://loinc.org), NPU27300 (urn:oid:1.2.208.176.2.1);');
  expect(text).not.toMatch(/undefined|null|NaN|\[object/);
});

test('its analysis codes are a code list of the indicator', () => {
  const hba1c = set.indicators.find(({ key }) => key === 'hba1c')!;

  expect(codeListsOf(set).find(({ key }) => key === 'hba1c-npu')).toMatchObject({
    codes: ['NPU27300'],
    match: 'exact',
  });
  expect(indicatorMetadata(hba1c, basis).codeLists).toEqual(['hba1c-npu']);
});
