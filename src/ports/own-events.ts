import type { Receipt } from '../kernel/receipt';

/** Takes in source events that the program states itself, the same way as those of sources. */
export abstract class OwnEvents {
  /** Resolves with the receipt once the event, when accepted, is in the log. */
  abstract send(event: object): Promise<Receipt>;
}
