import type { ClinicalEvent, ClinicalEventOf, Measured } from '../../kernel/clinical-event';
import { comparableCode } from '../../kernel/codes';
import type { Day } from '../../kernel/day';
import type { PopulationDefinition } from '../../kernel/definition';
import type { Hindrance } from '../../kernel/finding';
import { compareRecorded } from '../../kernel/ordering';
import type { Organisation, Sector } from '../../kernel/organisation';
import type { Fact } from '../../kernel/pathway';
import type { DiagnosisLinks } from './links';
import { hindrancesOf, serviceOf, type ServiceReferrals } from './services';

/** What every fact carries of the event it comes from. */
function attribution(event: ClinicalEvent, sector: Sector, on: Day) {
  return { sector, source: event.source, event: event.id, record: event.recordId, on, time: event.time };
}
type Attribution = ReturnType<typeof attribution>;

const MEASURING_SECTOR = {
  'hospital.measurement': 'hospital',
  'municipality.measurement': 'municipality',
  'general-practice.measurement': 'general-practice',
} as const;

/** Undefined for an instrument that is none of the kinds: kept without effect. */
function factOfMeasured(measured: Measured, from: Attribution): Fact | undefined {
  switch (measured.kind) {
    case 'blood-pressure':
      return { kind: 'blood-pressure', ...from, systolic: measured.systolic, diastolic: measured.diastolic };
    case 'hads':
      return { kind: 'hads', ...from, anxiety: measured.anxiety, depression: measured.depression };
    case 'hjertekost':
      return { kind: 'hjertekost', ...from, score: measured.score };
    case 'smoking-status':
      return { kind: 'smoking-status', ...from, status: measured.value };
    case 'exercise-capacity':
      return {
        kind: 'exercise-capacity',
        ...from,
        method: measured.method,
        phase: measured.phase,
        value: measured.value,
      };
    case 'ldl':
      return { kind: 'laboratory', ...from, npu: '', value: measured.value, unit: 'mmol/L' };
    default:
      return undefined;
  }
}

const one = (fact: Fact | undefined): readonly Fact[] => (fact === undefined ? [] : [fact]);

/** A DanHeart form speaks for the hospital on its service day; a start form is participation (interface.md §2). */
function factsOfForm(event: ClinicalEventOf<'danheart.form'>): Fact[] {
  const { data } = event;
  const from = attribution(event, 'hospital', data.serviceOn);
  const facts: Fact[] = [
    { kind: 'blood-pressure', ...from, systolic: data.bloodPressure.systolic, diastolic: data.bloodPressure.diastolic },
    { kind: 'smoking-status', ...from, status: data.smokingStatus },
  ];
  if (data.form === 'start') facts.push({ kind: 'participation', ...from });
  if (data.diet === true) facts.push({ kind: 'diet', ...from });
  if (data.smokingCessation === true) facts.push({ kind: 'smoking-cessation', ...from });
  if (data.hads !== undefined) {
    const { anxiety, depression } = data.hads;
    facts.push({ kind: 'hads', ...from, anxiety, depression });
  }
  return facts;
}

/** Who delivered a service that was held for having been delivered elsewhere. */
function deliveredBy(hindrances: readonly Hindrance[], by: Organisation | undefined): { readonly by?: Organisation } {
  return by !== undefined && hindrances.includes('DELIVERED_ELSEWHERE') ? { by } : {};
}

/** The facts an event in force states; none for contacts, diagnoses and civil registration. */
function factsOf(
  event: ClinicalEvent,
  referrals: ServiceReferrals,
  links: DiagnosisLinks,
  population: PopulationDefinition,
): readonly Fact[] {
  switch (event.kind) {
    case 'hospital.procedure': {
      const service = serviceOf(event.data.code, population);
      if (service === undefined) return [];
      const hindrances = hindrancesOf(event, service, referrals, links);
      const from = attribution(event, 'hospital', event.data.performedOn);
      if (hindrances.length === 0) return [{ kind: service, ...from }];
      return [{ kind: service, ...from, hindrances, ...deliveredBy(hindrances, event.data.performedBy) }];
    }
    case 'hospital.referral': {
      const { to, interventions, referredOn } = event.data;
      return [{ kind: 'referral', ...attribution(event, 'hospital', referredOn), to, interventions }];
    }
    case 'hospital.measurement':
    case 'municipality.measurement':
    case 'general-practice.measurement':
      return one(factOfMeasured(event.data, attribution(event, MEASURING_SECTOR[event.kind], event.data.measuredOn)));
    case 'patient.questionnaire': {
      const { instrument, answeredOn, ...values } = event.data;
      return one(
        factOfMeasured({ ...values, kind: instrument } as Measured, attribution(event, 'patient', answeredOn)),
      );
    }
    case 'municipality.start': {
      const { courseId, startedOn, plannedSessions, referredOn } = event.data;
      const from = attribution(event, 'municipality', startedOn);
      return [
        { kind: 'participation', ...from },
        {
          kind: 'municipal-start',
          ...from,
          course: courseId,
          ...(plannedSessions === undefined ? undefined : { planned: plannedSessions }),
          ...(referredOn === undefined ? undefined : { referredOn }),
        },
      ];
    }
    case 'municipality.intervention': {
      const { kind, form, deliveredOn, attended } = event.data;
      if (attended === false) return [];
      const from = attribution(event, 'municipality', deliveredOn);
      return [form === undefined ? { kind, ...from } : { kind, ...from, form }];
    }
    case 'municipality.end': {
      const { courseId, endedOn, outcome, attendedSessions, plannedSessions, reason } = event.data;
      return [
        {
          kind: 'municipal-end',
          ...attribution(event, 'municipality', endedOn),
          course: courseId,
          outcome,
          ...(attendedSessions === undefined ? undefined : { attended: attendedSessions }),
          ...(plannedSessions === undefined ? undefined : { planned: plannedSessions }),
          ...(reason === undefined ? undefined : { reason }),
        },
      ];
    }
    case 'laboratory.result': {
      const { value, unit, sampledOn } = event.data;
      const npu = comparableCode(event.data.npu);
      return [{ kind: 'laboratory', ...attribution(event, 'laboratory', sampledOn), npu, value, unit }];
    }
    case 'pharmacy.dispensing': {
      const { dispensedOn, atc } = event.data;
      return [{ kind: 'dispensing', ...attribution(event, 'pharmacy', dispensedOn), atc: comparableCode(atc) }];
    }
    case 'danheart.form':
      return factsOfForm(event);
    default:
      return [];
  }
}

/** All facts of the events in force, ordered by date, time, event id, source and kind. */
export function factsInOrder(
  events: readonly ClinicalEvent[],
  referrals: ServiceReferrals,
  links: DiagnosisLinks,
  population: PopulationDefinition,
): Fact[] {
  const facts: Fact[] = [];
  for (const event of events) for (const fact of factsOf(event, referrals, links, population)) facts.push(fact);
  return facts.sort(compareFacts);
}

/** Orders by date, `time`, event id, source; the kind only to keep one event's facts in a fixed order. */
function compareFacts(a: Fact, b: Fact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return compareRecorded(a, b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.record < b.record ? -1 : 1);
}
