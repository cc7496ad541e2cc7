import { addDays } from '../../kernel/day';
import { both } from '../../kernel/language';
import { dayText } from '../../kernel/localised';
import { periodTitle, type Period } from '../../kernel/period';
import { FEED_STATE_WORDS } from '../../kernel/words/feeds';
import { FEED_STATUS_WORDS, TROUBLE_WORDS } from '../../kernel/words/figure';
import type { Bilingual } from '../../kernel/language';
import { answeredOrNothing } from '../site/api-refusal';
import { say, type Visit } from '../site/visit';
import { DataTable } from './data-table';
import type { Shapes } from './shapes';
import type { Unit } from './units';

/** A stretch of days in which a source lacked something. */
interface Trouble {
  readonly organisation: string;
  readonly name: string;
  readonly state: Bilingual;
  readonly from: string;
  readonly to?: string;
  readonly isUnconnected: boolean;
}

/** What lacked something, as far as the reader may see it. */
export interface Troubles {
  readonly troubles: readonly Trouble[] | undefined;
  readonly period: Period;
}

/** What is decided of a period's patients is reported up to a year after its last day. */
const REPORTED_WITHIN_DAYS = 365;

/**
 * The troubles and alarms of the sources that touch a unit's pathways of a period, in it or in the year they take: its
 * own, those of its region, and registers, which are everybody's. Without a unit of a region everyone's. None where the
 * reader may not see deliveries.
 */
export async function troublesOf(visit: Visit, unit: Unit, units: readonly Unit[], period: Period): Promise<Troubles> {
  const feeds = visit.may('listFeeds') ? await answeredOrNothing(visit.api.GET('/api/v1/feeds')) : undefined;
  if (feeds === undefined) return { troubles: undefined, period };
  const regionOf = new Map(units.map(({ id, region }) => [id, region?.id]));
  const region = unit.level === 'region' ? unit.id : unit.region?.id;
  const touches = ({ organisation, from, to }: Trouble): boolean =>
    addDays(from, -REPORTED_WITHIN_DAYS) <= period.to &&
    (to === undefined || to >= period.from) &&
    (region === undefined || [undefined, region].includes(regionOf.get(organisation)));
  return { troubles: [...statuses(feeds), ...alarms(feeds)].filter(touches), period };
}

const statuses = ({ organisations }: Shapes['Feeds']): Trouble[] =>
  organisations.flatMap(({ organisation, name, statuses: all }) =>
    all
      .filter(({ state }) => state !== 'connected')
      .map(({ state, from, to }) => ({
        organisation,
        name,
        state: FEED_STATUS_WORDS[state],
        from,
        ...(to === undefined ? undefined : { to }),
        isUnconnected: state === 'not-connected',
      })),
  );

const alarms = ({ alarms: all }: Shapes['Feeds']): Trouble[] =>
  all.map(({ organisation, name, state, since, until }) => ({
    organisation,
    name,
    state: TROUBLE_WORDS.alarm({ state: FEED_STATE_WORDS[state] }),
    from: since,
    ...(until === undefined ? undefined : { to: until }),
    isUnconnected: false,
  }));

/** Which sources lacked something, and how many pathways are unknown for it. */
export function TroubleSection({
  visit,
  unit,
  found: { troubles, period },
  rows,
}: {
  readonly visit: Visit;
  readonly unit: Unit;
  readonly found: Troubles;
  /** Of the unit in the period. */
  readonly rows: readonly Pick<Shapes['ShownRow'], 'unknownReasons'>[];
}) {
  return (
    <section aria-labelledby="kilder">
      <h2 id="kilder">{say(visit, TROUBLE_WORDS.heading)}</h2>
      <p>
        {unknownFor(visit, rows)}
        {troubles === undefined ? ` ${say(visit, TROUBLE_WORDS.notForYou)}` : ''}
      </p>
      {troubles === undefined ? undefined : <Listed visit={visit} unit={unit} troubles={troubles} period={period} />}
    </section>
  );
}

function unknownFor(visit: Visit, rows: readonly Pick<Shapes['ShownRow'], 'unknownReasons'>[]): string {
  const most = (reason: 'SOURCE_SILENT' | 'SOURCE_NOT_CONNECTED'): number =>
    Math.max(0, ...rows.map(({ unknownReasons }) => unknownReasons[reason] ?? 0));
  const [silent, unconnected] = [most('SOURCE_SILENT'), most('SOURCE_NOT_CONNECTED')];
  if (silent + unconnected === 0) return say(visit, TROUBLE_WORDS.silentForNone);
  return say(visit, TROUBLE_WORDS.silentForMany({ silent, unconnected }));
}

function Listed({
  visit,
  unit,
  troubles,
  period,
}: {
  readonly visit: Visit;
  readonly unit: Unit;
  readonly troubles: readonly Trouble[];
  readonly period: Period;
}) {
  const { language } = visit;
  const told = troubles.filter(({ isUnconnected }) => !isUnconnected);
  const unconnected = troubles.filter(({ isUnconnected }) => isUnconnected);
  const columns = [
    {
      heading: say(visit, TROUBLE_WORDS.organisation),
      cell: ({ organisation, name }: Trouble) => <a href={`/leveringer/${organisation}`}>{name}</a>,
    },
    { heading: say(visit, TROUBLE_WORDS.state), cell: ({ state }: Trouble) => say(visit, state) },
    { heading: say(visit, TROUBLE_WORDS.from), cell: ({ from }: Trouble) => dayText(from)[language] },
    {
      heading: say(visit, TROUBLE_WORDS.to),
      cell: ({ to }: Trouble) => (to === undefined ? say(visit, TROUBLE_WORDS.still) : dayText(to)[language]),
    },
  ];
  const caption = say(visit, TROUBLE_WORDS.of({ unit: both(unit.name, unit.name), period: periodTitle(period) }));
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={told} empty={say(visit, TROUBLE_WORDS.none)} />
      {unconnected.length === 0 ? undefined : (
        <details class="details">
          <summary class="details-summary">
            {say(visit, TROUBLE_WORDS.notConnected({ count: unconnected.length }))}
          </summary>
          <div class="details-text">
            <ul>
              {unconnected.map(({ name, from }) => (
                <li>
                  {name} ({say(visit, TROUBLE_WORDS.from).toLowerCase()} {dayText(from)[language]})
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}
