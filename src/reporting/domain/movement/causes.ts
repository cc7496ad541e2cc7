/**
 * Why a number moved, in the order the steps are taken (but see `new-patients`).
 *
 * - `new-patients`: pathways of which nothing was known at the earlier moment, whatever has come of them since. It is no
 *   step of its own: what the three steps after `passing-time` do to such a pathway counts here.
 * - `passing-time`: another as-of day on the same events. A pathway known before its index day belongs here too.
 * - `late-events`: registrations of known pathways of which nothing was known at the earlier moment.
 * - `corrections`, `retractions`: what has become of registrations that were known.
 * - `feed-status`: what is said of deliveries. - `definitions`: definition set and policy.
 * - `organisations`: under which region a hospital or municipality stands. - `period`: another stretch of days.
 */
export const CAUSES = [
  'new-patients',
  'passing-time',
  'late-events',
  'corrections',
  'retractions',
  'feed-status',
  'definitions',
  'organisations',
  'period',
] as const;
export type Cause = (typeof CAUSES)[number];
