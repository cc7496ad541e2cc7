import { both, type Bilingual } from '../../kernel/language';
import { isPersonKey } from '../../kernel/person-key-form';
import { maskCpr } from '../../kernel/cpr-text';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { Receipt } from '../../kernel/receipt';
import { senderOf } from '../../kernel/source-topic';
import { POISON_WORDS } from '../../kernel/words/poison';
import type { Clock } from '../../ports/clock';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Poison } from './poison';

/** A message nobody can read is kept as a refused event, with where it stood and why in both languages. */
export function keepPoison(rejected: RejectedEvents, clock: Clock, poison: Poison): Promise<void> {
  const { topic, partition, offset, value } = poison;
  return rejected.keep([
    {
      receipt: { ...receiptOf(poison), reason: toldOf(poison) },
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
  return [{ person: key, stage, reason: `A message of ${topic} was skipped: ${maskCpr(reason.what.en)}` }];
}

/**
 * What a message nobody can read is answered with, in the language its sender asks for; on a source's own topic that
 * source is told.
 */
export function receiptOf(poison: Poison): Receipt {
  const source = senderOf(poison.topic);
  return {
    ...(source === undefined ? undefined : { source }),
    status: 'rejected',
    code: 'INVALID_EVENT',
    message: toldOf(poison)[poison.language ?? 'en'],
  };
}

/** Why it cannot be handled, where it stands and what cures it. */
function toldOf({ topic, partition, offset, reason: { what, remedy } }: Poison): Bilingual {
  const place = { topic, partition: String(partition), offset: String(offset) };
  return POISON_WORDS.told({ what: both(maskCpr(what.da), maskCpr(what.en)), ...place, remedy });
}
