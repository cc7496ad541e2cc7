import { both } from '../../kernel/language';
import { danishDay } from '../../kernel/day';
import { dayText } from '../../kernel/localised';
import type { Context } from '../../kernel/unit';
import { TROUBLE_WORDS } from '../../kernel/words/figure';
import { CHOICE_WORDS } from '../../kernel/words/overview';
import { answered } from '../site/api-refusal';
import { say, type Visit } from '../site/visit';
import { Alert } from './alert';
import { Choices, type Choice } from './choices';
import { goalLevelAsked, LevelCounts } from './level-counts';
import { periodAsked, periodOptions, type PeriodAsked } from './periods';
import type { Shapes } from './shapes';
import type { Unit } from './units';
import { viewpointAsked, type ViewpointAsked } from './viewpoint';

/** A unit's profile as it was asked for, and what is said with it. */
export interface AskedProfile {
  readonly viewpoint: ViewpointAsked;
  readonly period: PeriodAsked;
  readonly profile: Shapes['UnitProfile'];
  readonly titles: ReadonlyMap<string, Shapes['Bilingual']>;
  /** The last day on which anything was received; and from the unit, where it is one that reports itself. */
  readonly received: { readonly all: string | null; readonly own?: string | null };
}

/** Asks for every indicator of a unit in the period, from the viewpoint and at the level that are asked for. */
export async function profileAsked(visit: Visit, unit: Unit, context?: Context): Promise<AskedProfile> {
  const { api } = visit;
  const viewpoint = viewpointAsked(visit);
  const period = await periodAsked(visit, viewpoint.view);
  const goalLevel = goalLevelAsked(visit);
  const query = {
    period: period.name,
    ...(context && { context }),
    ...(goalLevel && { goalLevel }),
    ...viewpoint.query,
  };
  const profile = await answered(
    api.GET('/api/v1/units/{organisation}/profile', { params: { path: { organisation: unit.id }, query } }),
  );
  const { indicators } = await answered(api.GET('/api/v1/indicators'));
  const titles = new Map(indicators.map(({ key, title }) => [key, title]));
  return { viewpoint, period, profile, titles, received: await receivedOf(visit, unit, viewpoint) };
}

async function receivedOf({ api, today }: Visit, { id, level }: Unit, { query }: ViewpointAsked) {
  const { asOf = today, knownAt } = query;
  const known = knownAt === undefined ? today : danishDay(Date.parse(knownAt));
  const until = known < asOf ? known : asOf;
  const through = async (asked: { readonly organisation?: string }) =>
    (await answered(api.GET('/api/v1/feeds/received', { params: { query: { until, ...asked } } }))).through;
  const reports = level === 'hospital' || level === 'municipality';
  return { all: await through({}), ...(reports ? { own: await through({ organisation: id }) } : undefined) };
}

/** Above a profile: what can be chosen of it, through which day there are data, and how many indicators reach which level. */
export function ProfileHead({
  visit,
  unit,
  asked: { viewpoint, period, profile, received },
  choices = [],
}: {
  readonly visit: Visit;
  readonly unit: Unit;
  readonly asked: AskedProfile;
  /** Of this page besides the period and the viewpoint. */
  readonly choices?: readonly Choice[];
}) {
  const options = periodOptions(period.names, visit.language);
  return (
    <>
      {period.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badPeriod)}</Alert> : undefined}
      {viewpoint.isUnusable ? <Alert kind="error">{say(visit, CHOICE_WORDS.badDay)}</Alert> : undefined}
      <Choices
        visit={visit}
        kept={['goalLevel']}
        choices={[
          { name: 'period', label: say(visit, CHOICE_WORDS.period), value: period.name, options },
          ...choices,
          ...viewpoint.choices,
        ]}
      />
      <p>
        {receivedText(visit, unit, received)} <a href="#kilder">{say(visit, TROUBLE_WORDS.heading)}</a>
      </p>
      <LevelCounts visit={visit} profile={profile} />
    </>
  );
}

function receivedText(visit: Visit, { name }: Unit, { all, own }: AskedProfile['received']): string {
  const unit = both(name, name);
  const words = TROUBLE_WORDS;
  const texts = [
    all === null ? words.nothingThrough : words.through({ day: dayText(all) }),
    ...(own === undefined
      ? []
      : [own === null ? words.nothingOf({ unit }) : words.throughOf({ unit, day: dayText(own) })]),
  ];
  return texts.map((text) => say(visit, text)).join(' ');
}
