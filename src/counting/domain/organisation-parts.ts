import type { IndicatorDefinition } from '../../kernel/definition';
import type { Organisation } from '../../kernel/organisation';
import type { KeyedCount } from './keyed-count';
import type { Mark } from './mark';
import { areTooFew, type Cluster } from './statistics/cluster';
import { ALIKE, compositionOf, type ClusterTwice, type Composition } from './statistics/composition';
import { effectiveShareOf } from './statistics/effective-share';

/** What a decision is for the organisations that should have reported; an open one is nothing yet. */
export const PARTS = ['met', 'notMet', 'other', 'disturbed'] as const;
export type Part = (typeof PARTS)[number];

/** The part a decision plays; undefined while its window is open. */
export function partOf({ outcome, disturbed, isOpen }: Mark): Part | undefined {
  if (isOpen || outcome === 'pending') return undefined;
  if (disturbed) return 'disturbed';
  return outcome === 'met' ? 'met' : outcome === 'not-met' ? 'notMet' : 'other';
}

/** The organisations a pathway counts for, each of a kind that may have to report. */
export interface Reporters {
  readonly hospital: Organisation;
  /** The empty text: none is known. */
  readonly municipality: Organisation;
}
const KINDS = ['hospital', 'municipality'] as const satisfies readonly (keyof Reporters)[];

/** How far what is undisturbed in a cell speaks for what is not. */
export interface Reach {
  /** What part of the undisturbed decisions counts in the estimate's interval. */
  readonly effectiveShare: number;
  /** Organisations are silent and fewer than five others speak for them: the interval cannot tell how they differ. */
  readonly fewOrganisations: boolean;
}

/** Where nothing is generalised: every decision counts. */
export const WHOLE: Reach = { effectiveShare: 1, fewOrganisations: false };

type Counts = Readonly<Record<Part, { count: number; key: number }>>;

/** A cell's decisions by the organisations that should have reported, with the record keys of each count. */
export class OrganisationParts {
  private readonly of = { hospital: new Map<Organisation, Counts>(), municipality: new Map<Organisation, Counts>() };
  private readonly all = nothing();

  add(reporters: Reporters, part: Part, counted: KeyedCount): void {
    for (const kind of KINDS) addTo(countsIn(this.of[kind], reporters[kind]), part, counted);
    addTo(this.all, part, counted);
  }

  /** Counts all that another did. */
  include(other: OrganisationParts): void {
    for (const part of PARTS) {
      addTo(this.all, part, other.all[part]);
      for (const kind of KINDS) {
        for (const [organisation, counts] of other.of[kind])
          addTo(countsIn(this.of[kind], organisation), part, counts[part]);
      }
    }
  }

  /**
   * How far the undisturbed decisions reach, when these sectors should have reported. `count` is how a count is seen;
   * nothing else is told of any.
   */
  reach(sources: IndicatorDefinition['sources'], count: (cell: KeyedCount) => number): Reach {
    const all = seen(this.all, count);
    if (all.disturbed === 0 || all.met + all.notMet === 0) return WHOLE;
    // Of the disturbed as many would be decided as of the undisturbed.
    const decidedPart = (all.met + all.notMet) / (all.met + all.notMet + all.other);
    const kinds = KINDS.filter((kind) => sources.includes(kind)).map((kind) =>
      [...this.of[kind].values()].map((counts) => clusterOf(seen(counts, count), decidedPart)),
    );
    return {
      effectiveShare: Number(effectiveShareOf(kinds).toPrecision(DIGITS)),
      fewOrganisations: kinds.some(areTooFew),
    };
  }

  /**
   * How far the share of the undisturbed may lie from that of another period because others were heard then: by the kind
   * of organisations that explains more, since each already holds most of what the other tells apart.
   */
  compositionAgainst(
    before: OrganisationParts,
    sources: IndicatorDefinition['sources'],
    count: (cell: KeyedCount) => number,
  ): Composition {
    return KINDS.filter((kind) => sources.includes(kind))
      .map((kind) => compositionOf([...clustersTwice(this.of[kind], before.of[kind], count)]))
      .reduce((widest, one) => (one.variance > widest.variance ? one : widest), ALIKE);
  }
}

/** What organisations of a kind came to in two periods, as `count` sees it. */
function* clustersTwice(
  now: ReadonlyMap<Organisation, Counts>,
  before: ReadonlyMap<Organisation, Counts>,
  count: (cell: KeyedCount) => number,
): Iterable<ClusterTwice> {
  const cluster = (counts: Counts = nothing()): Cluster => clusterOf(seen(counts, count), 0);
  for (const organisation of new Set([...now.keys(), ...before.keys()])) {
    yield { now: cluster(now.get(organisation)), before: cluster(before.get(organisation)) };
  }
}

function clusterOf({ met, notMet, disturbed }: Record<Part, number>, decidedPart: number): Cluster {
  const decided = met + notMet;
  return { met, decided, expected: decided + disturbed * decidedPart };
}

/** So that equal intervals are remembered together, and an interval tells no more than it must. */
const DIGITS = 2;

const nothing = (): Counts => ({
  met: { count: 0, key: 0 },
  notMet: { count: 0, key: 0 },
  other: { count: 0, key: 0 },
  disturbed: { count: 0, key: 0 },
});

function addTo(counts: Counts, part: Part, { count, key }: KeyedCount): void {
  const cell = counts[part];
  cell.count += count;
  cell.key += key;
}

const seen = (
  { met, notMet, other, disturbed }: Counts,
  count: (cell: KeyedCount) => number,
): Record<Part, number> => ({
  met: count(met),
  notMet: count(notMet),
  other: count(other),
  disturbed: count(disturbed),
});

function countsIn(counts: Map<Organisation, Counts>, organisation: Organisation): Counts {
  let known = counts.get(organisation);
  if (known === undefined) counts.set(organisation, (known = nothing()));
  return known;
}
