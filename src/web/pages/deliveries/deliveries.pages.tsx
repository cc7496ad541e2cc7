import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Bilingual } from '../../../kernel/language';
import { DELIVERY_PAGE_WORDS as WORDS } from '../../../kernel/words/deliveries';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { answered, ApiRefusal } from '../../site/api-refusal';
import type { LedOn, Page } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { AlarmTable, type Refused } from './alarm-table';
import { CalendarTable } from './calendar-table';
import { feedPage } from './feed-page';
import { SilentTable } from './silent-table';

/** What sources deliver against what they usually do. */
@Pages()
export class DeliveriesPages {
  constructor(private readonly site: Site) {}

  @PageAt('leveringer')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => deliveriesPage(visit));
  }

  @FormAt('leveringer/alarm/:id')
  settle(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, settle);
  }

  @PageAt('leveringer/:organisation')
  showOne(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, feedPage);
  }
}

async function deliveriesPage(visit: Visit, refused?: Refused): Promise<Page> {
  const { api, asked } = visit;
  const { from, to } = asked;
  const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const [alarms, calendar, feeds] = await Promise.all([
    answered(api.GET('/api/v1/feeds/alarms', { params: { query: { standing: 'open' } } })),
    answered(api.GET('/api/v1/feeds/calendar', { params: { query } })),
    answered(api.GET('/api/v1/feeds')),
  ]);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(refused === undefined ? undefined : { status: refused.status }),
    main: (
      <>
        {asked['done'] === undefined ? undefined : <Alert kind="success">{say(visit, WORDS.done)}</Alert>}
        {refused === undefined ? undefined : <Alert kind="error">{say(visit, refused.says)}</Alert>}
        <section aria-labelledby="alarms">
          <h2 id="alarms">{say(visit, WORDS.alarms)}</h2>
          {alarms.items.length > 0 && visit.may('confirmAlarm') ? <p>{say(visit, WORDS.alarmLead)}</p> : undefined}
          <AlarmTable visit={visit} alarms={alarms.items} {...(refused && { refused })} />
        </section>
        <SilentTable visit={visit} feeds={feeds} />
        <section aria-labelledby="calendar">
          <h2 id="calendar">{say(visit, WORDS.calendar)}</h2>
          <Choices
            visit={visit}
            choices={[
              { name: 'from', label: say(visit, WORDS.from), value: calendar.from },
              { name: 'to', label: say(visit, WORDS.to), value: calendar.to },
            ]}
          />
          <p>{say(visit, WORDS.legend)}</p>
          <CalendarTable visit={visit} calendar={calendar} />
        </section>
      </>
    ),
  };
}

/** What the API says no to, in words for whoever answers an alarm. */
const REFUSALS: ReadonlyMap<number, Bilingual> = new Map([
  [400, WORDS.badNote],
  [404, WORDS.gone],
  [409, WORDS.saidBefore],
]);

/** Says of an alarm what whoever visits says: it is so, or it is not. What cannot be said is told beside what was written. */
async function settle(visit: Visit): Promise<LedOn | Page> {
  const note = postedText(visit, 'note');
  const asked = {
    params: { path: { id: visit.params['id'] ?? '' } },
    body: { by: visit.reader?.name ?? '', ...(note === '' ? {} : { note }) },
  };
  const { response, error } = await (postedText(visit, 'what') === 'overrule'
    ? visit.api.POST('/api/v1/feeds/alarms/{id}/overrule', asked)
    : visit.api.POST('/api/v1/feeds/alarms/{id}/confirm', asked));
  const says = REFUSALS.get(response.status);
  if (says !== undefined) {
    const refused = { status: response.status, says, alarm: asked.params.path.id, note };
    return deliveriesPage({ ...visit, path: '/leveringer' }, refused);
  }
  if (!response.ok) throw new ApiRefusal(response.status, error ?? {});
  return { to: addressOf('/leveringer', { done: 'settled' }) };
}
