import type { ClinicalEvent } from '../../kernel/clinical-event';
import { compareCodePoints } from '../../kernel/ordering';

/**
 * When an event is added on the way between two moments: 0 known at the earlier, 1 with the late events, 2 with the
 * corrections, 3 with the retractions.
 */
export type Rung = 0 | 1 | 2 | 3;

/**
 * The rung of every event received by the later moment; undefined when nothing was received in between.
 *
 * A registration stands on one rung whole: 1 when nothing was known of it at the earlier moment, else 3 when it is
 * retracted at the later one, else 2.
 */
export function rungsBetween(
  events: readonly ClinicalEvent[],
  early: number,
  late: number,
): ReadonlyMap<ClinicalEvent, Rung> | undefined {
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
  const rungs = new Map<ClinicalEvent, Rung>();
  for (const event of events) {
    if (event.receivedAt > late) continue;
    rungs.set(event, event.receivedAt <= early ? 0 : rungOf(registrationOf(event), known, greatest));
  }
  return rungs;
}

function rungOf(registration: string, known: ReadonlySet<string>, greatest: ReadonlyMap<string, ClinicalEvent>): Rung {
  if (!known.has(registration)) return 1;
  return greatest.get(registration)?.status === 'retracted' ? 3 : 2;
}

/** A registration is source, kind and record id (interface.md §2). */
const registrationOf = ({ kind, source, recordId }: ClinicalEvent): string => `${kind}\n${source}\n${recordId}`;

const compareVersions = (a: ClinicalEvent, b: ClinicalEvent): number =>
  a.version - b.version || a.time - b.time || compareCodePoints(a.id, b.id);
