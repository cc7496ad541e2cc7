import { both } from '../../../kernel/language';
import { viewNote } from '../../../kernel/figures';
import { dayText } from '../../../kernel/localised';

import { CONTEXTS_OF } from '../../../kernel/unit';
import { CONTEXT_WORDS } from '../../../kernel/words/codes';
import { TROUBLE_WORDS } from '../../../kernel/words/figure';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { UNIT_PAGE_WORDS as WORDS } from '../../../kernel/words/unit-pages';
import { Alert } from '../../parts/alert';
import { Choices } from '../../parts/choices';
import { goalLevelAsked, LevelCounts } from '../../parts/level-counts';
import { ProfileTable } from '../../parts/profile-table';
import { periodAsked, periodOptions } from '../../parts/periods';
import { TroubleSection, troublesOf } from '../../parts/troubles';
import { contextAsked, unitsOf, type Unit } from '../../parts/units';
import { viewpointAsked } from '../../parts/viewpoint';
import { answered } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { addressOf, say, type Visit } from '../../site/visit';
import { Extremes } from './extremes';

/** Every indicator of one unit. */
export async function unitPage(visit: Visit): Promise<Page> {
  const id = visit.params['unit'] ?? '';
  const units = await unitsOf(visit);
  const viewpoint = viewpointAsked(visit);
  const period = await periodAsked(visit, viewpoint.view);
  const goalLevel = goalLevelAsked(visit);
  // A unit that is not listed is refused below, with the sentence of the API.
  const unit: Unit = units.find((one) => one.id === id) ?? { id, name: id, level: 'denmark' };
  const context = contextAsked(visit.asked['context'], unit.level);
  const query = {
    period: period.name,
    context,
    ...(goalLevel === undefined ? undefined : { goalLevel }),
    ...viewpoint.query,
  };
  const profile = await answered(
    visit.api.GET('/api/v1/units/{organisation}/profile', { params: { path: { organisation: id }, query } }),
  );
  const { indicators } = await answered(visit.api.GET('/api/v1/indicators'));
  const titles = new Map(indicators.map(({ key, title }) => [key, title]));
  const troubles = await troublesOf(visit, unit, units, profile.period);
  return {
    title: unit.name,
    lead: say(visit, WORDS.lead({ unit: both(unit.name, unit.name) })),
    crumbs: [
      { title: say(visit, WORDS.listTitle), href: '/enheder' },
      ...(unit.region === undefined
        ? []
        : [{ title: unit.region.name, href: addressOf(`/enheder/${unit.region.id}`, { period: period.name }) }]),
    ],
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
            ...contextChoices(visit, unit, context),
            ...viewpoint.choices,
          ]}
        />
        <p>{say(visit, TROUBLE_WORDS.through({ day: dayText(profile.asOf) }))}</p>
        <LevelCounts visit={visit} profile={profile} />
        <Extremes visit={visit} profile={profile} titles={titles} />
        <ProfileTable visit={visit} profile={profile} titles={titles} />
        <TroubleSection visit={visit} unit={unit} found={troubles} rows={profile.indicators} />
        {viewNote(viewpoint.view, visit.language).map((note) => (
          <p>{note}</p>
        ))}
      </>
    ),
  };
}

/** By what the unit can be counted, where there is more than one way. */
function contextChoices(visit: Visit, { level }: Unit, value: string) {
  const contexts = CONTEXTS_OF[level];
  if (contexts.length === 1) return [];
  const options = contexts.map((context) => ({ value: context, text: say(visit, CONTEXT_WORDS[context]) }));
  return [{ name: 'context', label: say(visit, CHOICE_WORDS.context), value, options }];
}
