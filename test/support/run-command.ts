import { CommanderError, type Command } from 'commander';
import { exitCodeOf } from '../../src/cli/exit-code';

export interface Ran {
  readonly out: string;
  readonly errors: string;
  /** 0 when it went well, else that of what it threw, whose message stands among the errors. */
  readonly exitCode: number;
}

/** Runs a command in this process under settings; what it wrote, and how it ended. */
export async function runCommand(
  command: Command,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ran> {
  let out = '';
  let errors = '';
  const told = (write: (text: string) => void) => (text: unknown, done?: unknown) => {
    write(typeof text === 'string' ? text : Buffer.from(text as Uint8Array).toString('utf8'));
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
    for (const one of withCommandsOf(command)) one.exitOverride();
    await command.parseAsync(options, { from: 'user' });
    return { out, errors, exitCode: 0 };
  } catch (error) {
    // What commander throws it has written already.
    const message = error instanceof CommanderError ? '' : (error as Error).message;
    return { out, errors: errors + message, exitCode: exitCodeOf(error) };
  } finally {
    process.env = before;
    for (const spy of spies) spy.mockRestore();
  }
}

const withCommandsOf = (command: Command): Command[] => [command, ...command.commands.flatMap(withCommandsOf)];
