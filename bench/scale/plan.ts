/** What the distributed program is to carry. */
export interface Load {
  /** Events of all years together, which are filled in at the beginning. */
  readonly events: number;
  readonly years: number;
  /** Computing time of all services together an event. */
  readonly secondsAnEvent: number;
  /** The first filling may take so long. */
  readonly hoursToFill: number;
  /** A month's events may come within so many hours. */
  readonly peakHours: number;
}

/** What it asks for. */
export interface Plan {
  readonly eventsASecondAtPeak: number;
  readonly eventsASecondToFill: number;
  /** Processes of one core each, over all services. */
  readonly instances: number;
  readonly partitions: number;
}

/** So much of a core is computed on at most, that a peak within the peak finds room. */
export const BUSY_SHARE = 0.6;
export const PARTITIONS_AN_INSTANCE = 4;
const SECONDS_AN_HOUR = 3_600;

/**
 * Instances for the greater of two rates, the peak of daily running and the first filling, and partitions of keyed topics:
 * a power of two, four or more to an instance, for their number stays what it was when persons were first spread over
 * them. Never less than there are today and than one instance of every service.
 */
export function planOf(load: Load, today: { readonly partitions: number; readonly services: number }): Plan {
  const eventsASecondAtPeak = load.events / load.years / 12 / (load.peakHours * SECONDS_AN_HOUR);
  const eventsASecondToFill = load.events / (load.hoursToFill * SECONDS_AN_HOUR);
  const rate = Math.max(eventsASecondAtPeak, eventsASecondToFill);
  const instances = Math.max(today.services, Math.ceil((rate * load.secondsAnEvent) / BUSY_SHARE));
  const partitions = Math.max(today.partitions, 2 ** Math.ceil(Math.log2(PARTITIONS_AN_INSTANCE * instances)));
  return { eventsASecondAtPeak, eventsASecondToFill, instances, partitions };
}
