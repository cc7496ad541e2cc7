import type { DecisionValue, Evidence } from '../../../kernel/decision';
import type { FactSelector, IndicatorDefinition } from '../../../kernel/definition';
import type { FactKind } from '../../../kernel/pathway';

const ATC = 'http://www.whocc.no/atc';
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const FACTS = 'urn:rehabspor:fact';

/** Who the facts are about, as a reference. */
export type Subject = Readonly<Record<string, unknown>>;

/**
 * A decisive fact as a contained R4 resource: what was done as a Procedure, what was dispensed as a MedicationDispense,
 * what was measured as an Observation, with its value where the decision read it.
 */
export function evidenceResource(
  evidence: Evidence,
  { id, subject, definition, value }: EvidenceContext & { readonly id: string },
): object {
  const identifier = [
    { system: `urn:rehabspor:record:${evidence.source}`, value: evidence.record },
    { system: `urn:rehabspor:event:${evidence.source}`, value: evidence.event },
  ];
  const by = { identifier: { system: 'urn:rehabspor:organisation', value: evidence.source } };
  switch (resourceTypeOf(definition)) {
    case 'MedicationDispense':
      return {
        ...{ resourceType: 'MedicationDispense', id, identifier, status: 'completed' },
        medicationCodeableConcept: { coding: [{ system: ATC, code: evidence.what }] },
        ...{ subject, performer: [{ actor: by }], whenHandedOver: evidence.on },
      };
    case 'Procedure':
      return {
        ...{ resourceType: 'Procedure', id, identifier, status: 'completed', code: codeOf(evidence), subject },
        ...{ performedDateTime: evidence.on, performer: [{ actor: by }] },
      };
    default:
      return {
        ...{ resourceType: 'Observation', id, identifier, status: 'final', code: codeOf(evidence), subject },
        ...{ effectiveDateTime: evidence.on, performer: [by] },
        ...(value === undefined ? undefined : valueOf(value)),
      };
  }
}

interface EvidenceContext {
  readonly subject: Subject;
  readonly definition: IndicatorDefinition;
  /** Of the last decisive fact, where the indicator reads values. */
  readonly value?: DecisionValue;
}

const PROCEDURES: ReadonlySet<FactKind> = new Set([
  'participation',
  'diet',
  'smoking-cessation',
  'training',
  'patient-education',
  'psychosocial',
  'municipal-start',
  'municipal-end',
]);

function resourceTypeOf({ evidence, value }: IndicatorDefinition): string {
  const selectors: readonly FactSelector[] = [evidence?.of ?? value?.of ?? []].flat();
  const fact = selectors[0]?.fact;
  if (fact === 'dispensing') return 'MedicationDispense';
  return fact !== undefined && PROCEDURES.has(fact) ? 'Procedure' : 'Observation';
}

const codeOf = ({ what }: Evidence): object => ({
  coding: [{ system: FACTS, code: what.replace(/,.*$/, '') }],
  text: what,
});

/** Blood pressure and LDL in the codes that are known everywhere, anything else as components by its own names. */
function valueOf(value: DecisionValue): object {
  const { ldl, unit } = value;
  if (typeof ldl === 'number') return { valueQuantity: { value: ldl, unit, system: UCUM, code: unit } };
  if (typeof ldl === 'string') return { valueString: `${ldl} ${unit}` };
  return { component: Object.entries(value).map(([name, reading]) => componentOf(name, reading)) };
}

const PRESSURES: Readonly<Record<string, string>> = { systolic: '8480-6', diastolic: '8462-4' };

function componentOf(name: string, reading: string | number): object {
  const loinc = PRESSURES[name];
  if (loinc !== undefined) {
    return {
      code: { coding: [{ system: LOINC, code: loinc }], text: name },
      valueQuantity: { value: reading, unit: 'mmHg', system: UCUM, code: 'mm[Hg]' },
    };
  }
  const code = { text: name };
  return typeof reading === 'number' ? { code, valueQuantity: { value: reading } } : { code, valueString: reading };
}
