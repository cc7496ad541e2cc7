import { countDelivered, type Delivered, type DeliveryCount } from '../../kernel/delivery';
import type { EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly organisation: Organisation;
  readonly day: string;
  readonly kind: EventKind;
  readonly family: string;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly corrections: number;
  readonly age0: number;
  readonly age1: number;
  readonly age2: number;
  readonly age3: number;
  readonly ahead: number;
  readonly most_ahead: number;
}

/** Columns that name a row; figures follow that are added up, and last the greatest of one, which grows as they do. */
const NAMES = 4;
const ADDED = 'accepted duplicate rejected corrections age0 age1 age2 age3 ahead'.split(' ');
/** From one organisation to the next by the key, where DISTINCT would read every row. */
const ORGANISATIONS = `
  WITH RECURSIVE one(name) AS (
    SELECT min(organisation) FROM delivery
    UNION ALL SELECT (SELECT min(organisation) FROM delivery WHERE organisation > name) FROM one WHERE name IS NOT NULL
  ) SELECT name FROM one WHERE name IS NOT NULL`;

/** Deliveries in the embedded store; counts land in the unit of work that takes the events in, so each counts once. */
export class SqliteDeliveryStore extends DeliveryStore {
  private readonly add: SqliteStatement;
  private readonly greatest: SqliteStatement;
  private readonly range: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly names: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    const sums = ADDED.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
    this.add = database.prepare(
      `INSERT INTO delivery VALUES (${Array.from({ length: 14 }, () => '?').join(', ')}) ON CONFLICT DO UPDATE
       SET ${sums}, most_ahead = max(most_ahead, excluded.most_ahead)`,
    );
    this.greatest = database.prepare(
      'SELECT most_ahead FROM delivery WHERE organisation = ? AND day = ? AND kind = ? AND family = ?',
    );
    this.range = database.prepare(
      'SELECT * FROM delivery WHERE organisation = ? AND day BETWEEN ? AND ? ORDER BY day, kind, family',
    );
    this.everything = database.prepare('SELECT * FROM delivery');
    this.names = database.prepare(ORGANISATIONS);
  }

  override count(delivered: readonly Delivered[]): Promise<void> {
    if (delivered.length === 0) return Promise.resolve();
    return this.database.run(() => {
      const added = countDelivered(delivered).map((counted) => {
        const row = rowOf(counted);
        const named = row.slice(0, NAMES);
        const figures = [...(row.slice(NAMES, -1) as number[]), this.growthOf(named, counted.mostAheadMs)];
        this.add.run(...row);
        return { row: named, figures };
      });
      this.database.sums.added('delivery', added);
      return Promise.resolve();
    });
  }

  /** By how much the most that a clock was ahead grows. */
  private growthOf(named: readonly (string | number)[], mostAheadMs: number): number {
    if (mostAheadMs === 0) return 0;
    const before = this.greatest.get<Pick<Row, 'most_ahead'>>(...named);
    return Math.max(0, mostAheadMs - (before?.most_ahead ?? 0));
  }

  override organisations(): Promise<readonly Organisation[]> {
    return Promise.resolve(this.names.all<{ name: string }>().map(({ name }) => name));
  }

  override of({ organisation, from, to }: DeliveriesAsked): Promise<readonly DeliveryCount[]> {
    return Promise.resolve(this.range.all<Row>(organisation, from, to).map(countOf));
  }

  /** Whether the figures are those that were added, a sentence when not. */
  faults(): readonly string[] {
    const rows = Array.from(this.everything.iterate(), (row) => Object.values(row as Row) as (string | number)[]);
    const figured = rows.map((row) => ({ row: row.slice(0, NAMES), figures: row.slice(NAMES) as number[] }));
    return this.database.sums.faultsOfFigures('delivery', figured);
  }
}

function rowOf(count: DeliveryCount): (string | number)[] {
  const { organisation, day, kind, family, accepted, duplicate, rejected, corrections, ages, ahead } = count;
  const byAge = [0, 1, 2, 3].map((age) => ages[age] ?? 0);
  const named = [organisation, day, kind, family];
  return [...named, accepted, duplicate, rejected, corrections, ...byAge, ahead, count.mostAheadMs];
}

function countOf({ age0, age1, age2, age3, most_ahead: mostAheadMs, ...row }: Row): DeliveryCount {
  return { ...row, ages: [age0, age1, age2, age3], mostAheadMs };
}
