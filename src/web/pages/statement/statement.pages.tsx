import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { dayText } from '../../../kernel/localised';
import { STATEMENT_PAGE_WORDS as WORDS } from '../../../kernel/words/statement';
import { Settings } from '../../../platform/config/settings';
import { Facts } from '../../parts/fields';
import type { Page } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { say, type Visit } from '../../site/visit';

/** The day of what the statement says: it goes with the pages, and changes with them. */
const MADE_ON = '2026-11-27';
const AUTHORITY = 'https://digst.dk/digital-inklusion/webtilgaengelighed/';

/**
 * How accessible the pages are, as webtilgængelighedsloven § 4 and Commission Implementing Decision (EU) 2018/1523 ask:
 * status, what does not fulfil, how it was tested, feedback and contact, enforcement.
 */
@Pages()
export class StatementPages {
  constructor(
    private readonly site: Site,
    private readonly settings: Settings,
  ) {}

  @PageAt('tilgaengelighed')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => statementPage(visit, this.settings.contact));
  }
}

function statementPage(visit: Visit, contact: Settings['contact']): Page {
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    main: (
      <>
        <p>{say(visit, WORDS.scope)}</p>
        <h2>{say(visit, WORDS.status)}</h2>
        <p>{say(visit, WORDS.partly)}</p>
        <h2>{say(visit, WORDS.lacking)}</h2>
        <Items visit={visit} items={WORDS.lackingItems} />
        <h2>{say(visit, WORDS.tested)}</h2>
        <p>{say(visit, WORDS.testedLead)}</p>
        <Items visit={visit} items={WORDS.testedItems} />
        <h2>{say(visit, WORDS.contact)}</h2>
        <p>{say(visit, WORDS.contactLead)}</p>
        <WhomToWriteTo visit={visit} contact={contact} />
        <h2>{say(visit, WORDS.enforcement)}</h2>
        <p>{say(visit, WORDS.enforcementLead)}</p>
        <p>
          <a href={AUTHORITY}>{say(visit, WORDS.authority)}</a>
        </p>
        <p>{say(visit, WORDS.made({ day: dayText(MADE_ON) }))}</p>
      </>
    ),
  };
}

function Items({ visit, items }: { readonly visit: Visit; readonly items: typeof WORDS.lackingItems }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{say(visit, item)}</li>
      ))}
    </ul>
  );
}

function WhomToWriteTo({ visit, contact }: { readonly visit: Visit; readonly contact: Settings['contact'] }) {
  if (contact === undefined) return <p>{say(visit, WORDS.noContact)}</p>;
  const { mail, phone } = contact;
  return (
    <Facts
      facts={[
        [say(visit, WORDS.mail), <a href={`mailto:${mail}`}>{mail}</a>],
        [
          say(visit, WORDS.phone),
          phone === undefined ? say(visit, WORDS.noPhone) : <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>,
        ],
      ]}
    />
  );
}
