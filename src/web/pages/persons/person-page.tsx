import { addMonths, isDay, type Day } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import {
  ASSERT_RELATION_WORDS,
  FIND_PERSON_WORDS,
  KNOWN_AT_WORDS,
  PERSON_PAGE_WORDS as WORDS,
} from '../../../kernel/words/persons';
import { Alert } from '../../parts/alert';
import { endOfDay } from '../../parts/moments';
import { answered, answeredOrNothing, ApiRefusal } from '../../site/api-refusal';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { Certificate } from './certificate';
import { daysOfReceipt, KnownAt } from './known-at';
import { EventTable, LanesFigure } from './lanes-figure';
import { RelationTable } from './relation-table';
import { Reveal, type Revealed } from './reveal';
import { placedEvents, type PlacedEvent } from './shown-events';
import { readPerson, type ShownPerson } from './shown-person';

/** Titles of indicators by their keys. */
export async function indicatorTitles({ api, language }: Visit): Promise<ReadonlyMap<string, string>> {
  const { indicators } = await answered(api.GET('/api/v1/indicators'));
  return new Map(indicators.map(({ key, title }) => [key, title[language]]));
}

/** One person's pathways: lanes, decisions with their certificates, as known on a day, and who may look. */
export async function personPage(visit: Visit, names: OrganisationNames, revealed: Revealed = {}): Promise<Page> {
  const path = { person: visit.params['person'] ?? '' };
  const whole = await readPerson(visit, path.person);
  const asked = visit.asked['knownAt'];
  const isBad = asked !== undefined && !isDay(asked);
  const day = isBad || asked === undefined || asked >= visit.today ? undefined : asked;
  const person = day === undefined ? whole : await knownOn(visit, path.person, day);
  const relations = await answeredOrNothing(visit.api.GET('/api/v1/persons/{person}/relations', { params: { path } }));
  const titles = await indicatorTitles(visit);
  const until = visit.asked['asserted'];
  return {
    title: say(visit, WORDS.title),
    crumbs: [{ title: say(visit, FIND_PERSON_WORDS.title), href: '/personer' }],
    scripts: ['known-at'],
    ...(isBad || revealed.fault !== undefined ? { status: 400 } : undefined),
    main: (
      <>
        {until !== undefined && isDay(until) ? (
          <Alert kind="success">{say(visit, ASSERT_RELATION_WORDS.done({ until: dayText(until) }))}</Alert>
        ) : undefined}
        <p>
          {say(visit, WORDS.pseudonym)} <code>{say(visit, WORDS.key({ person: whole.person }))}</code>
        </p>
        {visit.may('revealPerson') ? <Reveal visit={visit} person={whole.person} revealed={revealed} /> : undefined}
        <KnownAt visit={visit} days={daysOfReceipt(whole.events)} shown={day} isBad={isBad} />
        {person === undefined ? (
          <p>{say(visit, KNOWN_AT_WORDS.nothing)}</p>
        ) : (
          <Pathways visit={visit} names={names} person={person} titles={titles} />
        )}
        {relations === undefined ? undefined : <RelationTable visit={visit} names={names} relations={relations} />}
      </>
    ),
  };
}

/** The person as they were known at the end of a day; undefined where nothing was. */
async function knownOn(visit: Visit, person: string, day: Day): Promise<ShownPerson | undefined> {
  try {
    return await readPerson(visit, person, { asOf: day, knownAt: endOfDay(day) });
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 404) return undefined;
    throw error;
  }
}

function Pathways({
  visit,
  names,
  person,
  titles,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly person: ShownPerson;
  readonly titles: ReadonlyMap<string, string>;
}) {
  const placed = placedEvents(person.events);
  const titleOf = (key: string): string => titles.get(key) ?? key;
  const rest = placed.filter((one) => !person.pathways.some((pathway, at) => isOf(one, person.pathways, at)));
  return (
    <>
      {person.setAside === undefined ? undefined : (
        <Alert kind="warning">{say(visit, WORDS.setAside({ reason: person.setAside.reason }))}</Alert>
      )}
      {person.pathways.length === 0 ? <p>{say(visit, WORDS.noPathways)}</p> : undefined}
      {person.pathways.map((pathway, at) => {
        const { number, indexDay, hospitalName: hospital, municipalityName } = pathway;
        const decisions = person.decisions.filter((one) => one.pathway === number);
        const municipality = municipalityName ?? WORDS.unknownPlace;
        return (
          <section aria-labelledby={`pathway-${number}`}>
            <h2 id={`pathway-${number}`}>{say(visit, WORDS.pathway({ number, day: dayText(indexDay) }))}</h2>
            <p>{say(visit, WORDS.place({ day: dayText(indexDay), place: hospital, municipality }))}</p>
            <LanesFigure
              {...{ visit, names, pathway, decisions, titleOf }}
              placed={placed.filter((one) => isOf(one, person.pathways, at))}
              asOf={person.asOf}
            />
            <h3 id={`decisions-${number}`}>{say(visit, WORDS.decisions)}</h3>
            <p>{say(visit, WORDS.decisionsLead)}</p>
            {decisions.map((decision) => (
              <Certificate {...{ visit, names, decision }} title={titleOf(decision.indicator)} events={person.events} />
            ))}
          </section>
        );
      })}
      {rest.length === 0 ? undefined : (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" class="h3">
            {say(visit, WORDS.elsewhere)}
          </h2>
          <EventTable visit={visit} names={names} placed={rest} />
        </section>
      )}
    </>
  );
}

/** So long before its index day events are shown with a pathway, and so long after it at most. */
const [MONTHS_BEFORE, MONTHS_AFTER] = [1, 14];

/** Whether an event is shown with a pathway: from a little before its index day, until the next or its windows' end. */
function isOf({ on }: PlacedEvent, pathways: ShownPerson['pathways'], at: number): boolean {
  const { indexDay } = pathways[at] as ShownPerson['pathways'][number];
  const next = pathways[at + 1]?.indexDay;
  const from = at === 0 ? addMonths(indexDay, -MONTHS_BEFORE) : indexDay;
  return on >= from && on <= addMonths(indexDay, MONTHS_AFTER) && (next === undefined || on < next);
}
