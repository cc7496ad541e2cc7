import { isJsonObject } from './envelope';

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

const isAnother = (named: unknown, source: string): boolean => typeof named === 'string' && named !== source;
