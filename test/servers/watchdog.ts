import { spawn } from 'node:child_process';

/**
 * Reads pids, the last one counts, an empty line means none; at the end of its input it kills that process and
 * removes the folder. The pause lets the killed process end before its files go.
 */
const SCRIPT = 'pid=; while read -r line; do pid=$line; done; [ -z "$pid" ] || kill -9 "$pid"; sleep 1; rm -rf "$0"';

export interface Watchdog {
  /** The process to kill should this one end; undefined while there is none. */
  watch(pid: number | undefined): void;
  dismiss(): void;
}

/**
 * Makes sure that a server and its folder do not outlive this process, however it ends: a shell waits at the other
 * end of a pipe that the system closes even when this process is killed. Exit and signal handlers could not do that.
 */
export function watchdog(folder: string): Watchdog {
  // Detached: an interrupt from the terminal goes to this process and all its children, and would end the shell too.
  const shell = spawn('/bin/sh', ['-c', SCRIPT, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.stdin.on('error', () => undefined);
  return {
    watch: (pid) => void shell.stdin.write(`${pid ?? ''}\n`),
    dismiss: () => void shell.kill('SIGKILL'),
  };
}
