import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { viewNote } from '../../../kernel/figures';
import { dayText } from '../../../kernel/localised';

import { TROUBLE_WORDS } from '../../../kernel/words/figure';
import { CHOICE_WORDS, OVERVIEW_WORDS } from '../../../kernel/words/overview';
import { RATE_WORDS } from '../../../kernel/words/rates';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { goalLevelAsked, LevelCounts } from '../../parts/level-counts';
import { periodAsked, periodOptions } from '../../parts/periods';
import { ProfileTable } from '../../parts/profile-table';
import type { Shapes } from '../../parts/shapes';
import { TroubleSection, troublesOf } from '../../parts/troubles';
import { unitAsked } from '../../parts/units';
import { viewpointAsked, type ViewpointAsked } from '../../parts/viewpoint';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { PageAt, Pages } from '../../site/page-at';
import { Site } from '../../site/site';
import { addressOf, say, type Visit } from '../../site/visit';

/** The first page: every indicator of the whole country. */
@Pages()
export class OverviewPages {
  constructor(private readonly site: Site) {}

  @PageAt('')
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.site.answer(request, response, overviewPage);
  }
}

async function overviewPage(visit: Visit): Promise<Page> {
  const viewpoint = viewpointAsked(visit);
  const period = await periodAsked(visit, viewpoint.view);
  const goalLevel = goalLevelAsked(visit);
  const query = { period: period.name, ...(goalLevel && { goalLevel }), ...viewpoint.query };
  const denmark = unitAsked([], undefined);
  const profile = await answered(
    visit.api.GET('/api/v1/units/{organisation}/profile', { params: { path: { organisation: denmark.id }, query } }),
  );
  const { indicators } = await answered(visit.api.GET('/api/v1/indicators'));
  const troubles = await troublesOf(visit, denmark, [], profile.period);
  return {
    title: say(visit, OVERVIEW_WORDS.title),
    lead: say(visit, OVERVIEW_WORDS.lead),
    main: (
      <>
        {period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
        {viewpoint.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert> : undefined}
        <Choices
          visit={visit}
          kept={['goalLevel']}
          choices={[
            {
              name: 'period',
              label: say(visit, CHOICE_WORDS.period),
              value: period.name,
              options: periodOptions(period.names, visit.language),
            },
            ...viewpoint.choices,
          ]}
        />
        <p>
          {say(visit, TROUBLE_WORDS.through({ day: dayText(profile.asOf) }))}{' '}
          <a href="#kilder">{say(visit, TROUBLE_WORDS.heading)}</a>
        </p>
        <LevelCounts visit={visit} profile={profile} />
        <ProfileTable
          visit={visit}
          profile={profile}
          titles={new Map(indicators.map(({ key, title }) => [key, title]))}
          leadsTo={(key) => addressOf(`/indikatorer/${key}`, { period: profile.period.name })}
        />
        <TroubleSection visit={visit} unit={denmark} found={troubles} rows={profile.indicators} />
        <Notes visit={visit} profile={profile} view={viewpoint.view} />
      </>
    ),
  };
}

function Notes({
  visit,
  profile,
  view,
}: {
  readonly visit: Visit;
  readonly profile: Shapes['UnitProfile'];
  readonly view: ViewpointAsked['view'];
}) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" class="h3">
        {say(visit, OVERVIEW_WORDS.notes)}
      </h2>
      <ul>
        {RATE_WORDS.notes.map((note) => (
          <li>{say(visit, note)}</li>
        ))}
        {viewNote(view, visit.language).map((note) => (
          <li>{note}</li>
        ))}
        {profile.label === undefined ? undefined : <li>{say(visit, OVERVIEW_WORDS.workingMeaning)}</li>}
      </ul>
      <p class="digest">
        {say(visit, OVERVIEW_WORDS.digest)}: <code>{profile.digest}</code>
      </p>
    </section>
  );
}
