import type { Asked, Told } from './messages';

/** Where a share of an evaluation is worked on. */
export interface ShareThread {
  /** What is sent is answered in the order it was sent in. */
  send(asked: Asked): void;
  /** Names who is told all that the share tells, and why it broke off where it did; called once. */
  listen(told: (told: Told) => void, failed: (error: Error) => void): void;
  /** Ends it, whatever it does. */
  end(): Promise<void>;
}
