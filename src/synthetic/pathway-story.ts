import { dayFromNumber } from '../kernel/day';
import { tellCivilStatus } from './civil-registration';
import type { Chronicle } from './chronicle';
import { belongsToDanHeart, tellEndForm, tellStartForm } from './danheart';
import { tellGeneralPractice } from './general-practice';
import { tellCardiologyControl, tellHospitalControl, tellHospitalStart } from './hospital-rehabilitation';
import { type Contact, tellIndexEvent } from './index-event';
import { tellMunicipalCourse } from './municipal-rehabilitation';
import type { Geography } from './organisation-input';
import { tellDispensings, tellLaboratory, tellQuestionnaires } from './registers';
import { planRehabilitation, type RehabilitationPlan } from './rehabilitation-plan';

/** Tells everything every source says of one person: civil status, and each pathway. */
export function tellPerson(chronicle: Chronicle, geography: Geography): void {
  const { random, patient } = chronicle;
  tellCivilStatus(chronicle, () => geography.home(random));
  tellPathway(chronicle, geography, patient.indexDay);
  if (patient.secondIndexDay !== undefined) tellPathway(chronicle, geography, patient.secondIndexDay);
}

function tellPathway(chronicle: Chronicle, geography: Geography, indexDay: number): void {
  const { random, patient } = chronicle;
  const stay = tellIndexEvent(chronicle, indexDay, geography.invasiveFor(random, patient.home));
  const plan = planRehabilitation(chronicle, indexDay);
  const home = `municipality:${patient.home.code}`;
  tellReferral(chronicle, plan, stay, home);
  tellHospitalPart(chronicle, plan, home, indexDay);
  if (plan.municipalityFrom !== undefined) tellMunicipalCourse(chronicle, plan, plan.municipalityFrom, home);
  tellLaboratory(chronicle, indexDay);
  tellDispensings(chronicle, indexDay);
  tellGeneralPractice(chronicle, plan, indexDay);
  tellQuestionnaires(chronicle, plan, indexDay);
}

/** R16–R20: before 2023 on DanHeart forms, from 2023 in LPR; one course may begin in the one and end in the other. */
function tellHospitalPart(chronicle: Chronicle, plan: RehabilitationPlan, home: string, indexDay: number): void {
  const { random } = chronicle;
  const from = plan.hospitalFrom;
  if (from === undefined) {
    const on = indexDay + random.int(60, 200);
    if (!belongsToDanHeart(on) && random.chance(0.45)) tellCardiologyControl(chronicle, on);
    return;
  }
  if (belongsToDanHeart(from)) tellStartForm(chronicle, plan, from);
  else tellHospitalStart(chronicle, plan, from, home);

  const controlOn = from + random.int(75, 110);
  if (!random.chance(plan.municipalityFrom === undefined ? 0.8 : 0.3)) return;
  if (belongsToDanHeart(controlOn)) tellEndForm(chronicle, plan, controlOn);
  else tellHospitalControl(chronicle, plan, controlOn);
}

function tellReferral(chronicle: Chronicle, plan: RehabilitationPlan, stay: Contact, home: string): void {
  const { referredOn } = plan;
  if (referredOn === undefined) return;
  const interventions = [
    '"training"',
    ...(plan.wantsDiet && chronicle.random.chance(0.6) ? ['"diet"'] : []),
    ...(plan.wantsCessation ? ['"smoking-cessation"'] : []),
    ...(chronicle.random.chance(0.4) ? ['"patient-education"'] : []),
  ].join(',');
  const { hospital } = chronicle.patient;
  const source = `hospital:${hospital.sor}`;
  const contact = source === stay.source ? `,"contactId":"${stay.contactId}"` : '';
  const fields = `${contact},"to":"${home}","interventions":[${interventions}],"referredOn":"${dayFromNumber(referredOn)}"`;
  chronicle.tell('hospital.referral', source, referredOn, fields);
}
