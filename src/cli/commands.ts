import { Command } from 'commander';
import type { Program } from './program';

/** A command by its name and what the help says of it; its module loads only when it is asked for. */
interface NamedCommand {
  readonly name: string;
  readonly description: string;
  readonly make: (program: Program) => Promise<Command>;
}

/** Every command, in the order the help tells them. */
const COMMANDS: readonly NamedCommand[] = [
  {
    name: 'evaluate',
    description: 'Read source events (NDJSON) and write the decisions as NDJSON; keeps nothing.',
    make: async (program) => (await import('./evaluate.command')).evaluateCommand(program),
  },
  {
    name: 'import',
    description:
      'Take files of events (NDJSON), or with --format a delivery as the source has it, into the store; safe to repeat. Sends them to a running server, if there is one. In distributed mode they go to Kafka and MongoDB, and the services do the rest.',
    make: async (program) => (await import('./import.command')).importCommand(program),
  },
  {
    name: 'convert',
    description:
      'Read a delivery as the source has it and write its events (NDJSON) on standard output, with CPR numbers; keeps nothing.',
    make: async (program) => (await import('./convert.command')).convertCommand(program),
  },
  {
    name: 'watch',
    description: 'Take the deliveries that are put into a folder, and write a receipt beside each.',
    make: async (program) => (await import('./watch.command')).watchCommand(program),
  },
  {
    name: 'export',
    description: 'Write every accepted event as the source event it was (NDJSON), with CPR numbers; import reads it.',
    make: async (program) => (await import('./export.command')).exportCommand(program),
  },
  {
    name: 'research',
    description: 'Write pathways, facts and decisions as pseudonymised tables, with a data dictionary.',
    make: async (program) => (await import('./research.command')).researchCommand(program),
  },
  {
    name: 'report',
    description: 'Print the indicator table of a period; the same arguments on the same events give the same bytes.',
    make: async (program) => (await import('./report.command')).reportCommand(program),
  },
  {
    name: 'reports',
    description: 'Frozen reports: freeze, list, show, approve by a second person, publish, withdraw, reproduce.',
    make: async (program) => (await import('./reports.command')).reportsCommand(program),
  },
  {
    name: 'movement',
    description: 'Why one report says something else than another: new patients, passing time, late events and so on.',
    make: async (program) => (await import('./movement.command')).movementCommand(program),
  },
  {
    name: 'transitions',
    description: 'Print what came of the referrals of a period: municipal starts, ends, open loops, the lost.',
    make: async (program) => (await import('./transitions.command')).transitionsCommand(program),
  },
  {
    name: 'coverage',
    description: 'Print of how many patients known from LPR any rehabilitation was reported, by unit and in bands.',
    make: async (program) => (await import('./coverage.command')).coverageCommand(program),
  },
  {
    name: 'chart',
    description: 'Write a chart as SVG or as data: funnel, control, trend or levels.',
    make: async (program) => (await import('./chart.command')).chartCommand(program),
  },
  {
    name: 'feeds',
    description: 'What sources deliver against what is expected of them.',
    make: async (program) => (await import('./feeds.command')).feedsCommand(program),
  },
  {
    name: 'metadata',
    description: 'Describe every indicator, code list, rule and source from the definitions, as text (Markdown).',
    make: async (program) => (await import('./metadata.command')).metadataCommand(program),
  },
  {
    name: 'subscriptions',
    description: 'Subscriptions: a unit’s report on a schedule, to a folder or by mail: list, add, remove, produce.',
    make: async (program) => (await import('./subscriptions.command')).subscriptionsCommand(program),
  },
  {
    name: 'definitions',
    description: 'Definition sets: list, propose, try on all history, approve by a second person, reject.',
    make: async (program) => (await import('./definitions.command')).definitionsCommand(program),
  },
  {
    name: 'sensitivity',
    description: 'Every option of a policy side by side: figures and goal levels under each.',
    make: async (program) => (await import('./sensitivity.command')).sensitivityCommand(program),
  },
  {
    name: 'verify',
    description: 'Fold the log again and compare it with the store; exit 1 on any difference.',
    make: async (program) => (await import('./verify.command')).verifyCommand(program),
  },
  {
    name: 'rebuild',
    description: 'Fold the log again beside the states in use and take over when the digest is right; exit 1 if not.',
    make: async (program) => (await import('./rebuild.command')).rebuildCommand(program),
  },
  {
    name: 'erase',
    description: 'Throw away the key that a person’s CPR numbers and refused events rest under; totals stay the same.',
    make: async (program) => (await import('./erase.command')).eraseCommand(program),
  },
  {
    name: 'rekey',
    description: 'Seal CPR numbers and refused events under the current key, so that older keys may go.',
    make: async (program) => (await import('./rekey.command')).rekeyCommand(program),
  },
  {
    name: 'backup',
    description: 'Copy the store into one new file, also while a server runs on it; `restore` makes a store of it.',
    make: async (program) => (await import('./backup.command')).backupCommand(program),
  },
  {
    name: 'restore',
    description:
      'Make the store in REHABSPOR_DATA from a file that `backup` wrote; refuses where there is a store, a damaged file or another REHABSPOR_KEY.',
    make: async (program) => (await import('./restore.command')).restoreCommand(program),
  },
  {
    name: 'start',
    description: 'Run everything in one process on the embedded store and serve the page and the API.',
    make: async (program) => (await import('./start.command')).startCommand(program),
  },
  {
    name: 'serve',
    description: 'Run one service on Kafka and MongoDB; run as many instances of each as you like.',
    make: async (program) => (await import('./serve.command')).serveCommand(program),
  },
  {
    name: 'generate',
    description: 'Write a synthetic population as NDJSON; the same arguments give the same bytes.',
    make: async () => (await import('./generate.command')).generateCommand(),
  },
];

/** The command that is named; where none is, all by name alone, as the help and what is misspelt need. */
export async function commandsOf(program: Program, named: string | undefined): Promise<Command[]> {
  const asked = COMMANDS.find(({ name }) => name === named);
  if (asked === undefined) return COMMANDS.map(({ name, description }) => new Command(name).description(description));
  return [(await asked.make(program)).description(asked.description)];
}
