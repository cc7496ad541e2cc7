import type { DecisionValue, Evidence } from '../../../kernel/decision';
import type { IndicatorDefinition, Measure, Measures } from '../../../kernel/definition';
import { ATC } from '../../../kernel/code-systems';
import { fulfillingSelectors, measureRead, spelledOut } from '../../../kernel/measures';
import type { Organisation } from '../../../kernel/organisation';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import type { FactKind } from '../../../kernel/pathway';
import { measureCodings, observedValue } from './observed-value';

const FACTS = 'urn:rehabspor:fact';

/** Who the facts are about, as a reference. */
export type Subject = Readonly<Record<string, unknown>>;

/**
 * A decisive fact as a contained R4 resource: what was done as a Procedure, what was dispensed as a MedicationDispense,
 * what was measured as an Observation, with its value where the decision read it.
 */
export function evidenceResource(
  evidence: Evidence,
  { id, subject, definition, measures, names, value }: EvidenceContext & { readonly id: string },
): object {
  const identifier = [
    { system: `urn:rehabspor:record:${evidence.source}`, value: evidence.record },
    { system: `urn:rehabspor:event:${evidence.source}`, value: evidence.event },
  ];
  const by = organisationReference(evidence.source, names);
  switch (resourceTypeOf(definition, measures)) {
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
    default: {
      const read = measureRead(definition, measures);
      const code = codeOf(evidence, read?.measure);
      return {
        ...{ resourceType: 'Observation', id, identifier, status: 'final', code, subject },
        ...{ effectiveDateTime: evidence.on, performer: [by] },
        ...(value === undefined ? undefined : observedValue(value, read)),
      };
    }
  }
}

/** An organisation by its code, and its name for who reads it. */
export function organisationReference(organisation: Organisation, names: OrganisationNames): object {
  return {
    identifier: { system: 'urn:rehabspor:organisation', value: organisation },
    display: names.of(organisation).da,
  };
}

interface EvidenceContext {
  readonly subject: Subject;
  readonly definition: IndicatorDefinition;
  /** Of the definition set. */
  readonly measures: Measures;
  readonly names: OrganisationNames;
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

function resourceTypeOf(definition: IndicatorDefinition, measures: Measures): string {
  const [selector] = fulfillingSelectors(definition);
  const fact = selector === undefined ? undefined : spelledOut(selector, measures).fact;
  if (fact === 'dispensing') return 'MedicationDispense';
  return fact !== undefined && PROCEDURES.has(fact) ? 'Procedure' : 'Observation';
}

const codeOf = ({ what }: Evidence, measure?: Measure): object => ({
  coding: [
    { system: FACTS, code: what.replace(/,.*$/, '') },
    ...(measure === undefined ? [] : measureCodings(measure)),
  ],
  text: what,
});
