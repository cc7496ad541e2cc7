import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { PERSON_PAGE_WORDS as WORDS, RELATION_KIND_WORDS } from '../../../kernel/words/persons';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

/** Which organisations may look at a person, why and how long. */
export function RelationTable({
  visit,
  names,
  relations: { relations },
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly relations: Shapes['PersonRelations'];
}) {
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" class="h3">
        {say(visit, WORDS.relations)}
      </h2>
      <DataTable
        caption={say(visit, WORDS.relationsCaption)}
        isCaptionHidden
        columns={[
          { heading: say(visit, WORDS.organisation), cell: ({ organisation }) => say(visit, names.of(organisation)) },
          { heading: say(visit, WORDS.why), cell: ({ kind }) => say(visit, RELATION_KIND_WORDS[kind]) },
          {
            heading: say(visit, WORDS.until),
            cell: ({ until }) => say(visit, until === undefined ? WORDS.noEnd : dayText(until)),
          },
        ]}
        rows={relations}
        isMarked={({ organisation }) => organisation === visit.reader?.organisation}
        empty={say(visit, WORDS.noRelations)}
      />
    </section>
  );
}
