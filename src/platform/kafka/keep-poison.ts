import { isPersonKey } from '../../kernel/person-key-form';
import { maskCpr } from '../../kernel/cpr-text';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { Receipt } from '../../kernel/receipt';
import { senderOf } from '../../kernel/source-topic';
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

/**
 * Whoever a skipped message of the rooms was about is set aside, so that nothing of a person is skipped silently; the
 * message itself is among the refused events.
 */
export function setAsideBy({ topic, key, reason }: Poison): PersonSetAside[] {
  if (key === null || !isPersonKey(key)) return [];
  const stage = topic.endsWith('pathway-changes') ? 'deciding' : 'folding';
  return [{ person: key, stage, reason: `A message of ${topic} was skipped: ${maskCpr(reason)}` }];
}

/** What a message nobody can read is answered with; on a source's own topic that source is told. */
export function receiptOf({ topic, reason }: Poison): Receipt {
  const source = senderOf(topic);
  return {
    ...(source === undefined ? undefined : { source }),
    status: 'rejected',
    code: 'INVALID_EVENT',
    message: reason,
  };
}
