import type { Command } from 'commander';
import type { Program } from './program';

/** Makes each command, in the order the help tells them; its module loads only when it is asked for. */
const COMMANDS: ReadonlyMap<string, (program: Program) => Promise<Command>> = new Map([
  ['evaluate', async (program: Program) => (await import('./evaluate.command')).evaluateCommand(program)],
  ['import', async (program) => (await import('./import.command')).importCommand(program)],
  ['convert', async (program) => (await import('./convert.command')).convertCommand(program)],
  ['watch', async (program) => (await import('./watch.command')).watchCommand(program)],
  ['export', async (program) => (await import('./export.command')).exportCommand(program)],
  ['research', async (program) => (await import('./research.command')).researchCommand(program)],
  ['report', async (program) => (await import('./report.command')).reportCommand(program)],
  ['reports', async (program) => (await import('./reports.command')).reportsCommand(program)],
  ['movement', async (program) => (await import('./movement.command')).movementCommand(program)],
  ['transitions', async (program) => (await import('./transitions.command')).transitionsCommand(program)],
  ['coverage', async (program) => (await import('./coverage.command')).coverageCommand(program)],
  ['chart', async (program) => (await import('./chart.command')).chartCommand(program)],
  ['feeds', async (program) => (await import('./feeds.command')).feedsCommand(program)],
  ['metadata', async (program) => (await import('./metadata.command')).metadataCommand(program)],
  ['subscriptions', async (program) => (await import('./subscriptions.command')).subscriptionsCommand(program)],
  ['webhooks', async (program) => (await import('./webhooks.command')).webhooksCommand(program)],
  ['definitions', async (program) => (await import('./definitions.command')).definitionsCommand(program)],
  ['sensitivity', async (program) => (await import('./sensitivity.command')).sensitivityCommand(program)],
  ['verify', async (program) => (await import('./verify.command')).verifyCommand(program)],
  ['rebuild', async (program) => (await import('./rebuild.command')).rebuildCommand(program)],
  ['erase', async (program) => (await import('./erase.command')).eraseCommand(program)],
  ['rekey', async (program) => (await import('./rekey.command')).rekeyCommand(program)],
  ['backup', async (program) => (await import('./backup.command')).backupCommand(program)],
  ['restore', async (program) => (await import('./restore.command')).restoreCommand(program)],
  ['start', async (program) => (await import('./start.command')).startCommand(program)],
  ['serve', async (program) => (await import('./serve.command')).serveCommand(program)],
  ['generate', async () => (await import('./generate.command')).generateCommand()],
]);

/** The command that is named; every one where none is, as the help and what is misspelt need. */
export function commandsOf(program: Program, named: string | undefined): Promise<Command[]> {
  const asked = COMMANDS.get(named ?? '');
  const made = asked === undefined ? [...COMMANDS.values()] : [asked];
  return Promise.all(made.map((make) => make(program)));
}
