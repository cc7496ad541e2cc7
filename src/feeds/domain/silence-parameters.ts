/** What judging deliveries goes by; probabilities are those of as long a silence in a source that is well. */
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

export const FEED_PARAMETERS: FeedParameters = {
  windowDays: 400,
  leastDays: 42,
  leastEvents: 8,
  lateProbability: 1e-3,
  silentProbability: 1e-4,
  leastSilentDays: 2,
  partialProbability: 1e-5,
  levelHalfLife: 45,
  levelEvents: 40,
  togetherProbability: 1e-6,
  halvedShare: 0.65,
  halvedProbability: 1e-3,
  madeGoodShare: 0.8,
};
