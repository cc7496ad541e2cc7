import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DELIVERY_PAGE_WORDS as WORDS } from '../../../kernel/words/deliveries';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { answered } from '../../site/api-refusal';
import type { LedOn, Page } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { AlarmTable } from './alarm-table';
import { CalendarTable } from './calendar-table';
import { feedPage } from './feed-page';

/** What sources deliver against what they usually do. */
@Pages()
export class DeliveriesPages {
  constructor(private readonly site: Site) {}

  @PageAt('leveringer')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, deliveriesPage);
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

async function deliveriesPage(visit: Visit): Promise<Page> {
  const { api, asked } = visit;
  const { from, to } = asked;
  const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const [alarms, calendar] = await Promise.all([
    answered(api.GET('/api/v1/feeds/alarms', { params: { query: { standing: 'open' } } })),
    answered(api.GET('/api/v1/feeds/calendar', { params: { query } })),
  ]);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    main: (
      <>
        {asked['done'] === undefined ? undefined : <Alert kind="success">{say(visit, WORDS.done)}</Alert>}
        <section aria-labelledby="alarms">
          <h2 id="alarms">{say(visit, WORDS.alarms)}</h2>
          {alarms.items.length > 0 && visit.may('confirmAlarm') ? <p>{say(visit, WORDS.alarmLead)}</p> : undefined}
          <AlarmTable visit={visit} alarms={alarms.items} />
        </section>
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

/** Says of an alarm what whoever visits says: it is so, or it is not. */
async function settle(visit: Visit): Promise<LedOn> {
  const note = postedText(visit, 'note');
  const asked = {
    params: { path: { id: visit.params['id'] ?? '' } },
    body: { by: visit.reader?.name ?? '', ...(note === '' ? {} : { note }) },
  };
  await answered(
    postedText(visit, 'what') === 'overrule'
      ? visit.api.POST('/api/v1/feeds/alarms/{id}/overrule', asked)
      : visit.api.POST('/api/v1/feeds/alarms/{id}/confirm', asked),
  );
  return { to: addressOf('/leveringer', { done: 'settled' }) };
}
