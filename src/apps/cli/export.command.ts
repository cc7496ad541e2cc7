import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../../platform/config/settings';
import { StderrLogger } from '../../platform/stderr-logger';
import { SystemClock } from '../../platform/system-clock';
import { Progress } from '../../platform/terminal/progress';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Vault } from '../../ports/vault';
import { composeEmbedded } from '../embedded';
import { exportedLines } from '../moving/export-events';
import { EmbeddedLoggedEvents, type LoggedEvents } from '../moving/logged-events';
import { PrivateOutput } from '../moving/private-output';
import { rejectedLines } from '../moving/rejected-lines';
import { sealsOf } from '../rooms';

interface Options {
  readonly rejected?: string;
}

const HELP = `
The file is what \`import\` takes: into a store of the other mode (REHABSPOR_MODE) or under another REHABSPOR_KEY. It
says when each event was received, so that reports as known at a past moment are the same there; import it while no
server runs on that store, since what goes through a server counts as received then. It holds CPR numbers and free text
in clear; only you may read it.

What was refused and waits to be corrected goes to --rejected, one payload a line, as it came; JSON that came on several
lines stands on one, and what can be no line of a file stands as {"base64": …}. Import that file after the first: an event
that was refused because its id was taken is refused again only where that id is taken.`;

/** `export`: every accepted event as the source event it was; `import` reads it. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write every accepted event as the source event it was (NDJSON), with CPR numbers; import reads it.')
    .argument('<file>', 'the file to write; - is standard output')
    .option('--rejected <file>', 'also write what was refused and waits to be corrected; - is standard output')
    .addHelpText('after', HELP)
    .action(async (file: string, { rejected }: Options, command: Command) => {
      if (file === rejected) command.error('error: give <file> and --rejected different names');
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      await withStore(settings, (store) => exportFrom(store, settings, file, rejected));
    });
}

/** What exporting reads, of either mode. */
interface Store {
  readonly logged: LoggedEvents;
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
}

async function withStore(settings: Settings, work: (store: Store) => Promise<void>): Promise<void> {
  const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger(), { readOnly: true });
  try {
    embedded.database.beginSnapshot();
    await work({ ...embedded, logged: new EmbeddedLoggedEvents(embedded.log) });
  } finally {
    await embedded.database.close();
  }
}

async function exportFrom(store: Store, settings: Settings, file: string, rejectedFile?: string): Promise<void> {
  const progress = new Progress(process.stderr);
  const outputs = [PrivateOutput.open(file)];
  try {
    const events = await writeEvents(store, settings, outputs[0] as PrivateOutput, progress);
    let refused = 0;
    if (rejectedFile !== undefined) {
      const output = PrivateOutput.open(rejectedFile);
      outputs.push(output);
      for await (const line of rejectedLines(store.rejected)) {
        output.writeLine(line);
        progress.show('refused', (refused += 1), refused);
      }
    }
    for (const output of outputs) output.keep();
    progress.done();
    const more = rejectedFile === undefined ? '' : `, ${refused} refused ones to ${nameOf(rejectedFile)}`;
    process.stderr.write(`${events} events written to ${nameOf(file)}${more}.\n${WARNING}\n`);
  } catch (error) {
    progress.done();
    for (const output of outputs) output.discard();
    throw error;
  }
}

const WARNING =
  'CPR numbers stand there in clear: keep it where only those may read who may know them, and delete it when it is imported.';

const nameOf = (file: string): string => (file === '-' ? 'standard output' : file);

async function writeEvents(
  { logged, vault }: Store,
  settings: Settings,
  output: PrivateOutput,
  progress: Progress,
): Promise<number> {
  const { fields } = sealsOf(settings);
  const openFields = (sealed: string): Record<string, unknown> =>
    JSON.parse(fields.open(Buffer.from(sealed, 'base64')).toString('utf8')) as Record<string, unknown>;
  const { total } = logged;
  let written = 0;
  for await (const lines of exportedLines(logged, { vault, openFields })) {
    for (const line of lines) output.writeLine(line);
    written += lines.length;
    progress.show('exported', written, written, total);
  }
  return written;
}
