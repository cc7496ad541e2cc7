import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { elementsOf, type Element } from '../element';
import { meaningOf, type FhirTerms } from '../fhir-terms';
import { RefusedHere } from '../said';
import { needed } from '../values';
import { numberAt } from './quantity';

type Values = Readonly<Record<string, unknown>>;

/** The values of a measurement beside its day; undefined where its code for the value is not known. */
export function measuredValues(observation: Element, measured: string, terms: FhirTerms): Values | undefined {
  switch (measured) {
    case 'blood-pressure':
      return { kind: measured, ...partsOf(observation, measured, ['systolic', 'diastolic'], terms) };
    case 'hads':
      return { kind: measured, ...partsOf(observation, measured, ['anxiety', 'depression'], terms) };
    case 'hjertekost':
      return { kind: measured, score: numberAt(observation, 'value', measured, terms) };
    case 'ldl':
      return { kind: measured, value: numberAt(observation, 'valueQuantity', measured, terms) };
    case 'smoking-status': {
      const concept = needed(observation['valueCodeableConcept'], 'valueCodeableConcept');
      const value = meaningOf(concept, terms.smoking);
      return value === undefined ? undefined : { kind: measured, value };
    }
    default: // A test of exercise capacity, by its method.
      return {
        kind: 'exercise-capacity',
        method: measured,
        phase: phaseOf(observation, terms),
        value: numberAt(observation, 'valueQuantity', measured, terms),
      };
  }
}

/** The parts of a measurement, from its components; throws where one is missing. */
function partsOf(observation: Element, measured: string, fields: readonly string[], terms: FhirTerms): Values {
  const parts: Record<string, number> = {};
  elementsOf(observation['component']).forEach((component, at) => {
    const field = meaningOf(component['code'], terms.parts);
    if (field !== undefined && fields.includes(field)) {
      parts[field] = numberAt(component, `component[${at}].valueQuantity`, measured, terms);
    }
  });
  const missing = fields.find((field) => parts[field] === undefined);
  if (missing === undefined) return parts;
  throw new RefusedHere('component', FHIR_REFUSED_WORDS.missing({ element: `component (${missing})` }));
}

function phaseOf(observation: Element, { phases }: FhirTerms): string {
  for (const category of elementsOf(observation['category'])) {
    const phase = meaningOf(category, phases);
    if (phase !== undefined) return phase;
  }
  throw new RefusedHere('category', FHIR_REFUSED_WORDS.noPhase);
}
