import { isSamePerson } from './human-words';

/** The steps of a proposed definition set's life. */
export type ProposalStepName = 'proposed' | 'tried' | 'approved' | 'rejected';

/** Who did what to a proposed definition set, and when. */
export interface ProposalStep {
  readonly step: ProposalStepName;
  /** A person's name. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  readonly note?: string;
  /** On a trial: digest of the difference it showed. */
  readonly difference?: string;
}

/** Why a step cannot be taken now. */
export type ProposalRefusal = 'approved-already' | 'rejected-already' | 'not-tried' | 'same-person';

/** Where a proposal stands: what its last step made of it. */
export function handoverStateOf(steps: readonly ProposalStep[]): ProposalStepName {
  return steps.at(-1)?.step ?? 'proposed';
}

/**
 * Why the step cannot follow the others, or undefined when it can. A set is approved by another person than the one who
 * proposed it, once somebody has tried it on history and the difference is kept; approved or rejected it stays so.
 */
export function refusalOf(
  steps: readonly ProposalStep[],
  { step, by }: Pick<ProposalStep, 'step' | 'by'>,
): ProposalRefusal | undefined {
  const standing = handoverStateOf(steps);
  if (standing === 'approved') return 'approved-already';
  if (standing === 'rejected') return 'rejected-already';
  if (step !== 'approved') return undefined;
  if (standing !== 'tried') return 'not-tried';
  return steps.some((other) => other.step === 'proposed' && isSamePerson(other.by, by)) ? 'same-person' : undefined;
}
