import { Problem } from '../problem';

/** What a single body may always hold: small ones are read whatever the large ones do. */
const ALWAYS_BYTES = 1 << 16;
const RETRY_AFTER_SECONDS = 5;

/** Counts what all bodies hold together, so that those of some cannot take the memory of all. */
export class BodyMemory {
  private held = 0;

  constructor(private readonly most: number) {}

  /**
   * A share for one body: called with what it holds by now (bytes), 0 gives all of it back. Throws a `Problem` 503 when
   * that would be more than there is for all; nothing is held then.
   */
  share(): (bytes: number) => void {
    let own = 0;
    return (bytes) => {
      const more = bytes - own;
      if (more > 0 && bytes > ALWAYS_BYTES && this.held + more > this.most) {
        this.held -= own;
        own = 0;
        throw new Problem(503, 'Too many large bodies are being read at once; send it again later, or as a stream.', {
          kind: 'bodies-waiting',
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        });
      }
      this.held += more;
      own = bytes;
    };
  }
}
