import type { Organisation } from '../../kernel/organisation';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import { isJsonObject } from './envelope';
import { refuse, type Refusal } from './refusal';

/** Somebody sent an event of another source than their own; `place` counts from 0 in what was received together. */
export class ForeignSource extends Error {
  constructor(readonly place: number) {
    super('An event names another source than whoever sent it.');
  }
}

/** Throws `ForeignSource` for the first of some events that names another source; what names none is refused anyway. */
export function requireOwn(events: readonly unknown[], source: string): void {
  const place = events.findIndex((event) => isJsonObject(event) && isAnother(event['source'], source));
  if (place >= 0) throw new ForeignSource(place);
}

/** What is wrong with an event that came by one source's way and names another; undefined where nothing is. */
export function foreignSource(event: unknown, sentBy: Organisation | undefined): Refusal | undefined {
  if (sentBy === undefined || !isJsonObject(event) || !isAnother(event['source'], sentBy)) return undefined;
  return refuse('INVALID_EVENT', 'source', RECEIPT_WORDS.otherSender({ sender: sentBy }));
}

/** A refused event under the name of who sent it, so that nobody else is told of it or counted by it. */
export function asSentBy(event: unknown, sentBy: Organisation | undefined): unknown {
  if (sentBy === undefined) return event;
  return { ...(isJsonObject(event) ? event : undefined), source: sentBy };
}

const isAnother = (named: unknown, source: string): boolean => typeof named === 'string' && named !== source;
