import type { Opened } from '../cli/program';
import { DistributedOperations } from '../operations/distributed-operations';
import { refuseDevelopmentKey } from '../platform/config/development-key';
import type { Settings } from '../platform/config/settings';
import { StderrLogger } from '../platform/stderr-logger';
import { StoreError } from '../platform/store-error';
import { SystemClock } from '../platform/system-clock';
import { Tracing } from '../platform/telemetry/tracing';
import { composeDistributed } from './distributed';
import { composeNumbers } from './rooms';

/** Opens Kafka and MongoDB for one command: both have to answer now, or it throws and names them. */
export async function openDistributed(settings: Settings, purpose: string): Promise<Opened> {
  refuseDevelopmentKey(settings);
  const logger = new StderrLogger();
  const tracing = new Tracing({ share: 0 }, 'rehabspor-command', logger);
  const distributed = composeDistributed(settings, new SystemClock(), logger, tracing);
  const close = (): Promise<void> => distributed.close();
  const away = await distributed.serversAway();
  if (away.length > 0) {
    await close();
    throw new StoreError(
      `${away.join(' and ')}: start them, or say with REHABSPOR_KAFKA_BROKERS and REHABSPOR_MONGODB_URL where they are.`,
      { retriable: true },
    );
  }
  await distributed.prepare();
  const numbers = composeNumbers(distributed, purpose === 'read' ? { landed: () => Promise.resolve() } : {});
  return { ...distributed, ...numbers, operations: new DistributedOperations(distributed), close };
}
