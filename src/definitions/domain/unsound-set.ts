import type { DefinitionSet, IndicatorDefinition } from '../../kernel/definition';
import { faultsOfMeasures, faultsOfSelectors } from './unsound-measures';
import type { SetFault } from './set-fault';

/** Finds what is contradictory in a set that follows its schema; none: it can be decided by. */
export function faultsOfSet({ indicators, measures, policies }: DefinitionSet): SetFault[] {
  return [
    ...faultsOfMeasures(measures),
    ...indicators.flatMap((indicator, at) => [
      ...repeated(indicators, at),
      ...reference(indicators, indicator, at),
      ...levels(indicator, at),
      ...unaskedSources(indicator, at),
      ...faultsOfSelectors(indicator, at, measures),
    ]),
    ...Object.entries(policies).flatMap(([name, { default: option, options }]) =>
      option in options
        ? []
        : [{ path: `policies.${name}.default`, remedy: `must be one of ${Object.keys(options).join(', ')}` }],
    ),
  ];
}

function repeated(indicators: DefinitionSet['indicators'], at: number): SetFault[] {
  const { key, number } = indicators[at] as IndicatorDefinition;
  const before = indicators.slice(0, at);
  return [
    ...(before.some((other) => other.key === key)
      ? [{ path: `indicators.${at}.key`, remedy: 'must be another than those of the indicators before it' }]
      : []),
    ...(before.some((other) => other.number === number)
      ? [{ path: `indicators.${at}.number`, remedy: 'must be another than those of the indicators before it' }]
      : []),
  ];
}

/** Indicators are decided in their order, so that one may stand on those before it only. */
function reference(
  indicators: DefinitionSet['indicators'],
  { denominator }: IndicatorDefinition,
  at: number,
): SetFault[] {
  if (denominator.rule !== 'indicator-met') return [];
  const before = indicators.slice(0, at).map(({ key }) => key);
  if (before.includes(denominator.indicator)) return [];
  const there = before.length === 0 ? 'none' : before.join(', ');
  return [
    {
      path: `indicators.${at}.denominator.indicator`,
      remedy: `must be an indicator before this one; there is ${there}`,
    },
  ];
}

/** Whether a source is in trouble is asked of the indicator's own sources only. */
function unaskedSources({ denominator, sources }: IndicatorDefinition, at: number): SetFault[] {
  if (denominator.rule !== 'fact') return [];
  return denominator.sources.flatMap((source, place) =>
    sources.includes(source)
      ? []
      : [
          {
            path: `indicators.${at}.denominator.sources.${place}`,
            remedy: `must be a source of the indicator; there is ${sources.join(', ')}`,
          },
        ],
  );
}

/** The better level's cut point lies in the target's direction. */
function levels({ target }: IndicatorDefinition, at: number): SetFault[] {
  const { high, moderate } = target.levels;
  const isInOrder = target.direction === 'at-least' ? high >= moderate : high <= moderate;
  if (isInOrder) return [];
  const word = target.direction === 'at-least' ? 'below' : 'above';
  return [{ path: `indicators.${at}.target.levels.high`, remedy: `must not lie ${word} \`moderate\`` }];
}
