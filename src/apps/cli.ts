import { Command, CommanderError } from 'commander';
import { SETTING_TEXTS } from '../platform/config/settings';
import { maskCpr } from '../platform/telemetry/mask-cpr';
import { evaluateCommand } from './cli/evaluate.command';
import { exportCommand } from './cli/export.command';
import { generateCommand } from './cli/generate.command';
import { importCommand } from './cli/import.command';
import { rebuildCommand } from './cli/rebuild.command';
import { reportCommand } from './cli/report.command';
import { serveCommand } from './cli/serve.command';
import { startCommand } from './cli/start.command';
import { verifyCommand } from './cli/verify.command';
import { exitCodeOf } from './cli/exit-code';

/** The command line: `npm run -s rehabspor -- <command>`. */
async function main(): Promise<void> {
  const program = new Command('rehabspor')
    .description('Follows heart patients’ rehabilitation across hospital, municipality and general practice.')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`)
    .addCommand(evaluateCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(reportCommand())
    .addCommand(verifyCommand())
    .addCommand(rebuildCommand())
    .addCommand(startCommand())
    .addCommand(serveCommand())
    .addCommand(generateCommand());
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: (text, write) => write(maskCpr(text)) });
  }
  await program.parseAsync(process.argv);
}

function settingsHelp(): string {
  return SETTING_TEXTS.map(({ name, fallback, says }) => `  ${name.padEnd(28)}${says} [${fallback}]`).join('\n');
}

main().catch((error: unknown) => {
  const isTold = error instanceof CommanderError;
  if (!isTold) process.stderr.write(maskCpr(`rehabspor: ${error instanceof Error ? error.message : String(error)}\n`));
  process.exitCode = exitCodeOf(error);
});
