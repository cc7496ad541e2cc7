import { Command, Option } from 'commander';
import { LEVELS } from '../kernel/unit';
import { showSensitivity, type ComparisonOptions } from './definition-reading';
import type { Program } from './program';
import { asOfOption, knownAtOption } from './viewpoint-options';

/** `sensitivity`: what depends on a choice that the rules leave open. */
export function sensitivityCommand(program: Program): Command {
  return new Command('sensitivity')
    .argument('<policy>', 'e.g. bugOnReferral')
    .option('--period <period>', 'of history', 'all')
    .addOption(new Option('--level <level>', 'what the rows are about').choices([...LEVELS]).default('denmark'))
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write it').choices(['text', 'json']).default('text'))
    .action((policy: string, options: ComparisonOptions) => showSensitivity(program, policy, options));
}
