import { line } from 'd3-shape';
import type { ControlChart, ControlPoint } from '../../domain/control-chart';
import type { Day } from '../../../kernel/day';
import type { Language } from '../../../kernel/language';
import { isIn } from '../../../kernel/period';
import { CHART_WORDS, STEP_WORDS } from '../../../kernel/words/charts';
import { controlDescription, controlLegend, pointWords, signOf } from './control-legend';
import { element, textElement, type Svg } from './element';
import { chartId, emptyText, framed, legendHeight } from './frame';
import { INK, LINE, OUTER, PLOT, QUIET, WIDTH } from './look';
import { percentAxis, percentScale, targetLine } from './percent-axis';
import { emptyPeriods, periodAxis, periodScale, silentFields, type PeriodScale } from './period-axis';
import { hatchPattern } from './signs';
import { mark } from './symbols';

const HEIGHT = 520;

type Drawn = ControlPoint & { readonly percent: number };

/** A control chart as an SVG document. */
export function controlSvg(chart: ControlChart, language: Language): Svg {
  const { indicator, unit, by, kind, baseline, points, definitionDays } = chart;
  const id = chartId(chart, language);
  const hatch = `${id}-hatch`;
  const legend = controlLegend(chart, hatch, language);
  const [top, bottom, right] = [PLOT.top + legendHeight(legend) + 6, HEIGHT - 76, WIDTH - PLOT.right];
  const x = periodScale(points.map(({ period }) => period));
  const drawn = points.filter((point): point is Drawn => point.percent !== null);
  const values = drawn.flatMap(({ percent, limits }) => [percent, ...(limits ?? [])]);
  const y = percentScale([...values, ...(drawn.length === 0 ? [] : [indicator.target.percent])], top, bottom);
  const at = ({ period }: ControlPoint): number => x(period.name) ?? 0;
  const { centre } = baseline;
  const shares = line<ControlPoint>(at, ({ percent }) => y(percent ?? 0)).defined(({ percent }) => percent !== null);
  return framed(
    id,
    {
      language,
      height: HEIGHT,
      title: `${indicator.number} ${indicator.title[language]}`,
      subtitle: `${CHART_WORDS.control[language]} (${kind === 'p' ? 'p' : 'XmR'}): ${unit.name}, ${STEP_WORDS[by][language]}`,
      description: controlDescription(chart, language),
      legend,
      heading: chart,
    },
    [hatchPattern(hatch)],
    [
      ...silentFields(points, x, { top, bottom, hatch }),
      ...percentAxis(y, right),
      ...periodAxis(
        points.map(({ period }) => period),
        x,
        bottom,
        language,
      ),
      ...emptyPeriods(points, x, bottom),
      ...targetLine(y, indicator.target),
      ...(drawn.length === 0 ? [emptyText(top, bottom, language)] : []),
      ...definitionDays.flatMap((day) => definitionLine(day, points, x, { top, bottom })),
      ...baselineBar(points, x, bottom, language),
      ...(centre === null
        ? []
        : [
            element('line', {
              x1: PLOT.left,
              x2: right,
              y1: y(centre),
              y2: y(centre),
              stroke: QUIET,
              'stroke-width': 1.5,
            }),
          ]),
      ...[0, 1].map((end) => limitSteps(points, x, (point) => y(point.limits?.[end] ?? 0))),
      element('path', { d: shares([...points]) ?? '', fill: 'none', stroke: LINE, 'stroke-width': 1.5 }),
      ...drawn.map((point) => pointMark(point, at(point), y(point.percent), language)),
    ],
  );
}

/** One limit as steps, since with few decisions it lies further out. */
function limitSteps(points: readonly ControlPoint[], x: PeriodScale, y: (point: ControlPoint) => number): Svg {
  const half = x.step() / 2;
  const steps = points.flatMap((point) => {
    if (point.limits === null) return [];
    const middle = x(point.period.name) ?? 0;
    return [{ from: middle - half, to: middle + half, y: y(point) }];
  });
  if (steps.length === 0) return '';
  const d = steps
    .map(({ from, to, y: height }, at) => {
      const joins = at > 0 && Math.abs((steps[at - 1]?.to ?? 0) - from) < 0.01;
      return `${joins ? 'L' : 'M'}${from.toFixed(2)},${height.toFixed(2)}H${to.toFixed(2)}`;
    })
    .join('');
  return element('path', { class: 'limit', d, fill: 'none', stroke: OUTER, 'stroke-dasharray': '6 3' });
}

/** A bar under the periods the lines come from. */
function baselineBar(points: readonly ControlPoint[], x: PeriodScale, bottom: number, language: Language): Svg[] {
  const places = points.filter(({ inBaseline }) => inBaseline).map(({ period }) => x(period.name) ?? 0);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    element('line', {
      x1: first - 4,
      x2: last + 4,
      y1: bottom + 26,
      y2: bottom + 26,
      stroke: QUIET,
      'stroke-width': 2,
    }),
    textElement(
      'text',
      { x: (first + last) / 2, y: bottom + 39, 'text-anchor': 'middle', 'font-size': 11, fill: QUIET },
      CHART_WORDS.baseline[language],
    ),
  ];
}

/** A dotted line where the definition changed, at the beginning of the period it lies in. */
function definitionLine(
  day: Day,
  points: readonly ControlPoint[],
  x: PeriodScale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Svg[] {
  const within = points.find(({ period }) => isIn(period, day));
  if (within === undefined) return [];
  const at = (x(within.period.name) ?? 0) - x.step() / 2;
  return [
    element('line', {
      class: 'definition',
      x1: at,
      x2: at,
      y1: top,
      y2: bottom,
      stroke: INK,
      'stroke-width': 2,
      'stroke-dasharray': '1 3',
    }),
  ];
}

function pointMark(point: Drawn, x: number, y: number, language: Language): Svg {
  const { shape, colour } = signOf(point.signals);
  return mark(
    shape,
    x,
    y,
    { colour, hollow: point.feeds === 'disturbed', scale: 0.8 },
    textElement('title', {}, pointWords(point, language)),
  );
}
