import { Command } from 'commander';
import { danishDay } from '../kernel/day';
import type { DefinitionSet } from '../kernel/definition';
import type { Language } from '../kernel/language';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadSchemas, type SchemaValidators } from '../platform/contracts/schema-validators';
import { FileError } from '../platform/file-error';
import { readLines } from '../platform/ndjson/read-lines';
import { TextOutput } from '../platform/ndjson/text-output';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { SystemClock } from '../platform/system-clock';
import { Progress } from '../platform/terminal/progress';
import { lineIn, ReceiptTally } from '../operations/moving/receipt-tally';
import { parsePolicy } from './arguments';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';
import { saySetAside } from './set-aside';
import { asOfOption, knownAtOption } from './viewpoint-options';

interface Options {
  readonly asOf?: string;
  readonly knownAt?: number;
  readonly policy: Record<string, string>;
  readonly definitions?: string;
  readonly showCpr: boolean;
  readonly rejects?: string;
  readonly lang: Language;
}

/** `evaluate`: decides events in memory and keeps nothing (interface.md §4). */
export function evaluateCommand(program: Program): Command {
  return new Command('evaluate')
    .description('Read source events (NDJSON) and write the decisions as NDJSON; keeps nothing.')
    .argument('<file...>', 'files of events, one a line; - is standard input')
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .option('--policy <name=option>', 'choose a policy, e.g. bugOnReferral=lenient; repeatable', parsePolicy, {})
    .option('--definitions <file>', 'a definition set (YAML) instead of the one in force')
    .option('--show-cpr', 'write the CPR number on each decision and order by it', false)
    .option('--rejects <file>', 'write rejected and duplicate receipts here as NDJSON')
    .addOption(languageOption('the receipts'))
    .action((files: string[], options: Options) => evaluate(program, files, options));
}

function readDefinitions(schemas: SchemaValidators, file: string | undefined): DefinitionSet {
  try {
    return loadDefinitionSet(schemas, file);
  } catch (error) {
    if (file === undefined) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === undefined ? new FileError(message) : FileError.reading(file, error);
  }
}

async function evaluate(program: Program, files: readonly string[], options: Options): Promise<void> {
  const settings = readSettings();
  warnOfDevelopmentKey(settings);
  const evaluation = program.evaluation(settings, {
    definitions: readDefinitions(loadSchemas(), options.definitions),
    policy: options.policy,
    asOf: options.asOf ?? danishDay(new SystemClock().now()),
    ...(options.knownAt === undefined ? undefined : { knownAt: options.knownAt }),
    showCpr: options.showCpr,
    language: options.lang,
  });
  const rejects = rejectsFile(options.rejects);
  const progress = new Progress(process.stderr);
  const tally = new ReceiptTally(lineIn(files), rejects, options.lang);
  for await (const batch of readLines(files, settings.lineLimits)) {
    const receipts = await evaluation.receive(batch.lines.map(({ incoming }) => incoming));
    await tally.add(batch, receipts);
    progress.show('reading', tally.lines, batch.bytesRead, batch.bytesTotal);
  }
  const output = new TextOutput(process.stdout, 'standard output');
  let decisions = 0;
  let decided = 0;
  const persons = evaluation.personCount;
  for await (const person of evaluation.decisions()) {
    decisions += person.length;
    decided += 1;
    for (const decision of person) output.write(`${JSON.stringify(decision)}\n`);
    if (decided % 64 === 0) {
      await output.flushed();
      progress.show('deciding', decisions, decided, persons);
    }
  }
  await output.end();
  await rejects?.end();
  progress.done();
  process.stderr.write(`${tally.summary()} ${decided} persons with a pathway, ${decisions} decisions.\n`);
  process.stderr.write(saySetAside(evaluation.setAside));
}
