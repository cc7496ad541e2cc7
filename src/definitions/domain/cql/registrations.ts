import { extensionUrl } from '../../../kernel/fhir-extension';
import { EVENT_EXTENSION } from '../../../formats/domain/fhir/own-event';
import { CONTACT_SYSTEM, COURSE_SYSTEM, RECORD_SYSTEM } from '../../../formats/domain/fhir/identity';
import { defined, quoted } from './cql-text';

const RESOURCES = [
  'Encounter',
  'Condition',
  'Procedure',
  'ServiceRequest',
  'Observation',
  'QuestionnaireResponse',
  'EpisodeOfCare',
  'MedicationDispense',
  'Basic',
] as const;

/** A kind of resource that registrations are written as (docs/formats/fhir.md). */
export type Registered = (typeof RESOURCES)[number];

/** The registrations in force of a kind of resource. */
export const inForce = (resource: Registered): string => `"${resource} registrations in force"`;

const FUNCTIONS = `// Days since 1970 with their fraction, whatever the offset: a millisecond is more than the eighth decimal place, so that
// no two of them are the same. (Milliseconds are more than an Integer holds, and engines differ in what they make of it.)
define function "Moment"(moment DateTime):
  Round(
    ToDecimal(difference in days between @1970-01-01 and date from moment)
      + (ToDecimal(hour from moment) * 3600000.0
        + ToDecimal(minute from moment) * 60000.0
        + ToDecimal(second from moment) * 1000.0
        + ToDecimal(Coalesce(millisecond from moment, 0))
        - (timezoneoffset from moment) * 3600000.0) / 86400000.0,
    8)

// The parts of the extension that says what event a resource was.
define function "Said of the event"(extensions List<FHIR.Extension>):
  First(extensions E where E.url.value = ${quoted(EVENT_EXTENSION)}).extension

define function "Text said"(parts List<FHIR.Extension>, part String):
  First(parts P where P.url.value = part return all (P.value as FHIR.string).value)

define function "Code said"(parts List<FHIR.Extension>, part String):
  First(parts P where P.url.value = part return all (P.value as FHIR.code).value)

define function "Record"(identifiers List<FHIR.Identifier>):
  First(identifiers I where StartsWith(I.system.value, ${quoted(RECORD_SYSTEM)}))

define function "Identified in"(identifiers List<FHIR.Identifier>, system String):
  First(identifiers I where I.system.value = system return all I.value.value)

define function "Extension value"(extensions List<FHIR.Extension>, url String):
  First(extensions E where E.url.value = url return all E.value)

define function "Course referred to"(extensions List<FHIR.Extension>):
  ("Extension value"(extensions, 'http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare') as FHIR.Reference).identifier.value.value

define function "Has one of"(concept FHIR.CodeableConcept, codes List<System.Code>):
  exists ((concept.coding) C where exists (codes D where D.code = C.code.value and D.system = C.system.value))

define function "Code in"(concept FHIR.CodeableConcept, systems List<String>):
  First((concept.coding) C where C.system.value in systems return all Upper(C.code.value))

define function "Has prefix"(value String, prefixes List<String>):
  exists (prefixes P where StartsWith(value, P))

define function "Earlier"(a Date, b Date):
  if a <= b then a else b`;

/** What a resource says of its registration, and which of a registration's versions is in force (interface.md §2). */
export function registrations(): string {
  return [FUNCTIONS, ...RESOURCES.flatMap(ofResource)].join('\n\n');
}

function ofResource(resource: Registered): string[] {
  const identifiers = resource === 'QuestionnaireResponse' ? '{ R.identifier }' : 'R.identifier';
  const all = `"${resource} registrations"`;
  return [
    defined(
      `${resource} registrations`,
      `[${resource}] R
  let parts: "Said of the event"(R.extension), record: "Record"(${identifiers}), kind: "Code said"(parts, 'kind')
  where kind is not null
  return all Tuple {
    said: Tuple {
      kind: kind,
      source: Substring(record.system.value, ${RECORD_SYSTEM.length}),
      registration: kind & ' ' & record.system.value & ' ' & record.value.value,
      eventId: "Text said"(parts, 'id'),
      isRetracted: Coalesce("Code said"(parts, 'status') = 'retracted', false),
      versionNumber: Coalesce(ToDecimal(R.meta.versionId.value), 1.0),
      recordedAt: "Moment"(R.meta.lastUpdated.value)
    },
    resource: R
  }`,
      'What kind of registration, by whom, under which identity, and which version of it.',
    ),
    defined(
      `${resource} registrations in force`,
      `${all} R
  where not R.said.isRetracted
    and not exists (
      (${all} O where O.said.registration = R.said.registration) O
        where O.said.versionNumber > R.said.versionNumber
          or (O.said.versionNumber = R.said.versionNumber
            and (O.said.recordedAt > R.said.recordedAt
              or (O.said.recordedAt = R.said.recordedAt and O.said.eventId > R.said.eventId)))
    )
  return all R`,
      'The greatest by version, time and id, unless it was taken back.',
    ),
  ];
}

/** The day that a dateTime of FHIR states. */
export const dayOf = (element: string): string => `date from ${element}.value`;

/** What every fact carries of its registration `R`. */
export const attribution = (sector: string, happenedOn: string): string =>
  `source: R.said.source, sector: ${sector}, eventId: R.said.eventId, recordedAt: R.said.recordedAt, happenedOn: ${happenedOn}`;

/** Facts go by date, then time, event id and source. */
export const IN_ORDER = 'sort by happenedOn, recordedAt, eventId, source';

/** The identity that a reference to a contact or a course gives. */
export const identityOf = (reference: string): string => `${reference}.identifier.value.value`;

export const CONTACT = quoted(CONTACT_SYSTEM);
export const COURSE = quoted(COURSE_SYSTEM);

/** The whole number in an extension of ours. */
export const wholeIn = (name: string): string =>
  `("Extension value"(R.resource.extension, ${quoted(extensionUrl(name))}) as FHIR.integer).value`;

/** The code in an extension of ours. */
export const codeIn = (name: string): string =>
  `("Extension value"(R.resource.extension, ${quoted(extensionUrl(name))}) as FHIR.code).value`;
