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

/**
 * `person.status` as a Basic about the person: a Bundle has one Patient, as whoever computes on it expects, and a Patient
 * has no place for states from day to day.
 */
export const writeStatus: WriteResource = (data, { codes: { terms }, subject }) => {
  const [from, state] = [dayOr(data['from']), textOr(data['state'])];
  const [municipality, replaces] = [textOr(data['municipality']), textOr(data['replaces'])];
  const code = municipality === undefined ? undefined : conceptOf(terms.municipalityCodes, municipality);
  const system = replaces !== undefined && TEN_DIGITS.test(replaces) ? terms.cpr : firstOf(terms.replacements);
  return {
    resourceType: 'Basic',
    extension: [
      ...(state === undefined || /\s/.test(state) ? [] : [{ url: extensionUrl('person-state'), valueCode: state }]),
      ...(from === undefined ? [] : [{ url: extensionUrl('state-from'), valueDate: from }]),
      ...(code === undefined ? [] : [{ url: extensionUrl('municipality'), valueCodeableConcept: code }]),
      ...(replaces === undefined
        ? []
        : [{ url: extensionUrl('replaces'), valueIdentifier: { system, value: replaces } }]),
    ],
    code: { coding: [{ system: codeSystem('basic'), code: 'person-status' }] },
    subject,
  };
};

/** `registry.feed-status`, which is of no person, as a Basic: FHIR has no resource for it. */
export const writeFeedStatus: WriteResource = () => ({
  resourceType: 'Basic',
  code: { coding: [{ system: codeSystem('basic'), code: 'feed-status' }] },
});
