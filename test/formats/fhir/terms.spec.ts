import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import { gatewayTerms } from '../../../src/formats/adapters/kl-gateway/load-terms';
import { WrittenCodes } from '../../../src/formats/domain/fhir/write/writing';
import { EVENT_FIELDS } from '../../../src/kernel/event-data';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';

test.each(['fhir/terms', 'kl-gateway/terms'])('%s follows its schema', (name) => {
  const read = (ending: string): string => readFileSync(contractsPath('formats', `${name}${ending}`), 'utf8');
  const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(
    JSON.parse(read('.schema.json')) as object,
  );
  void validate(parse(read('.yaml')));
  expect(validate.errors ?? []).toEqual([]);
});

test('whatever an event of ours says by a closed choice can be written in a code', () => {
  const terms = fhirTerms();
  const codes = new WrittenCodes(terms);
  const choices: readonly (readonly [Parameters<typeof codes.coding>[1], readonly string[]])[] = [
    [terms.modes, ['physical', 'virtual']],
    [terms.diagnosisRoles, ['A', 'B', 'H', 'M', 'C', 'G']],
    [terms.interventions, ['training', 'diet', 'smoking-cessation', 'patient-education', 'psychosocial']],
    [terms.forms, ['individual', 'group', 'virtual', 'phone']],
    [terms.purposes, ['delivered', 'referral']],
    [terms.phases, ['start', 'end']],
    [terms.smoking, ['smoker', 'former-smoker', 'never-smoker', 'unknown']],
    [terms.parts, ['systolic', 'diastolic', 'anxiety', 'depression']],
  ];
  for (const [table, meanings] of choices) {
    for (const meaning of meanings) expect(codes.coding(meaning, table)).toBeDefined();
  }
});

test('whatever is measured can be written in a code', () => {
  const kinds = Object.keys(EVENT_FIELDS['hospital.measurement'].values ?? {});
  const measured = kinds.flatMap((kind) => (kind === 'exercise-capacity' ? ['watt', '6mwt', 'sit-to-stand'] : [kind]));
  const codes = new WrittenCodes(fhirTerms());
  for (const one of measured) expect(codes.concept(one, fhirTerms().measurements)).toBeDefined();
});

test('the municipalities that report by a SOR code are municipalities', () => {
  const known = loadOrganisationList(loadSchemas()).municipalities;
  expect([...gatewayTerms().municipalities.values()].filter((code) => !known.has(code))).toEqual([]);
});
