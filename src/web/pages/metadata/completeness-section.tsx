import { percentText, viewNote } from '../../../kernel/figures';
import { dayText, numberText } from '../../../kernel/localised';
import { periodTitle } from '../../../kernel/period';
import { METADATA_PAGE_WORDS as WORDS } from '../../../kernel/words/metadata';
import { DataTable } from '../../parts/data-table';
import { wordsText } from '../../parts/meaning';
import { periodAsked } from '../../parts/periods';
import type { Shapes } from '../../parts/shapes';
import { answered } from '../../site/api-refusal';
import { say, type Visit } from '../../site/visit';

type Row = Shapes['ProfileRow'];

/** Of how many patients anything was reported in the latest year, and how much of each indicator is known. */
export async function completenessSection(visit: Visit, { indicators }: Shapes['MetadataIndex']) {
  const { name: period } = await periodAsked(visit, visit.view);
  const [coverage, profile] = await Promise.all([
    answered(visit.api.GET('/api/v1/coverage', { params: { query: { period, level: 'denmark' } } })),
    answered(
      visit.api.GET('/api/v1/units/{organisation}/profile', {
        params: { path: { organisation: 'denmark' }, query: { period } },
      }),
    ),
  ]);
  const titles = new Map(indicators.map(({ key, title }) => [key, title]));
  const named = ({ indicator, number }: Row): string => {
    const title = titles.get(indicator);
    return title === undefined ? indicator : `${number} ${wordsText(visit, title)}`;
  };
  const figure = (value: number): string => say(visit, numberText(value));
  return (
    <section aria-labelledby="completeness">
      <h2 id="completeness">{say(visit, WORDS.completeness)}</h2>
      {coverage.rows.map((row) => (
        <p>{coverageText(visit, coverage.period, row)}</p>
      ))}
      <p>
        <a href="/overgange#coverage">{say(visit, WORDS.coverageMore)}</a>
      </p>
      <DataTable
        caption={say(
          visit,
          WORDS.completenessCaption({ period: periodTitle(profile.period), asOf: dayText(profile.asOf) }),
        )}
        rows={profile.indicators}
        columns={[
          {
            heading: say(visit, WORDS.indicator),
            cell: (row) => <a href={`/indikatorer/${row.indicator}`}>{named(row)}</a>,
          },
          { heading: say(visit, WORDS.decided), side: 'figure', cell: ({ reported }) => figure(reported.denominator) },
          {
            heading: say(visit, WORDS.unknown),
            side: 'figure',
            cell: ({ unknown, unknownPercent }) =>
              say(visit, WORDS.countPercent({ count: unknown, percent: percentText(unknownPercent, visit.language) })),
          },
          {
            heading: say(visit, WORDS.open),
            side: 'figure',
            cell: ({ stillOpen }) => figure(stillOpen.metSoFar + stillOpen.pending),
          },
        ]}
      />
      {viewNote(visit.view, visit.language).map((note) => (
        <p>{note}</p>
      ))}
    </section>
  );
}

const coverageText = (visit: Visit, period: Shapes['Period'], row: Shapes['CoverageRow']): string =>
  say(
    visit,
    WORDS.coverage({
      period: periodTitle(period),
      population: row.population,
      reported: row.reported,
      percent: percentText(row.percent, visit.language),
    }),
  );
