import { CommanderError, type Command } from 'commander';
import { exitCodeOf } from '../../src/cli/exit-code';
import { UsageError } from '../../src/cli/usage-error';

export interface Ran {
  readonly out: string;
  readonly errors: string;
  /** Of what it threw; undefined when it went well. */
  readonly exitCode?: number;
}

/** Runs a command in this process under settings; what it wrote, and the exit code of what it threw. */
export async function runCommand(
  command: Command,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ran> {
  let out = '';
  let errors = '';
  const told = (write: (text: string) => void) => (text: unknown, done?: unknown) => {
    write(String(text));
    if (typeof done === 'function') (done as () => void)();
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(told((text) => (out += text))),
    jest.spyOn(process.stderr, 'write').mockImplementation(told((text) => (errors += text))),
  ];
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    for (const one of [command, ...command.commands]) one.exitOverride();
    await command.parseAsync(options, { from: 'user' });
    return { out, errors };
  } catch (error) {
    if (!(error instanceof CommanderError) && !(error instanceof UsageError)) throw error;
    return { out, errors: errors + error.message, exitCode: exitCodeOf(error) };
  } finally {
    process.env = before;
    for (const spy of spies) spy.mockRestore();
  }
}
