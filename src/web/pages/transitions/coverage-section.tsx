import { percentText } from '../../../kernel/figures';
import { periodTitle } from '../../../kernel/period';
import { LEVEL_WORDS } from '../../../kernel/words/codes';
import { COVERAGE_PAGE_WORDS as WORDS } from '../../../kernel/words/transition-pages';
import { COVERAGE_WORDS } from '../../../kernel/words/transitions';
import { Choices } from '../../parts/choices';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { COMPARED_LEVELS, levelOptions } from '../../parts/units';
import { answered } from '../../site/api-refusal';
import { addressOf, say, type Visit } from '../../site/visit';
import type { TransitionsAsked } from './transitions-asked';

type Coverage = Shapes['Coverage'];
type Row = Coverage['rows'][number];

/** The coverage of the units of the level that is asked for; of hospitals unless another is. */
export function coverageOf(visit: Visit, { query }: TransitionsAsked): Promise<Coverage> {
  const level = COMPARED_LEVELS.find((one) => one === visit.asked['niveau']) ?? 'hospital';
  const { hospital: _hospital, municipality: _municipality, ...rest } = query;
  return answered(visit.api.GET('/api/v1/coverage', { params: { query: { ...rest, level } } }));
}

/** Whether all patients are here: of how many anything was reported, and how many new ones came against the expected. */
export function CoverageSection({ visit, coverage }: { readonly visit: Visit; readonly coverage: Coverage }) {
  const { level, period, rows } = coverage;
  const { asOf, knownAt } = visit.asked;
  const isOfHospitals = level === 'hospital';
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{say(visit, WORDS.heading)}</h2>
      <p>{say(visit, WORDS.hint)}</p>
      <Choices
        visit={visit}
        kept={['period', 'hospital', 'municipality', 'asOf', 'knownAt', 'tilstand']}
        choices={[{ name: 'niveau', label: say(visit, WORDS.level), value: level, options: levelOptions(visit) }]}
      />
      <DataTable
        caption={say(visit, WORDS.caption({ level: LEVEL_WORDS[level], period: periodTitle(period) }))}
        rows={rows}
        isMarked={({ unit: { id } }) => id === visit.asked['hospital'] || id === visit.asked['municipality']}
        columns={[
          { heading: say(visit, WORDS.unit), cell: ({ unit }) => <a href={`/enheder/${unit.id}`}>{unit.name}</a> },
          { heading: say(visit, WORDS.covered), side: 'figure', cell: (row) => coveredText(visit, row) },
          { heading: say(visit, COVERAGE_WORDS.band), cell: ({ band }) => bandText(visit, band) },
          {
            heading: say(visit, WORDS.inTrouble),
            side: 'figure',
            cell: (row) => row.unreportedInTrouble,
          },
          ...(isOfHospitals
            ? [{ heading: say(visit, WORDS.arrivals), cell: (row: Row) => <Arrivals visit={visit} row={row} /> }]
            : []),
        ]}
      />
      <p>
        <a href={addressOf('/overgange/daekning.csv', { period: period.name, niveau: level, asOf, knownAt })}>
          {say(visit, WORDS.csv)}
        </a>
      </p>
    </section>
  );
}

function coveredText(visit: Visit, { reported, population, percent }: Row): string {
  if (population === 0) return say(visit, WORDS.nobody);
  return say(visit, WORDS.share({ reported, population, percent: percentText(percent, visit.language) }));
}

const bandText = (visit: Visit, band: Row['band']): string =>
  band === 'unknown' ? '–' : say(visit, WORDS.bandOf({ band: band.replace('-', '–') }));

function Arrivals({ visit, row: { arrivals } }: { readonly visit: Visit; readonly row: Row }) {
  if (arrivals === null) return <>{say(visit, WORDS.notExpected)}</>;
  const { arrived, expected, isFewer } = arrivals;
  return (
    <>
      {say(visit, WORDS.arrived({ arrived, expected }))}{' '}
      {isFewer ? <span class="badge badge-warning">{say(visit, WORDS.fewer)}</span> : undefined}
    </>
  );
}
