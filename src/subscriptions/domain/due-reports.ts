import { danishDay } from '../../kernel/day';
import type { Period } from '../../kernel/period';
import { latestClosedPeriod } from './latest-closed-period';

/** A report to make: the period, and the time it was due, which is also from where it is looked. */
export interface DueReport {
  readonly due: number;
  readonly period: Period;
}

/**
 * The reports that due times ask for, oldest first: of the times that ask for the same period the last one alone, so
 * that after a standstill every period comes once.
 */
export function dueReports(times: readonly number[], rule: Parameters<typeof latestClosedPeriod>[0]): DueReport[] {
  const latest = new Map<string, DueReport>();
  for (const due of times) {
    const period = latestClosedPeriod(rule, danishDay(due));
    latest.set(period.name, { due, period });
  }
  return [...latest.values()].sort((a, b) => a.due - b.due);
}

const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 6 * 3_600_000;

/** How long to wait after so many failures in a row: a minute, doubled each time, six hours at most. */
export function retryDelay(failures: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(30, failures - 1));
}
