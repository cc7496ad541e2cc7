import type { AlarmStep } from '../kernel/feed-alarm';

/** The steps of one alarm, in the order they were taken. */
export interface KeptAlarm {
  readonly alarm: string;
  readonly steps: readonly AlarmStep[];
}

/**
 * What became of every alarm, step by step; steps are appended and never changed.
 *
 * Promises: of several steps for the same place the first stands; an alarm's steps are loaded in their order.
 */
export abstract class AlarmStore {
  /** True when the step was taken, false when there is one at that place (0 is the first) already. */
  abstract append(alarm: string, place: number, step: AlarmStep): Promise<boolean>;

  abstract all(): Promise<readonly KeptAlarm[]>;

  /** One alarm; undefined when there is none of this name. */
  abstract find(alarm: string): Promise<KeptAlarm | undefined>;
}
