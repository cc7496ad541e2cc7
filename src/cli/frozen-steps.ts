import { danishDay, type Day } from '../kernel/day';
import { formatInstant } from '../kernel/instant';
import { readSettings, type Settings } from '../platform/config/settings';
import { Problem } from '../platform/http/problem';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { doneOrProblem, reportHead, type ReportHead } from '../reporting/adapters/frozen-report.answer';
import type { FrozenReports } from '../reporting/application/frozen-reports';
import type { LaterStep } from '../reporting/domain/frozen/life-cycle';
import type { Period } from '../kernel/period';
import { composeEmbedded } from '../apps/embedded';
import { frozenReportsOf } from '../apps/frozen';
import { openForReading } from '../apps/opened';
import { UsageError } from './usage-error';

/** What somebody does to the book of frozen reports. */
export type BookStep =
  | {
      readonly step: 'freeze';
      readonly period: Period;
      readonly asOf?: Day;
      readonly knownAt?: number;
      readonly by: string;
      readonly note?: string;
    }
  | { readonly step: LaterStep; readonly id: string; readonly by: string; readonly note?: string };

/**
 * Takes a step: through the running server that owns the store, if there is one, else in the store itself. Resolves with
 * the report as it stands then; throws a usage error with the reason when the step is refused.
 */
export async function takeBookStep(step: BookStep): Promise<ReportHead> {
  const settings = readSettings();
  if (settings.mode === 'distributed') {
    const opened = await openForReading(settings, new SystemClock());
    return taken(frozenReportsOf(opened.rooms), step).finally(() => opened.close());
  }
  const address = StoreOwner.addressIn(settings.dataFolder);
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) return overHttp(address, step);
  return inStore(settings, step);
}

async function inStore(settings: Settings, step: BookStep): Promise<ReportHead> {
  await (await openForReading(settings, new SystemClock())).close(); // Where there is no store, none is made.
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { decidesBy: 'adopted' });
    try {
      embedded.log.start();
      return await taken(frozenReportsOf(embedded), step);
    } finally {
      await embedded.log.stop();
      await embedded.database.close();
    }
  } finally {
    owner.release();
  }
}

async function taken(reports: FrozenReports, step: BookStep): Promise<ReportHead> {
  const done =
    step.step === 'freeze'
      ? await reports.freeze({ ...step, asOf: step.asOf ?? danishDay(new SystemClock().now()) })
      : await reports.advance(step.id, step.step, step);
  try {
    return reportHead(doneOrProblem(done));
  } catch (error) {
    throw error instanceof Problem ? new UsageError(error.document.detail) : error;
  }
}

async function overHttp(address: string, step: BookStep): Promise<ReportHead> {
  const { path, body } = requestOf(step);
  const response = await fetch(`${address}/api/v1/reports${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as ReportHead & { readonly detail: string };
  if (response.ok) return answer;
  throw response.status < 500 ? new UsageError(answer.detail) : new Error(answer.detail);
}

const VERBS: Readonly<Record<LaterStep, string>> = { approved: 'approve', published: 'publish', withdrawn: 'withdraw' };

function requestOf(step: BookStep): { path: string; body: object } {
  const { by, note } = step;
  if (step.step === 'freeze') {
    const { period, asOf, knownAt } = step;
    return {
      path: '',
      body: {
        period: period.name,
        ...(asOf === undefined ? undefined : { asOf }),
        ...(knownAt === undefined ? undefined : { knownAt: formatInstant(knownAt) }),
        by,
        ...(note === undefined ? undefined : { note }),
      },
    };
  }
  const said = step.step === 'withdrawn' ? { reason: note } : note === undefined ? undefined : { note };
  return { path: `/${encodeURIComponent(step.id)}/${VERBS[step.step]}`, body: { by, ...said } };
}
