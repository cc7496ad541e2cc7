import { Command, CommanderError } from 'commander';
import { maskCpr } from '../kernel/cpr-text';
import { settingsHelp, tellOptionsIn } from '../cli/command-help';
import { commandsOf } from '../cli/commands';
import { exitCodeOf } from '../cli/exit-code';
import { FileError, sentenceOf } from '../platform/file-error';
import { programVersion } from '../platform/program-version';
import { program } from './program';

/** The command line: `npm run -s rehabspor -- <command>`. */
async function main(): Promise<void> {
  const commands = new Command('rehabspor')
    .description('Follows heart patients’ rehabilitation across hospital, municipality and general practice.')
    .version(programVersion(), '--version', 'print the version')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`);
  const [, , first, second] = process.argv;
  for (const one of await commandsOf(program, first === 'help' ? second : first)) commands.addCommand(one);
  tellOptionsIn(commands);
  for (const command of [commands, ...commands.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().configureOutput({ outputError: (text, write) => write(maskCpr(text)) });
  }
  await commands.parseAsync(process.argv);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return; // A reader that has seen enough is no failure.
  if (process.stdout.listenerCount('error') === 1) throw error; // Else whoever writes there tells of it.
});

main().catch((error: unknown) => {
  if (error instanceof FileError && error.isReaderGone) return;
  const isTold = error instanceof CommanderError;
  if (!isTold) process.stderr.write(maskCpr(`rehabspor: ${sentenceOf(error)}\n`));
  process.exitCode = exitCodeOf(error);
});
