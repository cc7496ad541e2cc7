import type { Request } from 'express';
import { isLoopback } from '../../platform/http/host-check';
import { Problem } from '../../platform/http/problem';
import type { ReceivingOptions } from '../domain/moment-of-receipt';

/** The header by which an operator's `import` has events count as received when they say so. */
export const RECEIVED_HEADER = 'rehabspor-received';

/**
 * What counts as the moment of receipt: the clock, for whoever sends its own events; with `rehabspor-received: stated`
 * what `receivedtime` says, which a program on this machine alone may ask for. Throws a `Problem` else.
 */
export function momentCounting({ headers, socket }: Request): ReceivingOptions['receivedAt'] {
  const asked = headers[RECEIVED_HEADER];
  if (asked === undefined) return 'clock';
  if (asked !== 'stated') throw new Problem(400, `The header ${RECEIVED_HEADER} is \`stated\` or left out.`);
  if (!isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/, ''))) {
    throw new Problem(403, `Only a program on the server's own machine may send ${RECEIVED_HEADER}; leave it out.`);
  }
  return 'stated-or-clock';
}

/** Throws a `Problem` for whoever sends their own events alone: sources do not say when theirs were received. */
export function requireOperator({ sentBy }: Pick<ReceivingOptions, 'sentBy'>): void {
  if (sentBy === undefined) return;
  throw new Problem(403, `Only an operator may send ${RECEIVED_HEADER}; leave it out.`);
}
