import { numberText, tenthsText } from '../../../kernel/localised';
import { SECTOR_WORDS } from '../../../kernel/words/codes';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { DataTable, type Column } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Credits = Shapes['Credits'];
type Credited = Pick<Credits['sectors'][number], 'first' | 'shared' | 'any'>;

/** Who told what the met ones were met by: sectors and organisations. */
export function CreditSection({ visit, credits }: { readonly visit: Visit; readonly credits: Credits }) {
  const { numerator, sectors, organisations } = credits;
  return (
    <section aria-labelledby="hvem">
      <h2 id="hvem">{say(visit, WORDS.creditHeading)}</h2>
      {numerator === 0 ? (
        <p class="nothing">{say(visit, WORDS.nobodyCredited)}</p>
      ) : (
        <>
          <p>{say(visit, WORDS.creditNote)}</p>
          <DataTable
            caption={say(visit, WORDS.creditSectors({ count: numerator }))}
            columns={[
              {
                heading: say(visit, WORDS.sector),
                cell: ({ credited }: Credits['sectors'][number]) => say(visit, SECTOR_WORDS[credited]),
              },
              ...creditColumns(visit),
            ]}
            rows={sectors}
          />
          <DataTable
            caption={say(visit, WORDS.creditOrganisations({ count: numerator }))}
            columns={[
              {
                heading: say(visit, WORDS.organisation),
                cell: ({ credited }: Credits['organisations'][number]) => credited.name,
              },
              ...creditColumns(visit),
            ]}
            rows={organisations}
          />
        </>
      )}
    </section>
  );
}

function creditColumns(visit: Visit): Column<Credited>[] {
  const { language } = visit;
  return [
    { heading: say(visit, WORDS.first), side: 'figure', cell: ({ first }) => numberText(first)[language] },
    {
      heading: say(visit, WORDS.shared),
      side: 'figure',
      cell: ({ shared: { numerator, denominator } }) => tenthsText(numerator / denominator, language),
    },
    { heading: say(visit, WORDS.any), side: 'figure', cell: ({ any }) => numberText(any)[language] },
  ];
}
