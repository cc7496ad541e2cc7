import { dayNumber } from '../kernel/day';
import { constructCpr, type Sex } from './cpr';
import type { Geography, HospitalInput, MunicipalityInput } from './organisation-input';
import { type Random, runningTotals } from './random';
import { PERSON } from './rates';

export type Smoking = 'smoker' | 'former-smoker' | 'never-smoker';

/** A constructed person; days are day numbers. */
export interface Patient {
  /** Short, unique text from which the ids of the person's events are made. */
  readonly key: string;
  readonly sex: Sex;
  readonly born: number;
  readonly cpr: string;
  readonly home: MunicipalityInput;
  /** The hospital that takes patients from there. */
  readonly hospital: HospitalInput;
  readonly practice: string;
  readonly smoking: Smoking;
  readonly diabetes: boolean;
  readonly indexDay: number;
  /** Where another pathway begins, more than 365 days later. */
  readonly secondIndexDay?: number;
  /** Death or emigration, after which nothing is recorded. */
  readonly departure?: { readonly state: 'dead' | 'emigrated'; readonly on: number };
  readonly numberChange?: { readonly on: number; readonly cpr: string; readonly wrong: boolean };
}

const YEAR = 365.25;
const SMOKING: readonly Smoking[] = ['smoker', 'former-smoker', 'never-smoker'];
const smokingTotals = runningTotals([
  PERSON.smoker * 1000,
  PERSON.formerSmoker * 1000,
  (1 - PERSON.smoker - PERSON.formerSmoker) * 1000,
]);

/** Draws a person who falls ill on the index day. `lastIndexDay` bounds a second pathway; `taken` holds the numbers in use. */
export function drawPatient(
  random: Random,
  geography: Geography,
  number: number,
  indexDay: number,
  lastIndexDay: number,
  taken: Set<number>,
): Patient {
  const sex: Sex = random.chance(PERSON.men) ? 'man' : 'woman';
  const born = Math.max(dayNumber('1900-01-01'), indexDay - Math.floor(ageAt(random, sex) * YEAR) - random.int(0, 364));
  const cpr = constructCpr(random, born, sex, taken);
  const home = geography.home(random);
  const secondEarliest = indexDay + 366;
  return {
    key: number.toString(36),
    sex,
    born,
    cpr,
    home,
    hospital: geography.hospitalFor(random, home),
    practice: geography.practiceFor(random, home),
    smoking: SMOKING[random.share(smokingTotals)] as Smoking,
    diabetes: random.chance(PERSON.diabetes),
    indexDay,
    ...(random.chance(PERSON.secondPathway) &&
      secondEarliest <= lastIndexDay && { secondIndexDay: random.int(secondEarliest, lastIndexDay) }),
    ...drawDeparture(random, indexDay),
    ...drawNumberChange(random, indexDay, born, sex, taken),
  };
}

function ageAt(random: Random, sex: Sex): number {
  if (random.chance(PERSON.under18)) return random.int(4, 16);
  if (random.chance(PERSON.under40)) return random.int(18, 38);
  const mean = PERSON.meanAge + (sex === 'woman' ? PERSON.womenOlderBy : -1);
  return Math.min(99, Math.max(38, random.bell(mean, PERSON.ageDeviation)));
}

function drawDeparture(random: Random, indexDay: number): Pick<Patient, 'departure'> {
  if (random.chance(PERSON.dies)) return { departure: { state: 'dead', on: indexDay + random.int(1, 360) } };
  if (random.chance(PERSON.emigrates)) return { departure: { state: 'emigrated', on: indexDay + random.int(20, 360) } };
  return {};
}

function drawNumberChange(
  random: Random,
  indexDay: number,
  born: number,
  sex: Sex,
  taken: Set<number>,
): Pick<Patient, 'numberChange'> {
  const wrong = random.chance(PERSON.wrongNumberChange);
  if (!wrong && !random.chance(PERSON.changesNumber)) return {};
  // A new number is given when the sex or the date of birth in the old one was wrong; here the date of birth.
  const cpr = constructCpr(random, born + random.int(1, 20), sex, taken);
  return { numberChange: { on: indexDay + random.int(20, 300), cpr, wrong } };
}
