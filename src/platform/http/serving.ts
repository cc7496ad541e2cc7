import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../config/settings';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Nobody can be answered where the settings say; the message says what to do. */
class ListenError extends Error {}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has it; end that, or set REHABSPOR_PORT to another (0 takes a free one)',
  EADDRNOTAVAIL: 'this machine has no such address; set REHABSPOR_HOST to one it has',
  ENOTFOUND: 'this machine knows no such name; set REHABSPOR_HOST to an address it has',
  EACCES: 'this user may not; set REHABSPOR_PORT to 1024 or above',
};

/** Listens where the settings say; resolves with the address, rejects with a `ListenError` where that cannot be. */
export async function listen(app: NestExpressApplication, { http }: Settings): Promise<string> {
  app.getHttpServer().requestTimeout = 0; // A stream of events may take as long as storing them takes.
  try {
    await app.listen(http.port, http.host);
  } catch (error) {
    throw listenError(http, error);
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${http.host.includes(':') ? `[${http.host}]` : http.host}:${port}`;
}

/** Rejects with the `ListenError` that listening would end in now; asked before anything is made for a server to come. */
export async function refuseTakenPort({ http }: Settings): Promise<void> {
  const server = createServer().listen(http.port, http.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listenError(http, error);
  }
  server.close();
  await once(server, 'close');
}

function listenError({ host, port }: Settings['http'], error: unknown): ListenError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new ListenError(`Cannot listen at ${host}, port ${port}: ${REMEDIES[code] ?? message}.`);
}

/** Calls back when the process is told to stop; returns how to hear no more. */
export function onStopSignal(stop: () => void): () => void {
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
}
