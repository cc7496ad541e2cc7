import { Command, CommanderError } from 'commander';
import { maskCpr } from '../kernel/cpr-text';
import { SETTING_TEXTS } from '../platform/config/settings';
import { chartCommand } from '../cli/chart.command';
import { definitionsCommand } from '../cli/definitions.command';
import { coverageCommand } from '../cli/coverage.command';
import { evaluateCommand } from '../cli/evaluate.command';
import { exportCommand } from '../cli/export.command';
import { feedsCommand } from '../cli/feeds.command';
import { generateCommand } from '../cli/generate.command';
import { importCommand } from '../cli/import.command';
import { metadataCommand } from '../cli/metadata.command';
import { rebuildCommand } from '../cli/rebuild.command';
import { movementCommand } from '../cli/movement.command';
import { reportCommand } from '../cli/report.command';
import { reportsCommand } from '../cli/reports.command';
import { sensitivityCommand } from '../cli/sensitivity.command';
import { serveCommand } from '../cli/serve.command';
import { startCommand } from '../cli/start.command';
import { subscriptionsCommand } from '../cli/subscriptions.command';
import { transitionsCommand } from '../cli/transitions.command';
import { verifyCommand } from '../cli/verify.command';
import { exitCodeOf } from '../cli/exit-code';
import { program } from './program';

/** The command line: `npm run -s rehabspor -- <command>`. */
async function main(): Promise<void> {
  const commands = new Command('rehabspor')
    .description('Follows heart patients’ rehabilitation across hospital, municipality and general practice.')
    .addHelpText('after', `\nSettings (environment):\n${settingsHelp()}`)
    .addCommand(evaluateCommand(program))
    .addCommand(importCommand(program))
    .addCommand(exportCommand(program))
    .addCommand(reportCommand(program))
    .addCommand(reportsCommand(program))
    .addCommand(movementCommand(program))
    .addCommand(transitionsCommand(program))
    .addCommand(coverageCommand(program))
    .addCommand(chartCommand(program))
    .addCommand(feedsCommand(program))
    .addCommand(metadataCommand(program))
    .addCommand(subscriptionsCommand(program))
    .addCommand(definitionsCommand(program))
    .addCommand(sensitivityCommand(program))
    .addCommand(verifyCommand(program))
    .addCommand(rebuildCommand(program))
    .addCommand(startCommand(program))
    .addCommand(serveCommand(program))
    .addCommand(generateCommand());
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
