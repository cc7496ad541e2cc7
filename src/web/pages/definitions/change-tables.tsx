import { DEFINITION_PAGE_WORDS as WORDS, MEANING_PART_WORDS } from '../../../kernel/words/definitions';
import { DataTable } from '../../parts/data-table';
import { say, type Visit } from '../../site/visit';
import { fieldChanges, sentenceChanges } from './definition-changes';
import type { Full } from './versions';

/** What a definition says otherwise than another, in sentences; the fields of the rules behind a toggle. */
export function ChangeTables({
  visit,
  before,
  after,
}: {
  readonly visit: Visit;
  readonly before: Full;
  readonly after: Full;
}) {
  const fields = fieldChanges(before, after);
  return (
    <>
      <DataTable
        caption={say(visit, WORDS.changedFrom({ definition: before.definition }))}
        isCaptionHidden
        rows={sentenceChanges(before, after)}
        empty={say(visit, WORDS.nothingChanged({ definition: before.definition }))}
        columns={[
          {
            heading: say(visit, WORDS.indicator),
            cell: ({ indicator }) =>
              indicator === undefined ? say(visit, WORDS.all) : `${indicator.number} ${say(visit, indicator.title)}`,
          },
          { heading: say(visit, WORDS.part), cell: ({ part }) => say(visit, MEANING_PART_WORDS[part]) },
          {
            heading: say(visit, WORDS.before),
            cell: (row) => (row.before === undefined ? '–' : <del>{say(visit, row.before)}</del>),
          },
          {
            heading: say(visit, WORDS.after),
            cell: (row) => (row.after === undefined ? '–' : <ins>{say(visit, row.after)}</ins>),
          },
        ]}
      />
      {fields.length === 0 ? undefined : (
        <details class="details">
          <summary class="details-summary">{say(visit, WORDS.fieldByField)}</summary>
          <div class="details-text">
            <DataTable
              caption={say(visit, WORDS.fieldByField)}
              isCaptionHidden
              rows={fields}
              columns={[
                { heading: say(visit, WORDS.field), cell: ({ path }) => <code>{path}</code> },
                { heading: say(visit, WORDS.before), cell: (row) => row.before ?? say(visit, WORDS.absent) },
                { heading: say(visit, WORDS.after), cell: (row) => row.after ?? say(visit, WORDS.absent) },
              ]}
            />
          </div>
        </details>
      )}
    </>
  );
}
