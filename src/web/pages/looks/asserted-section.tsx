import { dayText } from '../../../kernel/localised';
import type { OrganisationNames } from '../../../kernel/organisation-names';
import { LOOKS_PAGE_WORDS as WORDS } from '../../../kernel/words/looks';
import { DataTable } from '../../parts/data-table';
import { momentText } from '../../parts/moments';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';

type Asserted = Shapes['AssertedRelations']['items'][number];

/** Relations that no report tells and staff wrote themselves, whose reasons are to be controlled. */
export function AssertedSection({
  visit,
  names,
  asserted,
}: {
  readonly visit: Visit;
  readonly names: OrganisationNames;
  readonly asserted: readonly Asserted[];
}) {
  return (
    <section aria-labelledby="skrevne">
      <h2 id="skrevne">{say(visit, WORDS.asserted)}</h2>
      {asserted.length === 0 ? undefined : <p>{say(visit, WORDS.assertedLead)}</p>}
      <DataTable
        caption={say(visit, WORDS.asserted)}
        isCaptionHidden
        empty={say(visit, WORDS.noAsserted)}
        columns={[
          { heading: say(visit, WORDS.when), cell: ({ at }: Asserted) => momentText(at, visit.language) },
          { heading: say(visit, WORDS.who), cell: ({ by }) => by },
          { heading: say(visit, WORDS.for), cell: ({ organisation }) => say(visit, names.of(organisation)) },
          { heading: say(visit, WORDS.reason), cell: ({ reason }) => reason },
          {
            heading: say(visit, WORDS.person),
            cell: ({ person }) => (
              <a
                href={`${addressOf(visit.path, { person })}#log`}
                aria-label={say(visit, WORDS.onlyPerson({ person }))}
              >
                <code>{person}</code>
              </a>
            ),
          },
          { heading: say(visit, WORDS.until), cell: ({ until }) => say(visit, dayText(until)) },
        ]}
        rows={asserted}
      />
    </section>
  );
}
