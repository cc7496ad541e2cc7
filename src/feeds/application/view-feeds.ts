import { danishDay, type Day } from '../../kernel/day';
import { schemeText, type Organisation } from '../../kernel/organisation';
import { compareCodePoints } from '../../kernel/ordering';
import type { FeedParameters } from '../../kernel/feed-parameters';
import { othersTurn } from '../../kernel/others-turn';
import type { AlarmStore } from '../../ports/alarm-store';
import type { Clock } from '../../ports/clock';
import type { FeedEventStore } from '../../ports/feed-event-store';
import { alarmOf, type Alarm } from '../domain/alarm';
import { calendarMonth, type CalendarMonth } from '../domain/delivery-calendar';
import { feedStatusesInForce } from '../domain/feed-statuses';
import { feedsByOrganisation, type OrganisationFeeds } from '../domain/feeds-by-organisation';
import type { Judgement } from '../domain/judge';
import { addToMonth, firstDayOf, monthOf, monthsBetween, type Month } from '../domain/month';
import { loadHistory } from './load-history';
import type { NotedDeliveries } from './noted-deliveries';
import type { WatchFeeds } from './watch-feeds';

/** One organisation’s line of the calendar. */
export interface CalendarRow {
  readonly organisation: Organisation;
  readonly months: readonly CalendarMonth[];
}

/** One organisation from every side. */
export interface FeedView {
  readonly statuses: OrganisationFeeds | undefined;
  readonly judgement: Judgement | undefined;
  readonly alarms: readonly Alarm[];
  readonly months: readonly CalendarMonth[];
}

/** The calendar without `organisation` leaves out these: thousands of senders of a few events a year. */
const LEFT_OUT = 'general-practice';
const MONTHS_SHOWN = 12;
/** What other processes count is seen after this. */
const CALENDAR_KEPT_MS = 10 * 60_000;
const CALENDARS_KEPT = 16;

interface KeptCalendar {
  readonly madeAt: number;
  readonly stamp: number;
  readonly rows: readonly CalendarRow[];
}

/** Looks at what sources deliver. */
export class ViewFeeds {
  private readonly calendars = new Map<string, KeptCalendar>();

  constructor(
    private readonly ports: {
      readonly deliveries: NotedDeliveries;
      readonly alarms: AlarmStore;
      readonly feedEvents: FeedEventStore;
      readonly clock: Clock;
      readonly parameters: FeedParameters;
      readonly watch: WatchFeeds;
      /** In which organisations are listed. */
      readonly order: (a: Organisation, b: Organisation) => number;
    },
  ) {}

  /** Alarms, the youngest first. */
  async alarms(only: (alarm: Alarm) => boolean = () => true): Promise<readonly Alarm[]> {
    const alarms = (await this.ports.alarms.all()).flatMap(({ alarm, steps }) => alarmOf(alarm, steps) ?? []);
    return alarms.filter(only).sort((a, b) => b.raisedAt - a.raisedAt || compareCodePoints(a.id, b.id));
  }

  /** What the registry says of each organisation’s deliveries as of today. */
  async statuses(): Promise<{ readonly asOf: Day; readonly organisations: readonly OrganisationFeeds[] }> {
    const asOf = danishDay(this.ports.clock.now());
    const statuses = feedStatusesInForce(await this.ports.feedEvents.all());
    const organisations = feedsByOrganisation(statuses, asOf);
    return { asOf, organisations: organisations.sort((a, b) => this.ports.order(a.organisation, b.organisation)) };
  }

  /** The last day through one, by default today, on which an organisation, or anybody, delivered something. */
  async lastReceived(day?: Day, organisation?: Organisation) {
    const until = day ?? danishDay(this.ports.clock.now());
    return { until, through: await this.ports.deliveries.lastDay(until, organisation) };
  }

  /** Everyone who delivers or of whose deliveries something was said. */
  async known(): Promise<readonly Organisation[]> {
    const { organisations } = await this.statuses();
    const named = organisations.map(({ organisation }) => organisation);
    return [...new Set([...(await this.ports.deliveries.organisations()), ...named])].sort(this.ports.order);
  }

