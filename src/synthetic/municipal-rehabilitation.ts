import { dayFromNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import { type MunicipalCourse, drawMunicipalCourse } from './municipal-course';
import { tellValue } from './hospital-rehabilitation';
import { bloodPressureFields, capacityFields, drawPressure, hadsFields, smokingFields } from './measurement';
import { REHABILITATION } from './rates';
import type { RehabilitationPlan } from './rehabilitation-plan';

const METHODS = ['6mwt', '6mwt', 'watt', 'sit-to-stand'] as const;
/** Start values that are usual for each method: metres, watts, times in half a minute. */
const START_VALUES = { '6mwt': [300, 520], watt: [60, 160], 'sit-to-stand': [8, 18] } as const;
const FORMS = ['group', 'group', 'group', 'individual', 'virtual', 'phone'] as const;
const REASONS = ['arbejde', 'transport', 'anden sygdom', 'manglende motivation', 'flyttet', 'ikke oplyst'] as const;

/** Tells a municipal course: start, sessions, values at both ends, end (R03, R06, R12d). */
export function tellMunicipalCourse(
  chronicle: Chronicle,
  plan: RehabilitationPlan,
  from: number,
  source: string,
): void {
  const { random } = chronicle;
  const course = drawMunicipalCourse(chronicle, from, source);
  const { courseId, planned } = course;
  const referred = plan.referredOn === undefined ? '' : `,"referredOn":"${dayFromNumber(plan.referredOn)}"`;
  const plannedField = random.chance(0.95) ? `,"plannedSessions":${planned}` : '';
  const startFields = `,"courseId":"${courseId}","startedOn":"${dayFromNumber(from)}"${referred}${plannedField}`;
  chronicle.tell('municipality.start', source, from, startFields);
  tellCapacity(chronicle, course);
  if (plan.hospitalFrom === undefined || random.chance(0.3)) {
    if (random.chance(0.8)) tellHads(chronicle, source, from, plan.firstHads);
    tellSmoking(chronicle, source, from, plan.smoking);
  }
  tellSessions(chronicle, plan, course);
  tellEnd(chronicle, plan, course, plannedField === '');
}

/** Two sessions a week for those who come; now and then a missed one is written down too. */
function tellSessions(chronicle: Chronicle, plan: RehabilitationPlan, course: MunicipalCourse): void {
  const { random } = chronicle;
  const form = random.pick(FORMS);
  const days = Math.max(1, course.to - course.from - 3);
  for (let session = 0; session < course.attended; session += 1) {
    const on = course.from + 1 + Math.floor((session * days) / course.attended);
    if (random.chance(0.06)) tellIntervention(chronicle, course, 'training', form, on, ',"attended":false');
    tellIntervention(chronicle, course, 'training', form, on, ',"profession":"fysioterapeut"');
  }
  const sometime = (): number => course.from + random.int(3, Math.max(4, course.to - course.from));
  if (plan.wantsDiet && random.chance(0.75)) {
    tellIntervention(
      chronicle,
      course,
      'diet',
      random.pick(FORMS),
      sometime(),
      ',"profession":"klinisk di\\u00e6tist"',
    );
  }
  if (plan.wantsCessation && random.chance(0.75)) {
    tellIntervention(chronicle, course, 'smoking-cessation', random.pick(FORMS), sometime(), '');
  }
  if (random.chance(0.5)) tellIntervention(chronicle, course, 'patient-education', 'group', sometime(), '');
  if (random.chance(0.1)) tellIntervention(chronicle, course, 'psychosocial', 'individual', sometime(), '');
}

function tellIntervention(
  chronicle: Chronicle,
  { source, courseId }: MunicipalCourse,
  kind: string,
  form: string,
  on: number,
  more: string,
): void {
  const fields = `,"courseId":"${courseId}","kind":"${kind}","form":"${form}","deliveredOn":"${dayFromNumber(on)}"${more}`;
  chronicle.tell('municipality.intervention', source, on, fields);
}

function tellCapacity(chronicle: Chronicle, { source, from, to, outcome }: MunicipalCourse): void {
  const { random } = chronicle;
  if (random.chance(0.12)) return;
  const method = random.pick(METHODS);
  const [least, most] = START_VALUES[method];
  const start = random.int(least, most);
  tellValue(
    chronicle,
    source,
    from,
    capacityFields(method, 'start', start),
    capacityFields(method, 'start', start * 10),
  );
  if (outcome !== 'completed' || random.chance(0.1)) return;
  const percent = random.chance(REHABILITATION.capacityGain) ? random.int(112, 135) : random.int(95, 108);
  const end = Math.round((start * percent) / 100);
  tellValue(chronicle, source, to, capacityFields(method, 'end', end), capacityFields(method, 'end', end * 10));
}

function tellEnd(
  chronicle: Chronicle,
  plan: RehabilitationPlan,
  course: MunicipalCourse,
  plannedMissing: boolean,
): void {
  const { random } = chronicle;
  const { source, courseId, to, outcome, attended, planned } = course;
  const on = `,"courseId":"${courseId}","endedOn":"${dayFromNumber(to)}","outcome":"${outcome}"`;
  const reason = outcome === 'stopped' ? `,"reason":"${random.pick(REASONS)}"` : '';
  const plannedField = plannedMissing || random.chance(0.3) ? `,"plannedSessions":${planned}` : '';
  const numbers = (came: number): string => `,"attendedSessions":${came}${plannedField}`;
  if (random.chance(0.97)) {
    chronicle.tellMeasured(
      'municipality.end',
      source,
      to,
      on + reason + numbers(attended),
      on + reason + numbers(attended - 1),
    );
  }
  if (outcome === 'stopped' && random.chance(0.7)) return;
  if (random.chance(REHABILITATION.secondHads)) tellHads(chronicle, source, to, plan.secondHads);
  if (random.chance(0.9)) tellSmoking(chronicle, source, to, plan.laterSmoking);
  if (random.chance(0.03)) {
    const { systolic, diastolic } = drawPressure(random);
    tellValue(
      chronicle,
      source,
      to,
      bloodPressureFields(systolic, diastolic),
      bloodPressureFields(diastolic, systolic),
    );
  }
}

function tellHads(chronicle: Chronicle, source: string, on: number, score: RehabilitationPlan['firstHads']): void {
  tellValue(
    chronicle,
    source,
    on,
    hadsFields(score.anxiety, score.depression),
    hadsFields(score.depression, score.anxiety),
  );
}

function tellSmoking(chronicle: Chronicle, source: string, on: number, status: RehabilitationPlan['smoking']): void {
  tellValue(chronicle, source, on, smokingFields(status), smokingFields('unknown'));
}
