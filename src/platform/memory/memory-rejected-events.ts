import type { RejectionCode } from '../../kernel/receipt';
import { RejectedEvents, type KeptRejection } from '../../ports/rejected-events';

/** For pipelines that keep nothing: refused events are answered with their receipts and forgotten. */
export class ForgettingRejectedEvents extends RejectedEvents {
  override keep(): Promise<void> {
    return Promise.resolve();
  }

  override list(): Promise<readonly KeptRejection[]> {
    return Promise.resolve([]);
  }

  override codes(): Promise<ReadonlyMap<RejectionCode, number>> {
    return Promise.resolve(new Map());
  }

  override find(): Promise<KeptRejection | undefined> {
    return Promise.resolve(undefined);
  }

  override resolve(): Promise<void> {
    return Promise.resolve();
  }

  override count(): Promise<number> {
    return Promise.resolve(0);
  }

  override reseal(): Promise<{ readonly seen: number; readonly resealed: number }> {
    return Promise.resolve({ seen: 0, resealed: 0 });
  }
}
