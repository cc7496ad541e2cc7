import { listed } from '../../../kernel/localised';
import { SECTOR_WORDS } from '../../../kernel/words/codes';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { DataTable } from '../../parts/data-table';
import { goalText } from '../../parts/goal';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { Provenance } from '../../parts/provenance';
import { windowText } from './window-text';

type Listed = Shapes['IndicatorList']['indicators'][number];

/** Every indicator with what it measures. */
export async function indicatorListPage(visit: Visit): Promise<Page> {
  const { indicators, definition, title, label } = await answered(visit.api.GET('/api/v1/indicators'));
  const columns = [
    {
      heading: say(visit, WORDS.listTitle),
      cell: ({ key, number, title: name }: Listed) => (
        <a href={`/indikatorer/${key}`}>
          {number} {say(visit, name)}
        </a>
      ),
    },
    { heading: say(visit, WORDS.what), cell: ({ description }: Listed) => say(visit, description) },
    { heading: say(visit, WORDS.goal), cell: ({ target }: Listed) => say(visit, goalText(target)) },
    { heading: say(visit, WORDS.window), cell: ({ window }: Listed) => say(visit, windowText(window)) },
    {
      heading: say(visit, WORDS.asked),
      cell: ({ sources }: Listed) =>
        say(
          visit,
          listed(
            sources.map((sector) => SECTOR_WORDS[sector]),
            'and',
          ),
        ),
    },
  ];
  return {
    title: say(visit, WORDS.listTitle),
    lead: say(visit, WORDS.listLead),
    main: (
      <>
        <Provenance visit={visit} label={label} />
        <DataTable
          caption={say(visit, WORDS.listCaption({ definition: `${say(visit, title)} (${definition})` }))}
          columns={columns}
          rows={indicators}
        />
      </>
    ),
  };
}
