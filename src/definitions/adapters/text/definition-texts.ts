import type { DefinitionEntry } from '../../application/definition-proposals';
import type { SealedDifference } from '../../application/try-definition';
import type { SensitivityRow } from '../../domain/versions/sensitivity';
import { percentText } from '../../../kernel/figures';

/** One definition set a line, with the steps it went through. */
export function entriesText(entries: readonly DefinitionEntry[]): string {
  return entries.map((entry) => entryText(entry)).join('');
}

export function entryText({ definition, inForce, nextStart, standing, steps }: DefinitionEntry): string {
  const marks = [...(inForce ? ['in force'] : []), ...(nextStart && !inForce ? ['in force from the next start'] : [])];
  const told = steps.map(
    ({ step, by, at, note }) => `  ${at}  ${step} by ${by}${note === undefined ? '' : `: ${note}`}\n`,
  );
  return `${[definition, standing, ...marks].join('  ')}\n${told.join('')}`;
}

/** What flips and which units change level, in lines; units without another level are counted only. */
export function differenceText(difference: SealedDifference): string {
  const { before, after, asOf, period, indicators, units, unitsWithAnotherLevel, unitsCompared, digest } = difference;
  const flipped = indicators.flatMap(({ indicator, flips }) =>
    flips.map(({ from, to, count }) => `  ${indicator.padEnd(20)}${from} → ${to}: ${count}\n`),
  );
  const bounds = indicators.flatMap(({ indicator, possibleChanged: count }) =>
    count === 0 ? [] : [`  ${indicator.padEnd(20)}${count}\n`],
  );
  const levels = units
    .filter(({ levelChanges }) => levelChanges)
    .map(
      ({ indicator, unit, before: was, after: is }) =>
        `  ${indicator.padEnd(20)}${unit.name}: ${sharesText(was)} → ${sharesText(is)}\n`,
    );
  return [
    `${before.definition} → ${after.definition}, ${period.name}, as of ${asOf}\n`,
    flipped.length === 0 ? 'Nobody comes out otherwise.\n' : `Who comes out otherwise:\n${flipped.join('')}`,
    ...(bounds.length === 0 ? [] : [`The same, but could have been something else:\n${bounds.join('')}`]),
    `Units with another goal level: ${unitsWithAnotherLevel} of ${unitsCompared}\n${levels.join('')}`,
    `digest ${digest}\n`,
  ].join('');
}

function sharesText(figures: SealedDifference['units'][number]['before']): string {
  if (figures === null) return '–';
  return figuresText(figures);
}

/** The estimate with its counts and goal level. */
function figuresText({ estimate, level }: Pick<SensitivityRow['options'][string], 'estimate' | 'level'>): string {
  const { numerator, denominator, percent } = estimate;
  return `${numerator}/${denominator} ${percentText(percent, 'en')} ${level ?? '–'}`;
}

/** Each indicator and unit that the options differ on, the options side by side. */
export function sensitivityText(policy: string, rows: readonly SensitivityRow[]): string {
  const differing = rows.filter(({ differs }) => differs);
  const lines = differing.map(({ indicator, unit, options }) => {
    const told = Object.entries(options).map(([option, figures]) => `${option} ${figuresText(figures)}`);
    return `  ${indicator.padEnd(20)}${unit.name}: ${told.join(' · ')}\n`;
  });
  return `${policy}: ${differing.length} of ${rows.length} figures depend on it\n${lines.join('')}`;
}
