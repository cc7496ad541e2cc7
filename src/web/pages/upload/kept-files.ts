import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { Reader } from '../../../access/domain/reader';
import type { Clock } from '../../../ports/clock';
import type { Preview } from './preview';

/** How long a file is remembered between looking at it and sending it. */
export const KEPT_MINUTES = 20;
const MOST_FILES = 50;
const MOST_BYTES = 64 << 20;
/** A file read takes some times as much room as the file. */
const READ_BYTES_PER_BYTE = 4;

interface KeptFile {
  readonly ticket: string;
  readonly organisation: string;
  readonly preview: Preview;
  readonly bytes: number;
}

/**
 * Files that were looked at and not sent yet. They hold numbers of persons, so they are kept in memory alone, one for each
 * reader, who must name its ticket, for some minutes and within a limit on all of them; the oldest give way. What is gone is chosen
 * again, which is safe: the same rows give the same events.
 */
export class KeptFiles {
  private readonly files: LRUCache<string, KeptFile>;

  constructor(clock: Clock) {
    this.files = new LRUCache({
      max: MOST_FILES,
      maxSize: MOST_BYTES,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes * READ_BYTES_PER_BYTE),
      ttl: KEPT_MINUTES * 60_000,
      ttlResolution: 0,
      perf: clock,
    });
  }

  /** Keeps what a reader looked at, in place of what they looked at before; the ticket it is asked for by. */
  keep({ subject }: Reader, organisation: string, preview: Preview, bytes: number): string {
    const ticket = randomUUID();
    this.files.set(subject, { ticket, organisation, preview, bytes });
    return ticket;
  }

  /** What a reader looked at under a ticket; undefined where it is theirs no more. */
  find({ subject }: Reader, organisation: string, ticket: string): Preview | undefined {
    const kept = this.files.get(subject);
    return kept?.ticket === ticket && kept.organisation === organisation ? kept.preview : undefined;
  }
}
