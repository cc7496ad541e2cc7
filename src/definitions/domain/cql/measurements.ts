import type { FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { QUESTIONNAIRE } from '../../../formats/domain/fhir/own-extensions';
import type { MeasuredFact } from '../../../kernel/definition';
import { NUMBERS_OF_FACT } from '../../../kernel/measures';
import { listNamed, meaningsOf } from './code-lists';
import { defined, listOf, named, quoted } from './cql-text';
import { attribution, dayOf, inForce, IN_ORDER } from './registrations';

/** What an Observation's code says that is no method of an exercise test. */
const NO_METHOD = new Set(['blood-pressure', 'smoking-status', 'ldl', 'hads', 'hjertekost']);

/** The methods of exercise tests that FHIR's terms have codes for. */
const methodsIn = ({ measurements }: FhirTerms): readonly string[] =>
  meaningsOf(measurements).filter((meaning) => !NO_METHOD.has(meaning));

const factsNamed = (kind: string): string => `${kind} facts`;

const SECTOR_OF_KIND = `case
    when R.said.kind = 'hospital.measurement' then 'hospital'
    when R.said.kind = 'municipality.measurement' then 'municipality'
    else 'general-practice'
  end`;

const FORM = `("Forms of"('danheart-form'))`;

const FUNCTIONS = `define function "Forms of"(questionnaire String):
  ${inForce('QuestionnaireResponse')} R
    where R.resource.questionnaire.value = ${quoted(QUESTIONNAIRE)} + questionnaire
    return all R

define function "Items in"(items List<FHIR.QuestionnaireResponse.Item>):
  flatten { items, flatten (items I where exists I.item return all I.item) }

define function "Answer"(items List<FHIR.QuestionnaireResponse.Item>, field String):
  First((flatten (("Items in"(items)) I where I.linkId.value = field return all I.answer)) A return all A.value)

define function "Number answered"(items List<FHIR.QuestionnaireResponse.Item>, field String):
  Coalesce(ToDecimal(("Answer"(items, field) as FHIR.integer).value), ("Answer"(items, field) as FHIR.decimal).value)

define function "Text answered"(items List<FHIR.QuestionnaireResponse.Item>, field String):
  ("Answer"(items, field) as FHIR.string).value

define function "Is answered yes"(items List<FHIR.QuestionnaireResponse.Item>, field String):
  Coalesce(("Answer"(items, field) as FHIR.boolean).value, false)

define function "Day answered"(items List<FHIR.QuestionnaireResponse.Item>, field String):
  ToDate("Text answered"(items, field))

define function "Number in part"(components List<FHIR.Observation.Component>, codes List<System.Code>):
  (First(components C where "Has one of"(C.code, codes) return all C.value) as FHIR.Quantity).value.value`;

/** What was measured, answered and dispensed, by kind of fact. */
export function measurements(terms: FhirTerms): string {
  const cases = meaningsOf(terms.measurements).map(
    (meaning) => `when "Has one of"(concept, ${named(listNamed('measurements', meaning))}) then ${quoted(meaning)}`,
  );
  return [
    FUNCTIONS,
    `define function "Measured by"(concept FHIR.CodeableConcept):\n  case\n    ${cases.join('\n    ')}\n    else null\n  end`,
    defined(
      'Measurements',
      `${inForce('Observation')} R
  where R.said.kind in { 'hospital.measurement', 'municipality.measurement', 'general-practice.measurement' }
  return all Tuple { said: R.said, resource: R.resource, measured: "Measured by"(R.resource.code) }`,
    ),
    ofNumbers('hads', { form: 'hads.' }),
    ofNumbers('blood-pressure', { form: 'bloodPressure.' }),
    ofNumbers('hjertekost', {}),
    smokingStatus(terms),
    exerciseCapacity(terms),
    laboratory(terms),
    dispensing(terms),
    formServices(),
  ].join('\n\n');
}

const OBSERVED = attribution(SECTOR_OF_KIND, dayOf('(R.resource.effective as FHIR.dateTime)'));
const ANSWERED = attribution("'patient'", dayOf('R.resource.authored'));
const ON_FORM = attribution("'hospital'", '"Day answered"(R.resource.item, \'serviceOn\')');
const observations = (meaning: string): string => `"Measurements" R\n      where R.measured = ${quoted(meaning)}`;

const together = (name: string, lists: readonly string[]): string =>
  defined(
    name,
    `(flatten {\n${lists.map((list) => `    (${list})`).join(',\n')}\n  }) F\n  return all F\n  ${IN_ORDER}`,
  );

function ofNumbers(kind: 'hads' | 'blood-pressure' | 'hjertekost', { form }: { readonly form?: string }): string {
  const fields = NUMBERS_OF_FACT[kind];
  const each = (of: (field: string) => string): string => fields.map((field) => `${field}: ${of(field)}`).join(', ');
  const observed =
    kind === 'hjertekost'
      ? () =>
          'Coalesce(ToDecimal((R.resource.value as FHIR.integer).value), (R.resource.value as FHIR.Quantity).value.value)'
      : (field: string) => `"Number in part"(R.resource.component, ${named(listNamed('parts', field))})`;
  return together(factsNamed(kind), [
    `${observations(kind)}\n      return all Tuple { ${OBSERVED}, ${each(observed)} }`,
    `("Forms of"(${quoted(kind)})) R return all Tuple { ${ANSWERED}, ${each((field) => `"Number answered"(R.resource.item, ${quoted(field)})`)} }`,
    ...(form === undefined
      ? []
      : [
          `${FORM} R
      where "Number answered"(R.resource.item, ${quoted(`${form}${fields[0] ?? ''}`)}) is not null
      return all Tuple { ${ON_FORM}, ${each((field) => `"Number answered"(R.resource.item, ${quoted(`${form}${field}`)})`)} }`,
        ]),
  ]);
}

function smokingStatus({ smoking }: FhirTerms): string {
  const status = meaningsOf(smoking).map(
    (meaning) =>
      `when "Has one of"(R.resource.value as FHIR.CodeableConcept, ${named(listNamed('smoking', meaning))}) then ${quoted(meaning)}`,
  );
  return together(factsNamed('smoking-status'), [
    `${observations('smoking-status')}\n      return all Tuple { ${OBSERVED}, status: case ${status.join(' ')} else null end }`,
    `("Forms of"('smoking-status')) R return all Tuple { ${ANSWERED}, status: "Text answered"(R.resource.item, 'value') }`,
    `${FORM} R return all Tuple { ${ON_FORM}, status: "Text answered"(R.resource.item, 'smokingStatus') }`,
  ]);
}

function exerciseCapacity(terms: FhirTerms): string {
  const tests = methodsIn(terms).map(
    (method) => `${observations(method)}
      return all Tuple { ${OBSERVED}, method: ${quoted(method)}, phase: case ${meaningsOf(terms.phases)
        .map(
          (phase) =>
            `when exists (R.resource.category C where "Has one of"(C, ${named(listNamed('phases', phase))})) then ${quoted(phase)}`,
        )
        .join(' ')} else null end, amount: (R.resource.value as FHIR.Quantity).value.value }`,
  );
  return together(factsNamed('exercise-capacity'), [
    ...tests,
    `("Forms of"('exercise-capacity')) R return all Tuple { ${ANSWERED}, method: "Text answered"(R.resource.item, 'method'), phase: "Text answered"(R.resource.item, 'phase'), amount: "Number answered"(R.resource.item, 'value') }`,
  ]);
}

function laboratory(terms: FhirTerms): string {
  return together(factsNamed('laboratory'), [
    `${inForce('Observation')} R
      where R.said.kind = 'laboratory.result'
      return all Tuple {
        ${attribution("'laboratory'", dayOf('(R.resource.effective as FHIR.dateTime)'))},
        npu: "Code in"(R.resource.code, ${listOf(terms.laboratory)}),
        amount: (R.resource.value as FHIR.Quantity).value.value,
        comparator: (R.resource.value as FHIR.Quantity).comparator.value,
        unit: Lower((R.resource.value as FHIR.Quantity).unit.value)
      }`,
  ]);
}

function dispensing(terms: FhirTerms): string {
  return together(factsNamed('dispensing'), [
    `${inForce('MedicationDispense')} R
      where R.said.kind = 'pharmacy.dispensing'
      return all Tuple { ${attribution("'pharmacy'", dayOf('R.resource.whenHandedOver'))}, atc: "Code in"(R.resource.medication as FHIR.CodeableConcept, ${listOf(terms.medicines)}) }`,
  ]);
}

/** A DanHeart form speaks for the hospital on its service day; a start form is participation. */
function formServices(): string {
  const service = (kind: string, where: string): string =>
    `(${FORM} R where ${where} return all Tuple { ${ON_FORM}, service: ${quoted(kind)}, hindrances: List<String>{} })`;
  return defined(
    'DanHeart services',
    `flatten {
  ${[
    service('participation', `"Text answered"(R.resource.item, 'form') = 'start'`),
    service('diet', `"Is answered yes"(R.resource.item, 'diet')`),
    service('smoking-cessation', `"Is answered yes"(R.resource.item, 'smokingCessation')`),
  ].join(',\n  ')}
}`,
  );
}

/** What FHIR's terms have no code for, that facts of a kind are read by; undefined where they have all. */
export function codeMissingFor(fact: MeasuredFact, terms: FhirTerms): string | undefined {
  const measured = new Set(meaningsOf(terms.measurements));
  const parts = new Set(meaningsOf(terms.parts));
  switch (fact) {
    case 'exercise-capacity':
      return methodsIn(terms).length === 0 ? fact : undefined;
    case 'laboratory':
      return terms.laboratory.size === 0 ? fact : undefined;
    case 'hjertekost':
    case 'smoking-status':
      return measured.has(fact) ? undefined : fact;
    default:
      return [fact, ...NUMBERS_OF_FACT[fact]].find((needed) => !measured.has(needed) && !parts.has(needed));
  }
}
