import { ESTIMATE_BASIS_WORDS, COLUMN_WORDS } from '../../../kernel/words/report';
import { INDICATOR_PAGE_WORDS as WORDS } from '../../../kernel/words/indicator-pages';
import { both } from '../../../kernel/language';
import { DataTable, type Column } from '../../parts/data-table';
import { estimateText, Estimate, stretchText, Unknown } from '../../parts/rate';
import type { Shapes } from '../../parts/shapes';
import { addressOf, say, type Visit } from '../../site/visit';

type Row = Shapes['ShownRow'];

const SIZE = { width: 240, height: 24, middle: 12 };
const x = (percent: number): string => ((percent / 100) * (SIZE.width - 12) + 6).toFixed(1);

/** The units of a level beside each other: each estimate as a dot with its interval, bounds and the goal. */
export function ComparedUnits({
  visit,
  report,
  title,
  own,
}: {
  readonly visit: Visit;
  readonly report: Shapes['IndicatorResults'];
  readonly title: string;
  readonly own: string | undefined;
}) {
  const { language } = visit;
  const goal = report.indicator?.target.percent ?? 0;
  const key = report.indicator?.key ?? '';
  const isThere = ({ reported, unknown, stillOpen }: Row): boolean =>
    reported.denominator + unknown + stillOpen.pending + stillOpen.metSoFar > 0;
  const empty = report.rows.filter((row) => !isThere(row)).map(({ unit }) => unit.name);
  const columns: Column<Row>[] = [
    {
      heading: say(visit, WORDS.unit),
      cell: ({ unit }) => (
        <a href={addressOf(`/indikatorer/${key}/udvikling`, { unit: unit.id, period: report.period.name })}>
          {unit.name}
        </a>
      ),
    },
    { heading: say(visit, WORDS.drawing), cell: (row) => <Dot visit={visit} row={row} goal={goal} /> },
    {
      heading: say(visit, COLUMN_WORDS.estimate),
      side: 'figure',
      cell: (row) => <Estimate row={row} language={language} />,
    },
    { heading: say(visit, COLUMN_WORDS.bounds), side: 'figure', cell: ({ bounds }) => stretchText(bounds, language) },
    { heading: say(visit, COLUMN_WORDS.unknown), cell: (row) => <Unknown row={row} language={language} /> },
  ];
  return (
    <section aria-labelledby="enheder">
      <h2 id="enheder">{say(visit, WORDS.compared)}</h2>
      <p>{say(visit, WORDS.reading)}</p>
      <DataTable
        caption={title}
        columns={columns}
        rows={report.rows.filter(isThere)}
        isMarked={({ unit }) => unit.id === own}
        empty={say(visit, ESTIMATE_BASIS_WORDS.nobody)}
      />
      {empty.length === 0 ? undefined : (
        <p class="nothing">{say(visit, WORDS.empty({ units: both(empty.join(', '), empty.join(', ')) }))}</p>
      )}
    </section>
  );
}

function Dot({ visit, row, goal }: { readonly visit: Visit; readonly row: Row; readonly goal: number }) {
  const { language } = visit;
  const { estimate, estimateFrom, bounds } = row;
  const { interval, percent } = estimate;
  const words = WORDS.drawingOf({ estimate: estimateText(row, language), bounds: stretchText(bounds, language) });
  const isBound = estimateFrom === 'lower-bound' || estimateFrom === 'upper-bound';
  return (
    <svg
      class="dots"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      role="img"
      aria-label={say(visit, words)}
    >
      <line class="dots-axis" x1="6" x2={SIZE.width - 6} y1={SIZE.middle} y2={SIZE.middle} />
      {bounds.lower === null || bounds.upper === null ? undefined : (
        <rect
          class="dots-bounds"
          x={x(bounds.lower)}
          y="4"
          width={Math.max(1, Number(x(bounds.upper)) - Number(x(bounds.lower))).toFixed(1)}
          height="16"
        />
      )}
      <line class="dots-goal" x1={x(goal)} x2={x(goal)} y1="0" y2={SIZE.height} />
      {interval === null ? undefined : (
        <line class="dots-interval" x1={x(interval.lower)} x2={x(interval.upper)} y1={SIZE.middle} y2={SIZE.middle} />
      )}
      {percent === null || estimateFrom === 'nobody' ? undefined : (
        <circle class={isBound ? 'dots-hollow' : 'dots-estimate'} cx={x(percent)} cy={SIZE.middle} r="5" />
      )}
    </svg>
  );
}
