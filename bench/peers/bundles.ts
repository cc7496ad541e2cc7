import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFhir } from '../../src/formats/adapters/fhir/write-fhir';
import type { WrittenEvent } from '../../src/formats/domain/written-event';
import { kindOfType } from '../../src/kernel/event-kinds';
import type { SourceEvent } from '../../test/synthetic/fixture';
import { keyOf } from './rehabspor';

interface Bundle {
  readonly entry: readonly { readonly resource: { readonly identifier: readonly { readonly value: string }[] } }[];
}

/**
 * Writes the Bundles that `export --format fhir` writes of the events into a file, { key, bundle } a line for each person.
 * Throws when an event has no place in FHIR.
 */
export async function writeBundles(file: string, events: readonly SourceEvent[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-bundles-'));
  try {
    const left = await writeFhir(inBatches(events.map(written)), folder);
    if (left.length > 0) throw new Error(`FHIR has no place for ${left.map(({ what }) => what).join(', ')}.`);
    const lines = readFileSync(join(folder, 'bundles.ndjson'), 'utf8').split('\n').filter(Boolean);
    writeFileSync(file, lines.map((line) => `${JSON.stringify(keyed(JSON.parse(line) as Bundle))}\n`).join(''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const keyed = (bundle: Bundle) => ({ key: keyOf(bundle.entry[0]?.resource.identifier[0]?.value ?? ''), bundle });

function written({ id, source, type, time, receivedtime, data }: SourceEvent): WrittenEvent {
  const kind = kindOfType(type);
  if (kind === undefined) throw new Error(`${type} is no type.`);
  return { id, source, kind, time, receivedtime, data };
}

async function* inBatches(events: readonly WrittenEvent[], size = 500): AsyncGenerator<readonly WrittenEvent[]> {
  for (let at = 0; at < events.length; at += size) yield await Promise.resolve(events.slice(at, at + size));
}
