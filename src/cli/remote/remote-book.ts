import { formatInstant } from '../../kernel/instant';
import type { ReportHead } from '../../reporting/adapters/frozen-report.answer';
import type { LaterStep } from '../../reporting/domain/frozen/life-cycle';
import type { BookStep } from '../frozen-steps';
import { ask } from './ask';

/** Takes a step in the book of frozen reports through the server. */
export async function takeBookStep(address: string, step: BookStep): Promise<ReportHead> {
  const { path, body } = requestOf(step);
  return (await ask(address, { method: 'POST', path: `/reports${path}`, body })) as ReportHead;
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
