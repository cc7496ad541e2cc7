import type { Receipt } from '../../kernel/receipt';
import type { Clock } from '../../ports/clock';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Poison } from './poison';

/** A message nobody can read is kept as a refused event, with where it stood. */
export function keepPoison(rejected: RejectedEvents, clock: Clock, poison: Poison): Promise<void> {
  const { topic, partition, offset, value } = poison;
  return rejected.keep([
    {
      receipt: receiptOf(poison),
      receivedAt: clock.now(),
      payload: value ?? '',
      origin: `${topic}/${partition}/${offset}`,
    },
  ]);
}

/** What a message nobody can read is answered with. */
export const receiptOf = ({ reason }: Poison): Receipt => ({
  status: 'rejected',
  code: 'INVALID_EVENT',
  message: reason,
});
