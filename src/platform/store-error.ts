/** A store that cannot be used as it is; the message names the path and the remedy. */
export class StoreError extends Error {
  /** True when the same work may succeed later without anybody changing the request. */
  readonly retriable: boolean;

  constructor(message: string, options: { retriable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retriable = options.retriable;
  }
}
