import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfName } from '../../kernel/digest';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import type { ClaimCodec } from './added-claims';
import { Claims } from './claims';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase } from './sqlite-database';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId' | 'names'>;

/** How an event of the log stands in the ledger. */
type Standing = 'same' | 'other' | 'absent';

/** What is claimed under an event's name. */
type EventClaimed = Pick<LedgerEntry, 'content' | 'receivedAt'>;

const CONTENT_CHARACTERS = 22;
const OWNER_BYTES = 6;

const EVENTS: ClaimCodec<EventClaimed> = {
  bytes: CONTENT_CHARACTERS + 8,
  write({ content, receivedAt }, to, at) {
    to.write(content, at, CONTENT_CHARACTERS, 'latin1');
    to.writeDoubleBE(receivedAt, at + CONTENT_CHARACTERS);
  },
  read: (claim) => ({
    content: claim.toString('latin1', 0, CONTENT_CHARACTERS),
    receivedAt: claim.readDoubleBE(CONTENT_CHARACTERS),
  }),
};

/** Person numbers of owners. */
const OWNERS: ClaimCodec<number> = {
  bytes: OWNER_BYTES,
  write: (owner, to, at) => void to.writeUIntBE(owner, at, OWNER_BYTES),
  read: (claim) => claim.readUIntBE(0, OWNER_BYTES),
};

/** The intake ledger in the embedded store: what is claimed under the digests of names. */
export class SqliteIntakeLedger extends IntakeLedger {
  private readonly events: Claims<EventClaimed>;
  private readonly registrations: Claims<number>;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.events = new Claims(database, 'claimed_event', EVENTS);
    this.registrations = new Claims(database, 'claimed_registration', OWNERS);
  }

  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    return this.database.run(() => Promise.resolve({ answers: this.answersTo(entries), confirm: landsWithTheUnit }));
  }

  private answersTo(entries: readonly LedgerEntry[]): LedgerAnswer[] {
    const digests = entries.map(({ source, id, names }) => names?.event ?? digestOfName(source, id));
    this.events.recall(digests);
    const answers = entries.map((entry, at) => this.claimEvent(entry, digests[at] as string));
    const isNew = [...answers.keys()].filter((at) => answers[at] === NEW);
    const names = isNew.map((at) => nameOf(entries[at] as LedgerEntry));
    this.registrations.recall(names);
    for (const [index, at] of isNew.entries()) {
      const { person, kind } = entries[at] as LedgerEntry;
      const owner = this.claimRegistration(names[index] as string, this.persons.numberOf(person));
      if (owner !== undefined && kind !== 'registry.feed-status') {
        answers[at] = { standing: 'new', sharedWith: this.persons.keyOf(owner) };
      }
    }
    return answers;
  }

  private claimEvent({ content, receivedAt }: LedgerEntry, digest: string): LedgerAnswer {
    const before = this.events.of(digest);
    if (before === undefined) {
      this.events.set(digest, { content, receivedAt });
      return NEW;
    }
    if (before.content !== content) return REUSED;
    if (receivedAt >= before.receivedAt) return DUPLICATE;
    this.events.set(digest, { content, receivedAt });
    return { standing: 'duplicate', receivedEarlier: true };
  }

  /** The number of another person who owns the registration; undefined when it is the person's own. */
  private claimRegistration(digest: string, person: number): number | undefined {
    const owner = this.registrations.of(digest);
    if (owner === undefined) this.registrations.set(digest, person);
    return owner === person ? undefined : owner;
  }

  /** How many events and registrations it knows. */
  size(): { readonly events: number; readonly registrations: number } {
    return { events: this.events.size(), registrations: this.registrations.size() };
  }

  /** Numbers of the persons who own registrations. */
  owners(): ReadonlySet<number> {
    return new Set(this.registrations.all());
  }

  /** For each event, whether it is known by its name and with its content, first received then; claims nothing. */
  standingsOf(entries: readonly Omit<LedgerEntry, 'kind' | 'recordId' | 'person' | 'names'>[]): readonly Standing[] {
    const digests = entries.map(({ source, id }) => digestOfName(source, id));
    const claimedUnder = this.events.find(digests);
    return entries.map(({ content, receivedAt }, at) => {
      const claimed = claimedUnder(digests[at] as string);
      if (claimed === undefined) return 'absent';
      return claimed.content === content && claimed.receivedAt === receivedAt ? 'same' : 'other';
    });
  }

  override ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    const digests = registrations.map(nameOf);
    const ownerOf = this.registrations.find(digests);
    return Promise.resolve(
      digests.map((digest) => {
        const owner = ownerOf(digest);
        return owner === undefined ? undefined : this.persons.keyOf(owner);
      }),
    );
  }
}

/** What is claimed and what it is claimed for land together: nothing is left to confirm. */
const landsWithTheUnit = (): Promise<void> => Promise.resolve();

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };

/** What `names.registration` of an entry is, where it is not worked out yet. */
const nameOf = (registration: Registration): string =>
  registration.names?.registration ?? digestOfName(registration.kind, registration.source, registration.recordId);
