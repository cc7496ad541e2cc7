import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfName, type NameDigest } from '../../kernel/digest';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>;

interface EventRow {
  readonly sure: string;
  readonly content: string;
  readonly received: number;
}
interface RegistrationRow {
  readonly sure: string;
  readonly owner: number;
}

/** How an event of the log stands in the ledger. */
type Standing = 'same' | 'other' | 'absent';

/**
 * The intake ledger in the embedded store. A name is found by 48 bits of its digest and made sure of by 84 more; where
 * two names share a place, the later takes the next free one.
 */
export class SqliteIntakeLedger extends IntakeLedger {
  private readonly insertEvent: SqliteStatement;
  private readonly findEvent: SqliteStatement;
  private readonly receiveEarlier: SqliteStatement;
  private readonly insertRegistration: SqliteStatement;
  private readonly findRegistration: SqliteStatement;
  private readonly counts: SqliteStatement;

  constructor(
    database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.insertEvent = database.prepare('INSERT INTO claimed_event VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
    this.findEvent = database.prepare('SELECT sure, content, received FROM claimed_event WHERE place = ?');
    this.receiveEarlier = database.prepare('UPDATE claimed_event SET received = ? WHERE place = ?');
    this.insertRegistration = database.prepare(
      'INSERT INTO claimed_registration VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.counts = database.prepare(
      'SELECT (SELECT count(*) FROM claimed_event) AS events, (SELECT count(*) FROM claimed_registration) AS registrations',
    );
    this.findRegistration = database.prepare('SELECT sure, owner FROM claimed_registration WHERE place = ?');
  }

  /** Goes through the entries in the order of their places, which keeps the index's pages together. */
  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    const answers = new Array<LedgerAnswer>(entries.length);
    const names = entries.map(({ source, id }) => digestOfName(source, id));
    for (const at of inOrderOfPlaces(names)) {
      answers[at] = this.claimEvent(entries[at] as LedgerEntry, names[at] as NameDigest);
    }
    const isNew = [...answers.keys()].filter((at) => answers[at]?.standing === 'new');
    const registrations = isNew.map((at) => nameOf(entries[at] as LedgerEntry));
    for (const index of inOrderOfPlaces(registrations)) {
      const at = isNew[index] as number;
      const { person, kind } = entries[at] as LedgerEntry;
      const owner = this.claimRegistration(registrations[index] as NameDigest, this.persons.numberOf(person));
      if (owner !== undefined && kind !== 'registry.feed-status') {
        answers[at] = { standing: 'new', sharedWith: this.persons.keyOf(owner) };
      }
    }
    return Promise.resolve({ answers, confirm: landsWithTheUnit });
  }

  /** How many events and registrations it knows. */
  size(): { readonly events: number; readonly registrations: number } {
    return this.counts.get<ReturnType<SqliteIntakeLedger['size']>>() ?? { events: 0, registrations: 0 };
  }

  /** Whether the event is known by its name and with its content, first received then; claims nothing. */
  standingOf({ source, id, content, receivedAt }: Omit<LedgerEntry, 'kind' | 'recordId' | 'person'>): Standing {
    const { place, check } = digestOfName(source, id);
    for (let at = place; ; at += 1) {
      const claimed = this.findEvent.get<EventRow>(at);
      if (claimed === undefined) return 'absent';
      if (claimed.sure === check)
        return claimed.content === content && claimed.received === receivedAt ? 'same' : 'other';
    }
  }

  private claimEvent({ content, receivedAt }: LedgerEntry, { place, check }: NameDigest): LedgerAnswer {
    for (let at = place; ; at += 1) {
      if (this.insertEvent.run(at, check, content, receivedAt).changes === 1) return NEW;
      const claimed = this.findEvent.get<EventRow>(at);
      if (claimed === undefined || claimed.sure !== check) continue;
      if (claimed.content !== content) return REUSED;
      if (receivedAt >= claimed.received) return DUPLICATE;
      this.receiveEarlier.run(receivedAt, at);
      return { standing: 'duplicate', receivedEarlier: true };
    }
  }

  /** The number of another person who owns the registration; undefined when it is the person's own. */
  private claimRegistration({ place, check }: NameDigest, person: number): number | undefined {
    for (let at = place; ; at += 1) {
      if (this.insertRegistration.run(at, check, person).changes === 1) return undefined;
      const claimed = this.findRegistration.get<RegistrationRow>(at);
      if (claimed?.sure === check) return claimed.owner === person ? undefined : claimed.owner;
    }
  }

  override ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    return Promise.resolve(
      registrations.map((registration) => {
        const { place, check } = nameOf(registration);
        for (let at = place; ; at += 1) {
          const claimed = this.findRegistration.get<RegistrationRow>(at);
          if (claimed === undefined) return undefined;
          if (claimed.sure === check) return this.persons.keyOf(claimed.owner);
        }
      }),
    );
  }
}

/** What is claimed and what it is claimed for land together: nothing is left to confirm. */
const landsWithTheUnit = (): Promise<void> => Promise.resolve();

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };

const nameOf = ({ source, kind, recordId }: Registration): NameDigest => digestOfName(kind, source, recordId);

/** Places of 48 bits are put in order by their upper ones, so that a number holds them and an index of so many bits. */
const INDEX_SPAN = 2 ** 20;
const LOWER_BITS = 2 ** 15;

/**
 * Indices in the order of their places' upper bits; equal places stay in the order they came in, so that the first
 * claims. Sorted as plain numbers, which is done without asking back.
 */
function inOrderOfPlaces(names: readonly NameDigest[]): Float64Array {
  if (names.length > INDEX_SPAN) throw new RangeError(`At most ${INDEX_SPAN} names are put in order at once.`);
  const order = Float64Array.from(names, ({ place }, at) => Math.floor(place / LOWER_BITS) * INDEX_SPAN + at);
  return order.sort().map((packed) => packed % INDEX_SPAN);
}
