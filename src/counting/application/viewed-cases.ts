import { LRUCache } from 'lru-cache';
import type { DecisionSource } from '../../ports/decision-source';
import type { Viewpoint } from '../../kernel/viewpoint';
import { CountedCases, type NamedCases } from '../domain/counted-cases';
import type { ReadPosition } from '../../ports/read-position';
import { fillCases } from './fill-cases';
import type { LiveCases } from './live-cases';

const VIEWPOINTS_KEPT = 3;

/**
 * Everyone's decisions in columns from any viewpoint. Those as of today, everything known, come from the live cases
 * where a program keeps them; any other viewpoint takes one pass over everyone, and the last few are kept.
 *
 * Live cases go on changing: use what is answered before waiting for anything else.
 */
export class ViewedCases extends CountedCases {
  private readonly kept: LRUCache<string, Promise<NamedCases>>;

  constructor(
    private readonly source: DecisionSource,
    private readonly position: ReadPosition,
    private readonly indicators: readonly string[],
    private readonly live?: LiveCases,
    viewpointsKept = VIEWPOINTS_KEPT,
  ) {
    super();
    this.kept = new LRUCache({ max: viewpointsKept });
  }

  override async at(viewpoint: Viewpoint): Promise<NamedCases> {
    if (this.live !== undefined && viewpoint.knownAt === undefined) {
      const { cases, version, asOf } = await this.live.current();
      if (asOf === viewpoint.asOf) return { cases, name: `live ${asOf} ${version}` };
    }
    const position = await this.position.current();
    const name = [viewpoint.asOf, viewpoint.knownAt, position].join(' ');
    const known = this.kept.get(name);
    const found = known ?? this.read(viewpoint, name, position);
    this.kept.set(name, found);
    if (known === undefined) {
      found.then(
        (read) => read.name === undefined && this.kept.delete(name),
        () => this.kept.delete(name),
      );
    }
    return found;
  }

  /** Other decisions on the same basis, such as those of other definitions; of these one viewpoint is kept. */
  beside(source: DecisionSource, indicators: readonly string[]): ViewedCases {
    return new ViewedCases(source, this.position, indicators, undefined, 1);
  }

  private async read(viewpoint: Viewpoint, name: string, before: string): Promise<NamedCases> {
    const cases = await fillCases(this.source, viewpoint, this.indicators);
    return (await this.position.current()) === before ? { cases, name } : { cases };
  }
}
