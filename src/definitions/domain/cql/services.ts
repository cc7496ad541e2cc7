import type { FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { ORGANISATION_SYSTEM } from '../../../formats/domain/fhir/fhir-terms';
import { listNamed, meaningsOf } from './code-lists';
import { links } from './links';
import { defined, listOf, named, quoted } from './cql-text';
import { attribution, codeIn, COURSE, dayOf, identityOf, inForce, IN_ORDER, wholeIn } from './registrations';

const SERVICES = ['participation', 'diet', 'smoking-cessation'] as const;

/** The list of facts about a service of a kind. */
const servicesOf = (kind: string): string => `${kind} facts`;

/** Every kind of service that a fact can be about. */
const KINDS = [...SERVICES, 'training', 'patient-education', 'psychosocial'] as const;

/** What hospitals and municipalities did, with what hinders a service from counting (interface.md §2). */
export function services(terms: FhirTerms): string {
  return [
    links(terms),
    ...hospital(terms),
    ...municipality(),
    ...KINDS.map((kind) =>
      defined(servicesOf(kind), `(flatten { ${sourcesOf(kind).join(', ')} }) F\n  return all F\n  ${IN_ORDER}`),
    ),
  ].join('\n\n');
}

function sourcesOf(kind: string): string[] {
  const interventions = `("Municipal interventions" S where S.service = ${quoted(kind)} return all ${SERVICE})`;
  const isHospitals = (SERVICES as readonly string[]).includes(kind);
  return [
    ...(isHospitals ? [`("Hospital services" S where S.service = ${quoted(kind)} return all ${SERVICE})`] : []),
    ...(isHospitals ? [`("DanHeart services" S where S.service = ${quoted(kind)} return all ${SERVICE})`] : []),
    interventions,
    ...(kind === 'participation'
      ? [
          `("municipal-start facts" S
    return all Tuple { source: S.source, sector: S.sector, eventId: S.eventId, recordedAt: S.recordedAt, happenedOn: S.happenedOn, hindrances: List<String>{} })`,
        ]
      : []),
  ];
}

const SERVICE =
  'Tuple { source: S.source, sector: S.sector, eventId: S.eventId, recordedAt: S.recordedAt, happenedOn: S.happenedOn, hindrances: S.hindrances }';

function hospital({ procedures, organisations, purposes }: FhirTerms): string[] {
  const hospitals = [...organisations].filter(([, scheme]) => scheme === 'hospital').map(([system]) => system);
  const performer = 'First(R.resource.performer P return all P.actor.identifier)';
  const purpose = meaningsOf(purposes).map(
    (meaning) =>
      `when "Has one of"(R.resource.category, ${named(listNamed('purposes', meaning))}) then ${quoted(meaning)}`,
  );
  return [
    defined(
      'Referrals',
      `${inForce('ServiceRequest')} R
  where R.said.kind = 'hospital.referral'
  return all Tuple {
    source: R.said.source,
    contact: ${identityOf('R.resource.encounter')},
    happenedOn: ${dayOf('R.resource.authoredOn')},
    interventions: ((flatten { { R.resource.code }, R.resource.orderDetail }) C return all "Intervention of"(C))
  }`,
    ),
    defined(
      'Hospital procedures',
      `${inForce('Procedure')} R
  let contact: ${identityOf('R.resource.encounter')},
    course: "Course referred to"(R.resource.extension),
    performer: ${performer}
  where R.said.kind = 'hospital.procedure'
  return all Tuple {
    ${attribution("'hospital'", dayOf('(R.resource.performed as FHIR.dateTime)'))},
    sks: "Code in"(R.resource.code, ${listOf(procedures)}),
    contact: contact,
    purpose: case ${purpose.join(' ')} else null end,
    isByAnother: not (performer is null
      or performer.system.value in ${listOf(hospitals)}
      or (performer.system.value = ${quoted(ORGANISATION_SYSTEM)} and StartsWith(performer.value.value, 'hospital:'))),
    hindranceByDiagnoses: "Hindrance by diagnoses"("Diagnoses linked to"(R.said.source, contact, course))
  }`,
    ),
    defined(
      'Hospital services',
      `"Hospital procedures" P
  let service: case
      ${SERVICES.map((kind) => `when "Has prefix"(P.sks, ${named(`Codes of ${kind}`)}) then ${quoted(kind)}`).join('\n      ')}
      else null
    end
  where service is not null
  return all Tuple {
    source: P.source, sector: P.sector, eventId: P.eventId, recordedAt: P.recordedAt, happenedOn: P.happenedOn,
    service: service,
    hindrances: {
      if P.isByAnother then 'DELIVERED_ELSEWHERE' else null,
      if "Is a referral"(P.purpose, service, P.source, P.contact, P.happenedOn) then 'REFERRAL_ONLY' else null,
      P.hindranceByDiagnoses
    }
  }`,
      'With every reason why one does not count (R02, R10, R11, R13, R14).',
    ),
  ];
}

function municipality(): string[] {
  return [
    defined(
      'Municipal interventions',
      `${inForce('Procedure')} R
  where R.said.kind = 'municipality.intervention' and R.resource.status.value != 'not-done'
  return all Tuple {
    ${attribution("'municipality'", dayOf('(R.resource.performed as FHIR.dateTime)'))},
    service: "Intervention of"(R.resource.code),
    hindrances: List<String>{}
  }`,
    ),
    defined(
      'municipal-start facts',
      `${inForce('EpisodeOfCare')} R
  where R.said.kind = 'municipality.start'
  return all Tuple {
    ${attribution("'municipality'", dayOf('R.resource.period.start'))},
    course: "Identified in"(R.resource.identifier, ${COURSE}),
    planned: ${wholeIn('planned-sessions')}
  }
  ${IN_ORDER}`,
    ),
    defined(
      'municipal-end facts',
      `${inForce('EpisodeOfCare')} R
  where R.said.kind = 'municipality.end'
  return all Tuple {
    ${attribution("'municipality'", dayOf('R.resource.period.end'))},
    course: "Identified in"(R.resource.identifier, ${COURSE}),
    outcome: ${codeIn('outcome')},
    attended: ${wholeIn('attended-sessions')},
    planned: ${wholeIn('planned-sessions')}
  }
  ${IN_ORDER}`,
    ),
  ];
}

/** Functions about codes of services, which stand before what uses them. */
export function serviceFunctions({ interventions }: FhirTerms): string {
  const cases = meaningsOf(interventions).map(
    (meaning) => `when "Has one of"(concept, ${named(listNamed('interventions', meaning))}) then ${quoted(meaning)}`,
  );
  return `define function "Intervention of"(concept FHIR.CodeableConcept):
  case
    ${cases.join('\n    ')}
    else null
  end

// As the purpose says; unsaid, a referral of the same contact and day that names the service makes it one (never participation).
define function "Is a referral"(purpose String, service String, reporter String, contact String, happenedOn Date):
  case
    when purpose is not null then purpose = 'referral'
    when service = 'participation' then false
    else exists ("Referrals" R where R.source = reporter and R.contact = contact and R.happenedOn = happenedOn and service in R.interventions)
  end`;
}
