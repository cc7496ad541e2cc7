/** What is changed of kafkajs' queue of requests to a broker. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

/**
 * kafkajs 2.2.4 looks every millisecond, on every connection and for ever, whether a request waits that it held back
 * (tulios/kafkajs#1704): a service with nothing to do computes for tens of milliseconds a second. From here on it looks
 * again only while one waits; whatever is held back later sees to its own look. To be called before a client is made.
 */
export function quietRequestQueue(queues: { readonly prototype: RequestQueue } = requestQueues()): void {
  const { prototype } = queues;
  if (QUIET.has(prototype)) return;
  QUIET.add(prototype);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (): void {
    if (this.pending.length > 0) schedule.call(this);
  };
}

const QUIET = new WeakSet<RequestQueue>();

const requestQueues = (): { readonly prototype: RequestQueue } =>
  // Inside the package, which exports it nowhere: another version may have it elsewhere, and then the start fails.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no types
  require('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue };
