import { execFile } from 'node:child_process';

/** What a tool printed, both streams, where it ended well; else why it did not, in one line. */
export type ToolAnswer = { readonly printed: string } | { readonly failed: string };

interface ToolOptions {
  readonly folder?: string;
  readonly mostMs?: number;
}

/** Runs an installed program to its end. */
export function runTool(program: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolAnswer> {
  const { folder, mostMs = 120_000 } = options;
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, timeout: mostMs, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null) return resolve({ printed: stdout + stderr });
      if (error.code === 'ENOENT') return resolve({ failed: `no ${program} on PATH` });
      const reason = error.killed === true ? `not done in ${mostMs / 1000} s` : lastLines(stdout + stderr);
      resolve({ failed: `${program} ${args[0] ?? ''} failed: ${reason}` });
    });
  });
}

/** The end of a program's output, on one line. */
export function lastLines(output: string, lines = 3): string {
  return output.trim().split('\n').slice(-lines).join(' | ').slice(-600);
}
