import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { FileError } from '../platform/file-error';
import { LEVELS } from '../kernel/unit';
import { parseNote, parsePersonName } from './arguments';
import { listDefinitions, showDefinition, showDifference, type ComparisonOptions } from './definition-reading';
import type { DefinitionStep } from './definition-steps';
import { entryText } from '../definitions/adapters/text/definition-texts';
import { print } from './print';
import type { Program } from './program';
import { asOfOption, knownAtOption } from './viewpoint-options';
import { withSteps } from './with-store';
import type { DefinitionEntry } from '../definitions/application/definition-proposals';

const HELP = `
A set is proposed by one person, tried on all history and approved by another. What was approved last is decided by from
the next start on, unless REHABSPOR_DEFINITIONS names a file; in distributed mode only that setting counts ("definitions
show ID" prints the file). Every set stays and can be reported under: report --definitions ID.`;

interface StepOptions {
  readonly by: string;
  readonly note?: string;
}

const BY = ['--by <name>', 'who does it', parsePersonName] as const;
const NOTE = ['--note <text>', 'why', parseNote] as const;

/** `definitions`: the sets there are, and how one comes into force. */
export function definitionsCommand(program: Program): Command {
  const command = new Command('definitions').addHelpText('after', HELP);
  command
    .command('list')
    .description('Every definition set with its steps.')
    .action(() => listDefinitions(program));
  command
    .command('show')
    .description('Print a set as it was written.')
    .argument('<id>')
    .action((id: string) => showDefinition(program, id));
  command
    .command('difference')
    .description('What deciding by a set would change: who flips, which units change level; nothing is kept.')
    .argument('<id>', 'definition set and version, such as dhrd-2023/3')
    .option('--period <period>', 'of history', 'all')
    .addOption(new Option('--level <level>', 'units of this level only').choices([...LEVELS]))
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .action((id: string, options: ComparisonOptions) => showDifference(program, id, options));
  command
    .command('propose')
    .description('Put a set forward; faults are told with their lines.')
    .argument('<file>', 'the set as YAML, with a version of its own')
    .requiredOption(...BY)
    .option(...NOTE)
    .action(async (file: string, { by, note }: StepOptions) =>
      told(program, { step: 'propose', text: read(file), by, ...noteOf(note) }),
    );
  command
    .command('try')
    .description('Try a proposed set on all history and keep the difference with it.')
    .argument('<id>')
    .requiredOption(...BY)
    .action(async (id: string, { by }: StepOptions) => {
      const { digest } = (await take(program, { step: 'try', id, by })) as { digest: string };
      await print(`The difference is kept with ${id}: digest ${digest}\n`);
    });
  for (const step of ['approve', 'reject'] as const) {
    command
      .command(step)
      .description(step === 'approve' ? 'Approve a tried set, as another person.' : 'Reject a proposed set.')
      .argument('<id>')
      .requiredOption(...BY)
      .option(...NOTE)
      .action(async (id: string, { by, note }: StepOptions) => told(program, { step, id, by, ...noteOf(note) }));
  }
  return command;
}

const noteOf = (note: string | undefined): { note?: string } => (note === undefined ? {} : { note });

const take = (program: Program, step: DefinitionStep): Promise<object> =>
  withSteps(program, 'propose', (steps) => steps.definition(step));

async function told(program: Program, step: DefinitionStep): Promise<void> {
  await print(entryText((await take(program, step)) as DefinitionEntry));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw FileError.reading(file, error);
  }
}
