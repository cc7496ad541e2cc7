import type { Bilingual, Language } from './language';
import { tenthsText } from './localised';
import { HIDDEN_WORDS } from './words/shared';

/** Stands for what is hidden for the sake of small numbers. */
export const HIDDEN_MARK = '·';

/** A count, or the mark of a hidden one. */
export function countText(count: number | null): string {
  return count === null ? HIDDEN_MARK : String(count);
}

/** What the mark means. */
export function hiddenNote(threshold: number): Bilingual {
  return HIDDEN_WORDS.note({ mark: HIDDEN_MARK, most: threshold - 1 });
}

/** A percentage as the language writes it; a dash when there is none. */
export function percentText(percent: number | null, language: Language): string {
  return percent === null ? '–' : `${tenthsText(percent, language)} %`;
}