  /** One organisation as of the end of a day; by default of yesterday, the last that is over. */
  async organisation(organisation: Organisation, day: Day = this.ports.watch.lastWholeDay()): Promise<FeedView> {
    const { organisations } = await this.statuses();
    return {
      statuses: organisations.find((said) => said.organisation === organisation),
      judgement: await this.ports.watch.judgementOf(organisation, day),
      alarms: await this.alarms(({ finding }) => finding.organisation === organisation),
      months: await this.monthsShown(organisation, day),
    };
  }

  /** The last twelve months, out of everyone's where those are kept. */
  private async monthsShown(organisation: Organisation, day: Day): Promise<readonly CalendarMonth[]> {
    const to = monthOf(day);
    const from = addToMonth(to, 1 - MONTHS_SHOWN);
    const everyone = this.keptCalendar(from, to, day);
    const row = everyone?.find((one) => one.organisation === organisation);
    return row?.months ?? this.monthsOf(organisation, from, to, day);
  }

  /** The calendar of one organisation, or of all but general practices and those of whom there is nothing to say. */
  async calendar(from: Month, to: Month, organisation?: Organisation): Promise<readonly CalendarRow[]> {
    const asOf = this.ports.watch.lastWholeDay();
    if (organisation !== undefined) {
      return [{ organisation, months: await this.monthsOf(organisation, from, to, asOf) }];
    }
    const { organisations } = await this.statuses();
    const spokenOf = new Set(organisations.map((said) => said.organisation));
    return (await this.everyonesMonths(from, to, asOf)).filter(
      (row) => spokenOf.has(row.organisation) || row.months.some(({ status }) => status !== 'none'),
    );
  }

  /** Kept until something is counted on a day it shows. */
  private async everyonesMonths(from: Month, to: Month, asOf: Day): Promise<readonly CalendarRow[]> {
    const kept = this.keptCalendar(from, to, asOf);
    if (kept !== undefined) return kept;
    const [madeAt, stamp] = [this.ports.clock.now(), this.ports.deliveries.stampThrough(asOf)];
    const rows: CalendarRow[] = [];
    for (const organisation of await this.known()) {
      if (schemeText(organisation) === LEFT_OUT) continue;
      rows.push({ organisation, months: await this.monthsOf(organisation, from, to, asOf) });
      await othersTurn();
    }
    if (this.calendars.size >= CALENDARS_KEPT) this.calendars.clear();
    this.calendars.set(nameOf(from, to, asOf), { madeAt, stamp, rows });
    return rows;
  }

  private keptCalendar(from: Month, to: Month, asOf: Day): readonly CalendarRow[] | undefined {
    const kept = this.calendars.get(nameOf(from, to, asOf));
    const isCurrent = kept?.stamp === this.ports.deliveries.stampThrough(asOf);
    return isCurrent && this.ports.clock.now() - kept.madeAt < CALENDAR_KEPT_MS ? kept.rows : undefined;
  }

  /** The calendar that is shown when no months are asked for. */
  calendarShown(): Promise<readonly CalendarRow[]> {
    const { from, to } = this.defaultMonths();
    return this.calendar(from, to);
  }

  /** The months that a calendar shows when none are asked for: the last twelve. */
  defaultMonths(): { readonly from: Month; readonly to: Month } {
    const to = monthOf(this.ports.watch.lastWholeDay());
    return { from: addToMonth(to, 1 - MONTHS_SHOWN), to };
  }

  private async monthsOf(organisation: Organisation, from: Month, to: Month, asOf: Day): Promise<CalendarMonth[]> {
    const { deliveries, parameters } = this.ports;
    const history = await loadHistory(deliveries, organisation, firstDayOf(from), asOf, parameters.windowDays);
    return monthsBetween(from, to).map((month) => calendarMonth(history, month, asOf, parameters));
  }
}

const nameOf = (from: Month, to: Month, asOf: Day): string => `${from} ${to} ${asOf}`;
