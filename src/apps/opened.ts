import type { Settings } from '../platform/config/settings';
import { SilentLogger } from '../platform/silent-logger';
import { StderrLogger } from '../platform/stderr-logger';
import type { Clock } from '../ports/clock';
import type { ReadPosition } from '../ports/read-position';
import { composeEmbedded } from './embedded';
import { LogReadPosition } from '../platform/sqlite/log-read-position';
import type { Rooms } from './rooms';

/** What a command reads from, whichever mode it is in. */
export interface Opened {
  readonly rooms: Rooms;
  readonly position: ReadPosition;
  close(): Promise<void>;
}

/** Opens what the settings name for reading, beside whoever writes there; throws when there is nothing. */
export async function openForReading(settings: Settings, clock: Clock): Promise<Opened> {
  if (settings.mode === 'embedded') {
    const embedded = composeEmbedded(settings, clock, new SilentLogger(), { readOnly: true });
    return { rooms: embedded, position: new LogReadPosition(embedded.log), close: () => embedded.database.close() };
  }
  const { openDistributed } = await import('./open-distributed'); // Brokers' clients load only where they are used.
  const distributed = await openDistributed(settings, clock, new StderrLogger());
  return { rooms: distributed, position: distributed.position, close: () => distributed.close() };
}
