import { Command, InvalidArgumentError, Option } from 'commander';
import { danishDay, type Day } from '../../kernel/day';
import { readSettings } from '../../platform/config/settings';
import { writeWholeFile } from '../../platform/whole-file';
import { TextOutput } from '../../platform/ndjson/text-output';
import { SystemClock } from '../../platform/system-clock';
import { XlsxWorkbookWriter } from '../../platform/xlsx/xlsx-workbook-writer';
import { ExportReport } from '../../reporting/application/export-report';
import { NationalReports } from '../../reporting/application/national-reports';
import { parsePeriod, PERIOD_FORMS, type Period } from '../../reporting/domain/period';
import type { Report } from '../../reporting/domain/report';
import { FORMATS, writeReport, type Format } from '../../reporting/domain/report-format';
import { LEVELS, type Level } from '../../reporting/domain/unit';
import type { Language } from '../../reporting/domain/words';
import { countedOver } from '../counted';
import { groundOf } from '../ground';
import { openForReading } from '../opened';
import { parseDay, parseKnownAt } from './arguments';

interface Options {
  readonly period: Period;
  readonly level: Level;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: Format | 'xlsx';
  readonly lang: Language;
  readonly output?: string;
}

/** `report`: the indicator table from the store, beside a running server (interface.md §4). */
export function reportCommand(): Command {
  return new Command('report')
    .description('Print the indicator table of a period; the same arguments on the same events give the same bytes.')
    .requiredOption('--period <period>', PERIOD_FORMS, parsePeriodArgument)
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).makeOptionMandatory())
    .option('--as-of <day>', 'decide as of this day (YYYY-MM-DD); default today', parseDay)
    .option('--known-at <time>', 'use only what was received by this RFC 3339 instant', parseKnownAt)
    .addOption(new Option('--format <format>', 'how to write it').choices([...FORMATS, 'xlsx']).default('table'))
    .addOption(new Option('--lang <language>', 'language of the table').choices(['da', 'en']).default('en'))
    .option('--output <file>', 'write to this file instead of standard output')
    .action((options: Options, command: Command) => {
      if (options.format === 'xlsx' && options.output === undefined) {
        command.error('error: a workbook is no text for a terminal: say with --output FILE where it goes.');
      }
      return report(options);
    });
}

function parsePeriodArgument(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new InvalidArgumentError(`Give ${PERIOD_FORMS}.`);
  return period;
}

async function report({ period, level, asOf, knownAt, format, lang, output }: Options): Promise<void> {
  const clock = new SystemClock();
  const opened = await openForReading(readSettings(), clock);
  const { rooms, position } = opened;
  try {
    const reports = new NationalReports(countedOver(rooms, position), groundOf(rooms));
    const made = await reports.report({
      period,
      level,
      asOf: asOf ?? danishDay(clock.now()),
      ...(knownAt === undefined ? undefined : { knownAt }),
    });
    const content = format === 'xlsx' ? await workbookOf(made, lang) : writeReport(made, format, lang);
    if (output !== undefined) writeWholeFile(output, content);
    else await print(String(content));
    process.stderr.write(`digest ${made.digest}\n`);
  } finally {
    await opened.close();
  }
}

async function workbookOf(made: Report, lang: Language): Promise<Uint8Array> {
  return (await new ExportReport(new XlsxWorkbookWriter()).write(made, 'xlsx', lang)).content;
}

async function print(text: string): Promise<void> {
  const output = new TextOutput(process.stdout, 'standard output');
  output.write(text);
  await output.end();
}
