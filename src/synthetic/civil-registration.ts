import { dayFromNumber } from '../kernel/day';
import type { Chronicle } from './chronicle';
import type { MunicipalityInput } from './organisation-input';
import { PERSON } from './rates';
import { FOLLOW_UP_DAYS } from './registers';

const CIVIL_REGISTRATION = 'person:civil-registration';

/** Tells where the person lives when falling ill, moves, a new number, and death or emigration. */
export function tellCivilStatus(chronicle: Chronicle, newHome: () => MunicipalityInput): void {
  const { random, patient } = chronicle;
  const { indexDay, departure, numberChange } = patient;
  const residentSince = Math.max(patient.born, indexDay - random.int(10, 9000));
  tellStatus(chronicle, indexDay, 'alive', residentSince, patient.home.code);

  if (numberChange !== undefined) {
    const told = tellStatus(chronicle, numberChange.on, 'alive', numberChange.on, patient.home.code, {
      replaces: patient.cpr,
      cpr: numberChange.cpr,
    });
    if (numberChange.wrong) chronicle.amend(told, numberChange.on + random.int(20, 60), ',"status":"retracted"');
  }
  if (random.chance(PERSON.moves)) {
    const on = indexDay + random.int(1, FOLLOW_UP_DAYS);
    if (on < (departure?.on ?? Number.POSITIVE_INFINITY)) tellStatus(chronicle, on, 'alive', on, newHome().code);
  }
  if (departure !== undefined) tellStatus(chronicle, departure.on + random.int(0, 3), departure.state, departure.on);
}

function tellStatus(
  chronicle: Chronicle,
  recordedOn: number,
  state: 'alive' | 'dead' | 'emigrated',
  from: number,
  municipality?: string,
  change?: { readonly replaces: string; readonly cpr: string },
): ReturnType<Chronicle['tell']> {
  const residence = municipality === undefined ? '' : `,"municipality":"${municipality}"`;
  const replaces = change === undefined ? '' : `,"replaces":"${change.replaces}"`;
  const fields = `,"state":"${state}","from":"${dayFromNumber(from)}"${residence}${replaces}`;
  return chronicle.tell('person.status', CIVIL_REGISTRATION, from, fields, recordedOn, change?.cpr);
}
