import type { Language } from './language';
import { tenthsText } from './localised';
import type { View } from './view';
import { VIEW_WORDS } from './words/shared';

/** What must be known of the counts of a view to read them, as lines. */
export const viewNote = (view: View, language: Language): string[] =>
  view === 'published' ? [VIEW_WORDS.note[language]] : [];

/** A percentage as the language writes it; a dash when there is none. */
export function percentText(percent: number | null, language: Language): string {
  return percent === null ? '–' : `${tenthsText(percent, language)} %`;
}
