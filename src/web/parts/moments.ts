import { addDays, danishDay, danishOffset, type Day } from '../../kernel/day';
import { formatInstant, parseInstant } from '../../kernel/instant';
import type { Language } from '../../kernel/language';
import { dayText } from '../../kernel/localised';

/** A moment in Danish time as people write it: `18. januar 2023 12.30`; what is no moment stays as it is. */
export function momentText(text: string, language: Language): string {
  const instant = parseInstant(text);
  if (instant === undefined) return text;
  const clock = new Date(instant + danishOffset(instant)).toISOString().slice(11, 16);
  return `${dayText(danishDay(instant))[language]} ${language === 'da' ? clock.replace(':', '.') : clock}`;
}

/** The first moment of a Danish day, RFC 3339. */
export const startOfDay = (day: Day): string => formatInstant(midnightOf(day));

/** The last moment of a Danish day, RFC 3339. */
export const endOfDay = (day: Day): string => formatInstant(midnightOf(addDays(day, 1)) - 1);

/** Clocks change later in the night, so that a day begins by the offset of its midnight. */
function midnightOf(day: Day): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight - danishOffset(midnight);
}
