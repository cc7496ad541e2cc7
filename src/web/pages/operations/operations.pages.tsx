import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { numberText } from '../../../kernel/localised';
import { OPERATIONS_PAGE_WORDS as WORDS } from '../../../kernel/words/operations';
import { RECEIPT_SHOWN_WORDS } from '../../../kernel/words/sources';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { answered, answeredOrNothing } from '../../site/api-refusal';
import type { LedOn, Page } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressOf, say, type Visit } from '../../site/visit';
import { rejectedAfter, RejectedTable } from './rejected-table';
import { SetAside } from './set-aside';

const RENEWED_AFTER_SECONDS = 15;

/** What those see who look after the program. */
@Pages()
export class OperationsPages {
  constructor(private readonly site: Site) {}

  @PageAt('drift')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, operationsPage);
  }

  @FormAt('drift/afvist/:number')
  resend(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, resend);
  }
}

async function operationsPage(visit: Visit): Promise<Page> {
  const { api, asked } = visit;
  const query = { code: 'PERSON_SET_ASIDE', limit: 50 } as const;
  const after = rejectedAfter(visit);
  const [{ data, error }, rejected, findings, alarms] = await Promise.all([
    api.GET('/health'),
    answeredOrNothing(api.GET('/api/v1/rejected', { params: { query: { limit: 50, after } } })),
    answeredOrNothing(api.GET('/api/v1/findings', { params: { query } })),
    answeredOrNothing(api.GET('/api/v1/feeds/alarms', { params: { query: { standing: 'open' } } })),
  ]);
  const health = data ?? (error as unknown as NonNullable<typeof data>);
  const status = asked['status'] as keyof typeof RECEIPT_SHOWN_WORDS | undefined;
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    renewedAfterSeconds: RENEWED_AFTER_SECONDS,
    main: (
      <>
        {status === undefined || !(status in RECEIPT_SHOWN_WORDS) ? undefined : (
          <Alert kind="info">{say(visit, WORDS.resent({ status: RECEIPT_SHOWN_WORDS[status] }))}</Alert>
        )}
        <Alert kind={health.ready ? 'success' : 'warning'}>
          {say(visit, health.ready ? WORDS.ready : WORDS.notReady)}
        </Alert>
        {health.waitingFor === undefined ? undefined : (
          <p>
            {say(visit, WORDS.waitingFor)}: <span lang="en">{health.waitingFor.join(', ')}</span>
          </p>
        )}
        <h2>{say(visit, WORDS.lag)}</h2>
        <DataTable
          caption={say(visit, WORDS.lag)}
          isCaptionHidden
          columns={[
            { heading: say(visit, WORDS.reads), cell: ({ group }) => group },
            { heading: say(visit, WORDS.topic), cell: ({ topic }) => topic },
            { heading: say(visit, WORDS.waiting), side: 'figure', cell: ({ lag }) => say(visit, numberText(lag)) },
          ]}
          rows={health.consumers}
        />
        <RejectedTable visit={visit} rejected={rejected} />
        <SetAside visit={visit} inShort={health.setAside} findings={findings?.items} />
        {alarms === undefined ? undefined : (
          <>
            <h2>{say(visit, WORDS.feeds)}</h2>
            <p>
              {say(visit, WORDS.feedsLead({ count: alarms.items.length }))}{' '}
              <a href="/leveringer">{say(visit, WORDS.toFeeds)}</a>
            </p>
          </>
        )}
      </>
    ),
  };
}

/** Sends a refused event again, as it was kept. */
async function resend({ api, params }: Visit): Promise<LedOn> {
  const path = { number: params['number'] ?? '' };
  const { status } = await answered(api.POST('/api/v1/rejected/{number}/resend', { params: { path } }));
  return { to: addressOf('/drift', { status }) };
}
