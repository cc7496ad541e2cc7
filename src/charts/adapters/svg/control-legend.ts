import type { ControlChart, ControlPoint } from '../../domain/control-chart';
import type { ControlSignal } from '../../../counting/domain/statistics/control-signals';
import { percentText } from '../../../kernel/figures';
import type { Language } from '../../../kernel/language';
import { dayText } from '../../../kernel/localised';
import { isIn, periodTitle } from '../../../kernel/period';
import { CHART_WORDS, FEED_MARK_WORDS, SIGNAL_WORDS } from '../../../kernel/words/charts';
import type { LegendEntry } from './frame';
import { ALERT, INK, LINE, OUTER, QUIET, TARGET, WARN } from './look';
import { targetText } from './percent-axis';
import { shareWords } from './share-text';
import { hatchEntry, hollowEntries, lineEntry, nothingEntries, shapeEntry } from './signs';
import type { Shape } from './symbols';

/** How a period is drawn by what it signals. */
export function signOf(signals: readonly ControlSignal[]): { readonly shape: Shape; readonly colour: string } {
  if (signals.includes('outside')) return { shape: 'triangle', colour: ALERT };
  return signals.length > 0 ? { shape: 'diamond', colour: WARN } : { shape: 'circle', colour: LINE };
}

/** A period, its share and its signals in words. */
export function pointWords(point: ControlPoint, language: Language): string {
  const signals = point.signals.map((signal) => SIGNAL_WORDS[signal][language]);
  return [`${periodTitle(point.period)[language]}: ${shareWords(point, language)}`, ...signals].join(', ');
}

/** There are shares and a baseline, and still no limits: it does not vary. */
const isConstant = (points: readonly ControlPoint[]): boolean =>
  points.some(({ percent }) => percent !== null) && points.every(({ limits }) => limits === null);

/** What the chart's signs and lines mean. */
export function controlLegend(
  { points, baseline, indicator, definitionDays }: ControlChart,
  hatch: string,
  language: Language,
): LegendEntry[] {
  const has = (feeds: string): boolean => points.some((point) => point.feeds === feeds);
  const { centre, frozen } = baseline;
  return [
    shapeEntry('triangle', ALERT, SIGNAL_WORDS.outside[language]),
    shapeEntry('diamond', WARN, `${SIGNAL_WORDS.run[language]} / ${SIGNAL_WORDS.trend[language]}`),
    ...(centre === null
      ? [lineEntry(QUIET, CHART_WORDS.noBaseline[language])]
      : [
          lineEntry(
            QUIET,
            `${CHART_WORDS.centre[language]} ${percentText(centre, language)}${frozen ? '' : ` (${CHART_WORDS.moving[language]})`}`,
          ),
          isConstant(points)
            ? lineEntry(QUIET, CHART_WORDS.constant[language])
            : lineEntry(OUTER, CHART_WORDS.threeDeviations[language], '6 3'),
        ]),
    lineEntry(TARGET, `${CHART_WORDS.target[language]} ${targetText(indicator.target, language)}`, '2 4'),
    ...definitionDays
      .filter((day) => points.some(({ period }) => isIn(period, day)))
      .map((day) => lineEntry(INK, `${CHART_WORDS.definitionChange[language]} ${dayText(day)[language]}`, '1 3')),
    ...hollowEntries(points, language),
    ...nothingEntries(points, language),
    ...(has('disturbed') ? [hatchEntry(hatch, FEED_MARK_WORDS.disturbed[language], 14)] : []),
    ...(has('touched') ? [hatchEntry(hatch, FEED_MARK_WORDS.touched[language], 5)] : []),
  ];
}

/** The chart in words: the centre line and every period that signals or is disturbed. */
export function controlDescription({ points, baseline }: ControlChart, language: Language): string {
  const told = points.filter(({ signals, feeds }) => signals.length > 0 || feeds === 'disturbed');
  const centre =
    baseline.centre === null
      ? `${CHART_WORDS.noBaseline[language]}.`
      : `${CHART_WORDS.centre[language]} ${percentText(baseline.centre, language)}.`;
  const constant = baseline.centre !== null && isConstant(points) ? [`${CHART_WORDS.constant[language]}.`] : [];
  return [centre, ...constant, ...told.map((point) => `${pointWords(point, language)}.`)].join(' ');
}
