import { dayFromNumber, dayNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import { bloodPressureFields, drawPressure, smokingFields } from './measurement';
import { REGISTERS } from './rates';
import { FOLLOW_UP_DAYS } from './registers';
import type { RehabilitationPlan } from './rehabilitation-plan';

/** R12e: from this day on values from general practice are used. */
const USED_FROM = dayNumber('2024-01-01');

/** Tells general practice's follow-up: for most from 2024, before that now and then, for information. */
export function tellGeneralPractice(chronicle: Chronicle, plan: RehabilitationPlan, indexDay: number): void {
  const { random } = chronicle;
  const end = indexDay + FOLLOW_UP_DAYS;
  if (random.chance(REGISTERS.generalPracticeBefore)) {
    const on = indexDay + random.int(30, 330);
    if (on < USED_FROM) tellPressure(chronicle, on);
  }
  if (end <= USED_FROM || !random.chance(REGISTERS.generalPracticeFrom2024)) return;
  let on = Math.max(USED_FROM, indexDay + 30) + random.int(0, 60);
  for (let visit = 0; visit < 3 && on <= end; visit += 1) {
    tellPressure(chronicle, on);
    if (random.chance(0.2)) tellValue(chronicle, on, smokingFields(plan.laterSmoking), smokingFields('unknown'));
    on += random.int(60, 180);
  }
}

function tellPressure(chronicle: Chronicle, on: number): void {
  const { systolic, diastolic } = drawPressure(chronicle.random);
  tellValue(chronicle, on, bloodPressureFields(systolic, diastolic), bloodPressureFields(diastolic, systolic));
}

function tellValue(chronicle: Chronicle, on: number, right: string, wrong: string): void {
  const measured = `,"measuredOn":"${dayFromNumber(on)}"`;
  const source = `general-practice:${chronicle.patient.practice}`;
  chronicle.tellMeasured('general-practice.measurement', source, on, measured + right, measured + wrong);
}
