import { dayText } from '../../../kernel/localised';
import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import { say, type Visit } from '../../site/visit';
import { changesOf } from './history';
import { sectionOf } from './sections';

/** What changed and when, as far as everyone may know it. */
export async function historySection(
  visit: Visit,
  index: Shapes['MetadataIndex'],
  { organisations }: Shapes['Sources'],
) {
  const [{ rules }, { reports }] = await Promise.all([
    sectionOf(visit, 'rules'),
    answered(visit.api.GET('/api/v1/reports')),
  ]);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(visit, WORDS.history)}</h2>
      <DataTable
        caption={say(visit, WORDS.historyCaption)}
        rows={changesOf({ index, rules, organisations, reports })}
        columns={[
          { heading: say(visit, WORDS.day), cell: ({ day }) => say(visit, dayText(day)) },
          { heading: say(visit, WORDS.change), cell: ({ text }) => say(visit, text) },
        ]}
      />
    </section>
  );
}
