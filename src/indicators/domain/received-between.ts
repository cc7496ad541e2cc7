import type { ClinicalEvent } from '../../kernel/clinical-event';
import { compareVersions, registrationOf } from '../../kernel/registration';

/** When an event is added on the way between two moments: it was known `before`, or comes with one of three steps. */
export const RECEIVED = ['before', 'late', 'corrected', 'retracted'] as const;
export type Received = (typeof RECEIVED)[number];

/**
 * When every event received by the later moment is added; undefined when nothing was received in between.
 *
 * A registration comes whole: `late` when nothing was known of it at the earlier moment, else `retracted` when it is
 * retracted at the later one, else `corrected`.
 */
export function receivedBetween(
  events: readonly ClinicalEvent[],
  early: number,
  late: number,
): ReadonlyMap<ClinicalEvent, Received> | undefined {
  const isBetween = ({ receivedAt }: ClinicalEvent): boolean => receivedAt > early && receivedAt <= late;
  if (!events.some(isBetween)) return undefined;
  const known = new Set<string>();
  const greatest = new Map<string, ClinicalEvent>();
  for (const event of events) {
    if (event.receivedAt > late) continue;
    const registration = registrationOf(event);
    if (event.receivedAt <= early) known.add(registration);
    const other = greatest.get(registration);
    if (other === undefined || compareVersions(other, event) < 0) greatest.set(registration, event);
  }
  const received = new Map<ClinicalEvent, Received>();
  for (const event of events) {
    if (event.receivedAt > late) continue;
    received.set(event, event.receivedAt <= early ? 'before' : stepOf(registrationOf(event), known, greatest));
  }
  return received;
}

function stepOf(
  registration: string,
  known: ReadonlySet<string>,
  greatest: ReadonlyMap<string, ClinicalEvent>,
): Received {
  if (!known.has(registration)) return 'late';
  return greatest.get(registration)?.status === 'retracted' ? 'retracted' : 'corrected';
}
