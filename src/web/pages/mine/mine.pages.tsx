import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Bilingual } from '../../../kernel/language';
import { OrganisationNames } from '../../../kernel/organisation-names';
import { CONSENT_WORDS as CONSENT, MINE_PAGE_WORDS as WORDS } from '../../../kernel/words/mine';
import { Alert } from '../../parts/alert';
import { numberAsked } from '../../parts/numbered-page';
import { answered } from '../../site/api-refusal';
import type { LedOn, Page, PageAnswer } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { readPerson } from '../persons/shown-person';
import { confirmPage, Consent } from './consent';
import { LooksAtMe } from './looks-at-me';
import { MyPathways } from './my-pathways';
import { MyValues } from './my-values';

/** What patients see of themselves, who looked, and who may. */
@Pages()
export class MinePages {
  constructor(
    private readonly site: Site,
    private readonly names: OrganisationNames,
  ) {}

  @PageAt('mig')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => minePage(visit, this.names));
  }

  @FormAt('mig')
  settle(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, (visit) => settled(visit, this.names));
  }
}

/** Asks once more, and then lets an organisation look, or not; it holds at once. */
async function settled(visit: Visit, names: OrganisationNames): Promise<PageAnswer> {
  const person = visit.reader?.person;
  if (person === undefined) return problemPage(visit, visit.reader === undefined ? 401 : 403, {});
  const organisation = postedText(visit, 'organisation');
  const may = postedText(visit, 'may') === 'yes';
  if (!/^(hospital|municipality|general-practice):.+$/.test(organisation))
    return minePage(visit, names, CONSENT.badOrganisation);
  if (postedText(visit, 'confirmed') !== 'yes') return confirmPage(visit, names.of(organisation), organisation, may);
  await answered(
    visit.api.POST('/api/v1/persons/{person}/consents', { params: { path: { person } }, body: { organisation, may } }),
  );
  return { to: addressOf('/mig', { [may ? 'ja' : 'nej']: organisation }) };
}

async function minePage(visit: Visit, names: OrganisationNames, fault?: Bilingual): Promise<Page | LedOn> {
  if (visit.reader === undefined) return { to: '/sign-in?to=/mig' };
  const person = visit.reader.person;
  if (person === undefined) return problemPage(visit, 403, {});
  const params = { path: { person } };
  const shown = await readPerson(visit, person);
  const { relations } = await answered(visit.api.GET('/api/v1/persons/{person}/relations', { params }));
  const before = numberAsked(visit, 'opslag');
  const query = before === undefined ? {} : { before };
  const looks = await answered(visit.api.GET('/api/v1/persons/{person}/looks', { params: { ...params, query } }));
  const { units } = await answered(visit.api.GET('/api/v1/units'));
  const [yes, no] = [visit.asked['ja'], visit.asked['nej']];
  return {
    title: say(visit, WORDS.title),
    lead: say(visit, WORDS.lead),
    ...(fault === undefined ? undefined : { status: 400 }),
    main: (
      <>
        {no === undefined ? undefined : (
          <Alert kind="success">{say(visit, CONSENT.doneNo({ organisation: names.of(no) }))}</Alert>
        )}
        {yes === undefined ? undefined : (
          <Alert kind="success">{say(visit, CONSENT.doneYes({ organisation: names.of(yes) }))}</Alert>
        )}
        <MyPathways visit={visit} person={shown} />
        <MyValues visit={visit} names={names} person={shown} />
        <Consent visit={visit} names={names} relations={relations} units={units} fault={fault} />
        <LooksAtMe visit={visit} names={names} looks={looks} />
      </>
    ),
  };
}
