import type { Staging } from '../../../kernel/staging';
import type { DeliveryAsked } from '../../domain/delivered';

/** Where rows are put aside; whoever asks for a register's tables gives it. */
export function openStaging({ staging }: DeliveryAsked): Staging {
  if (staging === undefined) throw new Error('Tables of a register are joined: `staging` must be given.');
  return staging();
}
