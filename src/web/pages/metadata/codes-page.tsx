import { CODES_PAGE_WORDS as WORDS, METADATA_PAGE_WORDS } from '../../../kernel/words/metadata';
import { INDICATOR_PAGE_WORDS } from '../../../kernel/words/indicator-pages';
import { DataTable } from '../../parts/data-table';
import { wordsText } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { below, sectionOf, Sections } from './sections';

type Named = ReadonlyMap<string, string>;

/** The codes the definition reads by, what is measured, and what the codes of decisions and receipts mean. */
export async function codesPage(visit: Visit): Promise<Page> {
  const [index, { codeLists }, { measures }, words] = await Promise.all([
    answered(visit.api.GET('/api/v1/metadata', { params: { query: {} } })),
    sectionOf(visit, 'code-lists'),
    sectionOf(visit, 'measures'),
    sectionOf(visit, 'words'),
  ]);
  const names: Named = new Map([
    ['population', say(visit, WORDS.population)],
    ...index.indicators.map(({ key, number, title }) => [key, `${number} ${wordsText(visit, title)}`] as const),
  ]);
  return {
    title: say(visit, METADATA_PAGE_WORDS.codes),
    lead: say(visit, WORDS.lead),
    ...below(visit),
    main: (
      <>
        <Sections visit={visit} />
        <CodeListSection visit={visit} codeLists={codeLists} names={names} />
        <MeasureSection visit={visit} measures={measures} names={names} />
        {(['outcomes', 'reasons', 'findings', 'rejections'] as const).map((kind) => (
          <WordSection visit={visit} kind={kind} words={words[kind]} />
        ))}
      </>
    ),
  };
}

const usersText = (names: Named, usedBy: readonly string[]): string =>
  usedBy.map((key) => names.get(key) ?? key).join(', ') || '–';

function CodeListSection({
  visit,
  codeLists,
  names,
}: {
  readonly visit: Visit;
  readonly codeLists: Shapes['CodeLists']['codeLists'];
  readonly names: Named;
}) {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{say(visit, WORDS.lists)}</h2>
      <DataTable
        caption={say(visit, WORDS.lists)}
        isCaptionHidden
        rows={codeLists}
        columns={[
          { heading: say(visit, WORDS.title), cell: ({ title }) => wordsText(visit, title) },
          {
            heading: say(visit, WORDS.codes),
            cell: ({ codes, match }) => (
              <>
                {codes.join(', ')}{' '}
                <small>
                  {say(visit, match === 'prefix' ? INDICATOR_PAGE_WORDS.withChildren : INDICATOR_PAGE_WORDS.alone)}
                </small>
              </>
            ),
          },
          { heading: say(visit, WORDS.system), cell: ({ system }) => <code>{system}</code> },
          { heading: say(visit, WORDS.usedBy), cell: ({ usedBy }) => usersText(names, usedBy) },
        ]}
      />
    </section>
  );
}

function MeasureSection({
  visit,
  measures,
  names,
}: {
  readonly visit: Visit;
  readonly measures: Shapes['Measures']['measures'];
  readonly names: Named;
}) {
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{say(visit, WORDS.measures)}</h2>
      <DataTable
        caption={say(visit, WORDS.measures)}
        isCaptionHidden
        rows={measures}
        columns={[
          { heading: say(visit, WORDS.measure), cell: ({ title }) => wordsText(visit, title) },
          { heading: say(visit, WORDS.unit), cell: ({ unit }) => unit ?? '–' },
          {
            heading: say(visit, WORDS.codings),
            cell: ({ codings, numbers }) => (
              <ul class="reasons">
                {[...codings, ...numbers.flatMap((number) => number.codings)].map(({ code, system }) => (
                  <li>
                    {code} <small>{system}</small>
                  </li>
                ))}
              </ul>
            ),
          },
          { heading: say(visit, WORDS.usedBy), cell: ({ usedBy }) => usersText(names, usedBy) },
        ]}
      />
    </section>
  );
}

function WordSection({
  visit,
  kind,
  words,
}: {
  readonly visit: Visit;
  readonly kind: 'outcomes' | 'reasons' | 'findings' | 'rejections';
  readonly words: readonly Shapes['CodeWord'][];
}) {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{say(visit, WORDS[kind])}</h2>
      <DataTable
        caption={say(visit, WORDS[kind])}
        isCaptionHidden
        rows={words}
        columns={[
          { heading: say(visit, WORDS.code), cell: ({ code }) => <code>{code}</code> },
          { heading: say(visit, WORDS.means), cell: ({ text }) => wordsText(visit, text) },
        ]}
      />
    </section>
  );
}
