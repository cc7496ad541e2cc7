import { SealError } from '../../access/domain/seal';
import type { SoundEvent } from '../../intake/domain/source-event';
import { personsNamedIn, writeSourceEvent } from '../../intake/domain/source-writing';
import { writeJson } from '../../kernel/write-json';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { Vault } from '../../ports/vault';
import type { LoggedEvents } from './logged-events';

/** Events that cannot be written as they came; the message names the remedy. */
class ExportError extends Error {}

/** The fields of an event that the program does not know: those of its data and its own. */
type OpenedFields = Pick<SoundEvent, 'kept' | 'extensions'>;

export interface ExportPorts {
  readonly vault: Vault;
  /** Opens what an event's unknown fields were sealed as; throws `SealError` when it cannot. */
  readonly openFields: (sealed: string) => OpenedFields;
}

/**
 * Hands out every accepted event as the source event it was, a line each, but for those of persons who are erased;
 * resolves with how many these are. Rejects with an `ExportError` when a CPR
 * number or a sealed field cannot be had.
 */
export async function exportEvents(
  events: LoggedEvents,
  ports: ExportPorts,
  take: (lines: readonly string[]) => void,
): Promise<{ readonly leftOut: number }> {
  let leftOut = 0;
  await events.read(async (batch) => {
    const numbers = await numbersOf(batch, ports.vault);
    const numberOf = (person: PersonKey): string => numbers.get(person) as string;
    const written = batch.filter((event) => personsNamedIn(event).every((person) => numbers.has(person)));
    leftOut += batch.length - written.length;
    take(written.map((event) => writeJson(writeSourceEvent(event, numberOf, keptOf(event, ports)))));
  });
  return { leftOut };
}

async function numbersOf(batch: readonly ClinicalEvent[], vault: Vault): Promise<ReadonlyMap<PersonKey, string>> {
  const persons = [...new Set(batch.flatMap(personsNamedIn))];
  let numbers: ReadonlyMap<PersonKey, string>;
  try {
    numbers = await vault.numbersOf(persons);
  } catch (error) {
    throw explained(error, 'the CPR numbers of the vault');
  }
  const absent = persons.filter((person) => !numbers.has(person));
  const erased = await vault.erasedAmong(absent);
  const missing = absent.filter((person) => !erased.has(person));
  const [first] = missing;
  if (first === undefined) return numbers;
  throw new ExportError(
    `The vault has no CPR number for ${first}${missing.length === 1 ? '' : ` and ${missing.length - 1} more`}, ` +
      'whose events are in the log: the store was damaged; restore it from a backup and export again.',
  );
}

function keptOf(event: ClinicalEvent, { openFields }: ExportPorts): OpenedFields | undefined {
  if (event.sealed === undefined) return undefined;
  try {
    return openFields(event.sealed);
  } catch (error) {
    throw explained(error, `the sealed fields of event ${event.id} of ${event.source}`);
  }
}

function explained(error: unknown, what: string): unknown {
  if (!(error instanceof SealError)) return error;
  return new ExportError(
    `REHABSPOR_KEY does not open ${what}: set it to the one the store was filled under and export again.`,
    { cause: error },
  );
}
