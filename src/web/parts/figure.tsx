import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/language';
import { numberText } from '../../kernel/localised';
import { percentText } from '../../kernel/figures';
import type { Cell, Column } from '../../kernel/table';
import { FIGURE_WORDS } from '../../kernel/words/figure';
import { say, type Visit } from '../site/visit';
import { chartColumns, chartRows, type ChartRow } from './chart-rows';
import { DataTable } from './data-table';
import type { DrawnChart } from './drawn-chart';

/** The script that lets keys go from point to point and makes PNG of a figure: pages with figures name it. */
export const FIGURE_SCRIPT = 'figure';

/** A drawing with its title in words, its numbers as a table behind a toggle, and its files. */
export function FigureFrame({
  visit,
  name,
  title,
  svg,
  svgAt,
  csvAt,
  children,
}: {
  readonly visit: Visit;
  /** Of its files and of its place on the page. */
  readonly name: string;
  readonly title: string;
  readonly svg: string;
  readonly svgAt: string;
  readonly csvAt: string;
  /** Its numbers as a table. */
  readonly children: ComponentChildren;
}) {
  const id = `figure-${name}`;
  return (
    <figure class="figure" id={id} data-figure={name} data-svg={svgAt}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      <div
        class="chart-room"
        role="group"
        tabIndex={0}
        aria-label={say(visit, FIGURE_WORDS.drawing({ title }))}
        aria-describedby={`${id}-keys`}
        data-chart
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <p class="form-hint figure-keys" id={`${id}-keys`} hidden>
        {say(visit, FIGURE_WORDS.keys)}
      </p>
      <p class="figure-said" aria-live="polite"></p>
      <details class="details">
        <summary class="details-summary">{say(visit, FIGURE_WORDS.table)}</summary>
        <div class="details-text">{children}</div>
      </details>
      <div class="downloads" role="group" aria-label={say(visit, FIGURE_WORDS.downloads)}>
        <span aria-hidden="true">{say(visit, FIGURE_WORDS.downloads)}:</span>
        <a href={csvAt} download={`${name}.csv`}>
          {say(visit, FIGURE_WORDS.csv)}
        </a>
        <a href={svgAt} download={`${name}.svg`}>
          {say(visit, FIGURE_WORDS.svg)}
        </a>
        <button type="button" class="button button-tertiary" data-png hidden>
          {say(visit, FIGURE_WORDS.png)}
        </button>
      </div>
    </figure>
  );
}

/** A chart with its numbers and files. */
export function Figure({
  visit,
  drawn: { kind, svg, svgAt, csvAt, chart },
  title,
}: {
  readonly visit: Visit;
  readonly drawn: DrawnChart;
  readonly title: string;
}) {
  return (
    <FigureFrame visit={visit} name={kind} title={title} svg={svg} svgAt={svgAt} csvAt={csvAt}>
      <DataTable
        caption={say(visit, FIGURE_WORDS.tableCaption({ title }))}
        columns={chartColumns(chart).map((column) => ({
          heading: say(visit, column.heading),
          side: column.words === undefined ? ('figure' as const) : ('words' as const),
          cell: (row: ChartRow) => cellText(column, row, visit.language),
        }))}
        rows={chartRows(chart)}
      />
    </FigureFrame>
  );
}

function cellText({ cell, words }: Column<ChartRow>, row: ChartRow, language: Language): string {
  if (words !== undefined) return words(row)[language] || '–';
  return textOf(cell(row), language);
}

function textOf(cell: Cell, language: Language): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'number') return numberText(cell)[language];
  if (typeof cell === 'object') return 'percent' in cell ? percentText(cell.percent, language) : cell.day;
  return cell;
}
