import { Command, InvalidArgumentError, Option } from 'commander';
import { danishDay, type Day } from '../kernel/day';
import type { Viewpoint } from '../kernel/viewpoint';
import { chartSvg, type Chart } from '../charts/adapters/svg/chart-svg';
import type { Charts } from '../charts/application/charts';
import type { Cases } from '../counting/domain/cases';
import { BASELINE_FORMS, END_FORMS, firstDayOf, parseBaseline } from '../charts/domain/series-arguments';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { PERIOD_STEPS, type PeriodStep } from '../counting/domain/period-sequence';
import { CONTROL_KINDS } from '../counting/domain/statistics/control-limits';
import { LEVELS } from '../kernel/unit';
import type { Language } from '../kernel/language';
import { parsePeriodArgument } from './arguments';
import {
  drawControl,
  drawFunnel,
  drawLevels,
  drawTrend,
  type ControlOptions,
  type FunnelOptions,
  type LevelsOptions,
  type TrendOptions,
} from './chart-questions';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import { asOfOption, contextOption, knownAtOption } from './viewpoint-options';
import { withReading } from './with-store';

interface Options {
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: 'json' | 'svg';
  readonly lang: Language;
}

/** `chart`: a funnel plot, control chart, trend or table of levels from the store, beside a running server. */
export function chartCommand(program: Program): Command {
  const funnel = shared('funnel', 'Units of a level around what all are together, with 95 % and 99.8 % limits.')
    .requiredOption('--indicator <key>', 'key of an indicator')
    .requiredOption('--period <period>', PERIOD_FORMS, parsePeriodArgument)
    .addOption(levelOption())
    .action((options: Options & FunnelOptions) => draw(program, options, (...on) => drawFunnel(options, ...on)));
  const levels = shared('levels', 'Goal level of every unit and indicator, with changes since the period before.')
    .requiredOption('--period <period>', PERIOD_FORMS, parsePeriodArgument)
    .addOption(levelOption())
    .action((options: Options & LevelsOptions) => draw(program, options, (...on) => drawLevels(options, ...on)));
  const trend = series('trend', 'One unit’s share period by period with 95 % intervals.', 'year').action(
    (options: Options & TrendOptions) => draw(program, options, (...on) => drawTrend(options, ...on)),
  );
  const control = series('control', 'One unit period by period with ± 3 SD from a frozen baseline.', 'month')
    .addOption(new Option('--kind <kind>', 'p chart or XmR (individuals)').choices([...CONTROL_KINDS]).default('p'))
    .option('--baseline <baseline>', `what the lines are frozen from: ${BASELINE_FORMS}; default 12`, parseBaselineText)
    .action((options: Options & ControlOptions) => draw(program, options, (...on) => drawControl(options, ...on)));
  return [funnel, control, trend, levels].reduce((command, kind) => command.addCommand(kind), new Command('chart'));
}

function shared(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(contextOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['svg', 'json']).default('svg'))
    .addOption(languageOption('the drawing'));
}

function series(name: string, description: string, by: PeriodStep): Command {
  return shared(name, description)
    .requiredOption('--indicator <key>', 'key of an indicator')
    .option('--unit <unit>', 'hospital:<SOR>, municipality:<code>, region:<code> or denmark', 'denmark')
    .addOption(new Option('--by <step>', 'how time is divided').choices([...PERIOD_STEPS]).default(by))
    .option('--from <end>', `first period: ${END_FORMS}`, parseEnd)
    .option('--to <end>', `last period: ${END_FORMS}`, parseEnd);
}

const levelOption = (): Option => new Option('--level <level>', 'which units').choices([...LEVELS]).default('hospital');

function parseEnd(text: string): string {
  if (firstDayOf(text) === undefined) throw new InvalidArgumentError(`Give ${END_FORMS}.`);
  return text;
}

function parseBaselineText(text: string): string {
  if (parseBaseline(text) === undefined) throw new InvalidArgumentError(`Give ${BASELINE_FORMS}.`);
  return text;
}

type Make = (charts: Charts, cases: Cases, viewpoint: Viewpoint) => Promise<Chart>;

async function draw(
  program: Program,
  { asOf, knownAt, format, lang, period, by }: Options & { readonly period?: Period; readonly by?: PeriodStep },
  make: Make,
): Promise<void> {
  await withReading(
    program,
    async ({ charts, counted, clock }) => {
      const viewpoint = { asOf: asOf ?? danishDay(clock.now()), ...(knownAt === undefined ? undefined : { knownAt }) };
      const { cases } = await counted.at(viewpoint);
      const chart = await make(charts, cases, viewpoint);
      await print(format === 'svg' ? chartSvg(chart, lang) : `${JSON.stringify(chart, undefined, 2)}\n`);
    },
    {
      ...(period === undefined ? undefined : { period: period.name }),
      ...(by === undefined ? undefined : { by }),
      asOf,
      knownAt,
    },
  );
}
