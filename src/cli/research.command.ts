import { Command, InvalidArgumentError, Option } from 'commander';
import { projectNames } from '../access/domain/project-names';
import { holdsCpr } from '../kernel/cpr-text';
import { danishDay, type Day } from '../kernel/day';
import { RESEARCH_FORMATS, writeResearch, type ResearchFormat } from '../operations/research/write-research';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { Progress } from '../platform/terminal/progress';
import { inWorkFolder } from '../operations/deliveries/work-folder';
import type { Program } from './program';
import { asOfOption, knownAtOption } from './viewpoint-options';

interface Options {
  readonly asOf?: Day;
  readonly knownAt?: number;
  readonly format: ResearchFormat;
  readonly project: string;
}

const HELP = `
The folder holds pathways, facts and decisions, data-dictionary.csv and about.json; docs/formats/research.md says more.
Persons go by names of the project's own, so that files of two projects cannot be joined. There is no CPR number, no date of
birth and no free text, but days and places are there: together they may still point at a person. Only you may read it.`;

/** `research`: facts and decisions as tables for researchers, under names of the project's own. */
export function researchCommand(program: Program): Command {
  return new Command('research')
    .argument('<folder>', 'the folder to write; it must be empty or not there')
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(new Option('--format <format>', 'how to write the tables').choices([...RESEARCH_FORMATS]).default('csv'))
    .option('--project <name>', 'whose files these are; each project names persons anew', parseProject, 'research')
    .addHelpText('after', HELP)
    .action((folder: string, options: Options) => research(program, folder, options));
}

/** A name as people write it, without what looks like a CPR number. */
function parseProject(text: string): string {
  const name = text.normalize('NFC');
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N} ._/-]{0,62}[\p{L}\p{N}])?$/u.test(name) || holdsCpr(name)) {
    throw new InvalidArgumentError('Give up to 64 letters, digits, blanks and . _ / - without a CPR number.');
  }
  return name;
}

async function research(program: Program, folder: string, { asOf, knownAt, format, project }: Options): Promise<void> {
  const settings = readSettings();
  warnOfDevelopmentKey(settings);
  const opened = await program.open(settings, 'read');
  const progress = new Progress(process.stderr);
  const counts = await inWorkFolder(settings.dataFolder, async (workFolder) => {
    const staging = (await program.stagingIn(workFolder))();
    try {
      return await writeResearch(opened.operations.researched(), folder, {
        project,
        asOf: asOf ?? danishDay(opened.clock.now()),
        knownAt,
        format,
        nameOf: projectNames(settings.personKey, project),
        staging,
        tell: (stage, done, total) => progress.show(stage, done, done, total),
      });
    } finally {
      staging.close();
    }
  }).finally(() => {
    progress.done();
    return opened.close();
  });
  const { persons, pathways, facts, decisions } = counts;
  process.stderr.write(
    `Written to ${folder}: ${persons} persons, ${pathways} pathways, ${facts} facts, ${decisions} decisions.\n` +
      'Days and places may point at a person: keep it where only those can read it who may.\n',
  );
}
