import type { Language } from '../../kernel/language';
import type { Organisation } from '../../kernel/organisation';
import type { Envelope } from './envelope';

/** How events are received. */
export interface ReceivingOptions {
  /**
   * What counts as the moment of receipt: the clock (a source sends now), what `receivedtime` states and else the
   * clock (an operator brings a file), or what it states and else `time` (nothing is kept).
   */
  readonly receivedAt: 'clock' | 'stated-or-clock' | 'stated-or-time';
  /** Sound events received later (milliseconds) are passed over and get no receipt. */
  readonly knownAt?: number;
  /** What accepted events are told: what can be told from each alone (the default), or from all that is known of the person too. */
  readonly notes?: 'of-the-event' | 'of-the-person';
  /** Whose events alone are taken; of another source none of what was sent together is. */
  readonly sentBy?: Organisation;
  /** What receipts are written in where an event does not say it itself; English when neither does. */
  readonly language?: Language;
}

/** When an event counts as received; `clock` is when it arrived. Milliseconds. */
export function momentOfReceipt(
  { receivedAt, time }: Envelope,
  counts: ReceivingOptions['receivedAt'],
  clock: number,
): number {
  if (counts === 'clock') return clock;
  return receivedAt ?? (counts === 'stated-or-clock' ? clock : time);
}
