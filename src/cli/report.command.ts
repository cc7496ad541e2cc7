import { Command, Option } from 'commander';
import { danishDay, type Day } from '../kernel/day';
import { PRIVATE_FILE_MODE } from '../platform/private-files';
import { VIEWS, type View } from '../kernel/view';
import { writeWholeFile } from '../platform/whole-file';
import { XlsxWorkbookWriter } from '../platform/xlsx/xlsx-workbook-writer';
import { ExportReport } from '../reporting/adapters/export-report';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { FORMATS, writeReport, type Format } from '../reporting/adapters/report-format';
import { INTERVAL_METHODS, type IntervalMethod } from '../kernel/interval-method';
import { LEVELS, type Context, type Level } from '../kernel/unit';
import type { Language } from '../kernel/language';
import { parsePeriodArgument } from './arguments';
import { reportsUnder } from './definition-named';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';
import { asOfOption, contextOption, holdContext, knownAtOption } from './viewpoint-options';
import { withReading } from './with-store';

interface Options {
  readonly period: Period;
  readonly level: Level;
  readonly context?: Context;
  readonly interval: IntervalMethod;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: Format | 'xlsx';
  readonly lang: Language;
  readonly output?: string;
  readonly view?: View;
  readonly definitions?: string;
}

/** `report`: the indicator table from the store, beside a running server (interface.md §4). */
export function reportCommand(program: Program): Command {
  return new Command('report')
    .requiredOption('--period <period>', PERIOD_FORMS, parsePeriodArgument)
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).makeOptionMandatory())
    .addOption(contextOption())
    .addOption(new Option('--interval <method>', '95 % interval').choices([...INTERVAL_METHODS]).default('exact'))
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices([...FORMATS, 'xlsx']).default('table'))
    .addOption(languageOption('tables and files'))
    .option('--definitions <id>', 'count under this definition set, such as dhrd-2023/2; default the one in force')
    .addOption(
      new Option('--view <view>', 'exact, for staff, or published; default: as REHABSPOR_VIEW says').choices([
        ...VIEWS,
      ]),
    )
    .option('--output <file>', 'write to this file instead of standard output')
    .action((options: Options, command: Command) => {
      if (options.format === 'xlsx' && options.output === undefined) {
        command.error('error: a workbook is no text for a terminal: say with --output FILE where it goes.');
      }
      holdContext(command, options);
      return report(program, options);
    });
}

async function report(
  program: Program,
  { period, level, context, interval, asOf, knownAt, format, lang, output, view, definitions: definition }: Options,
): Promise<void> {
  const { made, organisations } = await withReading(
    program,
    async ({ reportsByDefinition, clock }) => {
      const reports = await reportsUnder(reportsByDefinition, definition);
      const { organisations } = reports.basis;
      const made = await reports.report({
        period,
        level,
        interval,
        ...(context === undefined ? undefined : { context }),
        asOf: asOf ?? danishDay(clock.now()),
        ...(knownAt === undefined ? undefined : { knownAt }),
      });
      return { made, organisations };
    },
    { view, period: period.name, asOf, knownAt, definition },
  );
  const content =
    format === 'xlsx'
      ? (await new ExportReport(new XlsxWorkbookWriter(), organisations).write(made, format, lang)).content
      : writeReport(made, format, lang, organisations);
  if (output !== undefined) {
    // One patient may be told from an exact table.
    writeWholeFile(output, content, made.view === 'exact' ? PRIVATE_FILE_MODE : undefined);
  } else await print(String(content));
  process.stderr.write(`digest ${made.digest}\n`);
}
