import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Delivered } from '../../kernel/delivery';
import { kindOfStorageCode, type EventKind } from '../../kernel/event-kinds';
import type { Incoming } from '../../kernel/incoming';
import { unpackLogged, type LoggedEvent } from '../../platform/event-codec';
import type { Message } from '../../ports/event-log';
import type { LedgerEntry } from '../../ports/intake-ledger';
import type { NumberedPerson } from '../../ports/vault';
import type { ReadEvent } from '../application/read-event';
import type { Note } from '../domain/note';

/** So many characters is every digest. */
const DIGEST_CHARACTERS = 22;

/** Texts one after the other, and where each ends. */
interface Texts {
  readonly text: string;
  readonly ends: Uint32Array;
}

/**
 * Read events of one batch of lines, as they travel between threads: texts and columns of numbers, an item an event.
 * What comes again and again stands once and is named by its place.
 */
export interface PackedReadings {
  /** Where each stands in its batch, ascending; what stands at no other place is still to be read. */
  readonly places: Uint32Array;
  /** Events as they rest in the log. */
  readonly logged: Texts;
  readonly ids: Texts;
  /** Three digests each: of its name, of its content, of its registration's name. */
  readonly digests: string;
  readonly receivedAt: Float64Array;
  readonly kinds: Uint8Array;
  readonly sources: readonly string[];
  readonly sourceOf: Uint32Array;
  readonly persons: readonly NumberedPerson[];
  readonly personOf: Uint32Array;
  readonly notes: readonly (readonly Note[] | undefined)[];
  readonly noteOf: Uint32Array;
  readonly deliveries: {
    readonly days: readonly Day[];
    readonly dayOf: Uint32Array;
    readonly families: readonly string[];
    readonly familyOf: Uint32Array;
    readonly isCorrection: Uint8Array;
    /** -1 where there is none. */
    readonly age: Int32Array;
    readonly aheadMs: Float64Array;
  };
}

/** The read events of a batch, each at its place; undefined at those that are still to be read. */
export function readEventsOf(packed: PackedReadings, arrivals: readonly Incoming[]): (ReadEvent | undefined)[] {
  const read: (ReadEvent | undefined)[] = Array.from(arrivals, () => undefined);
  packed.places.forEach((place, at) => {
    const arrival = arrivals[place];
    if (arrival !== undefined) read[place] = new PackedEvent(packed, at, arrival);
  });
  return read;
}

/** One of them; what it says is unpacked when it is asked for. */
class PackedEvent implements ReadEvent, LedgerEntry {
  readonly result = 'read';

  constructor(
    private readonly packed: PackedReadings,
    private readonly at: number,
    readonly arrival: Incoming,
  ) {}

  get entry(): LedgerEntry {
    return this;
  }

  get source(): string {
    return itemOf(this.packed.sources, this.packed.sourceOf, this.at);
  }

  get id(): string {
    return textAt(this.packed.ids, this.at);
  }

  get names(): { readonly event: string; readonly registration: string } {
    return { event: this.digest(0), registration: this.digest(2) };
  }

  get content(): string {
    return this.digest(1);
  }

  get kind(): EventKind {
    return kindOfStorageCode(this.packed.kinds[this.at] as number);
  }

  get recordId(): string {
    return this.message.value.recordId;
  }

  get person(): string {
    return this.numbered.person;
  }

  get receivedAt(): number {
    return this.packed.receivedAt[this.at] as number;
  }

  get notes(): readonly Note[] | undefined {
    return itemOf(this.packed.notes, this.packed.noteOf, this.at);
  }

  get numbered(): NumberedPerson {
    return itemOf(this.packed.persons, this.packed.personOf, this.at);
  }

  get message(): Message<ClinicalEvent> {
    return new WrittenMessage(this.person, textAt(this.packed.logged, this.at));
  }

  deliveredAs(receipt: Delivered['receipt']): Delivered {
    const { days, dayOf, families, familyOf, isCorrection, age, aheadMs } = this.packed.deliveries;
    const old = age[this.at] as number;
    const delivered = {
      organisation: this.source,
      kind: this.kind,
      family: itemOf(families, familyOf, this.at),
      day: itemOf(days, dayOf, this.at),
      receipt,
      isCorrection: isCorrection[this.at] === 1,
      aheadMs: aheadMs[this.at] as number,
    };
    return old < 0 ? delivered : { ...delivered, age: old };
  }

  private digest(which: number): string {
    const from = (3 * this.at + which) * DIGEST_CHARACTERS;
    return this.packed.digests.slice(from, from + DIGEST_CHARACTERS);
  }
}

/** An event on its way to the log, as it rests there. */
class WrittenMessage implements Message<ClinicalEvent> {
  constructor(
    readonly key: string,
    readonly written: string,
  ) {}

  get value(): ClinicalEvent {
    return unpackLogged(JSON.parse(this.written) as LoggedEvent);
  }
}

const itemOf = <T>(items: readonly T[], places: Uint32Array, at: number): T => items[places[at] as number] as T;

const textAt = ({ text, ends }: Texts, at: number): string => text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
