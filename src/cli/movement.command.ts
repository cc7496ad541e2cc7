import { Command, Option } from 'commander';
import { danishDay, type Day } from '../kernel/day';
import { movementText } from '../reporting/adapters/text/movement-text';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { LEVELS, type Context, type Level } from '../kernel/unit';
import type { Language } from '../kernel/language';
import { parseDay, parseKnownAt, parsePeriodArgument } from './arguments';
import { foundReport } from './frozen-reading';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import { UsageError } from './usage-error';
import { contextOption, holdContext } from './viewpoint-options';
import { withReading } from './with-store';

interface Options {
  readonly period?: Period;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly toAsOf?: Day;
  readonly toKnownAt?: number;
  readonly level: Level;
  readonly context?: Context;
  readonly indicator?: string;
  readonly format: 'text' | 'json';
  readonly lang: Language;
}

const HELP = `
Name two frozen reports, or say --period with --known-at and --as-of for the first report and --to-known-at and --to-as-of
for the second. Each change has one cause, and the parts of every number add up to its change.`;

/** `movement`: why one report says something else than another. */
export function movementCommand(program: Program): Command {
  return new Command('movement')
    .argument('[from]', 'id of a frozen report')
    .argument('[to]', 'id of another')
    .option('--period <period>', `without ids: ${PERIOD_FORMS}`, parsePeriodArgument)
    .option('--as-of <day>', 'without ids: the first report’s day; default today', parseDay)
    .option('--known-at <time>', 'without ids: what the first report knows', parseKnownAt)
    .option('--to-as-of <day>', 'without ids: the second report’s day; default today', parseDay)
    .option('--to-known-at <time>', 'without ids: what the second report knows; default all', parseKnownAt)
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).default('denmark'))
    .addOption(contextOption())
    .option('--indicator <key>', 'only this one')
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .addOption(languageOption('the text'))
    .addHelpText('after', HELP)
    .action((from: string | undefined, to: string | undefined, options: Options, command: Command) => {
      holdContext(command, options);
      if (from !== undefined && to !== undefined) return betweenFrozen(program, from, to, options);
      if (from === undefined && options.period !== undefined && options.knownAt !== undefined) {
        return betweenMoments(program, options.period, options.knownAt, options);
      }
      return command.error('error: name two frozen reports, or say --period and --known-at (see --help).');
    });
}

function betweenFrozen(program: Program, fromId: string, toId: string, options: Options): Promise<void> {
  return withReading(program, async ({ frozen: reports, movement: moved }) => {
    const [from, to] = [await foundReport(reports, fromId), await foundReport(reports, toId)];
    await told(await moved.explain(from, to, options), options);
  });
}

function betweenMoments(program: Program, period: Period, knownAt: number, options: Options): Promise<void> {
  return withReading(program, async ({ frozen: reports, movement: moved, clock }) => {
    const now = clock.now();
    const { asOf = danishDay(now), toAsOf = danishDay(now), toKnownAt = now } = options;
    const from = await reports.look({ period, asOf, knownAt });
    const to = await reports.look({ period, asOf: toAsOf, knownAt: toKnownAt });
    await told(await moved.explain(from, to, options), options);
  });
}

type Movement = Parameters<typeof movementText>[0];

async function told(movement: Movement, { indicator, format, lang }: Options): Promise<void> {
  const keys = [...new Set(movement.rows.map((row) => row.indicator))];
  if (indicator !== undefined && !keys.includes(indicator)) {
    throw new UsageError(`Nothing is counted under such an indicator; there is ${keys.join(', ')}.`);
  }
  const rows = movement.rows.filter((row) => indicator === undefined || row.indicator === indicator);
  const asked = { ...movement, rows };
  await print(format === 'json' ? `${JSON.stringify(asked, undefined, 2)}\n` : movementText(asked, lang));
}
