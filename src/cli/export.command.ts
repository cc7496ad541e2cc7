import { Command } from 'commander';
import { sealsOf } from '../access/domain/seals';
import { readExactJson } from '../kernel/exact-json';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { Progress } from '../platform/terminal/progress';
import { exportEvents, type ExportPorts } from '../operations/moving/export-events';
import type { ExportStore } from '../operations/moving/export-store';
import { PrivateOutput } from '../operations/moving/private-output';
import { WRITTEN_NAMES } from '../formats/adapters/delivery-formats';
import { formatOption } from './deliveries/delivery-options';
import { exportInFormat } from './deliveries/export-in-format';
import { rejectedLines } from '../operations/moving/rejected-lines';
import type { Program } from './program';

interface Options {
  readonly rejected?: string;
  readonly format?: string;
}

const HELP = `
The file is what \`import\` takes, into a store of the other mode (REHABSPOR_MODE) or under another REHABSPOR_KEY. It
says when each event was received, so that reports as known at a past moment are the same there. It is the same events
again: into its own store it brings repeats only. It holds CPR numbers and free text in clear; only you may read it.

What was refused and waits to be corrected goes to --rejected, one payload a line, as it came; JSON that came on several
lines stands on one, and what can be no line of a file stands as {"base64": …}. Import that file after the first: an
event that was refused because its id was taken is refused again only where that id is taken.`;

/** `export`: every accepted event as the source event it was; `import` reads it. */
export function exportCommand(program: Program): Command {
  return new Command('export')
    .argument('<file>', 'the file to write; - is standard output')
    .option('--rejected <file>', 'also write what was refused and waits to be corrected; - is standard output')
    .addOption(formatOption('to write instead, a folder; what it has no place for is told').choices(WRITTEN_NAMES))
    .addHelpText('after', HELP)
    .action(async (file: string, { rejected, format }: Options, command: Command) => {
      if (file === rejected) command.error('error: give <file> and --rejected different names');
      if (format !== undefined && rejected !== undefined)
        command.error('error: what was refused is no event of a format; export it without --format');
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      const opened = await program.open(settings, 'read');
      const progress = new Progress(process.stderr);
      const store = opened.operations.exported();
      const exported =
        format === undefined
          ? exportTo(file, rejected, store, settings, progress)
          : exportInFormat(format, file, settings, (events) => exportTo(events, undefined, store, settings, progress));
      const summary = await exported.finally(() => {
        progress.done();
        return opened.close();
      });
      process.stderr.write(`${summary}\n${WARNING}\n`);
    });
}

const WARNING =
  'CPR numbers stand there in clear: keep it where only those can read it who may, and delete it once it is imported.';

/** Writes the files, all of them whole or none; resolves with what was written, in a sentence. */
async function exportTo(
  file: string,
  rejectedFile: string | undefined,
  store: ExportStore,
  settings: Settings,
  progress: Progress,
): Promise<string> {
  const outputs: PrivateOutput[] = [];
  const open = (name: string): PrivateOutput => {
    const output = PrivateOutput.open(name);
    outputs.push(output);
    return output;
  };
  try {
    const accepted = open(file);
    const refused = rejectedFile === undefined ? undefined : open(rejectedFile);
    const written = [`${await writeEvents(store, settings, accepted, progress)} to ${accepted.name}`];
    if (refused !== undefined) {
      written.push(`${await writeRejected(store, refused, progress)} refused ones to ${refused.name}`);
    }
    for (const output of outputs) output.keep();
    return `Written: ${written.join(', ')}.`;
  } catch (error) {
    for (const output of outputs) output.discard();
    throw error;
  }
}

async function writeEvents(
  { events, vault }: ExportStore,
  settings: Settings,
  output: PrivateOutput,
  progress: Progress,
): Promise<string> {
  const { fields } = sealsOf(settings);
  const openFields: ExportPorts['openFields'] = (sealed) => {
    const opened = readExactJson(fields.open(Buffer.from(sealed, 'base64')).toString('utf8'));
    const [kept, extensions] = opened as Readonly<Record<string, unknown>>[];
    return { kept: kept ?? {}, extensions: extensions ?? {} };
  };
  const total = await events.count();
  let written = 0;
  const { leftOut } = await exportEvents(events, { vault, openFields }, (lines) => {
    for (const line of lines) output.writeLine(line);
    written += lines.length;
    progress.show('exported', written, written, total);
  });
  return leftOut === 0 ? `${written} events` : `${written} events (without ${leftOut} of persons who are erased)`;
}

async function writeRejected({ rejected }: ExportStore, output: PrivateOutput, progress: Progress): Promise<number> {
  const total = await rejected.count();
  let written = 0;
  for await (const line of rejectedLines(rejected)) {
    output.writeLine(line);
    written += 1;
    progress.show('refused ones exported', written, written, total);
  }
  return written;
}
