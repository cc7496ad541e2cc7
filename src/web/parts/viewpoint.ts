import { isDay } from '../../kernel/day';
import { CHOICE_WORDS } from '../../kernel/words/overview';
import { say, type Visit } from '../site/visit';
import type { Choice } from './choices';
import { endOfDay } from './moments';

/** From when a page looks: the day it is counted as of, and the day it is told as known at. */
export interface ViewpointAsked {
  readonly view: 'exact' | 'published';
  /** As the API is asked it. */
  readonly query: { readonly asOf?: string; readonly knownAt?: string };
  readonly isUnusable: boolean;
  /** What can be chosen of it: nothing for whoever sees the published view. */
  readonly choices: readonly Choice[];
}

/** The viewpoint that was asked for: only whoever sees the exact view may look from another than today's. */
export function viewpointAsked(visit: Visit): ViewpointAsked {
  const isExact = visit.view === 'exact';
  const { asOf, knownAt } = visit.asked;
  const isUsable = (text: string | undefined): text is string => text !== undefined && isExact && isDay(text);
  const choice = (name: 'asOf' | 'knownAt', value: string): Choice => ({
    name,
    label: say(visit, CHOICE_WORDS[name]),
    value,
    type: 'date',
  });
  return {
    view: isExact ? 'exact' : 'published',
    query: {
      ...(isUsable(asOf) ? { asOf } : undefined),
      ...(isUsable(knownAt) ? { knownAt: endOfDay(knownAt) } : undefined),
    },
    isUnusable: [asOf, knownAt].some((text) => text !== undefined && !isUsable(text)),
    choices: isExact ? [choice('asOf', asOf ?? visit.today), choice('knownAt', knownAt ?? '')] : [],
  };
}
