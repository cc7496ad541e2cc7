import type { FunnelChart } from '../../domain/funnel-chart';
import type { FunnelPlace } from '../../../counting/domain/statistics/funnel';
import { percentText, type Language } from '../../../kernel/words';
import { CHART_WORDS, PLACE_WORDS } from './chart-words';
import type { LegendEntry } from './frame';
import { ALERT, INNER, LINE, OUTER, QUIET, TARGET, WARN } from './look';
import { targetText } from './percent-axis';
import { shareWords } from './share-words';
import { lineEntry, shapeEntry } from './signs';
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
export function funnelLegend({ places, overall, indicator, units }: FunnelChart, language: Language): LegendEntry[] {
  const count = (...names: FunnelPlace[]): number => names.reduce((sum, name) => sum + places[name], 0);
  const beyond = { da: 'uden for', en: 'beyond' }[language];
  const percent = (share: string): string => (language === 'da' ? share.replace('.', ',') : share);
  const disturbed = units.some(({ feeds }) => feeds === 'disturbed');
  return [
    shapeEntry('circle', LINE, `${PLACE_WORDS.inside[language]} (${count('inside')})`),
    shapeEntry('diamond', WARN, `${beyond} 95 % (${count('below-inner', 'above-inner')})`),
    shapeEntry('triangle', ALERT, `${beyond} ${percent('99.8')} % (${count('below-outer', 'above-outer')})`),
    ...(disturbed ? [shapeEntry('circle', QUIET, { da: 'kilder tavse', en: 'sources silent' }[language], true)] : []),
    lineEntry(QUIET, `${CHART_WORDS.overall[language]} ${percentText(overall, language)}`),
    lineEntry(INNER, '95 %', '6 4'),
    lineEntry(OUTER, `${percent('99.8')} %`),
    lineEntry(TARGET, `${CHART_WORDS.target[language]} ${targetText(indicator.target, language)}`, '2 4'),
  ];
}

/** The funnel in words: what all are together, and every unit beyond a line. */
export function funnelDescription({ units, overall }: FunnelChart, language: Language): string {
  const outside = units.filter(({ place }) => place !== null && place !== 'inside');
  const empty = units.filter(({ denominator }) => denominator === 0).length;
  const hidden = units.filter((unit) => unit.hidden).length;
  return [
    `${CHART_WORDS.overall[language]}: ${percentText(overall, language)}.`,
    ...outside.map(
      ({ unit, place, ...share }) =>
        `${unit.name}: ${shareWords(share, language)}, ${PLACE_WORDS[place ?? 'inside'][language]}.`,
    ),
    ...(empty === 0 ? [] : [`${empty} ${CHART_WORDS.without[language]}.`]),
    ...(hidden === 0 ? [] : [`${hidden} ${CHART_WORDS.hidden[language]}.`]),
  ].join(' ');
}
