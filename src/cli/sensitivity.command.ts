import { Command, Option } from 'commander';
import { LEVELS } from '../kernel/unit';
import { parseDay, parseKnownAt } from './arguments';
import { showSensitivity, type ComparisonOptions } from './definition-reading';
import type { Program } from './program';

/** `sensitivity`: what depends on a choice that the rules leave open. */
export function sensitivityCommand(program: Program): Command {
  return new Command('sensitivity')
    .description('Every option of a policy side by side: figures and goal levels under each.')
    .argument('<policy>', 'e.g. bugOnReferral')
    .option('--period <period>', 'of history', 'all')
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).default('denmark'))
    .option('--as-of <day>', 'decide as of this day (YYYY-MM-DD); default today', parseDay)
    .option('--known-at <time>', 'use only what was received by this RFC 3339 instant', parseKnownAt)
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .action((policy: string, options: ComparisonOptions) => showSensitivity(program, policy, options));
}
