import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { elementOf, textOf, type Element } from '../element';
import type { FhirTerms } from '../fhir-terms';
import { RefusedHere } from '../said';

/** The number of an Observation or a component: a quantity in a unit of `measured`, or a whole number. */
export function numberAt(holder: Element, path: string, measured: string, terms: FhirTerms): number {
  const whole = holder['valueInteger'];
  if (typeof whole === 'number') return whole;
  const quantity = elementOf(holder['valueQuantity']);
  const value = quantity?.['value'];
  if (quantity === undefined || typeof value !== 'number' || quantity['comparator'] !== undefined) {
    throw new RefusedHere(path, FHIR_REFUSED_WORDS.notNumber({ element: path }));
  }
  const units = terms.units.get(measured);
  const unit = textOf(quantity['code']) ?? textOf(quantity['unit']);
  if (units !== undefined && unit !== undefined && !units.includes(unit)) {
    throw new RefusedHere(`${path}.unit`, FHIR_REFUSED_WORDS.unit({ units: units.join(', ') }));
  }
  return value;
}

/** A result as it is stated: a number, or a bound as text (`<0.5`); undefined where there is none. */
export function resultOf(holder: Element): number | string | undefined {
  const quantity = elementOf(holder['valueQuantity']);
  const value = quantity?.['value'];
  if (typeof value === 'number') {
    const comparator = textOf(quantity?.['comparator']);
    return comparator === undefined ? value : `${comparator}${value}`;
  }
  const whole = holder['valueInteger'];
  return typeof whole === 'number' ? whole : textOf(holder['valueString']);
}
