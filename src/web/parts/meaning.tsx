import { INDICATOR_PAGE_WORDS as WORDS } from '../../kernel/words/indicator-pages';
import { say, type Visit } from '../site/visit';
import { Provenance } from './provenance';
import type { Shapes } from './shapes';

const PARTS = ['population', 'denominator', 'fulfilled', 'window', 'sources', 'target'] as const;
const HEADINGS = {
  population: WORDS.population,
  denominator: WORDS.denominator,
  fulfilled: WORDS.fulfilled,
  window: WORDS.window,
  sources: WORDS.asked,
  target: WORDS.goal,
} as const;

export type CodeList = Shapes['CodeLists']['codeLists'][number];

/** What an indicator counts, sentence by sentence, with its codes and whose reading it is. */
export function Meaning({
  visit,
  meaning,
  codeLists,
}: {
  readonly visit: Visit;
  readonly meaning: Shapes['IndicatorMetadata'];
  readonly codeLists: readonly CodeList[];
}) {
  const used = codeLists.filter(({ key }) => meaning.codeLists.includes(key));
  return (
    <>
      <Provenance visit={visit} label={meaning.label} />
      <dl class="meaning">
        {PARTS.map((part) => (
          <div>
            <dt>{say(visit, HEADINGS[part])}</dt>
            <dd>{wordsText(visit, meaning.text[part])}</dd>
          </div>
        ))}
        {used.map((list) => (
          <div>
            <dt>{say(visit, WORDS.codes)}</dt>
            <dd>
              {say(visit, WORDS.codesOf({ title: wordsText(visit, list.title), codes: list.codes.join(', ') }))} (
              {say(visit, list.match === 'prefix' ? WORDS.withChildren : WORDS.alone)}, <code>{list.system}</code>)
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Words in the language of the visit; where one language alone was asked for they are a text already. */
export const wordsText = ({ language }: Pick<Visit, 'language'>, words: Shapes['Words']): string =>
  typeof words === 'string' ? words : words[language];
