import type { Settings } from '../platform/config/settings';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { producedAnswer, subscriptionAnswer } from '../subscriptions/adapters/subscription.answer';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { OrderRefused } from '../subscriptions/application/take-subscriptions';
import { countedOver } from '../apps/counted';
import { composeEmbedded } from '../apps/embedded';
import { reportBasisOf } from '../apps/basis';
import { LogReadPosition } from '../platform/sqlite/log-read-position';
import { openForReading, type Opened } from '../apps/opened';
import { subscriptionsOver } from '../apps/subscriptions';
import { remoteSubscriptions } from './remote-subscriptions';
import type { SubscriptionAccess } from './subscription-access';
import { UsageError } from './usage-error';

/** Works on subscriptions through the running server that owns the store, if there is one, else in the store itself. */
export async function withSubscriptions<T>(
  settings: Settings,
  work: (subscriptions: SubscriptionAccess) => Promise<T>,
): Promise<T> {
  if (settings.mode === 'distributed') {
    const opened = await openForReading(settings, new SystemClock());
    return work(ownSubscriptions(opened)).finally(() => opened.close());
  }
  const address = StoreOwner.addressIn(settings.dataFolder);
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) return work(remoteSubscriptions(address));
  await (await openForReading(settings, new SystemClock())).close(); // Where there is no store, none is made.
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { decidesBy: 'adopted' });
    const position = new LogReadPosition(embedded.log);
    const close = (): Promise<void> => embedded.database.close();
    return await work(ownSubscriptions({ rooms: embedded, position, close })).finally(close);
  } finally {
    owner.release();
  }
}

function ownSubscriptions({ rooms, position }: Opened): SubscriptionAccess {
  const reports = new IndicatorReports(countedOver(rooms, position), reportBasisOf(rooms), rooms.settings.smallNumbers);
  const { taking, producing } = subscriptionsOver(rooms, reports, new StderrLogger());
  const noSuch = async (): Promise<UsageError> => {
    const ids = (await taking.list()).map(({ id }) => id);
    return new UsageError(`There is no such subscription; there is ${ids.join(', ') || 'none'}.`);
  };
  return {
    list: async () => (await taking.list()).map(subscriptionAnswer),
    take: async (order) => {
      try {
        return subscriptionAnswer(await taking.take(order));
      } catch (error) {
        throw error instanceof OrderRefused ? new UsageError(refusedText(error.faults)) : error;
      }
    },
    end: async (id) => {
      if (!(await taking.end(id))) throw await noSuch();
    },
    produce: async (id) => {
      const subscription = await taking.find(id);
      if (subscription === undefined) throw await noSuch();
      const parcel = await producing.produceNow(subscription);
      if ('failure' in parcel) throw new Error(`The report could not be handed over. ${parcel.failure}`);
      return producedAnswer(parcel);
    },
  };
}

/** The faults of an order, one a line. */
function refusedText(faults: readonly { readonly path: string; readonly remedy: string }[]): string {
  return ['This order cannot be taken:', ...faults.map(({ path, remedy }) => `  ${path} ${remedy}`)].join('\n');
}
