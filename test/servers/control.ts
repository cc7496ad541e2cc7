import type { Restart } from './server';

/** Where a test process asks for outages: an address of the loopback, set by the one that started the servers. */
export const CONTROL_VARIABLE = 'REHABSPOR_TEST_CONTROL';

export interface ServerControl {
  readonly kafka: Restart;
  readonly mongo: Restart;
}

/** Takes the running servers down and up from a test; undefined where they are not ours to take down. */
export function serverControl(): ServerControl | undefined {
  const address = process.env[CONTROL_VARIABLE] ?? '';
  if (address === '') return undefined;
  const restart = (server: keyof ServerControl): Restart => ({
    down: (signal = 'SIGTERM') => ask(`${address}/${server}/down?signal=${signal}`),
    up: () => ask(`${address}/${server}/up`),
  });
  return { kafka: restart('kafka'), mongo: restart('mongo') };
}

async function ask(address: string): Promise<void> {
  const response = await fetch(address, { method: 'POST' });
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
}
