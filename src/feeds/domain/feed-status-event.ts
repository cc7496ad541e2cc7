import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import { typeOfKind } from '../../kernel/event-kinds';
import type { FeedTrouble } from '../../kernel/feed-alarm';
import { formatInstant } from '../../kernel/instant';
import type { Alarm } from './alarm';

/** The last version that a record of the program's own has among events; 0 where there is none. */
export function lastVersionOf(recordId: string, events: Iterable<ClinicalEventOf<'registry.feed-status'>>): number {
  let last = 0;
  for (const { source, recordId: known, version } of events) {
    if (source === OWN_SOURCE && known === recordId && version > last) last = version;
  }
  return last;
}

/** Who says what staff have confirmed or overruled. */
const OWN_SOURCE = 'registry:rehabspor';

/** Troubles that mean that something is missing; of the others a feed status says nothing. */
const MISSING: ReadonlySet<FeedTrouble> = new Set(['silent', 'late', 'partial', 'halved']);

/** True when confirming the alarm says something of the feed: that it is silent. */
export const isAboutSilence = ({ finding }: Alarm): boolean => MISSING.has(finding.state);

/**
 * The `registry.feed-status` event that a verdict writes: confirmed, the organisation is silent from the alarm’s first
 * day (through `to`, once deliveries are back); overruled, it is connected from that day. One record an alarm, each
 * step a new version, later than `after`, so that the last word stands.
 */
export function feedStatusEvent(
  { id, finding, places }: Alarm,
  verdict: 'confirmed' | 'overruled',
  at: number,
  { to, after = 0 }: { readonly to?: Day | undefined; readonly after?: number } = {},
): { readonly id: string } & Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0',
    id: `${id}-${places}-${at}`,
    source: OWN_SOURCE,
    type: typeOfKind('registry.feed-status'),
    time: formatInstant(at),
    datacontenttype: 'application/json',
    data: {
      recordId: id,
      version: Math.max(places, after) + 1,
      organisation: finding.organisation,
      state: verdict === 'confirmed' ? 'silent' : 'connected',
      from: finding.since,
      ...(to === undefined ? undefined : { to }),
    },
  };
}
