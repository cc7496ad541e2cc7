import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { program } from '../../src/apps/program';
import { definitionsCommand } from '../../src/cli/definitions.command';
import { feedsCommand } from '../../src/cli/feeds.command';
import { reportsCommand } from '../../src/cli/reports.command';
import { changedSet } from '../definitions/changed-set';
import { runCommand } from '../support/run-command';
import { expectUnsaid, SPELLINGS } from '../support/spellings';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const environment = { REHABSPOR_DATA: join(folder, 'store'), REHABSPOR_KEY: 'a key for tests only' };
const WORDS = ['--by', '--note', '--reason'];
const USUAL: Readonly<Record<string, string>> = { '--period': 'all', '--by': 'Anna Holm', '--reason': 'Derfor' };

/** Every option in which people write who they are or why, with a line that gives all the command must have. */
const written = [feedsCommand, definitionsCommand, reportsCommand].flatMap((make) =>
  make(program).commands.flatMap((command) =>
    command.options
      .filter(({ long }) => WORDS.includes(long ?? ''))
      .map((option): [string, typeof make, (text: string) => string[]] => [
        `${make(program).name()} ${command.name()} ${option.long ?? ''}`,
        make,
        (text) => lineOf(command, option, text),
      ]),
  ),
);

function lineOf(command: Command, planted: Option, text: string): string[] {
  const others = command.options.filter((option) => option.mandatory && option.long !== planted.long);
  return [
    command.name(),
    ...command.registeredArguments.map(() => 'x'),
    ...others.flatMap(({ long }) => [long ?? '', USUAL[long ?? ''] ?? '']),
    ...[planted.long ?? '', text],
  ];
}

test('the commands ask for names and notes in so many places', () => {
  expect(written.map(([name]) => name)).toHaveLength(19);
});

test.each(written)('%s takes no CPR number, in no spelling', async (_name, make, line) => {
  for (const spelling of SPELLINGS) {
    const { out, errors, exitCode } = await runCommand(make(program), line(spelling), environment);

    expect(exitCode).toBe(2);
    expect(errors).toContain('without a CPR number');
    expect(out).toBe('');
  }
  expect(() => readdirSync(environment.REHABSPOR_DATA)).toThrow('ENOENT');
});

test('a definition set in which somebody wrote one is not put forward, and the line is told', async () => {
  const data = join(folder, 'proposals');
  mkdirSync(data);
  for (const [at, spelling] of SPELLINGS.entries()) {
    const file = join(folder, `set-${at}.yaml`);
    writeFileSync(file, `# Efter mødet\n# om ${spelling}\n${changedSet(3, {})}`);
    const line = ['propose', file, '--by', 'Anna Holm'];
    const { out, errors, exitCode } = await runCommand(definitionsCommand(program), line, {
      ...environment,
      REHABSPOR_DATA: data,
    });

    expect(exitCode).toBe(2);
    expect(errors).toContain('line 2: definitions must not hold anything like a CPR number');
    expectUnsaid(out + errors);
  }
  for (const name of readdirSync(data)) {
    const bytes = readFileSync(join(data, name));
    for (const spelling of SPELLINGS) expect(bytes.includes(spelling)).toBe(false);
  }
});
