import { createHmac, randomInt } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Resealed, Sealing } from '../../ports/sealing';
import { danishDay } from '../../kernel/day';
import { compareCodePoints } from '../../kernel/ordering';
import type { Receipt, RejectionCode } from '../../kernel/receipt';
import { RejectedEvents, type KeptRejection, type RejectedAsked, type Rejection } from '../../ports/rejected-events';
import { findByIds } from './find-by-ids';
import type { MongoDataKeys } from './mongo-data-keys';
import type { MongoDatabase } from './mongo-database';
import type { RejectedEvent } from './schemas';
import { insertNew, updateByIds } from './write-many';
import { digestOfSource } from '../rejected-source';

type KeysOfPersons = Awaited<ReturnType<MongoDataKeys['of']>>;

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
    private readonly keys: MongoDataKeys,
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
    const persons = rejections.flatMap(({ person }) => person ?? []);
    const keys = await this.keys.make(persons);
    for (let left = [...byFingerprint]; left.length > 0;) {
      const refused = await insertNew(
        this.rejected,
        left.map(([fingerprint, rejection]) => this.documentOf(fingerprint, rejection, keys)),
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

  private documentOf(
    _id: string,
    { receipt, receivedAt, payload, registration, person }: Rejection,
    keys: KeysOfPersons,
  ): RejectedEvent {
    const key = person === undefined ? this.seal : keys.get(person);
    return {
      _id,
      number: this.nextNumber(receivedAt),
      received: receivedAt,
      receipt: this.sealJson(receipt),
      ...(registration === undefined ? undefined : { registration: this.sealJson(registration) }),
      payload: key === undefined || key === 'erased' ? Buffer.alloc(0) : key.seal(payload),
      ...(person === undefined ? undefined : { person }),
      open: true,
      source: this.digestOf(receipt.source),
      code: receipt.code ?? '',
      day: danishDay(receivedAt),
    };
  }

  /** Ordered by arrival within this process, about so among several, which begin at random so that they seldom meet. */
  private nextNumber(receivedAt: number): number {
    this.lastNumber = Math.max(this.lastNumber + 1, receivedAt * NUMBERS_A_MS + randomInt(NUMBERS_A_MS));
    return this.lastNumber;
  }

  override async list(
    options: { readonly after: number; readonly limit: number },
    asked: RejectedAsked = {},
  ): Promise<readonly KeptRejection[]> {
    const { after, limit } = options;
    const page = this.rejected.find({ ...this.filterOf(asked), number: { $gt: after } }, { limit, batchSize: limit });
    return this.keptAll(await page.sort({ number: 1 }).toArray());
  }

  override async codes(asked: RejectedAsked): Promise<ReadonlyMap<RejectionCode, number>> {
    const counts = new Map<RejectionCode, number>();
    for await (const { code } of this.rejected.find(this.filterOf(asked), { projection: { code: 1 } }))
      counts.set(code as RejectionCode, (counts.get(code as RejectionCode) ?? 0) + 1);
    return new Map([...counts].sort(([a], [b]) => compareCodePoints(a, b)));
  }

  private filterOf({ source, code, since, until }: RejectedAsked): mongo.Filter<RejectedEvent> {
    return {
      open: true,
      ...(source === undefined ? {} : { source: this.digestOf(source) }),
      ...(code === undefined ? {} : { code }),
      ...(since === undefined && until === undefined
        ? {}
        : {
            day: { ...(since === undefined ? {} : { $gte: since }), ...(until === undefined ? {} : { $lte: until }) },
          }),
    };
  }

  private digestOf(source: string | undefined): string {
    return digestOfSource(this.fingerprintKey, source).toString('base64url');
  }

  override async find(number: number): Promise<KeptRejection | undefined> {
    const document = await this.rejected.findOne({ number });
    return document === null ? undefined : (await this.keptAll([document]))[0];
  }

  override async resolve(number: number, at: number): Promise<void> {
    await this.rejected.updateOne({ number }, { $set: { resolved: at }, $unset: { open: true } });
  }

  override count(): Promise<number> {
    return this.rejected.countDocuments({ open: true });
  }

  override async reseal(after: number | undefined, limit: number): Promise<Resealed<number>> {
    const page = await this.rejected.find({ number: { $gt: after ?? 0 } }, { sort: { number: 1 }, limit }).toArray();
    const outdated = page.filter(({ receipt }) => !this.seal.isCurrent(receipt));
    await updateByIds(
      this.rejected,
      outdated.map((document) => ({ _id: document._id, update: { $set: this.resealed(document) } })),
    );
    const next = page.length < limit ? undefined : page.at(-1)?.number;
    return { seen: page.length, resealed: outdated.length, ...(next === undefined ? undefined : { next }) };
  }

  private resealed({ receipt, registration, payload, person }: RejectedEvent) {
    const anew = (sealed: Buffer): Buffer => this.seal.seal(this.seal.open(sealed));
    return {
      receipt: anew(receipt),
      ...(registration === undefined ? undefined : { registration: anew(registration) }),
      ...(person === undefined ? { payload: anew(payload) } : undefined),
    };
  }

  private sealJson(value: object): Buffer {
    return this.seal.seal(JSON.stringify(value));
  }

  private openJson<T>(sealed: Buffer): T {
    return JSON.parse(this.seal.open(sealed).toString('utf8')) as T;
  }

  private async keptAll(documents: readonly RejectedEvent[]): Promise<readonly KeptRejection[]> {
    const keys = await this.keys.of(documents.flatMap(({ person }) => person ?? []));
    return documents.map((document) => this.kept(document, keys));
  }

  private kept(
    { number, received, receipt, registration, payload, resolved, person }: RejectedEvent,
    keys: KeysOfPersons,
  ): KeptRejection {
    const key = person === undefined ? this.seal : keys.get(person);
    const isErased = key === undefined || key === 'erased';
    return {
      number,
      receivedAt: received,
      receipt: this.openJson<Receipt>(receipt),
      ...(isErased ? { payload: '', erased: true as const } : { payload: key.open(payload) }),
      ...(person === undefined ? undefined : { person }),
      ...(registration === undefined
        ? undefined
        : { registration: this.openJson<NonNullable<Rejection['registration']>>(registration) }),
      ...(resolved === undefined ? undefined : { resolvedAt: resolved }),
    };
  }
}
