import type { Opened, OwnedElsewhere, WritingPurpose } from '../cli/program';
import { contentSecretOf } from '../access/domain/seals';
import { EmbeddedOperations } from '../operations/embedded-operations';
import type { BeginReading } from '../operations/moving/import-embedded';
import type { Settings } from '../platform/config/settings';
import { SilentLogger } from '../platform/silent-logger';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { composeEmbedded, type Embedded } from './embedded';
import { readingThreads } from './reading-threads';
import { composeNumbers } from './rooms';

/** What a purpose needs of a store of this process's own. */
interface Needs {
  readonly decidesBy: 'adopted' | 'approved';
  /** Where there is no store one may be made. */
  readonly mayBegin: boolean;
  /** A running server that has the store can do it. */
  readonly doneByServer: boolean;
}

const NEEDS: Readonly<Record<WritingPurpose, Needs>> = {
  write: { decidesBy: 'adopted', mayBegin: false, doneByServer: true },
  propose: { decidesBy: 'adopted', mayBegin: true, doneByServer: true },
  change: { decidesBy: 'approved', mayBegin: true, doneByServer: true },
  rebuild: { decidesBy: 'approved', mayBegin: false, doneByServer: false },
};

/** Opens the embedded store; throws `StoreError` when that cannot be, and says what to do. */
export async function openEmbedded(
  settings: Settings,
  purpose: 'read' | WritingPurpose,
): Promise<Opened | OwnedElsewhere> {
  if (purpose === 'read') return openToRead(settings);
  const { decidesBy, mayBegin, doneByServer } = NEEDS[purpose];
  const address = doneByServer ? StoreOwner.addressIn(settings.dataFolder) : undefined;
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) {
    return { address, token: StoreOwner.tokenIn(settings.dataFolder) ?? '' };
  }
  if (!mayBegin) await openToRead(settings).close();
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { decidesBy });
    const { log, database } = embedded;
    const landed = (): Promise<void> => {
      log.start();
      return log.settled();
    };
    return openedOver(embedded, landed, async () => {
      try {
        await log.stop();
        await database.close();
      } finally {
        owner.release();
      }
    });
  } catch (error) {
    owner.release();
    throw error;
  }
}

/** Opens a store beside whoever writes to it; sees what has landed. */
export function openToRead(settings: Settings): Opened {
  const embedded = composeEmbedded(settings, new SystemClock(), new SilentLogger(), { readOnly: true });
  const landed = (): Promise<void> => Promise.resolve(); // Whoever only reads sees what has landed.
  return openedOver(embedded, landed, () => embedded.database.close());
}

/** Threads that read by what the store's intake reads by. */
function beginReading({ settings, definitions }: Embedded): BeginReading {
  const { personKey } = settings;
  const by = { personKey, definitions: definitions.set, contentSecret: contentSecretOf(settings) };
  return (count, language) => readingThreads({ ...by, language }, count);
}

function openedOver(embedded: Embedded, landed: () => Promise<void>, close: Opened['close']): Opened {
  const operations = new EmbeddedOperations(embedded, beginReading(embedded));
  return { ...embedded, ...composeNumbers(embedded, { landed }), operations, close };
}
