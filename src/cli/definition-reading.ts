import { danishDay } from '../kernel/day';
import { SystemClock } from '../platform/system-clock';
import { parsePeriod, PERIOD_FORMS, type Period } from '../kernel/period';
import type { Level } from '../kernel/unit';
import type { TrialQuestion } from '../definitions/application/try-definition';
import { noSuchSet } from './definition-named';
import { differenceText, entriesText, sensitivityText } from '../definitions/adapters/text/definition-texts';
import { print } from './print';
import type { Program } from './program';
import { UsageError } from './usage-error';
import { withReading } from './with-store';

export interface ComparisonOptions {
  readonly period: string;
  readonly level?: Level;
  readonly asOf?: string;
  readonly knownAt?: number;
  readonly format: 'text' | 'json';
}

/** Prints every set. */
export function listDefinitions(program: Program): Promise<void> {
  return withReading(program, async ({ proposals }) => print(entriesText(await proposals.list())));
}

/** Prints a set as it was written; one that was given, as JSON (which is YAML). */
export function showDefinition(program: Program, id: string): Promise<void> {
  return withReading(program, async ({ proposals, versions }) => {
    const found = await proposals.find(id);
    if (found === undefined) throw await noSuchSet(versions);
    await print(found.text ?? `${JSON.stringify(found.set, undefined, 2)}\n`);
  });
}

export function showDifference(program: Program, id: string, options: ComparisonOptions): Promise<void> {
  return withReading(program, async ({ trials, versions }) => {
    const difference = await trials.difference(id, questionOf(options));
    if (difference === undefined) throw await noSuchSet(versions);
    await print(
      options.format === 'json' ? `${JSON.stringify(difference, undefined, 2)}\n` : differenceText(difference),
    );
  });
}

export function showSensitivity(program: Program, policy: string, options: ComparisonOptions): Promise<void> {
  return withReading(program, async ({ trials, versions }) => {
    const { policies } = versions.inForce.basis.set;
    const choice = Object.hasOwn(policies, policy) ? policies[policy] : undefined;
    if (choice === undefined) {
      throw new UsageError(`There is no such policy; there is ${Object.keys(policies).join(', ')}.`);
    }
    const rows = await trials.sensitivity(Object.keys(choice.options), policy, questionOf(options));
    await print(options.format === 'json' ? `${JSON.stringify(rows, undefined, 2)}\n` : sensitivityText(policy, rows));
  });
}

function questionOf({ period, level, asOf, knownAt }: ComparisonOptions): TrialQuestion {
  return {
    period: periodNamed(period),
    ...(level === undefined ? undefined : { level }),
    viewpoint: {
      asOf: asOf ?? danishDay(new SystemClock().now()),
      ...(knownAt === undefined ? undefined : { knownAt }),
    },
  };
}

function periodNamed(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new UsageError(`There is no such period; give ${PERIOD_FORMS}.`);
  return period;
}
