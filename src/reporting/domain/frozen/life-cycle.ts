import { isSamePerson } from '../../../kernel/human-words';

/** The states of a frozen report are named by its last step. */
const MAY_FOLLOW = {
  frozen: ['approved', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: [],
} as const;

type StepName = keyof typeof MAY_FOLLOW;
export type LaterStep = Exclude<StepName, 'frozen'>;

/** A step that was taken. */
interface Taken {
  readonly step: StepName;
  readonly by: string;
}

/** Why a step may not be taken: out of its turn, or by whom it may not. */
export type StepRefusal =
  | { readonly kind: 'out-of-turn'; readonly state: StepName; readonly mayFollow: readonly StepName[] }
  | { readonly kind: 'same-person'; readonly by: string };

/** Why the step may not come next; undefined when it may. Whoever froze a report never approves it. */
export function refusalOf(steps: readonly Taken[], { step, by }: Taken): StepRefusal | undefined {
  const state = steps.at(-1)?.step ?? 'withdrawn';
  const mayFollow: readonly StepName[] = MAY_FOLLOW[state];
  if (!mayFollow.includes(step)) return { kind: 'out-of-turn', state, mayFollow };
  const frozenBy = steps[0]?.by ?? '';
  if (step === 'approved' && isSamePerson(frozenBy, by)) return { kind: 'same-person', by: frozenBy };
  return undefined;
}
