import { DEFINITION_PAGE_WORDS as WORDS, PROPOSAL_STANDING_WORDS } from '../../../kernel/words/definitions';
import { say, type Visit } from '../../site/visit';
import type { Entry } from './versions';

const LOOKS = {
  given: 'badge-plain',
  proposed: 'badge-info',
  tried: 'badge-warning',
  approved: 'badge-success',
  rejected: 'badge-error',
} as const;

/** Where a definition stands, in words. */
export function Standing({
  visit,
  entry,
}: {
  readonly visit: Visit;
  readonly entry: Pick<Entry, 'standing' | 'inForce' | 'nextStart'>;
}) {
  const { standing, inForce, nextStart } = entry;
  return (
    <>
      <span class={`badge ${LOOKS[standing]}`}>{say(visit, PROPOSAL_STANDING_WORDS[standing])}</span>{' '}
      {inForce ? <span class="badge badge-success">{say(visit, WORDS.current)}</span> : undefined}{' '}
      {nextStart && !inForce ? <span class="badge badge-info">{say(visit, WORDS.next)}</span> : undefined}
    </>
  );
}
