import { createHash } from 'node:crypto';
import { MS_PER_DAY } from '../../kernel/day';
import type { LookAlarm } from '../../kernel/look-alarm';
import type { Clock } from '../../ports/clock';
import type { EventLog } from '../../ports/event-log';
import type { UnusualLooking } from '../domain/looks/unusual';
import type { JudgeLooks } from './judge-looks';

/** A day is looked at while it lasts and once more when it is over. */
const LOOKED_BACK_MS = 2 * MS_PER_DAY;
/** Said for whoever acts for no organisation. */
const NOBODYS = 'none';

/**
 * Raises unusual looking as messages on `look-alarms`, so that nobody has to ask for it. Each once as long as a process
 * runs; after a start those of the last two days may come again under the same names.
 */
export class RaiseUnusual {
  /** By alarm the moment it was raised at. */
  private readonly raised = new Map<string, number>();

  constructor(
    private readonly judging: Pick<JudgeLooks, 'unusual'>,
    private readonly log: Pick<EventLog, 'publish'>,
    private readonly clock: Clock,
  ) {}

  /** Judges the looks of today and yesterday; resolves with how many alarms were raised. */
  async catchUp(): Promise<number> {
    const now = this.clock.now();
    for (const [alarm, at] of this.raised) if (at < now - 2 * LOOKED_BACK_MS) this.raised.delete(alarm);
    const found = await this.judging.unusual(now - LOOKED_BACK_MS, now + 1);
    const alarms = found.map((one) => alarmOf(one, now)).filter(({ alarm }) => !this.raised.has(alarm));
    if (alarms.length === 0) return 0;
    await this.log.publish(
      'look-alarms',
      alarms.map((value) => ({ key: value.organisation, value })),
    );
    for (const { alarm } of alarms) this.raised.set(alarm, now);
    return alarms.length;
  }
}

function alarmOf(found: UnusualLooking, at: number): LookAlarm {
  const { code, day, subject, organisation = NOBODYS } = found;
  const digest = createHash('sha256').update(`${subject}\n${day}\n${code}`).digest('base64url');
  return { alarm: `a_${digest.slice(0, 22)}`, ...found, organisation, at };
}
