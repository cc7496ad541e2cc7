import { both } from '../../../kernel/language';
import { viewNote } from '../../../kernel/figures';
import { CONTEXTS_OF } from '../../../kernel/unit';
import { CONTEXT_WORDS } from '../../../kernel/words/codes';
import { CHOICE_WORDS } from '../../../kernel/words/overview';
import { UNIT_PAGE_WORDS as WORDS } from '../../../kernel/words/unit-pages';
import { ProfileTable } from '../../parts/profile-table';
import { TroubleSection, troublesOf } from '../../parts/troubles';
import { ProfileHead, profileAsked } from '../../parts/unit-profile';
import { contextAsked, unitsOf, type Unit } from '../../parts/units';
import type { Page } from '../../site/page';
import { addressOf, say, type Visit } from '../../site/visit';
import { Extremes } from './extremes';

/** Every indicator of one unit. */
export async function unitPage(visit: Visit): Promise<Page> {
  const id = visit.params['unit'] ?? '';
  const units = await unitsOf(visit);
  // A unit that is not listed is refused below, with the sentence of the API.
  const unit: Unit = units.find((one) => one.id === id) ?? { id, name: id, level: 'denmark' };
  const context = contextAsked(visit.asked['context'], unit.level);
  const asked = await profileAsked(visit, unit, context);
  const { profile, period, titles, viewpoint } = asked;
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
        <ProfileHead visit={visit} unit={unit} asked={asked} choices={contextChoices(visit, unit, context)} />
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
