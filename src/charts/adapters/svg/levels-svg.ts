import type { LevelCell, LevelRow, LevelTable } from '../../domain/level-table';
import { periodTitle } from '../../../kernel/period';
import { GOAL_LEVELS, LEVEL_SIGNS } from '../../../counting/domain/statistics/goal-level';
import { percentText } from '../../../kernel/figures';
import type { Language } from '../../../kernel/language';
import { changeArrow } from './change-arrow';
import { CHANGE_WORDS, CHART_WORDS } from '../../../kernel/words/charts';
import { GOAL_LEVEL_WORDS, LEVEL_WORDS } from '../../../kernel/words/codes';
import { element, textElement, type Svg } from './element';
import { chartId, framed, legendHeight, type LegendEntry } from './frame';
import { GRID, INK, PLOT, QUIET, WIDTH } from './look';
import { shareWords } from './share-text';
import { hollowEntries, letterEntry, nothingEntries, ownEntry, shapeEntry } from './signs';
import { mark } from './symbols';

const ROW = 22;
/** Of a name that takes more than one. */
const LINE_HEIGHT = 13;
const NAMES = 196;
const FOOT = 40;
const HEAD = 26;

/** The table of goal levels as an SVG document: a shape, its colour and the share in every cell. */
export function levelsSvg(table: LevelTable, language: Language, own?: string): Svg {
  const { period, level, indicators, rows } = table;
  const legend = legendOf(table, language, own);
  const top = PLOT.top + legendHeight(legend) + HEAD;
  const width = (WIDTH - NAMES - 20) / Math.max(1, indicators.length);
  const lines = rows.map(({ unit }) => linesOf(unit.name));
  const heights = lines.map(({ length }) => ROW + (length - 1) * LINE_HEIGHT);
  const heightTo = (at: number): number => heights.slice(0, at).reduce((sum, height) => sum + height, 0);
  const center = (column: number): number => NAMES + width * (column + 0.5);
  return framed(
    chartId([table, own], language),
    {
      language,
      height: top + heightTo(rows.length) + FOOT,
      title: CHART_WORDS.levels[language],
      subtitle: `${LEVEL_WORDS[level][language]}, ${periodTitle(period)[language]}`,
      description: rows.map((row) => `${rowWords(row, language)}.`).join(' '),
      legend,
      heading: table,
    },
    [],
    [
      textElement('text', { x: 20, y: top - 8, 'font-weight': 600 }, CHART_WORDS.unit[language]),
      ...indicators.map(({ number, title }, column) =>
        element(
          'text',
          { x: center(column), y: top - 8, 'text-anchor': 'middle', 'font-weight': 600 },
          textElement('title', {}, title[language]),
          String(number),
        ),
      ),
      ...rows.flatMap(({ unit, cells }, at) => {
        const y = top + heightTo(at);
        const height = heights[at] ?? ROW;
        return [
          element('line', { x1: 20, x2: WIDTH - 20, y1: y, y2: y, stroke: GRID }),
          ...(unit.id === own
            ? [element('rect', { class: 'own', x: 8, y: y + 4, width: 5, height: height - 8, fill: INK })]
            : []),
          ...(lines[at] ?? []).map((text, line) =>
            textElement(
              'text',
              { x: 20, y: y + 15 + line * LINE_HEIGHT, 'font-weight': unit.id === own ? 700 : undefined },
              text,
            ),
          ),
          ...cells.flatMap((cell, column) => cellMarks(cell, center(column), y + height / 2, language)),
        ];
      }),
    ],
  );
}

/** Stands where the share of so few is told without a level. */
const TOO_FEW_MARK = '†';

const MOST_LETTERS = 27;

/** A name in lines, broken between its words, so that all of it is read. */
function linesOf(name: string): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > MOST_LETTERS) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

function cellMarks(cell: LevelCell, x: number, y: number, language: Language): Svg[] {
  const text = percentText(cell.percent, language).replace(' %', '');
  const words = textElement('text', { x: x - 10, y: y + 4, fill: cell.level === null ? QUIET : undefined }, text);
  if (cell.tooFew) return [words, textElement('text', { x: x - 34, y: y + 4, fill: QUIET }, TOO_FEW_MARK)];
  if (cell.level === null) return [words];
  const { shape, colour } = LEVEL_SIGNS[cell.level];
  const title = textElement('title', {}, `${shareWords(cell, language)}, ${GOAL_LEVEL_WORDS[cell.level][language]}`);
  return [
    mark(shape, x - 20, y, { colour, hollow: cell.feeds === 'disturbed', scale: 0.8 }, title),
    words,
    ...(cell.change === null || cell.change.change === 'none' ? [] : [changeArrow(cell.change, x + 26, y)]),
  ];
}

function legendOf({ indicators, before, rows, fewest }: LevelTable, language: Language, own?: string): LegendEntry[] {
  const cells = rows.flatMap((row) => row.cells);
  const ownUnit = rows.find(({ unit }) => unit.id === own)?.unit;
  const told = cells.flatMap(({ change }) => (change === null ? [] : [change]));
  const some = (meaning: 'better' | 'worse'): LegendEntry[] => {
    const example = told.find((change) => change.meaning === meaning);
    if (example === undefined || before === undefined) return [];
    return [
      {
        sign: (x, y) => changeArrow(example, x, y),
        text: `${CHANGE_WORDS[meaning][language]} (${periodTitle(before)[language]})`,
      },
    ];
  };
  return [
    ...GOAL_LEVELS.map((level) =>
      shapeEntry(LEVEL_SIGNS[level].shape, LEVEL_SIGNS[level].colour, GOAL_LEVEL_WORDS[level][language]),
    ),
    ...some('better'),
    ...some('worse'),
    ...(cells.some(({ tooFew }) => tooFew)
      ? [letterEntry(TOO_FEW_MARK, `${CHART_WORDS.tooFew[language]} (< ${fewest})`)]
      : []),
    ...hollowEntries(cells, language),
    ...nothingEntries(cells, language),
    ...(ownUnit === undefined ? [] : [{ ...ownEntry(ownUnit.name, language), sign: ownBar }]),
    ...indicators.map(({ number, title }) => ({
      sign: (x: number, y: number) =>
        textElement('text', { x: x + 8, y: y + 4, 'text-anchor': 'end', 'font-weight': 600 }, String(number)),
      text: title[language],
    })),
  ];
}

const ownBar = (x: number, y: number): Svg => element('rect', { x: x - 2, y: y - 7, width: 5, height: 14, fill: INK });

function rowWords({ unit, counts, cells }: LevelRow, language: Language): string {
  const told = GOAL_LEVELS.map((level) => `${GOAL_LEVEL_WORDS[level][language]} ${counts[level]}`);
  const few = cells.filter(({ tooFew }) => tooFew).length;
  const without = cells.filter(({ level, tooFew }) => level === null && !tooFew).length;
  return [
    `${unit.name}: ${told.join(', ')}`,
    ...(few === 0 ? [] : [`${CHART_WORDS.tooFew[language]} ${few}`]),
    ...(without === 0 ? [] : [`${CHART_WORDS.noValue[language]} ${without}`]),
  ].join(', ');
}
