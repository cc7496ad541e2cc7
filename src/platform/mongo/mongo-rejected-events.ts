import { createHmac, randomInt } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Resealed, Sealing } from '../../ports/sealing';
import type { Receipt } from '../../kernel/receipt';
import { RejectedEvents, type KeptRejection, type Rejection } from '../../ports/rejected-events';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { RejectedEvent } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** Numbers there are for each millisecond; with them numbers stay below 2^53 until the year 2248. */
const NUMBERS_A_MS = 1_024;

/** Rejected events in MongoDB, all of it sealed; the same payload is kept once, by a keyed fingerprint. */
export class MongoRejectedEvents extends RejectedEvents {
  private readonly rejected: mongo.Collection<RejectedEvent>;
  private lastNumber = 0;

  constructor(
    database: MongoDatabase,
    private readonly seal: Sealing,
    private readonly fingerprintKey: Buffer,
  ) {
    super();
    this.rejected = database.collection('rejected_events');
  }

  override async keep(rejections: readonly Rejection[]): Promise<void> {
    const byFingerprint = new Map<string, Rejection>();
    for (const rejection of rejections) {
      const fingerprint = this.fingerprintOf(rejection);
      if (!byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, rejection);
    }
    for (let left = [...byFingerprint]; left.length > 0;) {
      const refused = await insertNew(
        this.rejected,
        left.map(([fingerprint, rejection]) => this.documentOf(fingerprint, rejection)),
      );
      const there = await findByIds(
        this.rejected,
        refused.map(({ _id }) => _id),
      );
      // Whoever is not there had a number that another process gave in the same moment.
      const again = new Set(refused.filter(({ _id }) => !there.has(_id)).map(({ _id }) => _id));
      left = left.filter(([fingerprint]) => again.has(fingerprint));
      if (left.length > 0) this.lastNumber += randomInt(NUMBERS_A_MS);
    }
  }

  private fingerprintOf({ receipt, payload }: Rejection): string {
    return createHmac('sha256', this.fingerprintKey)
      .update(receipt.code ?? '')
      .update(payload)
      .digest('base64url');
  }

  private documentOf(_id: string, { receipt, receivedAt, payload, registration }: Rejection): RejectedEvent {
    return {
      _id,
      number: this.nextNumber(receivedAt),
      received: receivedAt,
      receipt: this.sealJson(receipt),
      ...(registration === undefined ? undefined : { registration: this.sealJson(registration) }),
      payload: this.seal.seal(payload),
      open: true,
    };
  }

  /** Ordered by arrival within this process, about so among several, which begin at random so that they seldom meet. */
  private nextNumber(receivedAt: number): number {
    this.lastNumber = Math.max(this.lastNumber + 1, receivedAt * NUMBERS_A_MS + randomInt(NUMBERS_A_MS));
    return this.lastNumber;
  }

  override async list(options: { readonly after: number; readonly limit: number }): Promise<readonly KeptRejection[]> {
    const { after, limit } = options;
    const page = this.rejected.find({ open: true, number: { $gt: after } }, { limit, batchSize: limit });
    return (await page.sort({ number: 1 }).toArray()).map((document) => this.kept(document));
  }

  override async find(number: number): Promise<KeptRejection | undefined> {
    const document = await this.rejected.findOne({ number });
    return document === null ? undefined : this.kept(document);
  }

  override async resolve(number: number, at: number): Promise<void> {
    await this.rejected.updateOne({ number }, { $set: { resolved: at }, $unset: { open: true } });
  }

  override count(): Promise<number> {
    return this.rejected.countDocuments({ open: true });
  }

  override async reseal(after: number | undefined, limit: number): Promise<Resealed<number>> {
    const page = await this.rejected.find({ number: { $gt: after ?? 0 } }, { sort: { number: 1 }, limit }).toArray();
    const outdated = page.filter(({ payload }) => !this.seal.isCurrent(payload));
    await updateByIds(
      this.rejected,
      outdated.map((document) => ({ _id: document._id, update: { $set: this.resealed(document) } })),
    );
    const next = page.length < limit ? undefined : page.at(-1)?.number;
    return { seen: page.length, resealed: outdated.length, ...(next === undefined ? undefined : { next }) };
  }

  private resealed({ receipt, registration, payload }: RejectedEvent) {
    const anew = (sealed: Buffer): Buffer => this.seal.seal(this.seal.open(sealed));
    return {
      receipt: anew(receipt),
      ...(registration === undefined ? undefined : { registration: anew(registration) }),
      payload: anew(payload),
    };
  }

  private sealJson(value: object): Buffer {
    return this.seal.seal(JSON.stringify(value));
  }

  private openJson<T>(sealed: Buffer): T {
    return JSON.parse(this.seal.open(sealed).toString('utf8')) as T;
  }

  private kept({ number, received, receipt, registration, payload, resolved }: RejectedEvent): KeptRejection {
    return {
      number,
      receivedAt: received,
      receipt: this.openJson<Receipt>(receipt),
      payload: this.seal.open(payload),
      ...(registration === undefined
        ? undefined
        : { registration: this.openJson<NonNullable<Rejection['registration']>>(registration) }),
      ...(resolved === undefined ? undefined : { resolvedAt: resolved }),
    };
  }
}
