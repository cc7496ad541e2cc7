import type { FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { listNamed } from './code-lists';
import { defined, listOf, named } from './cql-text';
import { CONTACT, dayOf, identityOf, inForce } from './registrations';

/** Which diagnoses a hospital's records are linked to: through a shared contact or course of one source. */
export function links({ diagnoses, verification }: FhirTerms): string {
  const refuted = [...verification].flatMap(([, codes]) =>
    [...codes].filter(([, meaning]) => meaning === 'refuted').map(([code]) => code),
  );
  const code = `"Code in"(R.resource.code, ${listOf(diagnoses)})`;
  return [
    defined(
      'Contacts',
      `${inForce('Encounter')} R
  where R.said.kind = 'hospital.contact'
  return all Tuple {
    source: R.said.source,
    contact: "Identified in"(R.resource.identifier, ${CONTACT}),
    course: First(R.resource.episodeOfCare E return all ${identityOf('E')})
  }`,
    ),
    `define function "Courses of"(reporter String, contact String, course String):
  (flatten { ("Contacts" C where C.source = reporter and C.contact = contact return all C.course), { course } }) C
    where C is not null
    return all C`,
    defined(
      'Diagnoses',
      `${inForce('Condition')} R
  let contact: ${identityOf('R.resource.encounter')},
    course: "Course referred to"(R.resource.extension),
    sks: ${code}
  where R.said.kind = 'hospital.diagnosis'
    and ("Has one of"(First(R.resource.category), ${named(listNamed('diagnosisRoles', 'A'))}) or "Has one of"(First(R.resource.category), ${named(listNamed('diagnosisRoles', 'B'))}))
    and not exists (R.resource.verificationStatus.coding V where V.code.value in ${listOf(refuted)})
  return all Tuple {
    source: R.said.source,
    happenedOn: ${dayOf('R.resource.recordedDate')},
    sks: sks,
    contact: contact,
    courses: "Courses of"(R.said.source, contact, course),
    isHeartDisease: Coalesce("Has prefix"(sks, "Codes of ischaemic heart disease"), false),
    isObservation: Coalesce("Has prefix"(sks, "Codes of observation"), false)
  }`,
      'Valid ones: an action or side diagnosis that was not refuted.',
    ),
    `define function "Diagnoses linked to"(reporter String, contact String, course String):
  "Diagnoses" D
    where D.source = reporter
      and (D.contact = contact or exists (("Courses of"(reporter, contact, course)) C where C in D.courses))
    return all D

// Why linked diagnoses let a service or procedure not count (R10, R11); null where one of them is of heart disease.
define function "Hindrance by diagnoses"(linked List<Tuple { source String, happenedOn Date, sks String, contact String, courses List<String>, isHeartDisease Boolean, isObservation Boolean }>):
  case
    when exists (linked D where D.isHeartDisease) then null
    when not exists linked then 'MISSING_DIAGNOSIS'
    when not exists (linked D where not D.isObservation) then 'OBS_DIAGNOSIS_ONLY'
    else 'OTHER_DIAGNOSIS_ONLY'
  end`,
  ].join('\n\n');
}
