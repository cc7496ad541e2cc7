import { dayText } from '../../../kernel/localised';
import { METADATA_PAGE_WORDS, ORGANISATIONS_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import type { Page } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { below, sectionOf, Sections } from './sections';

type Organisations = Shapes['Sources']['organisations'];
type Described = Organisations['hospitals'][number] | Organisations['municipalities'][number];

/** The organisations numbers are shown for, with their codes and when they were there. */
export async function organisationsPage(visit: Visit): Promise<Page> {
  const { organisations } = await sectionOf(visit, 'sources');
  const regions = new Map(organisations.regions.map(({ id, name }) => [id.replace('region:', ''), name]));
  return {
    title: say(visit, METADATA_PAGE_WORDS.organisations),
    lead: say(visit, WORDS.lead),
    ...below(visit),
    main: (
      <>
        <Sections visit={visit} />
        {(['regions', 'hospitals', 'municipalities'] as const).map((kind) => (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{say(visit, WORDS[kind])}</h2>
            <DataTable
              caption={say(visit, WORDS[kind])}
              isCaptionHidden
              rows={organisations[kind] as readonly Described[]}
              columns={[
                { heading: say(visit, WORDS.name), cell: ({ name }) => name },
                { heading: say(visit, WORDS.code), cell: ({ id }) => <code>{id}</code> },
                ...(kind === 'regions'
                  ? []
                  : [
                      {
                        heading: say(visit, WORDS.region),
                        cell: ({ region }: Described) => regions.get(region ?? '') ?? region ?? '–',
                      },
                    ]),
                { heading: say(visit, WORDS.valid), cell: (one) => validText(visit, one) },
              ]}
            />
          </section>
        ))}
      </>
    ),
  };
}

function validText(visit: Visit, { validFrom, validTo }: Pick<Described, 'validFrom' | 'validTo'>): string {
  const from = dayText(validFrom);
  return say(visit, validTo === undefined ? WORDS.fromOnly({ from }) : WORDS.fromTo({ from, to: dayText(validTo) }));
}
