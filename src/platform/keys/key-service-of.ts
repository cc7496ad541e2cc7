import type { Settings } from '../config/settings';
import type { KeyService } from '../../ports/key-service';
import { KeyCommand } from './key-command';
import { KeyFile } from './key-file';

/** The key service that settings name; undefined where the one secret is the only key. Throws where it cannot be used. */
export function keyServiceOf({ keys, personKey }: Pick<Settings, 'keys' | 'personKey'>): KeyService | undefined {
  if (keys.file !== undefined) return new KeyFile(keys.file, personKey);
  return keys.command === undefined ? undefined : new KeyCommand(keys.command, personKey);
}
