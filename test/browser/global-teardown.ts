import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

interface Started {
  readonly rehabsporDemo?: { readonly demo: ChildProcess; readonly folder: string };
}

/** Ends the demo, with all it kept. */
export default async function teardown(): Promise<void> {
  const { rehabsporDemo: started } = globalThis as Started;
  if (started === undefined) return;
  started.demo.kill('SIGTERM');
  if (started.demo.exitCode === null) await once(started.demo, 'exit');
  rmSync(started.folder, { recursive: true, force: true });
}
