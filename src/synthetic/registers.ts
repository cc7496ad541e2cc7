import { dayFromNumber } from '../kernel/day';
import { LAB_DATABASE, PRESCRIPTION_REGISTER } from '../kernel/organisation';
import type { Chronicle } from './chronicle';
import { hadsFields, tenths } from './measurement';
import { REGISTERS } from './rates';
import type { RehabilitationPlan } from './rehabilitation-plan';

/** Follow-up lasts a year. */
export const FOLLOW_UP_DAYS = 365;

const LDL_CODES = [...Array<string>(18).fill('NPU01568'), 'NPU10171', 'AAB00101', 'AAB00102'] as const;
const ANTITHROMBOTICS = [
  'B01AC06',
  'B01AC24',
  'B01AC04',
  'B01AC22',
  'B01AF02',
  'B01AF01',
  'B01AA03',
  'B01AE07',
] as const;
const STATINS = ['C10AA05', 'C10AA05', 'C10AA07', 'C10AA01', 'C10BA05', 'C10BA06'] as const;
/** Drugs no indicator asks for, and how many take them [W]. */
const OTHER_DRUGS = [
  { atc: 'C07AB02', rate: 0.6 },
  { atc: 'C09AA02', rate: 0.5 },
  { atc: 'A02BC02', rate: 0.4 },
  { atc: 'C01DA02', rate: 0.35 },
] as const;
/** Milligrams per decilitre for one millimole per litre of cholesterol. */
const MG_PER_DL = 38.67;

/** Tells what the laboratory database holds: LDL falling towards the target, HbA1c of those with diabetes (R18). */
export function tellLaboratory(chronicle: Chronicle, indexDay: number): void {
  const { random, patient } = chronicle;
  const atTarget = random.chance(REGISTERS.ldlAtTarget);
  tellLdl(chronicle, indexDay + random.int(0, 2), random.int(20, 45));
  let on = indexDay + random.int(35, 70);
  for (let sample = 0; sample < 4 && on <= indexDay + FOLLOW_UP_DAYS; sample += 1) {
    if (random.chance(0.88)) tellLdl(chronicle, on, atTarget ? random.int(6, 14) : random.int(13, 27));
    on += random.int(50, 130);
  }
  const sugar = random.int(40, 75);
  const samples = patient.diabetes ? 4 : random.int(0, 2);
  for (let sample = 0; sample < samples; sample += 1) {
    const value = patient.diabetes ? sugar + random.int(-6, 6) : random.int(32, 46);
    tellResult(chronicle, indexDay + sample * 90 + random.int(0, 80), 'NPU27300', String(value), 'mmol/mol');
  }
}

function tellLdl(chronicle: Chronicle, on: number, value: number): void {
  const { random } = chronicle;
  const npu = random.pick(LDL_CODES);
  if (random.chance(REGISTERS.ldlAsBound)) {
    tellResult(chronicle, on, npu, random.pick(['"<0.5"', '"<=1.4"', '"<2.0"', '">8"']), 'mmol/L');
  } else if (random.chance(REGISTERS.otherUnit)) {
    tellResult(chronicle, on, npu, String(Math.round((value * MG_PER_DL) / 10)), 'mg/dL');
  } else {
    tellResult(chronicle, on, npu, tenths(value), 'mmol/L');
  }
}

function tellResult(chronicle: Chronicle, on: number, npu: string, value: string, unit: string): void {
  const fields = (given: string): string =>
    `,"npu":"${npu}","value":${given},"unit":"${unit}","sampledOn":"${dayFromNumber(on)}"`;
  chronicle.tellMeasured('laboratory.result', LAB_DATABASE, on, fields(value), fields('99'));
}

/** Tells the dispensings of a year: each drug the patient takes about every third month. */
export function tellDispensings(chronicle: Chronicle, indexDay: number): void {
  const { random } = chronicle;
  if (random.chance(REGISTERS.antithrombotic)) {
    const drug = random.pick(ANTITHROMBOTICS);
    tellDrug(chronicle, drug, indexDay + random.int(0, 20));
    if (drug !== 'B01AC06' && random.chance(0.7)) tellDrug(chronicle, 'B01AC06', indexDay + random.int(0, 20));
  }
  if (random.chance(REGISTERS.statin)) tellDrug(chronicle, random.pick(STATINS), indexDay + random.int(0, 60));
  else if (random.chance(0.2)) tellDrug(chronicle, random.pick(STATINS), indexDay + random.int(100, 300));
  for (const { atc, rate } of OTHER_DRUGS) {
    if (random.chance(rate)) tellDrug(chronicle, atc, indexDay + random.int(0, 90));
  }
}

function tellDrug(chronicle: Chronicle, atc: string, from: number): void {
  const { random, patient } = chronicle;
  const end = Math.min(from + random.int(300, 400), patient.departure?.on ?? from + FOLLOW_UP_DAYS);
  for (let on = from; on < Math.min(end, from + FOLLOW_UP_DAYS - 60); on += random.int(75, 105)) {
    const fields = `,"atc":"${atc}","dispensedOn":"${dayFromNumber(on)}"`;
    chronicle.tell('pharmacy.dispensing', PRESCRIPTION_REGISTER, on, fields);
  }
}

/** Tells the questionnaires a patient answers: HADS, and one that is kept without effect. */
export function tellQuestionnaires(chronicle: Chronicle, plan: RehabilitationPlan, indexDay: number): void {
  const { random } = chronicle;
  if (!random.chance(REGISTERS.questionnaire)) return;
  const answer = (on: number, fields: string): void => {
    chronicle.tell('patient.questionnaire', 'patient:pro', on, `,"answeredOn":"${dayFromNumber(on)}"${fields}`);
  };
  const hads = (score: RehabilitationPlan['firstHads']): string =>
    hadsFields(score.anxiety, score.depression).replace('"kind"', '"instrument"');
  answer(indexDay + random.int(14, 80), hads(plan.firstHads));
  if (random.chance(0.5)) answer(indexDay + random.int(120, 330), hads(plan.secondHads));
  if (random.chance(0.5))
    answer(indexDay + random.int(30, 200), `,"instrument":"eq-5d-5l","score":${random.int(20, 95)}`);
}
