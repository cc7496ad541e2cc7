import { formatInstant } from '../../kernel/instant';
import type { Exit } from '../../disclosure/domain/exit';
import type { View } from '../../kernel/view';
import type { Span } from '../../kernel/definition';
import type { Viewpoint } from '../../kernel/viewpoint';
import { WORKING_LABEL, type ReportBasis } from '../../counting/domain/report-basis';
import type { Cases } from '../../counting/domain/cases';
import { Pathways } from '../domain/pathway-with-journey';
import type { TransitionBasis } from '../domain/handover-state';
import type { CountedCases } from '../../counting/domain/counted-cases';
import type { FeedTroubles } from '../../reporting/domain/feed-troubles';

/** The population from a viewpoint, with what its ways between the sectors are looked at by. */
export interface PopulationAt {
  /** Use them at once: live cases go on changing. */
  readonly pathways: Pathways;
  readonly basis: TransitionBasis;
  /** Another name whenever an answer may be another; absent when nothing may be kept. */
  readonly name?: string;
}

interface Latest extends Pick<TransitionBasis, 'known'> {
  readonly name: string | undefined;
  readonly onBasis: string;
  readonly pathways: Pathways;
}

/** Until when a start counts, were there no indicator of participation. */
const USUAL_WINDOW: Span = '180d';

/** Looks at everyone of the population and at who was silent when. */
export class Population {
  private latest: Latest | undefined;

  constructor(
    private readonly counted: CountedCases,
    private readonly troubles: FeedTroubles,
    readonly basis: ReportBasis,
    /** The way out of its counts. */
    readonly exit: Exit,
  ) {}

  async at(viewpoint: Viewpoint): Promise<PopulationAt> {
    const { name: feeds, troubleOf } = await this.troubles.at(viewpoint.knownAt);
    const { cases, name } = await this.counted.at(viewpoint);
    const { asOf } = viewpoint;
    const { window } = this;
    const { pathways, known } = this.latestOf(cases, name, `${asOf} ${feeds}`);
    const basis: TransitionBasis = { asOf, window, troubleDays: this.basis.set.troubleDays, troubleOf, known };
    return { pathways, basis, ...(name === undefined ? undefined : { name: `${name} ${feeds}` }) };
  }

  /** The pathways as they are now, with what was worked out on the same basis about those that stayed as they were. */
  private latestOf(cases: Cases, name: string | undefined, onBasis: string): Latest {
    const { latest } = this;
    if (latest?.pathways.cases !== cases) {
      this.latest = { name, onBasis, pathways: new Pathways(cases), known: new WeakMap() };
      return this.latest;
    }
    if (name === undefined || latest.name !== name) latest.pathways.changed();
    const known: Latest['known'] = latest.onBasis === onBasis ? latest.known : new WeakMap();
    this.latest = { name, onBasis, pathways: latest.pathways, known };
    return this.latest;
  }

  /** What every answer says of how it was made. */
  madeUnder({ asOf, knownAt }: Viewpoint): MadeUnder {
    const { id, set } = this.basis;
    return {
      definition: id,
      ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
      asOf,
      ...(knownAt === undefined ? undefined : { knownAt: formatInstant(knownAt) }),
      window: this.window,
      view: this.exit.view,
    };
  }

  private get window(): Span {
    return this.basis.set.indicators.find(({ key }) => key === 'participation')?.window ?? USUAL_WINDOW;
  }
}

/** What an answer was made under. */
export interface MadeUnder {
  readonly definition: string;
  readonly label?: string;
  readonly asOf: string;
  /** RFC 3339. */
  readonly knownAt?: string;
  /** From the index day on, how long a start counts for participation. */
  readonly window: Span;
  /** As what the counts are shown. */
  readonly view: View;
}
