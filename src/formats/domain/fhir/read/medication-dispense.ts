import { PRESCRIPTION_REGISTER } from '../../../../kernel/organisation';
import { codeIn } from '../fhir-terms';
import type { ReadResource } from '../reading';
import { isOf, notOf } from '../reporter';
import { notSaid } from '../said';
import { dayAt, needed, standingOf, toldConcept } from '../values';

/** A MedicationDispense with an ATC code as `pharmacy.dispensing` of the prescription register. */
export const readMedicationDispense: ReadResource = (dispense, { terms, source = PRESCRIPTION_REGISTER }) => {
  const standing = standingOf(dispense, terms);
  if (standing === 'passed') return [notSaid(`MedicationDispense ${String(dispense['status'])}`)];
  if (!isOf('pharmacy', source)) return [notOf(dispense, source)];
  const kind = 'pharmacy.dispensing';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  const atc = codeIn(dispense['medicationCodeableConcept'], terms.medicines);
  if (atc === undefined) return [notSaid(toldConcept('MedicationDispense', dispense['medicationCodeableConcept']))];
  const day = dayAt(dispense['whenHandedOver'], 'whenHandedOver') ?? dayAt(dispense['whenPrepared'], 'whenPrepared');
  const values = { atc, dispensedOn: needed(day, 'whenHandedOver') };
  return [{ is: 'registration', kind, source, status: 'active', values }];
};
