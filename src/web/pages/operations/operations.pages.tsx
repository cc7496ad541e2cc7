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
import { RejectedTable } from './rejected-table';

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
  const [{ data, error }, rejected, findings] = await Promise.all([
    api.GET('/health'),
    answeredOrNothing(api.GET('/api/v1/rejected', { params: { query: { limit: 50 } } })),
    answeredOrNothing(api.GET('/api/v1/findings', { params: { query } })),
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
        {rejected === undefined ? undefined : <RejectedTable visit={visit} items={rejected.items} />}
        {findings === undefined ? undefined : (
          <>
            <h2>{say(visit, WORDS.setAside)}</h2>
            <DataTable
              caption={say(visit, WORDS.setAside)}
              isCaptionHidden
              empty={say(visit, WORDS.nobodySetAside)}
              columns={[
                { heading: say(visit, WORDS.person), cell: (finding) => <code>{textAt(finding, 'person')}</code> },
                { heading: say(visit, WORDS.stage), cell: (finding) => textAt(finding, 'stage') },
              ]}
              rows={findings.items}
            />
          </>
        )}
      </>
    ),
  };
}

const textAt = (finding: object, name: string): string => {
  const value = (finding as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '–';
};

/** Sends a refused event again, as it was kept. */
async function resend({ api, params }: Visit): Promise<LedOn> {
  const path = { number: params['number'] ?? '' };
  const { status } = await answered(api.POST('/api/v1/rejected/{number}/resend', { params: { path } }));
  return { to: addressOf('/drift', { status }) };
}
