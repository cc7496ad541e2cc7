import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../ports/clock';
import type { Reader } from '../domain/reader';

/** Without a request for so long a session is over, and after so long in any case. */
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 3_600_000;
const MOST_SESSIONS = 10_000;

interface Session {
  readonly reader: Reader;
  readonly begun: number;
  seen: number;
}

/** Who has signed in to this process; a session is known by 256 random bits that were never known before the sign-in. */
export class Sessions {
  private readonly sessions = new LRUCache<string, Session>({ max: MOST_SESSIONS });

  constructor(private readonly clock: Clock) {}

  /** Begins a session; gives what it is known by. */
  begin(reader: Reader): string {
    const id = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    this.sessions.set(id, { reader, begun: now, seen: now });
    return id;
  }

  /** Whose session it is; undefined when there is none, or it is over. */
  find(id: string): Reader | undefined {
    const session = this.sessions.get(id);
    if (session === undefined) return undefined;
    const now = this.clock.now();
    if (now - session.seen > IDLE_MS || now - session.begun > LONGEST_MS) {
      this.sessions.delete(id);
      return undefined;
    }
    session.seen = now;
    return session.reader;
  }

  end(id: string): void {
    this.sessions.delete(id);
  }
}
