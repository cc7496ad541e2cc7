import { keyNoteOf } from '../access/domain/key-note';
import { SettingsError, type Settings } from '../platform/config/settings';
import { backUp, restore } from '../platform/sqlite/backup';

/** Copies the embedded store into a new file while whoever has it runs on; resolves with its bytes. */
export async function backUpStore(settings: Settings, file: string): Promise<number> {
  refuseDistributed(settings);
  return backUp(settings.dataFolder, file, keyNoteOf(settings));
}

/** Makes the embedded store from such a file where there is none; gives its bytes. */
export function restoreStore(settings: Settings, file: string): number {
  refuseDistributed(settings);
  return restore(file, settings.dataFolder, keyNoteOf(settings));
}

function refuseDistributed({ mode }: Settings): void {
  if (mode === 'embedded') return;
  const remedy = 'back up MongoDB and Kafka with their own tools, or `export` the events';
  throw new SettingsError(`\`backup\` and \`restore\` are for the embedded store: ${remedy}.`);
}
