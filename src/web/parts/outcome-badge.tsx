import { OUTCOME_WORDS } from '../../kernel/words/codes';
import { say, type Visit } from '../site/visit';
import type { Shapes } from './shapes';

type Outcome = Shapes['IndicatorDecision']['outcome'];

/** What an outcome looks like beside its word: a colour and a sign. */
const LOOKS: Readonly<Record<Outcome, { readonly badge: string; readonly sign: string }>> = {
  met: { badge: 'badge-success', sign: '✓' },
  'not-met': { badge: 'badge-error', sign: '✗' },
  unknown: { badge: 'badge-warning', sign: '?' },
  pending: { badge: 'badge-info', sign: '…' },
  excluded: { badge: 'badge-plain', sign: '–' },
  'not-applicable': { badge: 'badge-plain', sign: '–' },
};

/** An outcome as a badge: a word and a sign, not colour alone. */
export function OutcomeBadge({ visit, outcome }: { readonly visit: Visit; readonly outcome: Outcome }) {
  const { badge, sign } = LOOKS[outcome];
  return (
    <span class={`badge ${badge}`}>
      <span aria-hidden="true">{sign} </span>
      {say(visit, OUTCOME_WORDS[outcome])}
    </span>
  );
}
