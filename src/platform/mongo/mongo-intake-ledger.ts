import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import { nameId } from './name-id';
import type { ClaimedEvent, ClaimedRegistration, ConfirmedAttempt } from './schemas';
import { StandingClaim } from './standing-claim';
import { insertNew, updateByIds } from './write-many';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>;

const KNOWN_ATTEMPTS = 20_000;

/**
 * The intake ledger in MongoDB: claims are inserted once, and who comes second reads what stands.
 *
 * A claim names the attempt it was made in. An attempt that was never confirmed broke off, or is still under way in
 * another process: what it claimed is new once more, since an event that comes twice does less harm than one lost.
 * For the same reason claims that stand are changed when an attempt is confirmed, not before.
 */
export class MongoIntakeLedger extends IntakeLedger {
  private readonly events: mongo.Collection<ClaimedEvent>;
  private readonly registrations: mongo.Collection<ClaimedRegistration>;
  private readonly attempts: mongo.Collection<ConfirmedAttempt>;
  /** What is confirmed stays so. */
  private readonly confirmed = new LRUCache<string, true>({ max: KNOWN_ATTEMPTS });

  constructor(database: MongoDatabase) {
    super();
    this.events = database.collection('claimed_events');
    this.registrations = database.collection('claimed_registrations');
    this.attempts = database.collection('attempts');
  }

  override async claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    const attempt = randomUUID();
    const ids = entries.map(({ source, id }) => nameId(source, id));
    const standing = await this.claimEvents(entries, ids, attempt);
    const answers = entries.map((entry, at) => (standing.get(ids[at] as string) as StandingClaim).answer(entry));
    const isNew = entries.flatMap((entry, at) => (answers[at]?.standing === 'new' ? [{ entry, at }] : []));
    const owners = await this.claimRegistrations(isNew.map(({ entry }) => entry));
    for (const [index, { entry, at }] of isNew.entries()) {
      const owner = owners[index] as PersonKey;
      if (owner === entry.person || entry.kind === 'registry.feed-status') continue;
      answers[at] = { ...(answers[at] as LedgerAnswer), sharedWith: owner };
    }
    const confirm = async (): Promise<void> => {
      const changes = [...standing].flatMap(([_id, claim]) => {
        const update = claim.changesBy(attempt);
        return update === undefined ? [] : [{ _id, update }];
      });
      await updateByIds(this.events, changes);
      if (isNew.length > 0) await this.confirm(attempt);
    };
    return { answers, confirm };
  }

  private async claimEvents(
    entries: readonly LedgerEntry[],
    ids: readonly string[],
    attempt: string,
  ): Promise<Map<string, StandingClaim>> {
    const claims = new Map<string, ClaimedEvent>();
    for (const [at, { content, receivedAt, origin }] of entries.entries()) {
      const _id = ids[at] as string;
      if (claims.has(_id)) continue;
      const from = origin === undefined ? undefined : { origin };
      claims.set(_id, { _id, content, received: receivedAt, attempt, ...from });
    }
    const there = await insertNew(this.events, [...claims.values()]);
    const found = await findByIds(
      this.events,
      there.map(({ _id }) => _id),
    );
    const isConfirmed = await this.confirmedAmong([...found.values()].map((claim) => claim.attempt));
    const standing = new Map([...claims].map(([_id, claim]) => [_id, StandingClaim.fresh(claim)]));
    for (const { _id } of there) {
      const claim = found.get(_id);
      if (claim === undefined) throw new Error(`Claimed event ${_id} is neither new nor there.`);
      standing.set(_id, StandingClaim.found(claim, !isConfirmed.has(claim.attempt)));
    }
    return standing;
  }

  private async confirmedAmong(attempts: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = new Set(attempts);
    const unknown = [...asked].filter((attempt) => this.confirmed.get(attempt) !== true);
    const found = await findByIds(this.attempts, unknown);
    for (const attempt of unknown) {
      if (found.has(attempt)) this.confirmed.set(attempt, true);
      else asked.delete(attempt);
    }
    return asked;
  }

  private async confirm(attempt: string): Promise<void> {
    await insertNew(this.attempts, [{ _id: attempt }]);
    this.confirmed.set(attempt, true);
  }

  /** Who owns the registrations once the entries have claimed them; of several entries of one call the first does. */
  private async claimRegistrations(entries: readonly LedgerEntry[]): Promise<readonly PersonKey[]> {
    const ids = entries.map(registrationId);
    const owners = new Map<string, PersonKey>();
    for (const [at, { person }] of entries.entries()) {
      const _id = ids[at] as string;
      if (!owners.has(_id)) owners.set(_id, person);
    }
    const there = await insertNew(
      this.registrations,
      [...owners].map(([_id, person]) => ({ _id, person })),
    );
    const found = await findByIds(
      this.registrations,
      there.map(({ _id }) => _id),
    );
    for (const [_id, { person }] of found) owners.set(_id, person);
    return ids.map((_id) => owners.get(_id) as PersonKey);
  }

  override async ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    const ids = registrations.map(registrationId);
    const found = await findByIds(this.registrations, ids);
    return ids.map((id) => found.get(id)?.person);
  }
}

const registrationId = ({ source, kind, recordId }: Registration): string => nameId(kind, source, recordId);
