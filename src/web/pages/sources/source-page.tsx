import { fileKindsOf } from '../../../formats/domain/rows/file-columns';
import { dayText } from '../../../kernel/localised';
import { SOURCE_PAGE_WORDS as WORDS } from '../../../kernel/words/sources';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { answered, answeredOrNothing } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { indicatorTitles } from '../persons/person-page';
import { Decided, Found } from './came-of';
import { Delivery } from './delivery';
import { DONE_WORDS, type Done } from './done';
import { Events, eventsAsked } from './events-table';
import { isOwn } from './own';
import { SentByKind, SentByMonth } from './sent-tables';
import { waitingAfter, WaitingTable } from './waiting-table';

/** What a source sent and what became of it; those who send as it may mend it. */
export async function sourcePage(visit: Visit): Promise<Page> {
  const { api, asked } = visit;
  const organisation = visit.params['organisation'] ?? '';
  const days = { ...(asked['from'] ? { from: asked['from'] } : {}), ...(asked['to'] ? { to: asked['to'] } : {}) };
  const path = { organisation };
  const [overview, waiting, feed, events] = await Promise.all([
    answered(api.GET('/api/v1/sources/{organisation}/overview', { params: { path, query: days } })),
    answered(
      api.GET('/api/v1/sources/{organisation}/rejected', {
        params: { path, query: { limit: 50, after: waitingAfter(visit) } },
      }),
    ),
    answeredOrNothing(api.GET('/api/v1/feeds/{organisation}', { params: { path } })),
    answeredOrNothing(
      api.GET('/api/v1/sources/{organisation}/events', { params: { path, query: eventsAsked(visit) } }),
    ),
  ]);
  const { name, from, to } = overview;
  const titles = await indicatorTitles(visit);
  const done = DONE_WORDS[asked['done'] as Done];
  return {
    title: say(visit, WORDS.title({ name })),
    lead: say(visit, WORDS.lead),
    main: (
      <>
        {done === undefined ? undefined : <Alert kind="success">{say(visit, done)}</Alert>}
        {isOwn(visit, organisation) ? <WaysIn visit={visit} organisation={organisation} /> : undefined}
        <Choices
          visit={visit}
          choices={[
            { name: 'from', label: say(visit, WORDS.from), value: from, type: 'date' },
            { name: 'to', label: say(visit, WORDS.to), value: to, type: 'date' },
          ]}
        />
        <p>{say(visit, WORDS.period({ from: dayText(from), to: dayText(to) }))}</p>
        <WaitingTable visit={visit} organisation={organisation} items={waiting.items} next={waiting.next} />
        {feed === undefined ? undefined : <Delivery visit={visit} feed={feed} />}
        <SentByMonth visit={visit} overview={overview} />
        <SentByKind visit={visit} overview={overview} />
        <Found visit={visit} overview={overview} />
        <Decided visit={visit} overview={overview} titles={titles} />
        <Events visit={visit} organisation={organisation} events={events} titles={titles} />
      </>
    ),
  };
}

/** Where one hands in. */
function WaysIn({ visit, organisation }: { readonly visit: Visit; readonly organisation: string }) {
  return (
    <p class="ways-in">
      <a class="button button-primary" href={`/kilder/${organisation}/indberet`}>
        {say(visit, WORDS.report)}
      </a>{' '}
      {fileKindsOf(organisation).length === 0 ? undefined : (
        <a class="button button-secondary" href={`/kilder/${organisation}/fil`}>
          {say(visit, WORDS.upload)}
        </a>
      )}
    </p>
  );
}
