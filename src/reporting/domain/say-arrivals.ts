import type { Language } from '../../kernel/language';
import { COVERAGE_WORDS } from '../../kernel/words/transitions';
import type { Arrivals } from './arrivals';

/** "of about 310 expected, 295 are here", and a mark where chance does not explain that so few are. */
export function sayArrivals({ expected, arrived, isFewer }: Arrivals, language: Language): string {
  const said = COVERAGE_WORDS.arrived({ expected, arrived: String(arrived) })[language];
  return isFewer ? `${said} ${COVERAGE_WORDS.fewer[language]}` : said;
}
