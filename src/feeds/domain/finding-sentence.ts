import type { EventKind } from '../../kernel/event-kinds';
import type { FeedFinding } from '../../kernel/feed-alarm';
import { both, type Bilingual } from '../../kernel/language';
import { tenthsText } from '../../kernel/localised';
import type { OrganisationNames } from '../../kernel/organisation-names';
import { EVENT_FAMILY_WORDS, EVENT_KIND_WORDS, FEED_FINDING_WORDS, FEED_STATE_WORDS } from '../../kernel/words/feeds';
import { FACT_WORDS } from '../../kernel/words/rules';

/** How many were expected, below ten with a decimal. */
const spoken = (count: number): Bilingual | number =>
  count < 10 ? both(tenthsText(count, 'da'), tenthsText(count, 'en')) : Math.round(count);

const FAMILY_WORDS: Readonly<Record<string, Bilingual>> = { ...FACT_WORDS, ...EVENT_FAMILY_WORDS };

/** What stopped alone, as the beginning of a sentence: `Sygehusets målinger (blodtryk)`. */
function sayPart(kind: EventKind | undefined, family: string | undefined): Bilingual {
  const said = kind === undefined ? FEED_STATE_WORDS.partial : EVENT_KIND_WORDS[kind];
  if (family === undefined) return said;
  return FEED_FINDING_WORDS.part({ kind: said, family: FAMILY_WORDS[family] ?? both(family, family) });
}

/** A finding as a sentence. */
export function sayFinding(finding: FeedFinding, names: OrganisationNames): Bilingual {
  const { state, since, received, kind, family, together } = finding;
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
      return FEED_FINDING_WORDS.partial({ ...figures, part: sayPart(kind, family) });
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
