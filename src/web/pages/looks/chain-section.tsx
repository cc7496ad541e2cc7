import { CHAIN_STATE_WORDS, LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { Alert } from '../../parts/alert';
import type { Shapes } from '../../parts/shapes';
import { addressWith, say, type Visit } from '../../site/visit';

/** Whether the log is whole, once somebody asked for it to be checked. */
export function ChainSection({
  visit,
  checked,
}: {
  readonly visit: Visit;
  readonly checked: Shapes['LooksChecked'] | undefined;
}) {
  return (
    <section aria-labelledby="hel">
      <h2 id="hel">{say(visit, WORDS.chain)}</h2>
      {checked === undefined ? undefined : (
        <Alert kind={checked.state === 'whole' ? 'success' : 'error'}>{chainText(visit, checked)}</Alert>
      )}
      <p>
        {say(visit, WORDS.chainSays)} <a href={addressWith(visit, { kontrol: 1 })}>{say(visit, WORDS.checkChain)}</a>
      </p>
    </section>
  );
}

function chainText(visit: Visit, { state, looks, number = 0 }: Shapes['LooksChecked']): string {
  const words = CHAIN_STATE_WORDS[state];
  return say(visit, typeof words === 'function' ? words({ looks, number }) : words);
}
