import { isLostMembership } from './kafka-errors';

const BEAT_MS = 500;

/** Keeps a member of a group alive while its handler works. */
export class Pulse {
  /** Why the member has to join its group anew, once that is so. */
  lost: unknown;
  private readonly timer: NodeJS.Timeout;

  /** kafkajs' `heartbeat` sends one only when it is time for it. */
  constructor(heartbeat: () => Promise<void>) {
    this.timer = setInterval(() => {
      heartbeat().catch((error: unknown) => {
        // Any other trouble shows in the next request.
        if (isLostMembership(error)) this.lost ??= error;
      });
    }, BEAT_MS);
  }

  end(): void {
    clearInterval(this.timer);
  }
}
