import { periodAsked, type PeriodAsked } from '../../parts/periods';
import { viewpointAsked, type ViewpointAsked } from '../../parts/viewpoint';
import type { Visit } from '../../site/visit';

/** Which referrals a page is about. */
export interface TransitionsAsked {
  readonly period: PeriodAsked;
  readonly viewpoint: ViewpointAsked;
  /** As the API is asked it. */
  readonly query: ViewpointAsked['query'] & {
    readonly period: string;
    readonly hospital?: string;
    readonly municipality?: string;
  };
}

/** What is asked of the page: a period, from when it looks, and either end of the referrals. */
export async function transitionsAsked(visit: Visit): Promise<TransitionsAsked> {
  const viewpoint = viewpointAsked(visit);
  const period = await periodAsked(visit, viewpoint.view);
  const { hospital, municipality } = visit.asked;
  const ends = { ...(hospital && { hospital }), ...(municipality && { municipality }) };
  return { period, viewpoint, query: { period: period.name, ...ends, ...viewpoint.query } };
}

/** How many lines further on a list begins. */
export function offsetAsked({ asked }: Pick<Visit, 'asked'>, name: string): number {
  const text = asked[name] ?? '0';
  return /^\d{1,7}$/.test(text) ? Number(text) : 0;
}
