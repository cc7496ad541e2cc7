import { readCpr } from '../../src/kernel/cpr';
import type { SourceEvent } from '../../test/synthetic/fixture';

/** The number of a person that an event is about, as ten digits. */
export const numberOf = ({ data: { cpr = '' } }: SourceEvent): string => readCpr(cpr)?.digits ?? cpr;

/**
 * Events without joined numbers and without registrations that stood with several persons, so that what an event says of
 * its person is all there is: other programs see one person's FHIR at a time (docs/formats/cql.md).
 */
export function ofOnePersonEach(events: readonly SourceEvent[]): SourceEvent[] {
  const registration = ({ source, type, data }: SourceEvent): string =>
    JSON.stringify([source, type, data['recordId']]);
  const numbers = new Map<string, Set<string>>();
  for (const event of events) {
    const known = numbers.get(registration(event)) ?? new Set();
    numbers.set(registration(event), known.add(numberOf(event)));
  }
  const joined = new Set(
    events.flatMap((event) => {
      const { replaces } = event.data;
      return typeof replaces === 'string' ? [numberOf(event), readCpr(replaces)?.digits ?? replaces] : [];
    }),
  );
  return events.filter((event) => numbers.get(registration(event))?.size === 1 && !joined.has(numberOf(event)));
}
