import { Command, Option } from 'commander';
import { danishDay, type Day } from '../kernel/day';
import { coverageCsv } from '../transitions/adapters/csv/coverage-csv';
import { coverageText } from '../transitions/adapters/text/coverage-text';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { LEVELS, type Context, type Level } from '../kernel/unit';
import type { Language } from '../kernel/language';
import { parsePeriodArgument } from './arguments';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import { asOfOption, contextOption, holdContext, knownAtOption } from './viewpoint-options';
import { withReading } from './with-store';

interface Options {
  readonly period: Period;
  readonly level: Level;
  readonly context?: Context;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: 'table' | 'csv' | 'json';
  readonly lang: Language;
}

/** `coverage`: of how many patients rehabilitation was reported, from the store, beside a running server. */
export function coverageCommand(program: Program): Command {
  return new Command('coverage')
    .requiredOption('--period <period>', `in which the index day lies: ${PERIOD_FORMS}`, parsePeriodArgument)
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).default('denmark'))
    .addOption(contextOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['table', 'csv', 'json']).default('table'))
    .addOption(languageOption('tables and files'))
    .action((options: Options, command: Command) => {
      holdContext(command, options);
      return coverage(program, options);
    });
}

async function coverage(program: Program, { format, lang, asOf, ...asked }: Options): Promise<void> {
  await withReading(
    program,
    async ({ coverage: ways, clock }) => {
      const report = await ways.report({ ...asked, asOf: asOf ?? danishDay(clock.now()) });
      const written = {
        table: () => coverageText(report, lang),
        csv: () => coverageCsv(report, lang),
        json: () => `${JSON.stringify(report, undefined, 2)}\n`,
      };
      await print(written[format]());
      process.stderr.write(`digest ${report.digest}\n`);
    },
    { period: asked.period.name, asOf, knownAt: asked.knownAt },
  );
}
