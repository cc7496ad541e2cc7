import { dayText } from '../../../kernel/localised';
import { FEED_STATE_WORDS } from '../../../kernel/words/feeds';
import { SOURCE_PAGE_WORDS as WORDS } from '../../../kernel/words/sources';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

/** How a source delivers against what it usually does, as it may see of itself. */
export function Delivery({
  visit,
  feed: { organisation, delivers },
}: {
  readonly visit: Visit;
  readonly feed: Shapes['Feed'];
}) {
  return (
    <section aria-labelledby="delivery">
      <h2 id="delivery">{say(visit, WORDS.delivery)}</h2>
      <p>
        {say(
          visit,
          'asOf' in delivers
            ? WORDS.deliveryState({ state: FEED_STATE_WORDS[delivers.state], day: dayText(delivers.asOf) })
            : WORDS.deliveryLearning,
        )}
      </p>
      {'asOf' in delivers ? delivers.findings.map(({ explanation }) => <p>{say(visit, explanation)}</p>) : undefined}
      <p>
        <a href={`/leveringer/${organisation}`}>{say(visit, WORDS.deliveryMore)}</a>
      </p>
    </section>
  );
}
