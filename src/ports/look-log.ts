import type { PersonKey } from '../kernel/clinical-event';
import type { ChainedLook, Look, LookHead, LookTail } from '../kernel/look';

/** Which looks are asked for; what is absent is not asked by. */
export interface LookQuestion {
  /** Looks at one of these, and those at everyone. */
  readonly persons?: readonly PersonKey[];
  readonly subject?: string;
  readonly organisation?: string;
  readonly purpose?: string;
  /** From this moment on. */
  readonly from?: number;
  /** Before this moment. */
  readonly until?: number;
  /** Only numbers below this one. */
  readonly before?: number;
  readonly limit: number;
}

/** A look as it stands in the store; one that cannot be read has none. */
export interface KeptLook extends LookTail {
  readonly look?: Look;
}

/**
 * Every look at persons, only ever appended.
 *
 * Promises: looks appended in one call stand together or not at all, after the last one; of several who append after the
 * same look one does; what `append` resolved true for is durable.
 */
export abstract class LookLog {
  /** True when they were appended; false when the first of them does not follow the last one that is there. */
  abstract append(looks: readonly ChainedLook[]): Promise<boolean>;

  /** How far the log has come. */
  abstract last(): Promise<LookTail>;

  /** The look of a number, as it stands. */
  abstract find(number: number): Promise<KeptLook | undefined>;

  /** The newest that were asked for, the newest first. */
  abstract page(question: LookQuestion): Promise<readonly ChainedLook[]>;

  /** Every look as it stands, in the order of their numbers, about so many at a time. */
  abstract scan(atATime: number): AsyncIterable<readonly KeptLook[]>;

  /** Numbers of looks that are found by others than the persons they are at, and those found that there are not. */
  abstract misfiled(): Promise<readonly number[]>;
}

/** A look could not be logged: nothing may be shown. The message says what is in the way. */
export class LookNotLogged extends Error {}

/** Where the head of the log of looks is kept: elsewhere than the log, so that one tells of the other. */
export abstract class LookHeads {
  /** The head that was written last; undefined where there is none. Throws when what is there is none. */
  abstract read(): Promise<LookHead | undefined>;

  /** Resolves when whoever reads finds this head. */
  abstract write(head: LookHead): Promise<void>;

  /** Where it is, in words that people find it by. */
  abstract readonly place: string;
}
