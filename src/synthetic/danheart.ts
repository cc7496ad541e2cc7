import { dayFromNumber, dayNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import { drawPressure, type HadsScore } from './measurement';
import type { Smoking } from './patient';
import { LPR_FROM } from './hospital-rehabilitation';
import type { RehabilitationPlan } from './rehabilitation-plan';

/** R19: the last day on which a form could be handed in. */
const LAST_SUBMISSION = dayNumber('2023-01-31');

/** Tells the start form of a hospital course before 2023, services and all (R16). */
export function tellStartForm(chronicle: Chronicle, plan: RehabilitationPlan, on: number): void {
  tellForm(chronicle, 'start', on, plan.smoking, plan.firstHads, plan.wantsDiet, plan.wantsCessation);
}

/** Tells the end form; ends from 2023 on come from LPR or the municipality instead (R20, R24). */
export function tellEndForm(chronicle: Chronicle, plan: RehabilitationPlan, on: number): void {
  tellForm(chronicle, 'end', on, plan.laterSmoking, plan.secondHads, false, false);
}

/** True when a hospital service on the day belongs on a DanHeart form. */
export function belongsToDanHeart(on: number): boolean {
  return on < LPR_FROM;
}

function tellForm(
  chronicle: Chronicle,
  form: 'start' | 'end',
  on: number,
  smoking: Smoking,
  hads: HadsScore,
  diet: boolean,
  cessation: boolean,
): void {
  const { random, patient } = chronicle;
  const { systolic, diastolic } = drawPressure(random);
  const submittedOn = Math.min(LAST_SUBMISSION, on + random.int(0, 25));
  const service = form === 'start' ? `,"diet":${diet},"smokingCessation":${cessation}` : '';
  const fields =
    `,"form":"${form}","serviceOn":"${dayFromNumber(on)}","submittedOn":"${dayFromNumber(submittedOn)}",` +
    `"smokingStatus":"${smoking}","bloodPressure":{"systolic":${systolic},"diastolic":${diastolic}}` +
    (random.chance(0.85) ? `,"hads":{"anxiety":${hads.anxiety},"depression":${hads.depression}}` : '') +
    service;
  chronicle.tell('danheart.form', `danheart:${patient.hospital.sor}`, on, fields, submittedOn);
}
