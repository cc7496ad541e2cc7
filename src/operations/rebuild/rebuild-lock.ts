import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { MongoNotes } from '../../platform/mongo/mongo-notes';
import type { Logger } from '../../ports/logger';
import { RebuildError } from './rebuild-result';

const NOTE = 'rebuild';
const BEAT_MS = 2_000;
/** Whoever has not said anything for so long is gone. */
const SILENCE_MS = 10_000;

/** Keeps a second rebuild out while one runs; the lock of one that died is taken over. */
export class RebuildLock {
  private readonly name = `${hostname()} ${process.pid} ${randomUUID()}`;
  private beats = 0;
  private value = this.next();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private isLost = false;

  private constructor(
    private readonly notes: MongoNotes,
    private readonly logger: Logger,
  ) {}

  /** Throws `RebuildError` while another rebuild runs. */
  static async take(notes: MongoNotes, logger: Logger): Promise<RebuildLock> {
    const lock = new RebuildLock(notes, logger);
    if (!(await lock.tryToTake())) {
      throw new RebuildError('Another rebuild is running: wait for its end, or stop it and wait ten seconds.');
    }
    lock.timer = setInterval(() => {
      lock.beating = lock.beat();
    }, BEAT_MS);
    return lock;
  }

  private async tryToTake(): Promise<boolean> {
    if (await this.notes.add(NOTE, this.value)) return true;
    const other = await this.notes.read(NOTE);
    if (other === undefined) return this.notes.add(NOTE, this.value);
    await pause(SILENCE_MS);
    return this.notes.replace(NOTE, other, this.value);
  }

  /** Throws when another has taken the lock, because this process was not heard of. */
  check(): void {
    if (this.isLost)
      throw new RebuildError('Another rebuild has begun, because this one was not heard of for a while.');
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.notes.remove(NOTE, this.value);
  }

  private async beat(): Promise<void> {
    const value = this.next();
    try {
      if (await this.notes.replace(NOTE, this.value, value)) this.value = value;
      else this.isLost = true;
    } catch (error) {
      this.logger.warn({ error }, 'The database does not answer; the rebuild goes on when it does');
    }
  }

  private next(): string {
    this.beats += 1;
    return `${this.name} ${this.beats}`;
  }
}
