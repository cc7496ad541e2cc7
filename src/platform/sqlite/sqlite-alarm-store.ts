import { addUnder } from '../../kernel/add-under';
import type { AlarmStep } from '../../kernel/feed-alarm';
import { AlarmStore, type KeptAlarm } from '../../ports/alarm-store';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly alarm: string;
  readonly step: string;
}

/** Alarms in the embedded store, a row a step. */
export class SqliteAlarmStore extends AlarmStore {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly one: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.insert = database.prepare('INSERT INTO alarm_step VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.everything = database.prepare('SELECT alarm, step FROM alarm_step ORDER BY alarm, place');
    this.one = database.prepare('SELECT alarm, step FROM alarm_step WHERE alarm = ? ORDER BY place');
  }

  override append(alarm: string, place: number, step: AlarmStep): Promise<boolean> {
    return this.database.run(() =>
      Promise.resolve(this.database.sums.insert('alarm_step', this.insert, alarm, place, JSON.stringify(step))),
    );
  }

  override all(): Promise<readonly KeptAlarm[]> {
    return Promise.resolve(grouped(this.everything.all<Row>()));
  }

  override find(alarm: string): Promise<KeptAlarm | undefined> {
    return Promise.resolve(grouped(this.one.all<Row>(alarm))[0]);
  }
}

function grouped(rows: readonly Row[]): KeptAlarm[] {
  const alarms = new Map<string, AlarmStep[]>();
  for (const { alarm, step } of rows) addUnder(alarms, alarm, JSON.parse(step) as AlarmStep);
  return [...alarms].map(([alarm, steps]) => ({ alarm, steps }));
}
