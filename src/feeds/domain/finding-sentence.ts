import type { FeedFinding } from '../../kernel/feed-alarm';
import { both, type Bilingual } from '../../kernel/language';
import { tenthsText } from '../../kernel/localised';
import type { OrganisationNames } from '../../kernel/organisation-names';
import { FEED_FINDING_WORDS } from '../../kernel/words/feeds';

/** How many were expected, below ten with a decimal. */
const spoken = (count: number): Bilingual | number =>
  count < 10 ? both(tenthsText(count, 'da'), tenthsText(count, 'en')) : Math.round(count);

/** A finding as a sentence. */
export function sayFinding(finding: FeedFinding, names: OrganisationNames): Bilingual {
  const { state, since, received, kind = '', family, together } = finding;
  const figures = { since, received, expected: spoken(finding.expected) };
  switch (state) {
    case 'silent':
    case 'late':
      return FEED_FINDING_WORDS[state]({
        ...figures,
        together:
          together === undefined ? '' : FEED_FINDING_WORDS.together({ region: names.withCode(`region:${together}`) }),
      });
    case 'partial':
      return FEED_FINDING_WORDS.partial({ ...figures, part: family === undefined ? kind : `${kind} ${family}` });
    case 'halved':
      return FEED_FINDING_WORDS.halved(figures);
    case 'made-good':
      return FEED_FINDING_WORDS.madeGood({ ...figures, until: finding.until ?? since });
    case 'repeated-batch':
      return FEED_FINDING_WORDS.repeatedBatch(figures);
    case 'backlog-burst':
      return FEED_FINDING_WORDS.backlogBurst(figures);
    case 'clock-ahead':
      return FEED_FINDING_WORDS.clockAhead(figures);
  }
}
