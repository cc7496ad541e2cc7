import type { Topic } from '../../ports/event-log';

/** The table of each topic. */
export const TABLES = {
  'clinical-events': 'log_clinical_events',
  'feed-statuses': 'log_feed_statuses',
  'pathway-changes': 'log_pathway_changes',
  decisions: 'log_decisions',
  'feed-alarms': 'log_feed_alarms',
  'look-alarms': 'log_look_alarms',
} as const satisfies Readonly<Record<Topic, string>>;
export const TOPICS = Object.keys(TABLES) as Topic[];

/** How many partitions a topic's messages are spread over; persons in one partition are handled together. */
export const PARTITIONS: Readonly<Record<Topic, number>> = {
  'clinical-events': 64,
  'feed-statuses': 1,
  'pathway-changes': 4,
  decisions: 1,
  'feed-alarms': 1,
  'look-alarms': 1,
};
