import { Command, CommanderError } from 'commander';
import { maskCpr } from '../kernel/cpr-text';
import { SETTING_TEXTS } from '../platform/config/settings';
import { commandsOf } from '../cli/commands';
import { exitCodeOf } from '../cli/exit-code';
import { program } from './program';

/** The command line: `npm run -s rehabspor -- <command>`. */
async function main(): Promise<void> {
  const commands = new Command('rehabspor')
    .description('Follows heart patients’ rehabilitation across hospital, municipality and general practice.')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`);
  for (const one of await commandsOf(program, process.argv[2])) commands.addCommand(one);
  for (const command of [commands, ...commands.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().configureOutput({ outputError: (text, write) => write(maskCpr(text)) });
  }
  await commands.parseAsync(process.argv);
}

function settingsHelp(): string {
  return SETTING_TEXTS.map(({ name, fallback, says }) => `  ${name.padEnd(28)}${says} [${fallback}]`).join('\n');
}

main().catch((error: unknown) => {
  const isTold = error instanceof CommanderError;
  if (!isTold) process.stderr.write(maskCpr(`rehabspor: ${error instanceof Error ? error.message : String(error)}\n`));
  process.exitCode = exitCodeOf(error);
});
