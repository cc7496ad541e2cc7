import { danishDay } from '../../kernel/day';
import type { Clock } from '../../ports/clock';
import type { Charts } from './charts';

/**
 * Works out what people ask for first. Ended early when the server stops; a chart that is asked for before works out
 * what it needs itself.
 */
export async function drawAhead(charts: Charts, clock: Clock): Promise<void> {
  await charts.workAhead({ asOf: danishDay(clock.now()) }).catch(() => undefined);
}
