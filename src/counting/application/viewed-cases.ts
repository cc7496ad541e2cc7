import { LRUCache } from 'lru-cache';
import type { DecisionSource } from '../../ports/decision-source';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { RecordKeyOf } from '../domain/keyed-count';
import { CountedCases, type NamedCases } from '../domain/counted-cases';
import type { ReadPosition } from '../../ports/read-position';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import { COUNTING_LAW } from './count-person';
import { fillCases } from './fill-cases';
import type { LiveCases } from './live-cases';

const VIEWPOINTS_KEPT = 3;

export interface ViewedPorts {
  readonly source: DecisionSource;
  readonly position: ReadPosition;
  /** Where those are told who cannot be counted. */
  readonly setAside: Pick<SetAsidePersons, 'settle'>;
  readonly recordKeyOf: RecordKeyOf;
  readonly live?: LiveCases | undefined;
  readonly viewpointsKept?: number;
  /** Pathways are counted without their journeys, which only those in force are asked for. */
  readonly withoutJourneys?: true;
}

/**
 * Everyone's decisions in columns from any viewpoint. Those as of today, everything known, come from the live cases
 * where a program keeps them; any other viewpoint takes one pass over everyone, and the last few are kept.
 *
 * Live cases go on changing: use what is answered before waiting for anything else.
 */
export class ViewedCases extends CountedCases {
  private readonly kept: LRUCache<string, Promise<NamedCases>>;

  constructor(
    private readonly ports: ViewedPorts,
    private readonly indicators: readonly string[],
    private readonly law = COUNTING_LAW,
  ) {
    super();
    this.kept = new LRUCache({ max: ports.viewpointsKept ?? VIEWPOINTS_KEPT });
  }

  override async at(viewpoint: Viewpoint): Promise<NamedCases> {
    const { live } = this.ports;
    if (live !== undefined && viewpoint.knownAt === undefined) {
      const { cases, version, asOf } = await live.current();
      if (asOf === viewpoint.asOf) return { cases, name: `live ${asOf} ${version}` };
    }
    const position = await this.ports.position.current();
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

  /**
   * Other decisions on the same basis, such as those of other definitions; of these one viewpoint is kept, and no
   * journeys.
   */
  beside(source: DecisionSource, indicators: readonly string[]): ViewedCases {
    const ports = { ...this.ports, source, live: undefined, viewpointsKept: 1, withoutJourneys: true } as const;
    return new ViewedCases(ports, indicators, this.law);
  }

  private async read(viewpoint: Viewpoint, name: string, before: string): Promise<NamedCases> {
    const { source, position, setAside, recordKeyOf, withoutJourneys } = this.ports;
    const failed: PersonSetAside[] = [];
    const everyone = withoutJourneys ? source.counted(viewpoint) : source.everyone(viewpoint);
    const cases = await fillCases(everyone, viewpoint.asOf, this.indicators, {
      recordKeyOf,
      count: this.law.count,
      setAside: (one) => void failed.push(one),
    });
    if (failed.length > 0) await setAside.settle([], failed);
    return (await position.current()) === before ? { cases, name } : { cases };
  }
}
