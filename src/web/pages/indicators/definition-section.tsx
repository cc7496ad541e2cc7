import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';
import { Provenance } from './provenance';

const PARTS = ['population', 'denominator', 'fulfilled', 'window', 'sources', 'target'] as const;
const HEADINGS = {
  population: WORDS.population,
  denominator: WORDS.denominator,
  fulfilled: WORDS.fulfilled,
  window: WORDS.window,
  sources: WORDS.asked,
  target: WORDS.goal,
} as const;

/** What an indicator counts, sentence by sentence, with its codes and whose reading it is. */
export function DefinitionSection({
  visit,
  meaning,
  codeLists,
}: {
  readonly visit: Visit;
  readonly meaning: Shapes['IndicatorMetadata'];
  readonly codeLists: readonly Shapes['CodeLists']['codeLists'][number][];
}) {
  const used = codeLists.filter(({ key }) => meaning.codeLists.includes(key));
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">{say(visit, WORDS.definition)}</h2>
      <Provenance visit={visit} label={meaning.label} />
      <dl class="meaning">
        {PARTS.map((part) => (
          <div>
            <dt>{say(visit, HEADINGS[part])}</dt>
            <dd>{textOf(visit, meaning.text[part])}</dd>
          </div>
        ))}
        {used.map(({ title, codes, match, system }) => (
          <div>
            <dt>{say(visit, WORDS.codes)}</dt>
            <dd>
              {say(visit, WORDS.codesOf({ title: textOf(visit, title), codes: codes.join(', ') }))} (
              {say(visit, match === 'prefix' ? WORDS.withChildren : WORDS.alone)}, <code>{system}</code>)
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {say(visit, WORDS.definitionIs({ definition: meaning.definition }))}{' '}
        <a href="/metadata">{say(visit, WORDS.metadata)}</a>
        {visit.may('listDefinitions') ? (
          <>
            {' · '}
            <a href="/definitioner">{say(visit, WORDS.versions)}</a>
          </>
        ) : undefined}
      </p>
    </section>
  );
}

/** Words in the language of the visit; where one language alone was asked for they are a text already. */
const textOf = ({ language }: Visit, words: Shapes['Words']): string =>
  typeof words === 'string' ? words : words[language];
