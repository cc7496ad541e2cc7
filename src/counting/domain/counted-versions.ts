import type { DefinitionSet } from '../../kernel/definition';
import type { CountedCases } from './counted-cases';
import type { ReportBasis } from './report-basis';

/**
 * Everyone's decisions under one definition set and policy, with what they are counted under. Journeys stand only with
 * those in force.
 */
export interface CountedVersion {
  readonly basis: ReportBasis;
  readonly counted: CountedCases;
}

/**
 * Everyone's decisions under any definition set there is: the one in force, the one the program comes with, and every
 * proposed one, whatever became of it.
 */
export abstract class CountedVersions {
  /** What the program decides by. */
  abstract readonly inForce: CountedVersion;

  /** Set and version of every set there is: first the one in force, then as they came to be. */
  abstract ids(): Promise<string[]>;

  /** The version of an id (without one the set in force); undefined when there is no such set. */
  abstract find(id?: string): Promise<CountedVersion | undefined>;

  /** A set under a choice of policies; what the set does not know of the choice is left to its defaults. */
  abstract under(set: DefinitionSet, choice: Readonly<Record<string, string>>): CountedVersion;
}
