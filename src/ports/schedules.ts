/**
 * Reads schedules written as cron text, in Danish time.
 *
 * Promises: times are the same whoever asks and whenever; a time that the change to summer time leaves out comes as
 * soon as it can, and none comes twice.
 */
export abstract class Schedules {
  /** What is wrong with the text and what to write instead; undefined when it can be used. */
  abstract faultIn(schedule: string): string | undefined;

  /** Every due time after one instant through another (milliseconds), in order. */
  abstract between(schedule: string, after: number, through: number): readonly number[];

  /** The first due time after an instant; undefined when there is none any more. */
  abstract next(schedule: string, after: number): number | undefined;
}
