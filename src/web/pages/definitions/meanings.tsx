import { DEFINITION_PAGE_WORDS as WORDS } from '../../../kernel/words/definitions';
import { Meaning, wordsText, type CodeList } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

/** What each indicator of a definition means, each behind its name. */
export function Meanings({
  visit,
  meanings,
  codeLists,
}: {
  readonly visit: Visit;
  readonly meanings: readonly Shapes['IndicatorMetadata'][];
  readonly codeLists: readonly CodeList[];
}) {
  return (
    <section aria-labelledby="meanings">
      <h2 id="meanings">{say(visit, WORDS.meanings)}</h2>
      <p>{say(visit, WORDS.meaningsHint)}</p>
      {meanings.map((meaning) => (
        <details class="details meaning-of" id={meaning.key}>
          <summary class="details-summary">
            {meaning.number} {wordsText(visit, meaning.title)}
          </summary>
          <div class="details-text">
            <p>{wordsText(visit, meaning.description)}</p>
            <Meaning visit={visit} meaning={meaning} codeLists={codeLists} />
            <p>
              <a href={`/indikatorer/${meaning.key}`}>
                {say(visit, WORDS.goToIndicator)}
                <span class="sr-only">: {wordsText(visit, meaning.title)}</span>
              </a>
            </p>
          </div>
        </details>
      ))}
    </section>
  );
}
