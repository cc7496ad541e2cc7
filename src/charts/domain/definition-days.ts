import { isDay, type Day } from '../../kernel/day';
import type { DefinitionSet, IndicatorDefinition } from '../../kernel/definition';

/**
 * The days on which what an indicator counts became another: when its set began to hold, and from when a rule asks
 * another source. In order, each once.
 */
export function definitionDaysOf(
  { validFrom }: Pick<DefinitionSet, 'validFrom'>,
  indicator: IndicatorDefinition,
): Day[] {
  const { denominator, evidence, value } = indicator;
  return [...new Set([validFrom, ...daysFrom([denominator, evidence, value])])].sort();
}

/** Every day that stands under `from` anywhere in a rule. */
function daysFrom(rule: unknown): Day[] {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([name, part]: [string, unknown]) =>
    name === 'from' && typeof part === 'string' && isDay(part) ? [part] : daysFrom(part),
  );
}
