import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants } from 'node:os';
import type { ServerControl } from './control';

export interface ControlServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Lets other processes of this machine take the servers down and up. */
export async function startControlServer(control: ServerControl): Promise<ControlServer> {
  const server = createServer((request, response) => {
    obey(control, request.url ?? '').then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function obey(control: ServerControl, url: string): Promise<void> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, server, act] = pathname.split('/');
  if (server !== 'kafka' && server !== 'mongo') throw new Error(`There is no server ${server}: kafka, mongo.`);
  if (act === 'up') return control[server].up();
  if (act !== 'down') throw new Error(`Nobody can ${act} a server: down, up.`);
  const signal = searchParams.get('signal') ?? 'SIGTERM';
  if (!(signal in constants.signals)) throw new Error(`There is no signal ${signal}.`);
  return control[server].down(signal as NodeJS.Signals);
}
