import type { Day } from './day';
import type { Organisation } from './organisation';

/** What the registry says of an organisation's deliveries from a day on. */
export interface FeedStatus {
  readonly organisation: Organisation;
  readonly state: 'connected' | 'not-connected' | 'silent';
  readonly from: Day;
  readonly to?: Day;
}
