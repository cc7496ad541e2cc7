import { codeFamily } from '../../kernel/code-family';
import { deliveredOf } from '../../kernel/delivery';
import type { SqliteEventLog } from './sqlite-event-log';
import type { DeliveryStore } from '../../ports/delivery-store';
import type { UnitOfWork } from '../../ports/unit-of-work';

const EVENTS_AT_A_TIME = 5_000;

/**
 * Counts the deliveries of a store that was filled before they were counted, from its log, all or none. Repeated and
 * refused events of that time are not in the log, and so not counted.
 */
export async function bringInDeliveries(
  deliveries: DeliveryStore,
  log: Pick<SqliteEventLog, 'read' | 'partitionsOf'>,
  unit: UnitOfWork,
): Promise<void> {
  if (await deliveries.isComplete()) return;
  await unit.run(async () => {
    for (let partition = 0; partition < log.partitionsOf('clinical-events'); partition += 1) {
      for (let from = 0; ;) {
        const messages = log.read('clinical-events', partition, from, EVENTS_AT_A_TIME);
        const last = messages.at(-1);
        if (last === undefined) break;
        await deliveries.count(messages.map(({ value }) => deliveredOf(value, codeFamily(value.kind, value.data))));
        from = last.offset + 1;
      }
    }
    await deliveries.noteComplete();
  });
}
