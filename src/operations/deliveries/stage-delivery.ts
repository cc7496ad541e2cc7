import type { StateDelivery } from '../../formats/application/state-delivery';
import type { Delivered, ReadDelivery, DeliveryAsked, Refused } from '../../formats/domain/delivered';
import type { StagedDelivery } from './staged-delivery';

export interface Staging {
  readonly read: ReadDelivery;
  readonly stating: StateDelivery;
  readonly staged: StagedDelivery;
  /** Is told what could not be read. */
  readonly refuse: (refused: readonly Refused[]) => Promise<void>;
  /** Is told how many parts were read. */
  readonly tell: (parts: number) => void;
}

/**
 * Reads a delivery whole, before anything of it is sent; resolves with how many parts it has. Throws `DeliveryFault`
 * where it cannot be taken as a whole, `FileError` where it cannot be read.
 */
export async function stageDelivery(path: string, asked: DeliveryAsked, staging: Staging): Promise<number> {
  const { read, stating, staged, tell } = staging;
  let parts = 0;
  for await (const batch of read(path, asked)) {
    await stage(batch, staging);
    parts += batch.length;
    tell(parts);
  }
  for (const { event, place } of stating.gone()) staged.add(event, place);
  staged.flush();
  return parts;
}

async function stage(batch: readonly Delivered[], { stating, staged, refuse }: Staging): Promise<void> {
  const { events, refused } = stating.of(batch);
  for (const { event, place } of events) staged.add(event, place);
  if (refused.length > 0) await refuse(refused);
}
