import { INDICATOR_PAGE_WORDS as WORDS } from '../../kernel/words/indicator-pages';
import { say, type Visit } from '../site/visit';

/** Whose reading of the rules a definition is. */
export function Provenance({ visit, label }: { readonly visit: Visit; readonly label: string | undefined }) {
  if (label === undefined) return <p>{say(visit, WORDS.official)}</p>;
  return (
    <p>
      <span class="badge badge-info">{say(visit, WORDS.working)}</span> {say(visit, WORDS.workingMeaning)}
    </p>
  );
}
