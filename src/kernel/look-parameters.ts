/** What looking is judged by (contracts/rules.yaml). */
export interface LookParameters {
  /** Of whom looking is judged: the roles of health staff. */
  readonly staff: readonly string[];
  /** More persons within an hour than this are many. */
  readonly personsAnHour: number;
  /** More persons on a Danish day than this are many. */
  readonly personsADay: number;
  /** The hours of Danish clocks in which looking is usual: from this one on, */
  readonly fromHour: number;
  /** and before this one. */
  readonly untilHour: number;
}
