import { composeDistributed, type Distributed } from '../../../src/apps/distributed';
import { SilentLogger } from '../../../src/platform/silent-logger';
import { SystemClock } from '../../../src/platform/system-clock';
import { Tracing } from '../../../src/platform/telemetry/tracing';
import { storedDecisions as decisionsIn } from '../../robustness/embedded';
import { danishDay } from '../../../src/kernel/day';
import { until } from '../../support/until';
import { evaluateLines, type Evaluated } from './population';
import type { System } from './system';

/** Looks into a system's stores through the rooms' own ports, from a process that serves nothing. */
export async function lookingInto<T>(system: System, work: (rooms: Distributed) => Promise<T>): Promise<T> {
  const { settings } = system;
  const logger = new SilentLogger();
  const rooms = composeDistributed(settings, new SystemClock(), logger, new Tracing(settings.traces, 'test', logger));
  try {
    await rooms.prepare();
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}

/**
 * Every stored decision as `evaluate` writes it, ordered by person, once all are decided under the feed statuses that
 * are there: those are looked at now and then, which no consumer group shows.
 */
export function storedDecisions(system: System): Promise<string[]> {
  return lookingInto(system, async (rooms) => {
    const basis = await rooms.indicators.basisDigest();
    const isUnderRuling = async (): Promise<boolean> => {
      for await (const page of rooms.decisions.scan(500)) {
        if (page.some((person) => person.basisDigest !== basis)) return false;
      }
      return true;
    };
    await until('all are decided under the feed statuses that are there', isUnderRuling, 180_000, 500);
    return decisionsIn(rooms);
  });
}

/**
 * Every stored decision, and what `evaluate` makes of the same events on the same day: both once more where midnight
 * passes meanwhile.
 */
export async function storedAndEvaluated(
  system: System,
  before: Evaluated,
): Promise<{ readonly decisions: readonly string[]; readonly evaluated: Evaluated }> {
  for (let evaluated = before; ;) {
    const decisions = await storedDecisions(system);
    if (evaluated.asOf === danishDay(Date.now())) return { decisions, evaluated };
    evaluated = await evaluateLines(evaluated.lines);
  }
}

/** `source id` of every event kept about a person, as often as it is kept. */
export function keptEvents(system: System): Promise<string[]> {
  return lookingInto(system, async ({ events }) => {
    const names: string[] = [];
    for await (const groups of events.scan(200)) {
      for (const { keys, eventsOf } of groups) {
        for (const { source, id } of keys.flatMap(eventsOf)) names.push(`${source} ${id}`);
      }
    }
    return names.sort();
  });
}
