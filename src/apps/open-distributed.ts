import type { Settings } from '../platform/config/settings';
import { StoreError } from '../platform/store-error';
import { Tracing } from '../platform/telemetry/tracing';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { composeDistributed, type Distributed } from './distributed';

/** The distributed program for one command: brokers and database have to answer now, or it throws and names them. */
export async function openDistributed(settings: Settings, clock: Clock, logger: Logger): Promise<Distributed> {
  const tracing = new Tracing({ share: 0 }, 'rehabspor-command', logger);
  const distributed = composeDistributed(settings, clock, logger, tracing);
  const away = await distributed.serversAway();
  if (away.length > 0) {
    await distributed.close();
    throw new StoreError(
      `${away.join(' and ')}: start them, or say with REHABSPOR_KAFKA_BROKERS and REHABSPOR_MONGODB_URL where they are.`,
      { retriable: true },
    );
  }
  await distributed.prepare();
  return distributed;
}
