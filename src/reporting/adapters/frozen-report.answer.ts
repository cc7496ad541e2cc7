import { Problem } from '../../platform/http/problem';
import type { BookedReport, ListedReport, ReportStepName } from '../../ports/report-book';
import type { Done, Refusal } from '../application/frozen-reports';
import type { FrozenQuestion } from '../domain/frozen/frozen-content';

/** A report as it is answered, without its tables. */
export interface ReportHead extends Omit<ListedReport, 'question'> {
  /** Named by the last step. */
  readonly state: ReportStepName;
  readonly question: FrozenQuestion;
}

export function reportHead({ id, question, digest, steps }: ListedReport): ReportHead {
  const state = steps.at(-1)?.step ?? 'frozen';
  return { id, state, digest, question: JSON.parse(question) as FrozenQuestion, steps };
}

/** The report of what was done; throws the problem when it was refused. */
export function doneOrProblem(done: Done): BookedReport {
  if ('report' in done) return done.report;
  throw problemOf(done.refusal);
}

export const noSuchReport = (): Problem =>
  new Problem(404, 'There is no such report; GET /api/v1/reports lists all there are.');

function problemOf(refusal: Refusal): Problem {
  switch (refusal.kind) {
    case 'no-such-report':
      return noSuchReport();
    case 'known-in-future':
      return new Problem(
        400,
        'A report cannot be frozen as known at a moment to come: what is received until then would change it.',
        {
          kind: 'invalid-fields',
          errors: [{ path: 'knownAt', remedy: 'must not lie in the future' }],
        },
      );
    case 'no-such-indicator':
      return new Problem(400, 'A comment stands beside an indicator of the definitions in force; this one does not.', {
        kind: 'invalid-fields',
        errors: [
          {
            path: `comments.${refusal.comment}.indicator`,
            remedy: `must be one of ${refusal.indicators.join(', ')}`,
          },
        ],
      });
    case 'same-person':
      return new Problem(
        409,
        'A report is approved by a second person: whoever froze it cannot approve it. Have somebody else do it.',
        { kind: 'second-person' },
      );
    case 'out-of-turn': {
      const next = refusal.mayFollow.length === 0 ? 'nothing follows' : `may be ${refusal.mayFollow.join(' or ')} next`;
      return new Problem(409, `The report is ${refusal.state}: it ${next.replace(/^nothing/, 'stays so, nothing')}.`, {
        kind: 'out-of-turn',
      });
    }
    case 'counted-otherwise':
      return new Problem(
        409,
        `Counted again the report has the digest ${refusal.reproduction.countedAgain} and not ${refusal.reproduction.digest}: ` +
          'something it should have counted came after it was frozen. Withdraw it and freeze it again.',
        { kind: 'counted-otherwise' },
      );
  }
}
