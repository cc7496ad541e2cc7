import type { NotedDeliveries } from '../feeds/application/noted-deliveries';
import { SettleAlarm } from '../feeds/application/settle-alarm';
import { ViewFeeds } from '../feeds/application/view-feeds';
import { WatchFeeds } from '../feeds/application/watch-feeds';
import type { ReceiveEvents } from '../intake/application/receive-events';
import { schemeText } from '../kernel/organisation';
import { regionOf, type OrganisationList } from '../kernel/organisation-list';
import type { AlarmStore } from '../ports/alarm-store';
import type { Clock } from '../ports/clock';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { OwnEvents } from '../ports/own-events';
import type { UnitOfWork } from '../ports/unit-of-work';

interface FeedPorts {
  readonly deliveries: NotedDeliveries;
  readonly alarms: AlarmStore;
  readonly feedEvents: FeedEventStore;
  readonly unit: UnitOfWork;
  readonly log: EventLog;
}

/** The use cases that watch deliveries; what they state of feeds goes through intake, and hospitals are grouped by region. */
export function feedWatch(ports: FeedPorts, intake: ReceiveEvents, clock: Clock, organisations: OrganisationList) {
  const ownEvents = ownEventsThrough(intake);
  const watch = new WatchFeeds({
    ...ports,
    ownEvents,
    clock,
    groupOf: (organisation, day) =>
      schemeText(organisation) === 'hospital' ? regionOf(organisations, organisation, day)?.code : undefined,
  });
  return {
    watch,
    settling: new SettleAlarm({ ...ports, ownEvents, clock }),
    feedsView: new ViewFeeds({ ...ports, clock, watch }),
  };
}

/** What the program states itself goes through intake like everything else: checked, answered, on the log. */
function ownEventsThrough(intake: ReceiveEvents): OwnEvents {
  return {
    async send(value) {
      const [receipt] = await intake.receive([{ value }], { receivedAt: 'clock' });
      if (receipt === undefined) throw new Error('Receiving one event gave no receipt.');
      return receipt;
    },
  };
}
