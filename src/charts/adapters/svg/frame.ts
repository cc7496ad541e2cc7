import { createHash } from 'node:crypto';
import type { ChartHeading } from '../../domain/chart-heading';
import type { Language } from '../../../kernel/language';
import { CHART_WORDS } from '../../../kernel/words/charts';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import { element, textElement, type Svg } from './element';
import { FONT, INK, PLOT, QUIET, WIDTH } from './look';

/** What stands around every chart. */
export interface Frame {
  readonly language: Language;
  readonly height: number;
  readonly title: string;
  readonly subtitle: string;
  /** The chart in words, for whoever does not see it. */
  readonly description: string;
  /** Under the title, from left to right. */
  readonly legend: readonly LegendEntry[];
  readonly heading: ChartHeading;
}

export interface LegendEntry {
  readonly sign: (x: number, y: number) => Svg;
  readonly text: string;
}

const SIGN_WIDTH = 22;
/** About how wide a letter of the legend is; legends wrap by it. */
const LETTER = 6.6;
const LEGEND_GAP = 18;
const LEGEND_LINE = 20;

/** Ids that no other chart on the same page has. */
export function chartId(content: unknown, language: Language): string {
  return `c${createHash('sha256')
    .update(JSON.stringify([content, language]))
    .digest('hex')
    .slice(0, 12)}`;
}

/** How high the legend is: drawings begin below it. */
export function legendHeight(legend: readonly LegendEntry[]): number {
  return placed(legend).reduce((most, { line }) => Math.max(most, line + 1), 0) * LEGEND_LINE;
}

/** A whole SVG document around a drawing; nothing in it comes from elsewhere. */
export function framed(id: string, frame: Frame, definitions: readonly Svg[], drawing: readonly Svg[]): Svg {
  const { language, height, title, subtitle, description, legend, heading } = frame;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      lang: language,
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONT,
      'font-size': 12,
      fill: INK,
    },
    textElement('title', { id: `${id}-title` }, `${title}. ${subtitle}`),
    textElement('desc', { id: `${id}-desc` }, description),
    ...(definitions.length === 0 ? [] : [element('defs', {}, ...definitions)]),
    element('rect', { width: WIDTH, height, fill: '#fff' }),
    textElement('text', { x: 20, y: 28, 'font-size': 18, 'font-weight': 600 }, title),
    textElement('text', { x: 20, y: 49, 'font-size': 13, fill: QUIET }, subtitle),
    ...placed(legend).flatMap(({ entry, x, line }) => {
      const y = PLOT.top + line * LEGEND_LINE - 4;
      return [entry.sign(x + 8, y - 4), textElement('text', { x: x + SIGN_WIDTH, y }, entry.text)];
    }),
    ...drawing,
    textElement('text', { x: 20, y: height - 12, 'font-size': 11, fill: QUIET }, sourceLine(heading, language)),
  )}\n`;
}

/** What stands in the middle of a chart without anything to draw. */
export function emptyText(top: number, bottom: number, language: Language): Svg {
  const at = { x: WIDTH / 2, y: (top + bottom) / 2, 'text-anchor': 'middle', 'font-size': 16 };
  return textElement('text', at, CHART_WORDS.nothing[language]);
}

function placed(legend: readonly LegendEntry[]): { entry: LegendEntry; x: number; line: number }[] {
  let [x, line] = [20, 0];
  return legend.map((entry) => {
    const width = SIGN_WIDTH + entry.text.length * LETTER + LEGEND_GAP;
    if (x > 20 && x + width > WIDTH) [x, line] = [20, line + 1];
    const at = { entry, x, line };
    x += width;
    return at;
  });
}

/** What the numbers were made under. */
function sourceLine({ definition, label, policy, asOf, knownAt }: ChartHeading, language: Language): string {
  return [
    label === undefined ? definition : `${definition} (${label})`,
    ...Object.entries(policy).map(([name, option]) => `${name}=${option}`),
    `${SEEN_WORDS.asOf[language]} ${asOf}`,
    ...(knownAt === undefined ? [] : [`${SEEN_WORDS.knownAt[language]} ${knownAt}`]),
  ].join(' · ');
}
