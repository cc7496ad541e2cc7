import type { Address, Patient } from 'fhir/r4';
import { extensionUrl } from '../../../../kernel/fhir-extension';
import { codeSystem } from '../own-extensions';
import { firstOf } from './hospital';
import { conceptOf, dayOr, textOr, UNKNOWN_CONCEPT, type WriteResource } from './writing';

const TEN_DIGITS = /^\d{6}-?\d{4}$/;

/** `pharmacy.dispensing` as a MedicationDispense. */
export const writeDispensing: WriteResource = (data, { codes, source, subject, retracted }) => {
  const whenHandedOver = dayOr(data['dispensedOn']);
  return {
    resourceType: 'MedicationDispense',
    status: retracted ? 'entered-in-error' : 'completed',
    medicationCodeableConcept: conceptOf(firstOf(codes.terms.medicines), data['atc']) ?? UNKNOWN_CONCEPT,
    subject,
    performer: [{ actor: codes.organisation(source) }],
    ...(whenHandedOver !== undefined && { whenHandedOver }),
  };
};

/** `person.status` as a Patient of the civil registration: the same person, with a dated status. */
export const writeStatus: WriteResource = (data, { codes: { terms } }) => {
  const [from, state] = [dayOr(data['from']), textOr(data['state'])];
  const [municipality, replaces] = [textOr(data['municipality']), textOr(data['replaces'])];
  const isDead = state === 'dead' && from !== undefined;
  const code = municipality === undefined ? undefined : conceptOf(terms.municipalityCodes, municipality);
  const address: Address = {
    ...(code && { extension: [{ url: terms.municipalityOfAddress, valueCodeableConcept: code }] }),
    ...(from !== undefined && !isDead && { period: { start: from } }),
  };
  const isEmigrated = state === 'emigrated';
  const written: Patient = {
    resourceType: 'Patient',
    ...(isEmigrated && { extension: [{ url: extensionUrl('person-state'), valueCode: state }] }),
    ...(isDead && { deceasedDateTime: from }),
    ...(Object.keys(address).length > 0 && { address: [address] }),
  };
  if (replaces === undefined) return written;
  const system = TEN_DIGITS.test(replaces) ? terms.cpr : firstOf(terms.replacements);
  const other = { type: 'Patient', identifier: { system, value: replaces } };
  return { ...written, link: [{ other, type: 'replaces' }] };
};

/** `registry.feed-status`, which is of no person, as a Basic: FHIR has no resource for it. */
export const writeFeedStatus: WriteResource = () => ({
  resourceType: 'Basic',
  code: { coding: [{ system: codeSystem('basic'), code: 'feed-status' }] },
});
