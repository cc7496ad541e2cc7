import { parentPort, workerData } from 'node:worker_threads';
import { PersonKeys } from '../access/domain/person-key';
import { loadReading } from '../intake/adapters/load-reading';
import { packReadings } from '../intake/adapters/pack-readings';
import type { DefinitionSet } from '../kernel/definition';
import type { Language } from '../kernel/language';
import type { LinesToRead } from '../operations/moving/read-ahead';
import { linesIn } from '../platform/ndjson/joined-lines';
import { loadSchemas } from '../platform/contracts/schema-validators';

/** What a thread reads by: the same as the process it belongs to. */
export interface ThreadReading {
  /** The secret behind person keys. */
  readonly personKey: Uint8Array;
  readonly definitions: DefinitionSet;
  /** What digests of contents are made under. */
  readonly contentSecret: string;
  readonly language: Language;
}

/** A thread that reads an operator's lines, one batch after the other. */
const port = parentPort;
if (port === null) throw new Error('This runs as a thread of an import, not by itself.');
const { personKey, definitions, contentSecret, language } = workerData as ThreadReading;
const reading = loadReading(loadSchemas(), new PersonKeys(Buffer.from(personKey)), definitions);
port.on('message', ({ now, ...joined }: LinesToRead) => {
  const lines = linesIn(joined).map(({ at, text }) => ({ at, incoming: { text } }));
  port.postMessage(packReadings(lines, { receivedAt: 'stated-or-clock', language, now }, reading, contentSecret));
});
