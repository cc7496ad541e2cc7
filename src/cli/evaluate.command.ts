import { Command } from 'commander';
import { danishDay } from '../kernel/day';
import type { DefinitionSet } from '../kernel/definition';
import type { Language } from '../kernel/language';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadSchemas, type SchemaValidators } from '../platform/contracts/schema-validators';
import { FileError } from '../platform/file-error';
import { chained, firstBatches, readLines, type LineBatch } from '../platform/ndjson/read-lines';
import { TextOutput } from '../platform/ndjson/text-output';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { SystemClock } from '../platform/system-clock';
import { Progress } from '../platform/terminal/progress';
import type { EvaluationOptions } from '../operations/evaluation/evaluation';
import { EvaluationInPlace, type LineEvaluation, type TellRefused } from '../operations/evaluation/line-evaluation';
import { MOST_SHARES } from '../operations/evaluation/spread/seen-names';
import { SpreadEvaluation } from '../operations/evaluation/spread/spread-evaluation';
import { ReceiptCounts } from '../operations/moving/receipt-counts';
import { lineIn } from '../operations/moving/receipt-tally';
import { parsePolicy } from './arguments';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';
import { saySetAside } from './set-aside';
import { threadsOption } from './threads-option';
import { asOfOption, knownAtOption } from './viewpoint-options';

interface Options {
  readonly asOf?: string;
  readonly knownAt?: number;
  readonly policy: Record<string, string>;
  readonly definitions?: string;
  readonly showCpr: boolean;
  readonly rejects?: string;
  readonly lang: Language;
  readonly threads: number;
}

/** So much is evaluated sooner than further threads begin. */
const FEW_BYTES = 8 << 20;

/** `evaluate`: decides events in memory and keeps nothing (interface.md §4). */
export function evaluateCommand(program: Program): Command {
  return new Command('evaluate')
    .argument('<file...>', 'files of events, one a line; - is standard input')
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .option('--policy <name=option>', 'choose a policy, e.g. bugOnReferral=lenient; repeatable', parsePolicy, {})
    .option('--definitions <file>', 'a definition set (YAML) instead of the one in force')
    .option('--show-cpr', 'write the CPR number on each decision and order by it', false)
    .option('--rejects <file>', 'write rejected and duplicate receipts here as NDJSON')
    .addOption(languageOption('the receipts'))
    .addOption(threadsOption())
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
  const asked: EvaluationOptions = {
    definitions: readDefinitions(loadSchemas(), options.definitions),
    policy: options.policy,
    asOf: options.asOf ?? danishDay(new SystemClock().now()),
    ...(options.knownAt === undefined ? undefined : { knownAt: options.knownAt }),
    showCpr: options.showCpr,
    language: options.lang,
  };
  const evaluation = await program.evaluation(settings, asked);
  const rejects = rejectsFile(options.rejects);
  const placeOf = lineIn(files);
  const tellRefused: TellRefused = (receipt, line, file) =>
    rejects?.write(`${JSON.stringify({ ...receipt, ...placeOf(line, file) })}\n`);
  const { first, rest } = await firstBatches(readLines(files, settings.lineLimits), FEW_BYTES);
  const threads = rest === undefined ? 1 : Math.min(options.threads, MOST_SHARES);
  const lines =
    threads === 1
      ? new EvaluationInPlace(evaluation, new ReceiptCounts(), tellRefused)
      : new SpreadEvaluation(
          await program.evaluationThreads(settings, asked, threads),
          new ReceiptCounts(),
          tellRefused,
        );
  await evaluateLines(lines, chained(first, rest), rejects).finally(() => lines.close());
}

async function evaluateLines(
  evaluation: LineEvaluation,
  batches: AsyncIterable<LineBatch>,
  rejects: TextOutput | undefined,
): Promise<void> {
  const progress = new Progress(process.stderr);
  let events = 0;
  for await (const batch of batches) {
    await evaluation.take(batch);
    events += batch.lines.length;
    await rejects?.flushed();
    progress.show('reading', events, batch.bytesRead, batch.bytesTotal);
  }
  const output = new TextOutput(process.stdout, 'standard output');
  let decided = 0;
  let decisions = 0;
  for await (const { bytes, ...written } of evaluation.decisions()) {
    output.write(bytes);
    decisions += written.decisions;
    decided += written.persons;
    await output.flushed();
    progress.show('deciding', decisions, decided);
  }
  await output.end();
  await rejects?.end();
  progress.done();
  const received = evaluation.counts.summary(events);
  process.stderr.write(`${received} ${decided} persons with a pathway, ${decisions} decisions.\n`);
  process.stderr.write(saySetAside(evaluation.setAside));
}
