import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Bilingual } from '../../../kernel/language';
import { danishDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { OrganisationNames } from '../../../kernel/organisation-names';
import {
  CONSENT_WORDS as CONSENT,
  LOOKED_WORDS,
  MINE_PAGE_WORDS as WORDS,
  PLAIN_WORDS,
  PURPOSE_WORDS,
} from '../../../kernel/words/mine';
import { RELATION_KIND_WORDS } from '../../../kernel/words/persons';
import { Alert } from '../../parts/alert';
import { DataTable } from '../../parts/data-table';
import { FormGroup } from '../../parts/form-group';
import { answered } from '../../site/api-refusal';
import type { Page, PageAnswer } from '../../site/page';
import { FormAt, PageAt, Pages } from '../../site/page-at';
import { problemPage } from '../../site/problem-page';
import { Site } from '../../site/site';
import { addressOf, postedText, say, type Visit } from '../../site/visit';
import { eventWords } from '../persons/event-words';
import { placedEvents } from '../persons/shown-events';
import { readPerson, type ShownPerson } from '../persons/shown-person';

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

function confirmPage(visit: Visit, name: Bilingual, organisation: string, may: boolean): Page {
  return {
    title: say(visit, CONSENT.confirmTitle),
    crumbs: [{ title: say(visit, WORDS.title), href: '/mig' }],
    main: (
      <form action="/mig" method="post">
        <p>{say(visit, (may ? CONSENT.confirmYes : CONSENT.confirmNo)({ organisation: name }))}</p>
        <input type="hidden" name="organisation" value={organisation} />
        <input type="hidden" name="may" value={may ? 'yes' : 'no'} />
        <button type="submit" class="button button-primary" name="confirmed" value="yes">
          {say(visit, (may ? CONSENT.yesYes : CONSENT.yesNo)({ organisation: name }))}
        </button>{' '}
        <a href="/mig">{say(visit, CONSENT.cancel)}</a>
      </form>
    ),
  };
}

async function minePage(visit: Visit, names: OrganisationNames, fault?: Bilingual): Promise<Page | { to: string }> {
  if (visit.reader === undefined) return { to: '/sign-in?to=/mig' };
  const person = visit.reader.person;
  if (person === undefined) return problemPage(visit, 403, {});
  const params = { path: { person } };
  const shown = await readPerson(visit, person);
  const { relations } = await answered(visit.api.GET('/api/v1/persons/{person}/relations', { params }));
  const looks = await answered(visit.api.GET('/api/v1/persons/{person}/looks', { params }));
  const { units } = await answered(visit.api.GET('/api/v1/units'));
  const [yes, no] = [visit.asked['ja'], visit.asked['nej']];
  const own = placedEvents(shown.events).filter(
    ({ event, standing }) => standing === 'inForce' && /measurement$|questionnaire$/.test(event.kind),
  );
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
        <Pathways visit={visit} person={shown} />
        <h2>{say(visit, WORDS.values)}</h2>
        <DataTable
          caption={say(visit, WORDS.valuesCaption)}
          isCaptionHidden
          empty={say(visit, WORDS.noValues)}
          columns={[
            { heading: say(visit, WORDS.day), cell: ({ on }) => say(visit, dayText(on)) },
            { heading: say(visit, WORDS.what), cell: ({ event }) => say(visit, eventWords(event, names)) },
            { heading: say(visit, WORDS.where), cell: ({ event }) => event.sourceName },
          ]}
          rows={own}
        />
        <h2>{say(visit, CONSENT.heading)}</h2>
        <p>{say(visit, CONSENT.lead)}</p>
        <DataTable
          caption={say(visit, CONSENT.caption)}
          isCaptionHidden
          empty={say(visit, CONSENT.none)}
          columns={[
            {
              heading: say(visit, WORDS.who),
              cell: ({ organisation, kind }) =>
                `${say(visit, names.of(organisation))}: ${say(visit, RELATION_KIND_WORDS[kind])}`,
            },
            {
              heading: say(visit, CONSENT.heading),
              cell: ({ organisation }) => (
                <form action="/mig" method="post">
                  <input type="hidden" name="organisation" value={organisation} />
                  <input type="hidden" name="may" value="no" />
                  <button type="submit" class="button button-secondary">
                    {say(visit, CONSENT.withdraw({ organisation: names.of(organisation) }))}
                  </button>
                </form>
              ),
            },
          ]}
          rows={relations}
        />
        <h3>{say(visit, CONSENT.give)}</h3>
        <form action="/mig" method="post" class="narrow">
          <input type="hidden" name="may" value="yes" />
          <FormGroup
            id="organisation"
            label={say(visit, CONSENT.organisation)}
            fault={fault === undefined ? undefined : say(visit, fault)}
          >
            {(described) => (
              <select class="form-select" {...described}>
                <option value="">{say(visit, CONSENT.choose)}</option>
                {units
                  .filter(({ level }) => level === 'hospital' || level === 'municipality')
                  .map(({ id, name }) => (
                    <option value={id}>{name}</option>
                  ))}
              </select>
            )}
          </FormGroup>
          <button type="submit" class="button button-secondary">
            {say(visit, CONSENT.send)}
          </button>
        </form>
        <h2>{say(visit, WORDS.looks)}</h2>
        <p>{say(visit, WORDS.looksLead)}</p>
        <DataTable
          caption={say(visit, WORDS.looksCaption)}
          isCaptionHidden
          empty={say(visit, WORDS.noLooks)}
          columns={[
            { heading: say(visit, WORDS.when), cell: ({ at }) => say(visit, dayText(danishDay(Date.parse(at)))) },
            {
              heading: say(visit, WORDS.who),
              cell: ({ name, purpose }) => (purpose === 'own' ? say(visit, WORDS.self) : name),
            },
            {
              heading: say(visit, WORDS.for),
              cell: ({ organisation }) =>
                say(visit, organisation === undefined ? WORDS.noOrganisation : names.of(organisation)),
            },
            { heading: say(visit, WORDS.purpose), cell: ({ purpose }) => said(visit, PURPOSE_WORDS, purpose) },
            {
              heading: say(visit, WORDS.what),
              cell: ({ operation }) =>
                say(visit, (LOOKED_WORDS as Record<string, Bilingual>)[operation] ?? LOOKED_WORDS.other),
            },
          ]}
          rows={looks.items}
        />
      </>
    ),
  };
}

