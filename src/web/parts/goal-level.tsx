import type { Language } from '../../kernel/language';
import { GOAL_LEVEL_WORDS } from '../../kernel/words/codes';
import { UNIT_PAGE_WORDS } from '../../kernel/words/unit-pages';
import type { Shapes } from './shapes';

const BADGES = { high: 'badge-success', moderate: 'badge-warning', low: 'badge-error' } as const;

/** A goal level in words; that it was too few to tell one where it was. */
export function GoalLevelBadge({
  row: { level, tooFew },
  fewest,
  language,
}: {
  readonly row: Pick<Shapes['ProfileRow'], 'level' | 'tooFew'>;
  readonly fewest: number;
  readonly language: Language;
}) {
  if (level !== null) return <span class={`badge ${BADGES[level]}`}>{GOAL_LEVEL_WORDS[level][language]}</span>;
  return <>{(tooFew ? UNIT_PAGE_WORDS.few({ fewest }) : UNIT_PAGE_WORDS.noLevel)[language]}</>;
}
