import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../../src/kernel/canonical-json';
import { kindOfType } from '../../../src/kernel/event-kinds';
import type {
  Delivered,
  DeliveryAsked,
  ReadDelivery,
  Refused,
  Statement,
  Unmapped,
} from '../../../src/formats/domain/delivered';
import type { WrittenEvent } from '../../../src/formats/domain/written-event';
import type { SourceEvent } from '../../synthetic/fixture';

/** An event as it is handed to a writer. */
export function written({ id, source, type, time, receivedtime, data }: SourceEvent): WrittenEvent {
  const kind = kindOfType(type);
  if (kind === undefined) throw new Error(`${type} is no type.`);
  return { id, source, kind, time, receivedtime, data };
}

/** What came back, as the event it was. */
export function asEvent(statement: Statement): WrittenEvent {
  const { id = '', time = '', version, status, receivedtime } = statement.stated ?? {};
  const data = {
    ...(statement.cpr !== undefined && { cpr: statement.cpr }),
    recordId: statement.record,
    ...(version !== undefined && { version }),
    ...(status !== undefined && { status }),
    ...statement.values,
  };
  const { source, kind } = statement;
  return { id, source, kind, time, ...(receivedtime !== undefined && { receivedtime }), data };
}

/** Events as texts, in an order of their own. */
export const told = (events: readonly WrittenEvent[]): string[] => events.map((event) => canonicalJson(event)).sort();

/** All that a reader yields. */
export async function all(read: ReadDelivery, path: string, asked: Partial<DeliveryAsked> = {}): Promise<Delivered[]> {
  const delivered: Delivered[] = [];
  for await (const batch of read(path, { workFolder: tmpdir(), ...asked })) delivered.push(...batch);
  return delivered;
}

export const statements = (delivered: readonly Delivered[]): Statement[] =>
  delivered.filter((one): one is Statement => one.is === 'statement');
export const refused = (delivered: readonly Delivered[]): Refused[] =>
  delivered.filter((one): one is Refused => one.is === 'refused');
export const unmapped = (delivered: readonly Delivered[]): Unmapped[] =>
  delivered.filter((one): one is Unmapped => one.is === 'unmapped');

/** Events in batches, as a store gives them. */
export async function* inBatches(events: readonly WrittenEvent[], size = 500): AsyncGenerator<readonly WrittenEvent[]> {
  for (let at = 0; at < events.length; at += size) yield await Promise.resolve(events.slice(at, at + size));
}

/** Runs with a folder of its own. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fhir-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
