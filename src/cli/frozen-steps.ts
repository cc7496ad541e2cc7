import { danishDay, type Day } from '../kernel/day';
import type { Period } from '../kernel/period';
import type { View } from '../kernel/view';
import { Problem } from '../platform/http/problem';
import { doneOrProblem, reportHead, type ReportHead } from '../reporting/adapters/frozen-report.answer';
import type { LaterStep } from '../reporting/domain/frozen/life-cycle';
import type { UseCases } from './program';
import { UsageError } from './usage-error';

/** What somebody does to the book of frozen reports. */
export type BookStep =
  | {
      readonly step: 'freeze';
      readonly period: Period;
      readonly asOf?: Day;
      readonly knownAt?: number;
      readonly view?: View;
      readonly by: string;
      readonly note?: string;
    }
  | { readonly step: LaterStep; readonly id: string; readonly by: string; readonly note?: string };

/** Takes a step in the store; resolves with the report as it stands then. */
export async function bookSteps(
  { frozen, clock }: Pick<UseCases, 'frozen' | 'clock'>,
  step: BookStep,
): Promise<ReportHead> {
  const done =
    step.step === 'freeze'
      ? await frozen.freeze({ ...step, asOf: step.asOf ?? danishDay(clock.now()) })
      : await frozen.advance(step.id, step.step, step);
  try {
    return reportHead(doneOrProblem(done));
  } catch (error) {
    throw error instanceof Problem ? new UsageError(error.document.detail) : error;
  }
}
