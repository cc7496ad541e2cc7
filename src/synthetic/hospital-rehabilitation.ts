import { dayFromNumber, dayNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import { type Contact, tellContact, tellDiagnosis, tellProcedure } from './index-event';
import {
  bloodPressureFields,
  capacityFields,
  drawPressure,
  hadsFields,
  hjertekostFields,
  smokingFields,
} from './measurement';
import { REHABILITATION } from './rates';
import type { RehabilitationPlan } from './rehabilitation-plan';

/** Services before this day are the DanHeart forms' (R16, R17). */
export const LPR_FROM = dayNumber('2023-01-01');

const PARTICIPATION = ['BVDY0', 'BVDY04', 'BVDY04'] as const;
const DIET = ['BUG1', 'BUG1', 'BUG'] as const;
const CESSATION = ['BRXT', 'BRXT01'] as const;
const REHABILITATED = ['DI251', 'DI209', 'DI258', 'DI252'] as const;

/** Tells one measured value, rarely wrong at first. */
export function tellValue(
  chronicle: Chronicle,
  source: string,
  on: number,
  right: string,
  wrong: string,
  contactId?: string,
): void {
  const link = contactId === undefined ? '' : `,"contactId":"${contactId}"`;
  const before = `${link},"measuredOn":"${dayFromNumber(on)}"`;
  const kind = source.startsWith('hospital:') ? 'hospital.measurement' : 'municipality.measurement';
  chronicle.tellMeasured(kind, source, on, before + right, before + wrong);
}

/** Tells what the hospital's outpatient rehabilitation registers in LPR: first talk, services, and the talk three months later. */
export function tellHospitalStart(chronicle: Chronicle, plan: RehabilitationPlan, on: number, home: string): void {
  const { random } = chronicle;
  const talk = outpatient(chronicle, on);
  tellProcedure(chronicle, talk, random.pick(PARTICIPATION), on);
  tellPressure(chronicle, talk);
  if (random.chance(0.85)) tellHads(chronicle, talk, plan.firstHads);
  if (random.chance(0.8))
    tellValue(
      chronicle,
      talk.source,
      on,
      hjertekostFields(plan.hjertekost),
      hjertekostFields(plan.hjertekost - 9),
      talk.contactId,
    );
  tellSmoking(chronicle, talk, plan.smoking);
  if (plan.wantsDiet && random.chance(0.6)) tellService(chronicle, talk, random.pick(DIET), home);
  if (plan.wantsCessation && random.chance(0.6)) tellService(chronicle, talk, random.pick(CESSATION), home);
  if (random.chance(0.3)) {
    const watt = random.int(60, 180);
    tellValue(
      chronicle,
      talk.source,
      on,
      capacityFields('watt', 'start', watt),
      capacityFields('watt', 'start', watt + 100),
      talk.contactId,
    );
  }
  // R08: attendances may be repeated.
  for (let week = 1; week <= 3 && random.chance(0.55); week += 1) {
    const group = outpatient(chronicle, on + week * 7, random.chance(0.15) ? 'virtual' : 'physical', talk.courseId);
    tellProcedure(chronicle, group, random.pick(PARTICIPATION), group.on);
  }
}

/** Tells the control about three months after the start: the last values of those who finish at the hospital. */
export function tellHospitalControl(chronicle: Chronicle, plan: RehabilitationPlan, on: number): void {
  const { random } = chronicle;
  const control = outpatient(chronicle, on);
  tellPressure(chronicle, control);
  if (random.chance(0.35)) tellProcedure(chronicle, control, 'BVDY0', on);
  if (random.chance(REHABILITATION.secondHads)) tellHads(chronicle, control, plan.secondHads);
  tellSmoking(chronicle, control, plan.laterSmoking);
}

/** Tells a cardiology control outside rehabilitation: a blood pressure and no more. */
export function tellCardiologyControl(chronicle: Chronicle, on: number): void {
  tellPressure(chronicle, outpatient(chronicle, on));
}

function outpatient(chronicle: Chronicle, on: number, mode = 'physical', courseId?: string): Contact {
  const { random, patient } = chronicle;
  const contact = tellContact(chronicle, `hospital:${patient.hospital.sor}`, on, 1, mode, courseId);
  if (!random.chance(REHABILITATION.rehabilitationWithoutDiagnosis)) {
    tellDiagnosis(chronicle, contact, random.pick(REHABILITATED), 'A', on);
  }
  return contact;
}

/** R02, R13, R14: mostly delivered, sometimes a referral only, rarely done by somebody else. */
function tellService(chronicle: Chronicle, contact: Contact, code: string, home: string): void {
  const { random } = chronicle;
  if (random.chance(REHABILITATION.performedElsewhere)) {
    tellProcedure(chronicle, contact, code, contact.on, `,"performedBy":"${home}"`);
  } else if (random.chance(REHABILITATION.purposeReferral)) {
    tellProcedure(chronicle, contact, code, contact.on, ',"purpose":"referral"');
  } else {
    tellProcedure(chronicle, contact, code, contact.on, random.chance(0.4) ? ',"purpose":"delivered"' : '');
  }
}

function tellPressure(chronicle: Chronicle, { source, on, contactId }: Contact): void {
  const { systolic, diastolic } = drawPressure(chronicle.random);
  tellValue(
    chronicle,
    source,
    on,
    bloodPressureFields(systolic, diastolic),
    bloodPressureFields(systolic + 40, diastolic + 9),
    contactId,
  );
}

function tellHads(
  chronicle: Chronicle,
  { source, on, contactId }: Contact,
  score: RehabilitationPlan['firstHads'],
): void {
  const wrong = hadsFields(score.depression, score.anxiety);
  tellValue(chronicle, source, on, hadsFields(score.anxiety, score.depression), wrong, contactId);
}

function tellSmoking(
  chronicle: Chronicle,
  { source, on, contactId }: Contact,
  status: RehabilitationPlan['smoking'],
): void {
  const known = chronicle.random.chance(0.96) ? status : 'unknown';
  tellValue(chronicle, source, on, smokingFields(known), smokingFields('unknown'), contactId);
}
