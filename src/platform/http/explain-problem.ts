import { HttpException } from '@nestjs/common';
import { NotInView } from '../../kernel/view';
import { LookNotLogged } from '../../ports/look-log';
import { StoreError } from '../store-error';
import { Problem } from './problem';

/** Details for errors the framework raises: its own words may repeat what was sent, so they are never used. */
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. Send well-formed JSON and see /docs for what is expected.',
  404: 'There is nothing at this address; /docs lists what there is.',
  413: 'The body is too large for this address; see /docs.',
  415: 'The body has a content type this address does not take; see /docs.',
};
const UNEXPECTED = 'Something went wrong here; it is in the log. Send the request again later.';

/** What an error is to the outside; `isUnexpected` when it is ours and belongs in the log. */
export function explainProblem(error: unknown): { readonly problem: Problem; readonly isUnexpected: boolean } {
  if (error instanceof Problem) return { problem: error, isUnexpected: error.cause !== undefined };
  if (error instanceof StoreError) return { problem: storeProblem(error), isUnexpected: true };
  if (error instanceof NotInView) {
    return { problem: new Problem(403, error.message, { kind: 'exact-view-only' }), isUnexpected: false };
  }
  if (error instanceof LookNotLogged) return { problem: unlogged(), isUnexpected: false };
  if (isAway(error)) return { problem: away(), isUnexpected: true };
  const status = statusOf(error);
  if (status >= 400 && status < 500) {
    return {
      problem: new Problem(status, DETAILS[status] ?? 'The request cannot be taken; see /docs.'),
      isUnexpected: false,
    };
  }
  return { problem: new Problem(500, UNEXPECTED), isUnexpected: true };
}

function storeProblem(error: StoreError): Problem {
  const code = (error.cause as { code?: string } | undefined)?.code ?? '';
  if (code.startsWith('SQLITE_FULL')) {
    return new Problem(
      507,
      'The store cannot grow: the disk is full or REHABSPOR_STORE_MAX_BYTES is reached. What has no receipt was not ' +
        'kept; make room or raise the setting, and send it again.',
      { kind: 'store-full' },
    );
  }
  if (!error.retriable) return new Problem(500, UNEXPECTED, { kind: 'store-unusable' });
  return away();
}

function away(): Problem {
  return new Problem(503, 'The store does not answer. What has no receipt was not kept; send it again later.', {
    kind: 'store-unavailable',
    retryAfterSeconds: 10,
  });
}

/** What stands in the way was told where it was met. */
const unlogged = (): Problem =>
  new Problem(503, 'That somebody looks could not be logged, so nothing is shown: ask again later.', {
    kind: 'look-not-logged',
    retryAfterSeconds: 5,
  });

/** What the clients of a database or of brokers raise while these are away, by name: here nobody knows which it is. */
const CLIENTS_SAY =
  /^(Mongo(Network|NetworkTimeout|ServerSelection|NotConnected|PoolCleared|PoolClosed|WaitQueueTimeout|OperationTimeout|TopologyClosed)Error|Mongoose(ServerSelection)?Error|KafkaJS(Connection|ConnectionClosed|RequestTimeout|NumberOfRetriesExceeded|NonRetriable|BrokerNotFound).*)$/;

function isAway(error: unknown): boolean {
  return error instanceof Error && CLIENTS_SAY.test(error.name);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  const stated = status ?? statusCode;
  return typeof stated === 'number' ? stated : 500;
}
