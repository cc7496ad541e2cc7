import { Command, Option } from 'commander';
import { VIEWS, type View } from '../kernel/view';
import type { Day } from '../kernel/day';
import { reportHead } from '../reporting/adapters/frozen-report.answer';
import type { LaterStep } from '../reporting/domain/frozen/life-cycle';
import { PERIOD_FORMS, type Period } from '../kernel/period';
import { parseNote, parsePeriodArgument, parsePersonName } from './arguments';
import { foundReport, headText, listText, noSuchReport } from './frozen-reading';
import type { BookStep } from './frozen-steps';
import { print } from './print';
import type { Program } from './program';
import { asOfOption, knownAtOption } from './viewpoint-options';
import { withReading, withSteps } from './with-store';

const HELP = `
A report is frozen by one person, approved by another and then published; it can be withdrawn at any time. What is frozen
stays as it is, byte for byte, and "reproduce" counts it again from the events known at its moment.`;

interface Acting {
  readonly by: string;
  readonly note?: string;
}

interface FreezeOptions extends Acting {
  readonly period: Period;
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly view?: View;
}

/** `reports`: freezes reports and leads them through their lives. */
export function reportsCommand(program: Program): Command {
  const command = new Command('reports').addHelpText('after', HELP);
  command
    .command('freeze')
    .description('Freeze the report of a period, all levels and contexts, as known at a moment.')
    .requiredOption('--period <period>', PERIOD_FORMS, parsePeriodArgument)
    .addOption(asOfOption())
    .addOption(knownAtOption('; default now'))
    .addOption(new Option('--view <view>', 'exact or published; default: as REHABSPOR_VIEW says').choices([...VIEWS]))
    .requiredOption('--by <name>', 'who does it', parsePersonName)
    .option('--note <text>', 'what it is for', parseNote)
    .action((options: FreezeOptions) => told(program, { step: 'freeze', ...options }));
  command
    .command('list')
    .description('Every frozen report with its steps.')
    .action(() => withReading(program, async ({ frozen }) => print(await listText(frozen))));
  command
    .command('show')
    .description('A report with its steps; --content prints it as it was frozen, byte for byte.')
    .argument('<id>')
    .option('--content', 'print the report itself (JSON)')
    .action((id: string, { content }: { content?: true }) => show(program, id, content === true));
  later(
    program,
    command,
    'approve',
    'approved',
    'Approve a frozen report, as another person; it is counted again first.',
  );
  later(program, command, 'publish', 'published', 'Publish an approved report.');
  command
    .command('withdraw')
    .description('Withdraw a report; it stays readable.')
    .argument('<id>')
    .requiredOption('--by <name>', 'who does it', parsePersonName)
    .requiredOption('--reason <text>', 'why', parseNote)
    .action((id: string, { by, reason }: { by: string; reason: string }) =>
      told(program, { step: 'withdrawn', id, by, note: reason }),
    );
  command
    .command('reproduce')
    .description('Count a report again from the events and compare the digests; exit 1 when they differ.')
    .argument('<id>')
    .action((id: string) => reproduce(program, id));
  return command;
}

function later(program: Program, command: Command, verb: string, step: LaterStep, description: string): void {
  command
    .command(verb)
    .description(description)
    .argument('<id>')
    .requiredOption('--by <name>', 'who does it', parsePersonName)
    .option('--note <text>', 'a note', parseNote)
    .action((id: string, acting: Acting) => told(program, { step, id, ...acting }));
}

async function told(program: Program, step: BookStep): Promise<void> {
  await print(headText(await withSteps(program, 'write', (steps) => steps.book(step))));
}

function show(program: Program, id: string, content: boolean): Promise<void> {
  return withReading(program, async ({ frozen: reports }) => {
    const report = await foundReport(reports, id);
    await print(content ? report.content : headText(reportHead(report)));
  });
}

function reproduce(program: Program, id: string): Promise<void> {
  return withReading(program, async ({ frozen: reports }) => {
    const reproduction = await reports.reproduce(id);
    if (reproduction === undefined) throw await noSuchReport(reports);
    const { outcome, digest, countedAgain, isKeptWhole } = reproduction;
    await print(`${id}  ${outcome}\n  frozen         ${digest}\n  counted again  ${countedAgain}\n`);
    if (!isKeptWhole) throw new Error('The kept report no longer has the digest it was frozen with: restore a backup.');
    if (outcome === 'other') {
      throw new Error('Counted again it is another: something received before its moment came into the store later.');
    }
  });
}
