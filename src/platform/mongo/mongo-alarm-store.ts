import type { mongo } from 'mongoose';
import type { AlarmStep } from '../../kernel/feed-alarm';
import { compareCodePoints } from '../../kernel/ordering';
import { AlarmStore, type KeptAlarm } from '../../ports/alarm-store';
import type { MongoDatabase } from './mongo-database';
import type { KeptAlarmStep } from './schemas';
import { insertNew } from './write-many';

/** Places are written with as many digits, so that they order as texts. */
const DIGITS = 6;

/** Alarms in MongoDB, a document a step, inserted once. */
export class MongoAlarmStore extends AlarmStore {
  private readonly steps: mongo.Collection<KeptAlarmStep>;

  constructor(database: MongoDatabase) {
    super();
    this.steps = database.collection('alarm_steps');
  }

  override async append(alarm: string, place: number, step: AlarmStep): Promise<boolean> {
    const _id = `${alarm} ${String(place).padStart(DIGITS, '0')}`;
    return (await insertNew(this.steps, [{ _id, alarm, step: JSON.stringify(step) }])).length === 0;
  }

  override async all(): Promise<readonly KeptAlarm[]> {
    return grouped(await this.steps.find({}).toArray());
  }

  override async find(alarm: string): Promise<KeptAlarm | undefined> {
    return grouped(await this.steps.find({ alarm }).toArray())[0];
  }
}

function grouped(documents: readonly KeptAlarmStep[]): KeptAlarm[] {
  const alarms = new Map<string, AlarmStep[]>();
  for (const { alarm, step } of [...documents].sort((a, b) => compareCodePoints(a._id, b._id))) {
    alarms.set(alarm, [...(alarms.get(alarm) ?? []), JSON.parse(step) as AlarmStep]);
  }
  return [...alarms].map(([alarm, steps]) => ({ alarm, steps }));
}
