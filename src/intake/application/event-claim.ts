import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { LedgerEntry } from '../../ports/intake-ledger';
import { contentDigestOf } from '../domain/content';
import type { SoundEvent } from '../domain/source-event';

/**
 * A sound event as it asks whether it came before. Its content is digested when it is asked for: by a ledger that keeps
 * digests for every event, by one that has the events at hand only for those that come again.
 */
export class EventClaim implements LedgerEntry {
  readonly event: ClinicalEvent;
  readonly kept: SoundEvent['kept'];
  readonly extensions: SoundEvent['extensions'];

  /** `secret` is what the digest is made under. */
  constructor(
    { event, kept, extensions }: SoundEvent,
    readonly origin: string | undefined,
    private readonly secret: string | undefined,
  ) {
    this.event = event;
    this.kept = kept;
    this.extensions = extensions;
  }

  get content(): string {
    return contentDigestOf(this, this.secret);
  }

  get source(): string {
    return this.event.source;
  }

  get id(): string {
    return this.event.id;
  }

  get kind(): ClinicalEvent['kind'] {
    return this.event.kind;
  }

  get recordId(): string {
    return this.event.recordId;
  }

  get person(): ClinicalEvent['person'] {
    return this.event.person;
  }

  get receivedAt(): number {
    return this.event.receivedAt;
  }
}
