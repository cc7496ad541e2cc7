import { dayFromNumber, dayNumber } from '../kernel/day';
import { PRESCRIPTION_REGISTER } from '../kernel/organisation';
import type { Chronicle, Told } from './chronicle';
import { SECONDS_PER_DAY, utcOf } from './danish-time';
import type { Deliveries } from './deliveries';
import type { SourceEvent } from './held-event';
import { LPR_FROM } from './hospital-rehabilitation';
import type { Random } from './random';

/** An event that must be refused, made after a sound one of the same person. */
type Spoiler = (basis: Basis) => SourceEvent;
interface Basis {
  readonly chronicle: Chronicle;
  readonly random: Random;
  readonly told: Told;
  /** The day the sound event was recorded. */
  readonly on: number;
  readonly hospital: string;
  readonly municipality: string;
}

const PHARMACY = { kind: 'pharmacy.dispensing', source: PRESCRIPTION_REGISTER } as const;
const FEBRUARY_2023 = dayNumber('2023-02-01');

const fresh = ({ chronicle, told }: Basis, changes: Partial<SourceEvent>, fields: string): SourceEvent => ({
  ...told.event,
  ...changes,
  id: chronicle.newKey('e'),
  fields: `"recordId":"${chronicle.newKey('r')}"${fields}`,
});

const service = (code: string, on: number): string => `,"code":"${code}","performedOn":"${dayFromNumber(on)}"`;
const dispensed = (on: number): string => `,"atc":"C10AA05","dispensedOn":"${dayFromNumber(on)}"`;
const form = (on: number, submitted: number): string =>
  `,"form":"start","serviceOn":"${dayFromNumber(on)}","submittedOn":"${dayFromNumber(submitted)}","smokingStatus":"unknown",` +
  '"bloodPressure":{"systolic":130,"diastolic":80}';
const beforeLpr = (on: number, random: Random): number => Math.min(on, LPR_FROM - random.int(1, 25));
const danheart = (basis: Basis): Partial<SourceEvent> => ({
  kind: 'danheart.form',
  source: basis.hospital.replace('hospital', 'danheart'),
});

const ALWAYS: readonly Spoiler[] = [
  // INVALID_EVENT: a correction that lacks everything it should correct.
  (basis) => ({
    ...basis.told.event,
    id: basis.chronicle.newKey('e'),
    fields: `"recordId":"${basis.told.recordId}","version":2`,
  }),
  // INVALID_EVENT: a form without its mandatory smoking status (R21).
  (basis) =>
    fresh(
      basis,
      danheart(basis),
      `,"form":"end","serviceOn":"${dayFromNumber(basis.on)}","submittedOn":"${dayFromNumber(basis.on)}"`,
    ),
  // INVALID_CPR: a day that does not exist, and nine digits.
  (basis) => fresh(basis, { ...PHARMACY, cpr: `3102${basis.told.event.cpr.slice(4)}` }, dispensed(basis.on)),
  (basis) => fresh(basis, { ...PHARMACY, cpr: basis.told.event.cpr.slice(1) }, dispensed(basis.on)),
  // UNKNOWN_ORGANISATION: a municipality and a hospital that do not exist.
  (basis) =>
    fresh(
      basis,
      { kind: 'municipality.intervention', source: 'municipality:0999' },
      `,"kind":"diet","deliveredOn":"${dayFromNumber(basis.on)}"`,
    ),
  (basis) =>
    fresh(
      basis,
      { kind: 'hospital.referral', source: basis.hospital },
      `,"to":"municipality:0998","interventions":["training"],"referredOn":"${dayFromNumber(basis.on)}"`,
    ),
  (basis) => fresh(basis, { kind: 'hospital.procedure', source: 'hospital:6008' }, service('BVDY0', basis.on)),
  // NOT_REGISTRABLE: paid for by an insurance (R15).
  (basis) =>
    fresh(
      basis,
      { kind: 'municipality.intervention', source: 'private:klinik-17' },
      `,"kind":"training","deliveredOn":"${dayFromNumber(basis.on)}"`,
    ),
  // WRONG_CODE_SYSTEM_FOR_SECTOR: SKS codes from a municipality (R04), and a municipal type from a hospital.
  (basis) =>
    fresh(
      basis,
      { kind: 'municipality.intervention', source: basis.municipality },
      `,"code":"BUG1","kind":"diet","deliveredOn":"${dayFromNumber(basis.on)}"`,
    ),
  (basis) =>
    fresh(
      basis,
      { kind: 'municipality.intervention', source: basis.hospital },
      `,"kind":"diet","deliveredOn":"${dayFromNumber(basis.on)}"`,
    ),
  // WRONG_CHANNEL: services of the DanHeart years sent to LPR (R17).
  (basis) =>
    fresh(
      basis,
      { kind: 'hospital.procedure', source: basis.hospital },
      service('BUG1', beforeLpr(basis.on, basis.random)),
    ),
  // SERVICE_DATE_IN_FUTURE.
  (basis) => fresh(basis, { ...PHARMACY }, dispensed(basis.on + 365)),
  // ID_REUSED: other content under the id of an accepted event.
  (basis) => ({
    ...basis.told.event,
    fields: basis.told.event.fields.replace('"recordId":"r', '"recordId":"x'),
  }),
];

const FROM_2023: readonly Spoiler[] = [
  // WRONG_CHANNEL: services of the LPR years on a DanHeart form (R17).
  (basis) => fresh(basis, danheart(basis), form(Math.min(basis.on, LPR_FROM + 20), Math.min(basis.on, LPR_FROM + 28))),
  // ALREADY_IN_REGISTRY (R18).
  (basis) =>
    fresh(
      basis,
      { kind: 'hospital.measurement', source: basis.hospital },
      `,"measuredOn":"${dayFromNumber(basis.on)}","kind":"ldl","value":1.4`,
    ),
];

const FROM_FEBRUARY_2023: readonly Spoiler[] = [
  // DANHEART_CLOSED (R19).
  (basis) => fresh(basis, danheart(basis), form(LPR_FROM - basis.random.int(1, 25), basis.on)),
];

const LATEST: readonly Spoiler[] = [...ALWAYS, ...FROM_2023, ...FROM_FEBRUARY_2023];

/** Makes an event that must be refused and hands it in some days after the sound one it was made from. */
export function sendBadLine(random: Random, deliveries: Deliveries, sends: (source: string, day: number) => boolean) {
  return (chronicle: Chronicle, told: Told): void => {
    const { home, hospital } = chronicle.patient;
    const on = Math.floor(told.event.recorded / SECONDS_PER_DAY);
    const spoilers = on >= FEBRUARY_2023 ? LATEST : on >= LPR_FROM ? [...ALWAYS, ...FROM_2023] : ALWAYS;
    const event = random.pick(spoilers)({
      chronicle,
      random,
      told,
      on,
      hospital: `hospital:${hospital.sor}`,
      municipality: `municipality:${home.code}`,
    });
    if (!sends(event.source, on)) return;
    const received = Math.max(told.receivedUtc, utcOf(event.recorded)) + random.int(1, 30) * SECONDS_PER_DAY;
    deliveries.deliverAt(event, received);
  };
}
