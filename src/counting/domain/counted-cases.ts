import type { Viewpoint } from '../../kernel/viewpoint';
import type { Cases } from './cases';

/** Cases with a name that is another whenever they are; without one they changed while they were read. */
export interface NamedCases {
  readonly cases: Cases;
  readonly name?: string;
}

/**
 * Everyone's decisions in columns from any viewpoint: what every count, chart and table is made from.
 *
 * Live cases go on changing: use what is answered before waiting for anything else.
 */
export abstract class CountedCases {
  abstract at(viewpoint: Viewpoint): Promise<NamedCases>;
}
