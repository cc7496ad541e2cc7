import { dayText, listed } from '../../../kernel/localised';
import { SECTOR_WORDS } from '../../../kernel/words/codes';
import { INDICATOR_PAGE_WORDS } from '../../../kernel/words/indicator-pages';
import { METADATA_PAGE_WORDS, RULE_OUTCOME_WORDS, RULES_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import { wordsText } from '../../parts/meaning';
import type { Shapes } from '../../parts/shapes';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { below, sectionOf, Sections } from './sections';

type Rule = Shapes['Rules']['rules'][number];

/** The rules of the registry's questions and answers, as the program follows them. */
export async function rulesPage(visit: Visit): Promise<Page> {
  const { source, rules } = await sectionOf(visit, 'rules');
  return {
    title: say(visit, METADATA_PAGE_WORDS.rules),
    lead: say(visit, WORDS.lead),
    ...below(visit),
    main: (
      <>
        <Sections visit={visit} />
        <DataTable
          caption={say(visit, WORDS.source({ source: wordsText(visit, source) }))}
          rows={rules}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: say(visit, WORDS.rule),
              cell: ({ id, title }) => (
                <>
                  {id} {wordsText(visit, title)}
                </>
              ),
            },
            { heading: say(visit, WORDS.text), cell: ({ text }) => wordsText(visit, text) },
            {
              heading: say(visit, WORDS.outcome),
              cell: ({ outcome, code }) => (
                <>
                  {say(visit, RULE_OUTCOME_WORDS[outcome])} {code === undefined ? undefined : <small>{code}</small>}
                </>
              ),
            },
            { heading: say(visit, WORDS.sectors), cell: (rule) => <Holds visit={visit} rule={rule} /> },
            {
              heading: say(visit, WORDS.basis),
              cell: ({ label }) =>
                label === undefined ? say(visit, WORDS.official) : say(visit, INDICATOR_PAGE_WORDS.working),
            },
          ]}
        />
      </>
    ),
  };
}

/** Whom a rule is about, and when. */
function Holds({ visit, rule: { sectors, from, through } }: { readonly visit: Visit; readonly rule: Rule }) {
  const named = listed(
    sectors.map((sector) => SECTOR_WORDS[sector]),
    'and',
  );
  return (
    <>
      {sectors.length === 0 ? '–' : say(visit, named)}
      {from === undefined ? undefined : <small>{say(visit, WORDS.from({ day: dayText(from) }))}</small>}
      {through === undefined ? undefined : <small>{say(visit, WORDS.through({ day: dayText(through) }))}</small>}
    </>
  );
}
