import { Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { viewNote } from '../../../kernel/figures';
import { OVERVIEW_WORDS } from '../../../kernel/words/overview';
import { RATE_WORDS } from '../../../kernel/words/rates';
import { ProfileTable } from '../../parts/profile-table';
import type { Shapes } from '../../parts/shapes';
import { TroubleSection, troublesOf } from '../../parts/troubles';
import { ProfileHead, profileAsked } from '../../parts/unit-profile';
import { unitAsked } from '../../parts/units';
import type { ViewpointAsked } from '../../parts/viewpoint';
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
  const denmark = unitAsked([], undefined);
  const asked = await profileAsked(visit, denmark);
  const { profile, titles, viewpoint } = asked;
  const troubles = await troublesOf(visit, denmark, [], profile.period);
  return {
    title: say(visit, OVERVIEW_WORDS.title),
    lead: say(visit, OVERVIEW_WORDS.lead),
    main: (
      <>
        <ProfileHead visit={visit} unit={denmark} asked={asked} />
        <ProfileTable
          visit={visit}
          profile={profile}
          titles={titles}
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
