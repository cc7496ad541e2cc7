import { percentText } from '../../../kernel/figures';
import type { Bilingual } from '../../../kernel/language';
import { numberText } from '../../../kernel/localised';
import { REASON_WORDS } from '../../../kernel/words/codes';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { REASON_MEANING_WORDS } from '../../../kernel/words/meanings';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Reason = keyof typeof REASON_WORDS;

/** What is unknown of a unit's indicator, by why. */
export function UnknownSection({
  visit,
  row,
  period,
}: {
  readonly visit: Visit;
  readonly row: Shapes['ShownRow'] | undefined;
  readonly period: Bilingual;
}) {
  const { language } = visit;
  const reasons = Object.entries(row?.unknownReasons ?? {}) as [Reason, number][];
  const caption = WORDS.unknownCaption({
    count: row?.unknown ?? 0,
    percent: percentText(row?.unknownPercent ?? null, language),
  });
  return (
    <section aria-labelledby="uoplyst">
      <h2 id="uoplyst">{say(visit, WORDS.unknownHeading)}</h2>
      <DataTable
        caption={`${say(visit, caption)} · ${say(visit, period)}`}
        columns={[
          { heading: say(visit, WORDS.reason), cell: ([reason]) => say(visit, REASON_WORDS[reason]) },
          { heading: say(visit, WORDS.count), side: 'figure', cell: ([, count]) => numberText(count)[language] },
          { heading: say(visit, WORDS.means), cell: ([reason]) => say(visit, REASON_MEANING_WORDS[reason]) },
        ]}
        rows={reasons}
        empty={say(visit, WORDS.unknownNone)}
      />
    </section>
  );
}
