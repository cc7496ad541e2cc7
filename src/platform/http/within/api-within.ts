import type { IncomingMessage, Server } from 'node:http';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../client/api.generated';
import { askWithin } from './connections-within';

/** The API of this server as a client knows it, typed by `contracts/openapi.json`. */
export type Api = Client<paths>;

/** What is known of who asks goes along, so that each request is whoever's the page is. */
const HANDED_ON = ['cookie', 'authorization', 'host', 'user-agent'] as const;
const WITHOUT_BODY = [204, 304];

/**
 * The API as whoever sent a request may use it: what is asked is answered by this server's own addresses within this
 * process, with the same guards, checks and looks as from outside, so that a page never shows more than the API does.
 */
export function apiWithin(
  server: Server,
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  language: string,
): Api {
  const known: Record<string, string> = {};
  for (const name of HANDED_ON) {
    const value = headers[name];
    if (value !== undefined) known[name] = value;
  }
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const sent: Record<string, string | number> = {};
    request.headers.forEach((value, name) => (sent[name] = value));
    // Whether a page of this server sent it was found out before the page was made.
    Object.assign(sent, known, { 'accept-language': language, 'sec-fetch-site': 'same-origin' });
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    if (body !== undefined) sent['content-length'] = body.length;
    const asked = { method: request.method, path: pathname + search, headers: sent };
    const answer = await askWithin(server, body === undefined ? asked : { ...asked, body }, socket.remoteAddress);
    const { status } = answer;
    const content = WITHOUT_BODY.includes(status) ? null : new Uint8Array(answer.body);
    return new Response(content, { status, headers: plain(answer.headers) });
  };
  return createClient<paths>({ baseUrl: 'http://within', fetch });
}

const plain = (headers: IncomingMessage['headers']): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
