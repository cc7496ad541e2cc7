import type { FunnelChart } from '../../domain/funnel-chart';
import type { FunnelPlace } from '../../../counting/domain/statistics/funnel';
import { percentText } from '../../../kernel/figures';
import type { Language } from '../../../kernel/language';
import { CHART_WORDS, PLACE_WORDS } from '../../../kernel/words/charts';
import type { LegendEntry } from './frame';
import { ALERT, INNER, LINE, OUTER, QUIET, TARGET, WARN } from './look';
import { targetText } from './percent-axis';
import { shareWords } from './share-text';
import { fewEntries, hollowEntries, letterEntry, lineEntry, ownEntry, shapeEntry } from './signs';
import type { Shape } from './symbols';

/** How a unit is drawn by where it lies. */
export const PLACE_SIGNS: Readonly<Record<FunnelPlace, { readonly shape: Shape; readonly colour: string }>> = {
  'below-outer': { shape: 'triangle-down', colour: ALERT },
  'below-inner': { shape: 'diamond', colour: WARN },
  inside: { shape: 'circle', colour: LINE },
  'above-inner': { shape: 'diamond', colour: WARN },
  'above-outer': { shape: 'triangle', colour: ALERT },
};

/** What the funnel's signs and lines mean, with how many units lie where. */
export function funnelLegend(
  { places, overall, indicator, units, fewest }: FunnelChart,
  language: Language,
  own?: string,
): LegendEntry[] {
  const count = (...names: FunnelPlace[]): number => names.reduce((sum, name) => sum + places[name], 0);
  const ownUnit = units.find(({ unit }) => unit.id === own);
  const notDrawn = units.filter(({ percent }) => percent === null).length;
  return [
    shapeEntry('circle', LINE, `${PLACE_WORDS.inside[language]} (${count('inside')})`),
    shapeEntry(
      'diamond',
      WARN,
      CHART_WORDS.beyond({ limit: 95, count: count('below-inner', 'above-inner') })[language],
    ),
    shapeEntry(
      'triangle',
      ALERT,
      CHART_WORDS.beyond({ limit: 99.8, count: count('below-outer', 'above-outer') })[language],
    ),
    ...fewEntries(units, fewest, language),
    ...hollowEntries(units, language),
    ...(ownUnit === undefined ? [] : [ownEntry(ownUnit.unit.name, language)]),
    lineEntry(QUIET, `${CHART_WORDS.overall[language]} ${percentText(overall, language)}`),
    lineEntry(INNER, CHART_WORDS.limit({ limit: 95 })[language], '6 4'),
    lineEntry(OUTER, CHART_WORDS.limit({ limit: 99.8 })[language]),
    lineEntry(TARGET, `${CHART_WORDS.target[language]} ${targetText(indicator.target, language)}`, '2 4'),
    ...(notDrawn === 0 ? [] : [letterEntry('', CHART_WORDS.notDrawn({ count: notDrawn })[language])]),
  ];
}

/** The funnel in words: what all are together, and every unit beyond a line. */
export function funnelDescription({ units, overall }: FunnelChart, language: Language): string {
  const outside = units.filter(({ place }) => place !== null && place !== 'inside');
  const empty = units.filter(({ denominator }) => denominator === 0).length;
  return [
    `${CHART_WORDS.overall[language]}: ${percentText(overall, language)}.`,
    ...outside.map(
      ({ unit, place, ...share }) =>
        `${unit.name}: ${shareWords(share, language)}, ${PLACE_WORDS[place ?? 'inside'][language]}.`,
    ),
    ...(empty === 0 ? [] : [`${empty} ${CHART_WORDS.without[language]}.`]),
  ].join(' ');
}
