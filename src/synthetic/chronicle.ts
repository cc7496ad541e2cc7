import type { EventKind } from '../kernel/event-kinds';
import { type Organisation, schemeText } from '../kernel/organisation';
import { SECONDS_PER_DAY } from './danish-time';
import type { Deliveries } from './deliveries';
import type { FeedPlan } from './feeds';
import type { SourceEvent } from './held-event';
import type { Patient } from './patient';
import type { Random } from './random';
import { DELIVERIES } from './rates';

/** What was told: enough to correct, refute or retract it. Undefined when its source keeps silent. */
export interface Told {
  readonly event: SourceEvent;
  readonly recordId: string;
  readonly receivedUtc: number;
}

/** Where a person's story is told: each telling becomes an event, if its source delivers. */
export interface Chronicle {
  readonly random: Random;
  readonly patient: Patient;
  /** Records what a source did on a day; `fields` are JSON members, each with a comma before it; the number is the day's. */
  tell(
    kind: EventKind,
    source: Organisation,
    on: number,
    fields: string,
    recordedOn?: number,
    cpr?: string,
  ): Told | undefined;
  /** Records a measured value; now and then first a wrong one, which version 2 puts right. */
  tellMeasured(kind: EventKind, source: Organisation, on: number, right: string, wrong: string): Told | undefined;
  /** Sends the next version of what was told, about the same number. */
  amend(told: Told | undefined, recordedOn: number, fields: string): Told | undefined;
  /** A short id that is unique in the population. */
  readonly newKey: (letter: string) => string;
}

export interface ChronicleParts {
  readonly feeds: FeedPlan;
  readonly deliveries: Deliveries;
  /** Chance for what goes wrong with records, apart from the story itself. */
  readonly mishaps: Random;
  /** Told of every event, so that faulty ones can be made after it. */
  readonly spoil: (chronicle: Chronicle, told: Told) => void;
}

const OFFICE_HOURS = { from: 7 * 3600, to: 21 * 3600 } as const;
const LONGEST_LAG: Readonly<Record<string, number>> = { hospital: 2, municipality: 4, laboratory: 1, person: 3 };
/** What may be taken back as entered by mistake. */
const RETRACTABLE: ReadonlySet<EventKind> = new Set<EventKind>([
  'municipality.intervention',
  'pharmacy.dispensing',
  'laboratory.result',
  'hospital.measurement',
  'municipality.measurement',
  'patient.questionnaire',
]);

/** Opens the chronicle of a person. Nothing is told of days after the person's departure. */
export function openChronicle(random: Random, patient: Patient, parts: ChronicleParts): Chronicle {
  const { feeds, deliveries, mishaps } = parts;
  let keys = 0;
  const newKey = (letter: string): string => `${letter}${patient.key}-${(keys += 1).toString(36)}`;
  const lastDay = patient.departure?.on ?? Number.POSITIVE_INFINITY;

  const send = (
    kind: EventKind,
    source: Organisation,
    day: number,
    cpr: string,
    recordId: string,
    rest: string,
  ): Told | undefined => {
    if (!feeds.sends(source, day, kind)) return undefined;
    const recorded = day * SECONDS_PER_DAY + mishaps.int(OFFICE_HOURS.from, OFFICE_HOURS.to - 1);
    const event = { kind, source, id: newKey('e'), recorded, cpr, fields: `"recordId":"${recordId}"${rest}` };
    return { event, recordId, receivedUtc: deliveries.deliver(event) };
  };

  const chronicle: Chronicle = {
    random,
    patient,
    newKey,
    tell(kind, source, on, fields, recordedOn, cpr) {
      if (on > lastDay && kind !== 'person.status') return undefined;
      const lag = LONGEST_LAG[schemeText(source) ?? ''];
      const day = recordedOn ?? (lag === undefined ? on : on + Math.max(0, mishaps.int(-2, lag)));
      const told = send(kind, source, day, cpr ?? numberOn(patient, day), newKey('r'), fields);
      if (told === undefined) return undefined;
      if (RETRACTABLE.has(kind) && mishaps.chance(DELIVERIES.retracted)) {
        chronicle.amend(told, day + mishaps.int(1, 40), ',"status":"retracted"');
      }
      if (mishaps.chance(DELIVERIES.bad)) parts.spoil(chronicle, told);
      return told;
    },
    tellMeasured(kind, source, on, right, wrong) {
      if (!mishaps.chance(DELIVERIES.corrected)) return chronicle.tell(kind, source, on, right);
      const told = chronicle.tell(kind, source, on, wrong);
      return chronicle.amend(told, on + mishaps.int(6, 60), right);
    },
    amend(told, recordedOn, fields) {
      if (told === undefined) return undefined;
      const { kind, source, cpr } = told.event;
      return send(kind, source, recordedOn, cpr, told.recordId, `,"version":2${fields}`);
    },
  };
  return chronicle;
}

/** The number a source knows the person by; a change that was wrong never reached the other sources. */
function numberOn(patient: Patient, day: number): string {
  const change = patient.numberChange;
  return change !== undefined && !change.wrong && day >= change.on ? change.cpr : patient.cpr;
}
