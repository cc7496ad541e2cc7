import { createServer } from 'node:net';

/**
 * Below the range from which systems number outgoing connections (Linux: from 32768): while a server is down, a client
 * that keeps asking for its port could otherwise be given that very port and hold it.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** As many ports of the loopback address as asked for that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}
