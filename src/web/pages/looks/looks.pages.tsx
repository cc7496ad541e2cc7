import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { unitsOf } from '../../parts/units';
import { answered, answeredOrNothing } from '../../site/api-refusal';
import type { PageAnswer } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressWith, say, type Visit } from '../../site/visit';
import { AssertedSection } from './asserted-section';
import { ChainSection } from './chain-section';
import { LookTable } from './look-table';
import { looksAsked, looksChoices } from './looks-asked';
import { looksFile } from './looks-file';
import { UnusualSection } from './unusual-section';

const PAGE_SIZE = 50;
/** The most the API gives at once. */
const MOST_ROWS = 1_000;

/** The log of looks, for those who control it. */
@Pages()
export class LooksPages {
  constructor(
    private readonly site: Site,
    private readonly names: OrganisationNames,
  ) {}

  @PageAt('opslag')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => looksPage(visit, this.names));
  }
}

async function looksPage(visit: Visit, names: OrganisationNames): Promise<PageAnswer> {
  const { api, asked } = visit;
  const { query, moments, faults } = looksAsked(visit);
  const isFile = asked['format'] === 'csv';
  const limit = isFile ? MOST_ROWS : PAGE_SIZE;
  const { items, next } = await answered(api.GET('/api/v1/looks', { params: { query: { ...query, limit } } }));
  if (isFile) return looksFile(visit, names, items);
  const [unusual, asserted, checked, units] = await Promise.all([
    answered(api.GET('/api/v1/looks/unusual', { params: { query: moments } })),
    answeredOrNothing(api.GET('/api/v1/persons/relations/asserted')),
    asked['kontrol'] === undefined ? undefined : answered(api.GET('/api/v1/looks/chain')),
    unitsOf(visit),
  ]);
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(faults.length === 0 ? undefined : { status: 400 }),
    main: (
      <>
        {faults.map((fault) => (
          <Alert kind="error">{say(visit, fault)}</Alert>
        ))}
        <Choices visit={visit} choices={looksChoices(visit, units)} />
        <ChainSection visit={visit} checked={checked} />
        <UnusualSection visit={visit} names={names} found={unusual} />
        {asserted === undefined ? undefined : <AssertedSection visit={visit} names={names} asserted={asserted.items} />}
        <section aria-labelledby="log">
          <h2 id="log">{say(visit, WORDS.log)}</h2>
          <p class="downloads">
            <a href={addressWith(visit, { format: 'csv', kontrol: undefined, before: undefined })}>
              {say(visit, WORDS.download)}
            </a>
            {Object.keys(asked).length === 0 ? undefined : <a href={visit.path}>{say(visit, WORDS.allLooks)}</a>}
          </p>
          <LookTable visit={visit} names={names} looks={items} />
          <p>
            {query.before === undefined ? undefined : (
              <a href={addressWith(visit, { before: undefined })}>{say(visit, WORDS.newest)}</a>
            )}{' '}
            {next === undefined ? undefined : (
              <a href={addressWith(visit, { before: next, kontrol: undefined })}>{say(visit, WORDS.older)}</a>
            )}
          </p>
        </section>
      </>
    ),
  };
}
