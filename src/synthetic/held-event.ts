import { EVENT_KINDS, type EventKind, typeOfKind } from '../kernel/event-kinds';
import type { Organisation } from '../kernel/organisation';
import { localText, utcText } from './danish-time';

/** A source event on its way. `fields` is JSON text: the members of `data` after the CPR, `"recordId":…` first. */
export interface SourceEvent {
  readonly kind: EventKind;
  readonly source: Organisation;
  readonly id: string;
  /** Danish wall-clock second it was recorded. */
  readonly recorded: number;
  /** Empty for a feed status. */
  readonly cpr: string;
  readonly fields: string;
}

const kindNumbers: ReadonlyMap<EventKind, number> = new Map(EVENT_KINDS.map((kind, number) => [kind, number]));
const typeByNumber = EVENT_KINDS.map(typeOfKind);

/**
 * The short form in which events wait for their day of receipt: about a third of the line it becomes, so that a year of
 * the whole country fits into memory. Sorting the short forms of a day sorts them by second of receipt.
 */
export interface ShortForm {
  write(event: SourceEvent, secondOfDay: number): string;
  /** The event as its NDJSON line, newline included. */
  expand(short: string, receivedDay: number): string;
}

const SEPARATOR = '\t';

/** Sources are written as numbers, given out in the order they first occur. */
export function createShortForm(): ShortForm {
  const numbers = new Map<Organisation, number>();
  const names: Organisation[] = [];
  const numberOf = (source: Organisation): number => {
    let number = numbers.get(source);
    if (number === undefined) {
      number = names.length;
      numbers.set(source, number);
      names.push(source);
    }
    return number;
  };
  return {
    write: ({ kind, source, id, recorded, cpr, fields }, secondOfDay) =>
      `${String(secondOfDay).padStart(5, '0')}\t${recorded}\t${id}\t${numberOf(source)}\t${kindNumbers.get(kind)}\t${cpr}\t${fields}\n`,
    expand(short, receivedDay) {
      const [second, recorded, id, source, kind, cpr, fields] = short.split(SEPARATOR) as ShortParts;
      const person = cpr === '' ? '' : `"cpr":"${cpr}",`;
      return (
        `{"specversion":"1.0","id":"${id}","source":"${names[Number(source)]}","type":"${typeByNumber[Number(kind)]}",` +
        `"time":"${localText(Number(recorded))}","receivedtime":"${utcText(receivedDay, Number(second))}",` +
        `"datacontenttype":"application/json","data":{${person}${fields}}}\n`
      );
    },
  };
}

type ShortParts = [string, string, string, string, string, string, string];
