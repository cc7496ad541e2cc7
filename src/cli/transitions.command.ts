import { Command, Option } from 'commander';
import { danishDay, type Day } from '../kernel/day';
import { openLoopsCsv } from '../transitions/adapters/csv/open-loops-csv';
import { openLoopsText } from '../transitions/adapters/text/open-loops-text';
import type { TransitionQuestion } from '../transitions/application/transition-reports';
import { transitionsCsv } from '../transitions/adapters/csv/transitions-csv';
import { transitionsText } from '../transitions/adapters/text/transitions-text';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { LOOP_STANDINGS, type LoopStanding } from '../transitions/domain/open-loops';
import type { Language } from '../kernel/language';
import { parsePeriodArgument } from './arguments';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import { withReading } from './with-store';
import { UsageError } from './usage-error';
import { asOfOption, knownAtOption } from './viewpoint-options';

interface Options {
  readonly period: Period;
  readonly hospital?: string;
  readonly municipality?: string;
  readonly loops?: LoopStanding;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: 'table' | 'csv' | 'json';
  readonly lang: Language;
}

/** `transitions`: what came of referrals, from the store, beside a running server. */
export function transitionsCommand(program: Program): Command {
  return new Command('transitions')
    .requiredOption('--period <period>', `in which referrals lie: ${PERIOD_FORMS}`, parsePeriodArgument)
    .option('--hospital <organisation>', 'only what this hospital referred: hospital:<SOR>')
    .option('--municipality <organisation>', 'only what was referred there: municipality:<code>')
    .addOption(
      new Option('--loops <standing>', 'list the referrals nobody took up instead').choices([...LOOP_STANDINGS]),
    )
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['table', 'csv', 'json']).default('table'))
    .addOption(languageOption('tables and files'))
    .action((options: Options) => transitions(program, options));
}

async function transitions(program: Program, { loops, format, lang, asOf, ...asked }: Options): Promise<void> {
  await withReading(
    program,
    async ({ transitions: ways, names, clock }) => {
      const question: TransitionQuestion = { ...asked, asOf: asOf ?? danishDay(clock.now()) };
      const fault = await ways.faultIn(question);
      if (fault !== undefined) throw new UsageError(fault);
      if (loops !== undefined) {
        const found = await ways.openLoops({ ...question, standing: loops });
        const written = {
          table: () => openLoopsText(found, names, lang),
          csv: () => openLoopsCsv(found, names, lang),
          json: () => `${JSON.stringify(found, undefined, 2)}\n`,
        };
        await print(written[format]());
        return;
      }
      const report = await ways.report(question);
      const written = {
        table: () => transitionsText(report, lang),
        csv: () => transitionsCsv(report, lang),
        json: () => `${JSON.stringify(report, undefined, 2)}\n`,
      };
      await print(written[format]());
      process.stderr.write(`digest ${report.digest}\n`);
    },
    { period: asked.period.name, asOf, knownAt: asked.knownAt },
  );
}
