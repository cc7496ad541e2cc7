import type { Incoming } from '../../kernel/incoming';

/** Events of a body that are received together. */
export interface EventSlice {
  readonly events: readonly Incoming[];
  /** True when it is known that no other follows. */
  readonly isLast: boolean;
}
