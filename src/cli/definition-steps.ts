import { danishDay } from '../kernel/day';
import { parsePeriod } from '../kernel/period';
import { PROPOSAL_REFUSALS } from '../platform/http/proposal-refusals';
import type { UseCases } from './program';
import { UsageError } from './usage-error';

/** A step that somebody takes with a definition set. */
export type DefinitionStep =
  | { readonly step: 'propose'; readonly text: string; readonly by: string; readonly note?: string }
  | { readonly step: 'try'; readonly id: string; readonly by: string }
  | { readonly step: 'approve' | 'reject'; readonly id: string; readonly by: string; readonly note?: string };

/** Takes a step in the store; resolves with what the API answers. */
export async function definitionSteps(
  { proposals, versions, trials, clock }: Pick<UseCases, 'proposals' | 'versions' | 'trials' | 'clock'>,
  step: DefinitionStep,
): Promise<object> {
  const noSuchSet = async (): Promise<UsageError> =>
    new UsageError(`There is no such definition set here; there is ${(await versions.ids()).join(', ')}.`);
  if (step.step === 'propose') {
    const proposed = await proposals.propose(step.text, step.by, step.note);
    if ('proposed' in proposed) return proposed.proposed;
    if ('taken' in proposed) {
      throw new UsageError(`There is a ${proposed.taken} already; give the changed set a version of its own.`);
    }
    throw new UsageError(
      `These definitions cannot be decided by:\n${proposed.faults
        .map(({ line, path, remedy }) => `  ${line === undefined ? '' : `line ${line}: `}${path} ${remedy}`)
        .join('\n')}`,
    );
  }
  const result =
    step.step === 'try'
      ? await trials.keepTrial(step.id, step.by, {
          period: parsePeriod('all') as NonNullable<ReturnType<typeof parsePeriod>>,
          viewpoint: { asOf: danishDay(clock.now()) },
        })
      : await proposals.decide(step.id, step.step === 'approve' ? 'approved' : 'rejected', step.by, step.note);
  if (result === undefined) throw await noSuchSet();
  if ('refused' in result) throw new UsageError(PROPOSAL_REFUSALS[result.refused]);
  return 'entry' in result ? result.entry : result;
}
