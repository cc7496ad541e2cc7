import { DeliveryCounts, sumOfAges, type Ages, type Delivered, type DeliveryCount } from '../../kernel/delivery';
import type { Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import type { Figured } from './row-sums';
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
  readonly ahead: number;
  readonly most_ahead: number;
  /** JSON. */
  readonly ages: string;
}

const ADDED = 'accepted duplicate rejected corrections ahead'.split(' ');
/** From one organisation to the next by the key, where DISTINCT would read every row. */
const ORGANISATIONS = `
  WITH RECURSIVE one(name) AS (
    SELECT min(organisation) FROM delivery
    UNION ALL SELECT (SELECT min(organisation) FROM delivery WHERE organisation > name) FROM one WHERE name IS NOT NULL
  ) SELECT name FROM one WHERE name IS NOT NULL`;

/** Deliveries in the embedded store; counts land in the unit of work that takes the events in, so each counts once. */
export class SqliteDeliveryStore extends DeliveryStore {
  private readonly add: SqliteStatement;
  private readonly before: SqliteStatement;
  private readonly range: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly names: SqliteStatement;
  private readonly last: SqliteStatement;
  /** What the unit that runs now counted and has not written. */
  private readonly counted = new DeliveryCounts();

  constructor(private readonly database: SqliteDatabase) {
    super();
    const sums = ADDED.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
    this.add = database.prepare(
      `INSERT INTO delivery VALUES (${Array.from({ length: 11 }, () => '?').join(', ')}) ON CONFLICT DO UPDATE
       SET ${sums}, most_ahead = max(most_ahead, excluded.most_ahead), ages = excluded.ages`,
    );
    this.before = database.prepare(
      'SELECT most_ahead, ages FROM delivery WHERE organisation = ? AND day = ? AND kind = ? AND family = ?',
    );
    this.range = database.prepare(
      'SELECT * FROM delivery WHERE organisation = ? AND day BETWEEN ? AND ? ORDER BY day, kind, family',
    );
    this.everything = database.prepare('SELECT * FROM delivery');
    this.names = database.prepare(ORGANISATIONS);
    this.last = database.prepare('SELECT max(day) AS day FROM delivery WHERE organisation = ? AND day <= ?');
  }

  override count(delivered: readonly Delivered[]): Promise<void> {
    if (delivered.length === 0) return Promise.resolve();
    return this.database.run(() => {
      if (this.counted.isEmpty) this.writeAtTheEnd();
      this.counted.add(delivered);
      return Promise.resolve();
    });
  }

  /** What a unit counts in many small batches is added to its rows once, when it lands. */
  private writeAtTheEnd(): void {
    this.database.beforeLanding(() => {
      const added = this.counted.take().flatMap((counted) => this.addTo(counted));
      this.database.sums.added('delivery', added);
    });
    this.database.whenRolledBack(() => this.counted.take());
  }

  /** Adds a count to its row; gives what was added. */
  private addTo(counted: DeliveryCount): Figured[] {
    const { mostAheadMs, ages } = counted;
    const named = namesOf(counted);
    const before = this.before.get<Pick<Row, 'most_ahead' | 'ages'>>(...named);
    const allAges = JSON.stringify(sumOfAges(agesIn(before?.ages ?? '{}') ?? {}, ages));
    this.add.run(...named, ...figuresOf(counted), mostAheadMs, allAges);
    return figured({ ...counted, mostAheadMs: Math.max(0, mostAheadMs - (before?.most_ahead ?? 0)) });
  }

  override organisations(): Promise<readonly Organisation[]> {
    return Promise.resolve(this.names.all<{ name: string }>().map(({ name }) => name));
  }

  override lastDay(through: Day, organisation?: Organisation): Promise<Day | undefined> {
    const named =
      organisation === undefined ? this.names.all<{ name: string }>().map(({ name }) => name) : [organisation];
    const days = named.flatMap((name) => this.last.get<{ day: Day | null }>(name, through)?.day ?? []);
    return Promise.resolve(days.sort().at(-1));
  }

  override of({ organisation, from, to }: DeliveriesAsked): Promise<readonly DeliveryCount[]> {
    return Promise.resolve(this.range.all<Row>(organisation, from, to).map(countOf));
  }

  /** Whether the figures are those that were added, a sentence when not. */
  faults(): readonly string[] {
    const rows = Array.from(this.everything.iterate()) as Row[];
    const unreadable = rows.filter(({ ages }) => agesIn(ages) === undefined).length;
    return [
      ...(unreadable === 0 ? [] : [`delivery holds ages that cannot be read in ${unreadable} rows`]),
      ...this.database.sums.faultsOfFigures(
        'delivery',
        rows.flatMap((row) => figured(countOf(row))),
      ),
    ];
  }
}

const namesOf = ({ organisation, day, kind, family }: DeliveryCount): string[] => [organisation, day, kind, family];
const figuresOf = ({ accepted, duplicate, rejected, corrections, ahead }: DeliveryCount): number[] => [
  accepted,
  duplicate,
  rejected,
  corrections,
  ahead,
];

/** All that is added up of a count, last the most that a clock was ahead, which grows; ages under names of their own. */
function figured(count: DeliveryCount): Figured[] {
  const row = namesOf(count);
  const ages = Object.entries(count.ages).map(([age, events]) => ({ row: [...row, age], figures: [events] }));
  return [{ row, figures: [...figuresOf(count), count.mostAheadMs] }, ...ages];
}

function countOf({ most_ahead: mostAheadMs, ages, ...row }: Row): DeliveryCount {
  return { ...row, ages: agesIn(ages) ?? {}, mostAheadMs };
}

/** Ages by the text they rest as; undefined of a text that is damaged. */
function agesIn(text: string): Ages | undefined {
  try {
    return JSON.parse(text) as Ages;
  } catch {
    return undefined;
  }
}
