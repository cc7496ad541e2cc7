import fc from 'fast-check';
import { evaluate } from '../support/evaluate';
import type { SourceEvent } from '../support/source-event';
import { anyAsOf, anyEvents } from './random-events';

const registrationOf = ({ source, type, data }: SourceEvent): string => `${source} ${type} ${String(data['recordId'])}`;

const versionOf = ({ data }: SourceEvent): number => Number(data['version'] ?? 1);

/** Whether the second event of a registration is the greater: by version, time, id. */
function isGreater(one: SourceEvent, other: SourceEvent): boolean {
  const byVersion = versionOf(other) - versionOf(one);
  const byTime = Date.parse(other.time) - Date.parse(one.time);
  return byVersion > 0 || (byVersion === 0 && (byTime > 0 || (byTime === 0 && other.id > one.id)));
}

test('only the greatest event of each registration counts: the others may as well not have been sent', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
      const greatest = new Map<string, SourceEvent>();
      for (const event of events) {
        const known = greatest.get(registrationOf(event));
        if (known === undefined || isGreater(known, event)) greatest.set(registrationOf(event), event);
      }
      const all = await evaluate(events, { asOf, showCpr: true });
      const inForce = await evaluate([...greatest.values()], { asOf, showCpr: true });

      expect(JSON.stringify(inForce.decisions)).toBe(JSON.stringify(all.decisions));
    }),
    { numRuns: 300 },
  );
});

test('and of those that are retracted nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
      const retracted = new Set(
        events.filter(({ data }) => data['status'] === 'retracted' && data['version'] === 3).map(registrationOf),
      );
      const lastWord = events.map((event) =>
        retracted.has(registrationOf(event)) && event.data['status'] !== 'retracted'
          ? { ...event, data: { ...event.data, version: 2 } }
          : event,
      );
      const without = lastWord.filter((event) => !retracted.has(registrationOf(event)));
      const all = await evaluate(lastWord, { asOf, showCpr: true });
      const fewer = await evaluate(without, { asOf, showCpr: true });

      expect(JSON.stringify(fewer.decisions)).toBe(JSON.stringify(all.decisions));
    }),
    { numRuns: 200 },
  );
});
