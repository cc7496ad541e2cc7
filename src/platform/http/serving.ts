import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../config/settings';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Listens where the settings say; resolves with the address. */
export async function listen(app: NestExpressApplication, { http }: Settings): Promise<string> {
  app.getHttpServer().requestTimeout = 0; // A stream of events may take as long as storing them takes.
  await app.listen(http.port, http.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${http.host.includes(':') ? `[${http.host}]` : http.host}:${port}`;
}

/** Calls back when the process is told to stop; returns how to hear no more. */
export function onStopSignal(stop: () => void): () => void {
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
}
