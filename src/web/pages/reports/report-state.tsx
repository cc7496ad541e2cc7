import { FROZEN_STATE_WORDS } from '../../../kernel/words/frozen';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type State = Shapes['FrozenReport']['state'];

const BADGES: Readonly<Record<State, string>> = {
  frozen: 'badge-info',
  approved: 'badge-info',
  published: 'badge-success',
  withdrawn: 'badge-warning',
};

/** The state of a frozen report in words. */
export const ReportState = ({ visit, state }: { readonly visit: Visit; readonly state: State }) => (
  <span class={`badge ${BADGES[state]}`}>{say(visit, FROZEN_STATE_WORDS[state])}</span>
);
