import { schemeText } from '../kernel/organisation';
import type { FeedParameters } from '../kernel/feed-parameters';
import { regionOf, type OrganisationList } from '../kernel/organisation-list';
import { unitOrderOf } from '../kernel/unit-order';
import type { AlarmStore } from '../ports/alarm-store';
import type { Clock } from '../ports/clock';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { OwnEvents } from '../ports/own-events';
import type { UnitOfWork } from '../ports/unit-of-work';
import { KeepFeedStatuses } from './application/keep-feed-statuses';
import type { NotedDeliveries } from './application/noted-deliveries';
import { SettleAlarm } from './application/settle-alarm';
import { ViewFeeds } from './application/view-feeds';
import { WatchFeeds } from './application/watch-feeds';

export interface FeedPorts {
  readonly deliveries: NotedDeliveries;
  readonly alarms: AlarmStore;
  readonly feedEvents: FeedEventStore;
  readonly unit: UnitOfWork;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly parameters: FeedParameters;
  /** What the program states of feeds itself goes in the same way as what sources send. */
  readonly ownEvents: OwnEvents;
}

/** The use cases that keep what is said of feeds and watch deliveries; hospitals are looked at together by
 * region. `madeGood`: who confirms that a silence was made good. */
export function feedsOver(
  ports: FeedPorts,
  organisations: OrganisationList,
  { madeGood }: { readonly madeGood: 'staff' | 'watch' },
) {
  const settling = new SettleAlarm(ports);
  const watch = new WatchFeeds({
    ...ports,
    ...(madeGood === 'watch' ? { confirming: settling } : undefined),
    groupOf: (organisation, day) =>
      schemeText(organisation) === 'hospital' ? regionOf(organisations, organisation, day)?.code : undefined,
  });
  return {
    feeds: new KeepFeedStatuses(ports.feedEvents),
    watch,
    settling,
    feedsView: new ViewFeeds({ ...ports, watch, order: unitOrderOf(organisations) }),
  };
}
