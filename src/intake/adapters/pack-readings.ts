import type { Delivered } from '../../kernel/delivery';
import { digestOfName } from '../../kernel/digest';
import { STORAGE_CODE } from '../../kernel/event-kinds';
import type { Incoming } from '../../kernel/incoming';
import type { NumberedPerson } from '../../ports/vault';
import { writeLogged } from '../../platform/event-codec';
import { classify, type Candidate, type Receiving } from '../domain/classify';
import { contentDigestOf } from '../domain/content';
import { deliveredSound } from '../domain/delivered';
import type { Note } from '../domain/note';
import type { Reading } from '../domain/reading';
import type { PackedReadings } from './packed-readings';

/** A line of a batch, and where it stands there. */
export interface PlacedArrival {
  readonly at: number;
  readonly incoming: Incoming;
}

/** A sound event that travels packed: of one person, nothing of it sealed. */
interface Packable {
  readonly candidate: Candidate;
  readonly numbered: NumberedPerson;
  readonly delivered: Delivered;
}

/**
 * Checks and translates lines ahead of where they are taken, under the same `by`. What is refused, what holds things to
 * be sealed, feed statuses and whatever the program fails on are left out: they are read where they are taken.
 * `secret` is what digests of contents are made under.
 */
export function packReadings(
  lines: readonly PlacedArrival[],
  by: Receiving,
  reading: Reading,
  secret: string,
): PackedReadings {
  const packing = new Packing(secret);
  for (const { at, incoming } of lines) {
    const packable = packableOf(incoming, by, reading);
    if (packable !== undefined) packing.add(at, packable);
  }
  return packing.packed();
}

function packableOf(arrival: Incoming, by: Receiving, reading: Reading): Packable | undefined {
  try {
    const candidate = classify(arrival, by, reading);
    if (candidate?.result !== 'candidate') return undefined;
    const { sound } = candidate;
    const [numbered, another] = sound.numbers;
    if (numbered === undefined || another !== undefined) return undefined;
    if (sound.kept !== undefined || sound.extensions !== undefined) return undefined;
    const delivered = deliveredSound(sound, 'accepted', undefined);
    return delivered && { candidate, numbered, delivered };
  } catch {
    return undefined; // Where it is taken it fails again, and that is told.
  }
}

/** Items that come again, each kept once. */
class Distinct<K, T> {
  readonly items: T[] = [];
  readonly places: number[] = [];
  private readonly placeOf = new Map<K, number>();

  add(key: K, item: T): void {
    let place = this.placeOf.get(key);
    if (place === undefined) {
      place = this.items.push(item) - 1;
      this.placeOf.set(key, place);
    }
    this.places.push(place);
  }
}

class Joined {
  text = '';
  readonly ends: number[] = [];

  add(text: string): void {
    this.text += text;
    this.ends.push(this.text.length);
  }
}

class Packing {
  private readonly places: number[] = [];
  private readonly logged = new Joined();
  private readonly ids = new Joined();
  private digests = '';
  private readonly receivedAt: number[] = [];
  private readonly kinds: number[] = [];
  private readonly sources = new Distinct<string, string>();
  private readonly persons = new Distinct<string, NumberedPerson>();
  private readonly notes = new Distinct<string, readonly Note[] | undefined>();
  private readonly days = new Distinct<string, Delivered['day']>();
  private readonly families = new Distinct<string, string>();
  private readonly corrections: number[] = [];
  private readonly ages: number[] = [];
  private readonly ahead: number[] = [];

  constructor(private readonly secret: string) {}

  add(at: number, { candidate: { sound, notes }, numbered, delivered }: Packable): void {
    const { event } = sound;
    const { source, id, kind, recordId } = event;
    this.places.push(at);
    this.logged.add(writeLogged(event));
    this.ids.add(id);
    this.digests +=
      digestOfName(source, id) + contentDigestOf(sound, this.secret) + digestOfName(kind, source, recordId);
    this.receivedAt.push(event.receivedAt);
    this.kinds.push(STORAGE_CODE[kind]);
    this.sources.add(source, source);
    this.persons.add(numbered.person, { person: numbered.person, digits: numbered.digits });
    this.notes.add(notes === undefined ? '' : JSON.stringify(notes), notes);
    this.days.add(delivered.day, delivered.day);
    this.families.add(delivered.family, delivered.family);
    this.corrections.push(delivered.isCorrection ? 1 : 0);
    this.ages.push(delivered.age ?? -1);
    this.ahead.push(delivered.aheadMs);
  }

  packed(): PackedReadings {
    const { logged, ids, sources, persons, notes, days, families } = this;
    return {
      places: Uint32Array.from(this.places),
      logged: { text: logged.text, ends: Uint32Array.from(logged.ends) },
      ids: { text: ids.text, ends: Uint32Array.from(ids.ends) },
      digests: this.digests,
      receivedAt: Float64Array.from(this.receivedAt),
      kinds: Uint8Array.from(this.kinds),
      sources: sources.items,
      sourceOf: Uint32Array.from(sources.places),
      persons: persons.items,
      personOf: Uint32Array.from(persons.places),
      notes: notes.items,
      noteOf: Uint32Array.from(notes.places),
      deliveries: {
        days: days.items,
        dayOf: Uint32Array.from(days.places),
        families: families.items,
        familyOf: Uint32Array.from(families.places),
        isCorrection: Uint8Array.from(this.corrections),
        age: Int32Array.from(this.ages),
        aheadMs: Float64Array.from(this.ahead),
      },
    };
  }
}
