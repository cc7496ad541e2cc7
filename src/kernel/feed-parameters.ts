/** What judging deliveries goes by (contracts/rules.yaml); probabilities are those of as long a silence in a source that is well. */
export interface FeedParameters {
  /** So much history is looked at (days). */
  readonly windowDays: number;
  /** With less than this nothing is expected yet. */
  readonly leastDays: number;
  readonly leastEvents: number;
  readonly lateProbability: number;
  readonly silentProbability: number;
  /** A silence lasts at least so many days. */
  readonly leastSilentDays: number;
  readonly partialProbability: number;
  /** Half of what is learned of the level is younger than this (days); rare senders are looked at for longer. */
  readonly levelHalfLife: number;
  /** The level stands on at least this many events, where there are so many. */
  readonly levelEvents: number;
  /** The organisations of a group are silent together at this probability of so little from all of them. */
  readonly togetherProbability: number;
  /** A volume is halved at no more than this share of what is expected, at this probability of so little. */
  readonly halvedShare: number;
  readonly halvedProbability: number;
  /** A silence is made good by at least this share of what is expected. */
  readonly madeGoodShare: number;
}
