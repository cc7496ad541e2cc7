import { typeOfKind, type EventKind } from '../../src/kernel/event-kinds';

/** A source event as a sender would write it. */
export interface SourceEvent {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly receivedtime?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a story may say besides the usual: parts of the envelope by name, everything else is a field of `data`. */
export type Extra = Readonly<Record<string, unknown>>;

/** Constructed numbers: valid days of birth, failing modulus 11. */
export const ANNA = '1502779995';
export const BO = '0201609995';
export const CARLA = '0201609996';
export const DAVID = '0504909995';
export const ELSE = '0108589995';
export const FINN = '0108629996';
/** Turns 18 on 2023-01-04. */
export const GRY = '0401054996';
/** Turns 18 on 2023-01-03. */
export const HUGO = '0301054996';
/** Born on 29 February 2004: turns 18 on 2022-02-28. */
export const IDA = '2902044996';

let sequence = 0;

/** A running number of fixed width, so that ids order as they were made. */
const nextNumber = (): string => String((sequence += 1)).padStart(5, '0');

/** Noon, Danish winter time, on a day. */
export const noon = (day: string): string => `${day}T12:00:00+01:00`;

const ENVELOPE = new Set(['id', 'source', 'type', 'time', 'receivedtime', 'specversion']);

/** An event recorded at noon of its service day under a fresh id and record id, unless `extra` says otherwise. */
export function sourceEvent(
  kind: EventKind,
  source: string,
  day: string,
  fields: Extra,
  extra: Extra = {},
): SourceEvent {
  const number = nextNumber();
  const stated = Object.entries(extra);
  return {
    specversion: '1.0',
    id: `e-${number}`,
    source,
    type: typeOfKind(kind),
    time: noon(day),
    ...Object.fromEntries(stated.filter(([name]) => ENVELOPE.has(name))),
    data: {
      ...(kind === 'registry.feed-status' ? undefined : { cpr: ANNA }),
      recordId: `r-${number}`,
      ...fields,
      ...Object.fromEntries(stated.filter(([name]) => !ENVELOPE.has(name))),
    },
  };
}

/** The next version of a registration: same record, other content, a fresh id, recorded a day later unless said. */
export function correction(of: SourceEvent, changes: Extra): SourceEvent {
  const stated = Object.entries(changes);
  return {
    ...of,
    id: `e-${nextNumber()}`,
    time: new Date(Date.parse(of.time) + 86_400_000).toISOString(),
    ...Object.fromEntries(stated.filter(([name]) => ENVELOPE.has(name))),
    data: {
      ...of.data,
      version: Number(of.data['version'] ?? 1) + 1,
      ...Object.fromEntries(stated.filter(([name]) => !ENVELOPE.has(name))),
    },
  };
}

/** Takes a registration back with nothing but what a retraction needs. */
export function retraction(of: SourceEvent, changes: Extra = {}): SourceEvent {
  const { cpr, recordId, version } = of.data;
  const needed = { ...(cpr === undefined ? undefined : { cpr }), recordId, version, status: 'retracted' };
  return correction({ ...of, data: needed }, changes);
}

/** The same events about another person; feed statuses, which are about nobody, stay as they are. */
export function about(cpr: string, ...events: readonly (SourceEvent | readonly SourceEvent[])[]): SourceEvent[] {
  return events.flat().map((event) => ('cpr' in event.data ? { ...event, data: { ...event.data, cpr } } : event));
}
