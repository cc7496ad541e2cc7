import { createHmac } from 'node:crypto';
import type { Resealed, Sealing } from '../../ports/sealing';
import { danishDay, type Day } from '../../kernel/day';
import type { Receipt, RejectionCode } from '../../kernel/receipt';
import { RejectedEvents, type KeptRejection, type RejectedAsked, type Rejection } from '../../ports/rejected-events';
import type { SqliteDataKeys } from './sqlite-data-keys';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';
import { digestOfSource } from '../rejected-source';

interface Row {
  readonly no: number;
  readonly received: number;
  readonly receipt: string;
  readonly registration: string | null;
  readonly payload: Buffer;
  readonly resolved: number | null;
  readonly person: string | null;
}

type Whose = 'ofSource' | 'ofAnyone';

const whose = ({ source }: RejectedAsked): Whose => (source === undefined ? 'ofAnyone' : 'ofSource');
const FIRST_DAY: Day = '0000-01-01';
const LAST_DAY: Day = '9999-12-31';

/** Rejected events in the embedded store, payloads sealed; the same payload is kept once, by a keyed fingerprint. */
export class SqliteRejectedEvents extends RejectedEvents {
  private readonly insert: SqliteStatement;
  private readonly pages: Readonly<Record<Whose, SqliteStatement>>;
  private readonly counts: Readonly<Record<Whose, SqliteStatement>>;
  private readonly same: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly close: SqliteStatement;
  private readonly open: SqliteStatement;
  private readonly everyPage: SqliteStatement;
  private readonly replace: SqliteStatement;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly seal: Sealing,
    private readonly fingerprintKey: Buffer,
    private readonly keys: SqliteDataKeys,
  ) {
    super();
    this.insert = database.prepare(
      'INSERT INTO rejected_event (fingerprint, received, receipt, registration, payload, person, source, code, day) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    const asked = 'resolved IS NULL AND code = coalesce(?, code) AND day >= ? AND day <= ?';
    const ofSource = `source = ? AND ${asked}`;
    const ofAnyone = `? IS NULL AND ${asked}`;
    const pageOf = (condition: string): SqliteStatement =>
      database.prepare(`SELECT * FROM rejected_event WHERE ${condition} AND no > ? ORDER BY no LIMIT ?`);
    const codesOf = (condition: string): SqliteStatement =>
      database.prepare(
        `SELECT code, count(*) AS count FROM rejected_event WHERE ${condition} GROUP BY code ORDER BY code`,
      );
    this.pages = { ofSource: pageOf(ofSource), ofAnyone: pageOf(ofAnyone) };
    this.counts = { ofSource: codesOf(ofSource), ofAnyone: codesOf(ofAnyone) };
    this.same = database.prepare('SELECT * FROM rejected_event WHERE fingerprint = ?');
    this.one = database.prepare('SELECT * FROM rejected_event WHERE no = ?');
    this.close = database.prepare('UPDATE rejected_event SET resolved = ? WHERE no = ?');
    this.open = database.prepare('SELECT count(*) AS count FROM rejected_event WHERE resolved IS NULL');
    this.everyPage = database.prepare('SELECT * FROM rejected_event WHERE no > ? ORDER BY no LIMIT ?');
    this.replace = database.prepare(
      'UPDATE rejected_event SET receipt = ?, registration = ?, payload = ? WHERE no = ?',
    );
  }

  override keep(rejections: readonly Rejection[]): Promise<void> {
    return this.database.run(() => {
      for (const { receipt, receivedAt, payload, registration, person } of rejections) {
        const fingerprint = createHmac('sha256', this.fingerprintKey)
          .update(receipt.code ?? '')
          .update(payload)
          .digest();
        const named = registration === undefined ? null : this.sealText(registration);
        const key = person === undefined ? this.seal : this.keys.make(person);
        const sealed = key === 'erased' ? Buffer.alloc(0) : key.seal(payload);
        const kept = [
          fingerprint,
          receivedAt,
          this.sealText(receipt),
          named,
          sealed,
          person ?? null,
          ...this.foundBy(receipt, receivedAt),
        ];
        const same = () => this.same.all<Row>(fingerprint);
        this.database.sums.around('rejected_event', same, () => this.insert.run(...kept));
      }
      return Promise.resolve();
    });
  }

  private foundBy({ source, code }: Receipt, receivedAt: number) {
    return [this.digestOf(source), code ?? '', danishDay(receivedAt)] as const;
  }

  override list(
    { after, limit }: { readonly after: number; readonly limit: number },
    asked: RejectedAsked = {},
  ): Promise<readonly KeptRejection[]> {
    const rows = this.pages[whose(asked)].all<Row>(...this.bounds(asked), after, limit);
    return Promise.resolve(rows.map((row) => this.kept(row)));
  }

  override codes(asked: RejectedAsked): Promise<ReadonlyMap<RejectionCode, number>> {
    const rows = this.counts[whose(asked)].all<{ code: RejectionCode; count: number }>(...this.bounds(asked));
    return Promise.resolve(new Map(rows.map(({ code, count }) => [code, count])));
  }

  private bounds({ source, code, since = FIRST_DAY, until = LAST_DAY }: RejectedAsked) {
    return [source === undefined ? null : this.digestOf(source), code ?? null, since, until] as const;
  }

  private digestOf(source: string | undefined): Buffer {
    return digestOfSource(this.fingerprintKey, source);
  }

  override find(number: number): Promise<KeptRejection | undefined> {
    const row = this.one.get<Row>(number);
    return Promise.resolve(row === undefined ? undefined : this.kept(row));
  }

  override resolve(number: number, at: number): Promise<void> {
    return this.database.run(() => {
      this.database.sums.around(
        'rejected_event',
        () => this.one.all<Row>(number),
        () => this.close.run(at, number),
      );
      return Promise.resolve();
    });
  }

  override count(): Promise<number> {
    return Promise.resolve(this.open.get<{ count: number }>()?.count ?? 0);
  }

  override reseal(after: number | undefined, limit: number): Promise<Resealed<number>> {
    return this.database.run(() => {
      const rows = this.everyPage.all<Row>(after ?? 0, limit);
      const outdated = rows.filter(({ receipt }) => !this.seal.isCurrent(Buffer.from(receipt, 'base64')));
      for (const row of outdated) this.resealOne(row);
      const next = rows.length < limit ? undefined : rows.at(-1)?.no;
      return Promise.resolve({ seen: rows.length, resealed: outdated.length, ...(next === undefined ? {} : { next }) });
    });
  }

  private resealOne({ no, receipt, registration, payload, person }: Row): void {
    const text = (sealed: string): string => this.sealText(this.openText(sealed));
    const anew = [
      text(receipt),
      registration === null ? null : text(registration),
      person === null ? this.seal.seal(this.seal.open(payload)) : payload,
    ];
    this.database.sums.around(
      'rejected_event',
      () => this.one.all<Row>(no),
      () => this.replace.run(...anew, no),
    );
  }

  private sealText(value: object): string {
    return this.seal.seal(JSON.stringify(value)).toString('base64');
  }

  private openText<T extends object>(sealed: string): T {
    return JSON.parse(this.seal.open(Buffer.from(sealed, 'base64')).toString('utf8')) as T;
  }

  private kept({ no, received, receipt, registration, payload, resolved, person }: Row): KeptRejection {
    const key = person === null ? this.seal : this.keys.of(person);
    const isErased = key === undefined || key === 'erased';
    return {
      number: no,
      receivedAt: received,
      receipt: this.openText<Receipt>(receipt),
      ...(isErased ? { payload: '', erased: true } : { payload: key.open(payload) }),
      ...(person === null ? undefined : { person }),
      ...(registration === null
        ? undefined
        : { registration: this.openText<NonNullable<Rejection['registration']>>(registration) }),
      ...(resolved === null ? undefined : { resolvedAt: resolved }),
    };
  }
}
