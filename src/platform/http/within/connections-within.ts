import { request as send, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { duplexPair } from 'node:stream';

/** The servers' ends of connections that begin and end in this process. */
const within = new WeakSet<object>();

/** Whether a request comes from the server itself, on behalf of one that it is answering. */
export const isAskedWithin = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean => within.has(socket);

/** What a server answered to a request from within. */
export interface AnswerWithin {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * Asks a server in this process over a connection of its own that no network has; to the server it is a request as any
 * other, from the address of whoever it is asked on behalf of.
 */
export async function askWithin(
  server: Server,
  asked: {
    readonly method: string;
    readonly path: string;
    readonly headers: OutgoingHttpHeaders;
    readonly body?: Buffer;
  },
  onBehalfOf?: string,
): Promise<AnswerWithin> {
  const [ours, theirs] = duplexPair();
  within.add(theirs);
  Object.assign(theirs, { remoteAddress: onBehalfOf });
  server.emit('connection', theirs);
  const { method, path, headers, body } = asked;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    send({ method, path, headers: { ...headers, connection: 'close' }, createConnection: () => ours })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  const parts: Buffer[] = [];
  for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
  ours.destroy();
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(parts) };
}
