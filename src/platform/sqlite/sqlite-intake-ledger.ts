import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfName } from '../../kernel/digest';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import { FilteredRuns } from './filtered-runs';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase } from './sqlite-database';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>;

/** How an event of the log stands in the ledger. */
type Standing = 'same' | 'other' | 'absent';

/** What is claimed under an event's name. */
interface EventClaimed {
  readonly content: string;
  received: number;
  /** Received earlier than what the store says. */
  isChanged?: true;
}

const CONTENT_CHARACTERS = 22;
const EVENT_BYTES = CONTENT_CHARACTERS + 8;
const OWNER_BYTES = 6;

/** The intake ledger in the embedded store: what was claimed under the digests of names. */
export class SqliteIntakeLedger extends IntakeLedger {
  private readonly events: FilteredRuns;
  private readonly registrations: FilteredRuns;

  constructor(
    database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.events = new FilteredRuns(database, 'claimed_event', EVENT_BYTES);
    this.registrations = new FilteredRuns(database, 'claimed_registration', OWNER_BYTES);
  }

  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    const answers = this.claimEvents(entries);
    const isNew = [...answers.keys()].filter((at) => answers[at] === NEW);
    const owners = this.claimRegistrations(isNew.map((at) => entries[at] as LedgerEntry));
    for (const [index, at] of isNew.entries()) {
      const owner = owners[index];
      if (owner !== undefined && entries[at]?.kind !== 'registry.feed-status') {
        answers[at] = { standing: 'new', sharedWith: this.persons.keyOf(owner) };
      }
    }
    return Promise.resolve({ answers, confirm: landsWithTheUnit });
  }

  private claimEvents(entries: readonly LedgerEntry[]): LedgerAnswer[] {
    const digests = entries.map(({ source, id }) => digestOfName(source, id));
    const known = this.events.findFiltered(digests);
    const claimed = new Map<string, EventClaimed>();
    for (const [digest, { claim }] of known) claimed.set(digest, eventClaimedIn(claim));
    const answers = entries.map(({ content, receivedAt }, at): LedgerAnswer => {
      const digest = digests[at] as string;
      const before = claimed.get(digest);
      if (before === undefined) {
        claimed.set(digest, { content, received: receivedAt });
        return NEW;
      }
      if (before.content !== content) return REUSED;
      if (receivedAt >= before.received) return DUPLICATE;
      before.received = receivedAt;
      before.isChanged = true;
      return { standing: 'duplicate', receivedEarlier: true };
    });
    for (const [digest, found] of known) {
      const claim = claimed.get(digest) as EventClaimed;
      if (claim.isChanged) this.events.replace(found, bytesOfEvents([claim]));
      claimed.delete(digest);
    }
    if (claimed.size > 0) this.events.add([...claimed.keys()], bytesOfEvents([...claimed.values()]));
    return answers;
  }

  /** For each: the number of another person who owns the registration; undefined where it is the person's own. */
  private claimRegistrations(entries: readonly LedgerEntry[]): (number | undefined)[] {
    const digests = entries.map(nameOf);
    const owners = new Map<string, number>();
    const known = this.registrations.findFiltered(digests);
    for (const [digest, { claim }] of known) owners.set(digest, ownerIn(claim));
    const others = entries.map(({ person }, at) => {
      const digest = digests[at] as string;
      const number = this.persons.numberOf(person);
      const owner = owners.get(digest);
      if (owner === undefined) owners.set(digest, number);
      return owner === number ? undefined : owner;
    });
    for (const digest of known.keys()) owners.delete(digest);
    if (owners.size > 0) this.registrations.add([...owners.keys()], bytesOfOwners([...owners.values()]));
    return others;
  }

  /** How many events and registrations it knows. */
  size(): { readonly events: number; readonly registrations: number } {
    return { events: this.events.size(), registrations: this.registrations.size() };
  }

  /** Numbers of persons who own registrations. */
  owners(): ReadonlySet<number> {
    return new Set(Array.from(this.registrations.claims(), ownerIn));
  }

  /** For each event, whether it is known by its name and with its content, first received then; claims nothing. */
  standingsOf(entries: readonly Omit<LedgerEntry, 'kind' | 'recordId' | 'person'>[]): readonly Standing[] {
    const digests = entries.map(({ source, id }) => digestOfName(source, id));
    const known = this.events.find(new Set(digests));
    return entries.map(({ content, receivedAt }, at) => {
      const found = known.get(digests[at] as string);
      if (found === undefined) return 'absent';
      const claimed = eventClaimedIn(found.claim);
      return claimed.content === content && claimed.received === receivedAt ? 'same' : 'other';
    });
  }

  override ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    const digests = registrations.map(nameOf);
    const known = this.registrations.find(new Set(digests));
    return Promise.resolve(
      digests.map((digest) => {
        const found = known.get(digest);
        return found && this.persons.keyOf(ownerIn(found.claim));
      }),
    );
  }
}

/** What is claimed and what it is claimed for land together: nothing is left to confirm. */
const landsWithTheUnit = (): Promise<void> => Promise.resolve();

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };

const nameOf = ({ source, kind, recordId }: Registration): string => digestOfName(kind, source, recordId);

const eventClaimedIn = (claim: Buffer): EventClaimed => ({
  content: claim.toString('latin1', 0, CONTENT_CHARACTERS),
  received: claim.readDoubleBE(CONTENT_CHARACTERS),
});

function bytesOfEvents(claims: readonly EventClaimed[]): Buffer {
  const bytes = Buffer.allocUnsafe(claims.length * EVENT_BYTES);
  claims.forEach(({ content, received }, at) => {
    bytes.write(content, at * EVENT_BYTES, CONTENT_CHARACTERS, 'latin1');
    bytes.writeDoubleBE(received, at * EVENT_BYTES + CONTENT_CHARACTERS);
  });
  return bytes;
}

const ownerIn = (claim: Buffer): number => claim.readUIntBE(0, OWNER_BYTES);

function bytesOfOwners(owners: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(owners.length * OWNER_BYTES);
  owners.forEach((owner, at) => bytes.writeUIntBE(owner, at * OWNER_BYTES, OWNER_BYTES));
  return bytes;
}
