import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { Meaning, type CodeList } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

/** What an indicator counts, and where its versions and everything else that is defined can be read. */
export function DefinitionSection({
  visit,
  meaning,
  codeLists,
}: {
  readonly visit: Visit;
  readonly meaning: Shapes['IndicatorMetadata'];
  readonly codeLists: readonly CodeList[];
}) {
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">{say(visit, WORDS.definition)}</h2>
      <Meaning visit={visit} meaning={meaning} codeLists={codeLists} />
      <p>
        {say(visit, WORDS.definitionIs({ definition: meaning.definition }))}{' '}
        <a href="/metadata">{say(visit, WORDS.metadata)}</a>
        {' · '}
        <a href="/definitioner">{say(visit, WORDS.versions)}</a>
      </p>
    </section>
  );
}
