import { dayText } from '../../../kernel/localised';
import { DELIVERY_PAGE_WORDS as WORDS, FEED_SAID_WORDS } from '../../../kernel/words/deliveries';
import { EVENT_FAMILY_WORDS, EVENT_KIND_WORDS, FEED_STATE_WORDS } from '../../../kernel/words/feeds';
import { DataTable } from '../../parts/data-table';
import { monthName } from '../../parts/month-name';
import type { Shapes } from '../../parts/shapes';
import { wordOf } from '../../parts/word-of';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { AlarmTable } from './alarm-table';
import { MonthSaid } from './calendar-table';

type Month = Shapes['CalendarMonth'];

/** What did not come, as `Sygehusets procedurer (BUG-koder)`. */
function partName(visit: Visit, { kind, family }: Month['missing'][number]): string {
  const name = say(visit, EVENT_KIND_WORDS[kind]);
  return family === undefined ? name : `${name} (${wordOf(visit, EVENT_FAMILY_WORDS, family)})`;
}

/** One source's deliveries: how it delivers now, its alarms, its months and what was said of it. */
export async function feedPage(visit: Visit): Promise<Page> {
  const organisation = visit.params['organisation'] ?? '';
  const feed = await answered(visit.api.GET('/api/v1/feeds/{organisation}', { params: { path: { organisation } } }));
  const { said, delivers, alarms, months, name } = feed;
  return {
    title: name,
    lead: say(visit, WORDS.delivers({ state: FEED_STATE_WORDS[delivers.state] })),
    ...(visit.may('listFeeds') ? { crumbs: [{ title: say(visit, WORDS.title), href: '/leveringer' }] } : undefined),
    main: (
      <>
        <h2>{say(visit, WORDS.alarms)}</h2>
        <AlarmTable visit={visit} alarms={alarms} />
        <h2>{say(visit, WORDS.history)}</h2>
        <DataTable
          caption={say(visit, WORDS.history)}
          isCaptionHidden
          columns={[
            { heading: say(visit, WORDS.month), cell: ({ month }: Month) => monthName(month, visit.language) },
            { heading: say(visit, WORDS.received), cell: (cell) => <MonthSaid visit={visit} cell={cell} /> },
            {
              heading: say(visit, WORDS.missing),
              cell: ({ missing }) => missing.map((part) => partName(visit, part)).join(', ') || '–',
            },
          ]}
          rows={[...months].reverse()}
        />
        <h2>{say(visit, WORDS.said)}</h2>
        {said.statuses.length === 0 ? <p>{say(visit, WORDS.noHistory)}</p> : undefined}
        <ul>
          {said.statuses.map(({ state, from, to }) => (
            <li>
              {say(visit, FEED_SAID_WORDS[state])}: {say(visit, dayText(from))}–
              {to === undefined ? '' : say(visit, dayText(to))}
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
