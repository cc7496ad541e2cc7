import { kindOfType } from '../../../src/kernel/event-kinds';
import type { EventKind } from '../../../src/kernel/event-kinds';
import type { Statement } from '../../../src/formats/domain/delivered';
import type { WrittenEvent } from '../../../src/formats/domain/written-event';
import { events, population } from '../../synthetic/fixture';

/** The events of a synthetic population that are events at all, as an exporter hands them over. */
export function populationEvents(patients: number, seed = 7): readonly WrittenEvent[] {
  return events(population(patients, seed)).flatMap(
    ({ id, source, type, time, receivedtime, data }): WrittenEvent[] => {
      const kind = kindOfType(type);
      const isWhole = typeof data?.recordId === 'string' && typeof id === 'string';
      return kind === undefined || !isWhole ? [] : [{ id, source, kind, time, receivedtime, data }];
    },
  );
}

const IN_LPR: readonly EventKind[] = [
  'hospital.contact',
  'hospital.diagnosis',
  'hospital.procedure',
  'hospital.referral',
  'hospital.measurement',
];
export const ofLpr = (all: readonly WrittenEvent[]): readonly WrittenEvent[] =>
  all.filter(({ kind }) => IN_LPR.includes(kind));

/** Events in batches, as they come. */
export async function* inBatches(all: readonly WrittenEvent[], size = 500): AsyncIterable<readonly WrittenEvent[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** An event as the statement that must bring it back. */
export function statedBy({ id, source, kind, time, receivedtime, data }: WrittenEvent): Statement {
  const { cpr, recordId, version, status, ...values } = data;
  return {
    is: 'statement',
    place: { file: '', row: 0 },
    ...{ source, kind, values },
    record: String(recordId),
    status: status === 'retracted' ? 'retracted' : 'active',
    ...(typeof cpr === 'string' ? { cpr } : undefined),
    stated: {
      ...{ id, time },
      ...(receivedtime === undefined ? undefined : { receivedtime }),
      ...(typeof version === 'number' ? { version } : undefined),
    },
  };
}
