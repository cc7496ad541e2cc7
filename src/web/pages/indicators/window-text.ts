import type { Bilingual } from '../../../kernel/language';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';

/** A window as people say it: `180d` is `180 dage`, `12m` is `12 måneder`. */
export function windowText(span: string): Bilingual {
  const count = Number.parseInt(span, 10);
  return (span.endsWith('m') ? WORDS.windowMonths : WORDS.windowDays)({ count });
}
