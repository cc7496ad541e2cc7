import { parsePeriod, periodTitle } from '../../../kernel/period';
import { dayText } from '../../../kernel/localised';
import { FROZEN_WORDS } from '../../../kernel/words/frozen';
import type { Shapes } from '../../parts/shapes';
import { momentText } from '../../parts/moments';
import { say, type Visit } from '../../site/visit';

type Question = Shapes['FrozenQuestion'];

/** A period in words; a name that is none stays as it is. */
export function periodText(name: string, { language }: Pick<Visit, 'language'>): string {
  const period = parsePeriod(name);
  return period === undefined ? name : periodTitle(period)[language];
}

/** What a report is of: `Rapport for 2023, opgjort pr. 30. juni 2024`. */
export const reportTitle = (visit: Visit, { period, asOf }: Question): string =>
  say(visit, FROZEN_WORDS.reportOf({ period: periodText(period.name, visit), asOf: dayText(asOf) }));

/** The same for choosing among several, with when it was known and frozen, by whom. */
export function reportOption(visit: Visit, { id, question, steps }: Shapes['FrozenReport']) {
  const [frozen] = steps;
  const told = frozen === undefined ? [] : [momentText(frozen.at, visit.language), frozen.by];
  return { value: id, text: [reportTitle(visit, question), ...told].join(' · ') };
}