const said = (visit: Visit, words: object, key: string): string => {
  const word = (words as Record<string, Bilingual>)[key];
  return word === undefined ? key : say(visit, word);
};

function Pathways({ visit, person }: { readonly visit: Visit; readonly person: ShownPerson }) {
  if (person.pathways.length === 0) return <p>{say(visit, WORDS.nothing)}</p>;
  return (
    <>
      {person.pathways.map(({ number, indexDay, hospitalName }) => {
        const of = (outcome: string) =>
          person.decisions.filter((one) => one.pathway === number && one.outcome === outcome);
        const [done, coming] = [of('met'), of('pending')];
        const plain = (key: string) => said(visit, PLAIN_WORDS, key);
        return (
          <section>
            <h2>{say(visit, WORDS.pathway({ day: dayText(indexDay) }))}</h2>
            <p>{say(visit, WORDS.begun({ day: dayText(indexDay), place: hospitalName }))}</p>
            <h3>{say(visit, WORDS.done)}</h3>
            <ul>
              {done.map((one) => (
                <li>{plain(one.indicator)}</li>
              ))}
            </ul>
            <h3>{say(visit, WORDS.toCome)}</h3>
            {coming.length === 0 ? <p>{say(visit, WORDS.noMoreToCome)}</p> : undefined}
            <ul>
              {coming.map((one) => (
                <li>{say(visit, WORDS.toComeSays({ title: plain(one.indicator), day: dayText(one.window.to) }))}</li>
              ))}
            </ul>
            <p>{say(visit, WORDS.notDoneSays)}</p>
          </section>
        );
      })}
    </>
  );
}
