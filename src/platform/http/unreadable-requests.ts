import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from './problem';

const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(431, 'The address and the headers are longer than this server reads; send less.'),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'The request did not arrive in time; send it again.'),
};
const NO_REQUEST = new Problem(400, 'This is no HTTP request that can be read.');

/** Answers what cannot even be read as a request with a problem document too, and ends the connection. */
export function answerUnreadableRequests(server: Server): void {
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket: Duplex) => {
    if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(answerOf(PROBLEMS[code] ?? NO_REQUEST));
  });
}

function answerOf({ document }: Problem): string {
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${document.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...['cache-control: no-store', 'x-content-type-options: nosniff', 'connection: close', '', body],
  ].join('\r\n');
}
