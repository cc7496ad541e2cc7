import type { Incoming } from '../../kernel/incoming';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import { rejectionReceipt, type Receiving, type Refused } from './classify';
import { asSentBy } from './foreign-source';
import { refuse } from './refusal';

/**
 * The answer to an event that checking it failed on: `NOT_HANDLED`, with id and source where they can be read. Refused
 * rather than taken in unread, since nobody can say yet whose it is; kept like all that is refused, so that it is not lost.
 */
export function notHandled(arrival: Incoming, by: Receiving): Refused {
  const event = asSentBy(readable(arrival), arrival.sentBy);
  const language = arrival.language ?? by.language;
  const receipt = rejectionReceipt(event, [refuse('NOT_HANDLED', undefined, RECEIPT_WORDS.notHandled)], language);
  return { result: 'refused', arrival, event: undefined, receipt, receivedAt: by.now };
}

function readable(arrival: Incoming): unknown {
  if ('value' in arrival) return arrival.value;
  try {
    return 'text' in arrival ? JSON.parse(arrival.text) : undefined;
  } catch {
    return undefined;
  }
}
