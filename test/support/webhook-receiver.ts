import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DecisionEvent } from '../../src/notifications/domain/cloud-event';

/** A request as it came, with the events in it. */
export interface ReceivedPost {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly events: readonly DecisionEvent[];
}

/** What is answered: a status, or nothing at all. */
export type Answering = (
  post: ReceivedPost,
) => number | 'nothing' | { status: number; headers: Record<string, string> };

/** A system on this machine that takes what a webhook is sent; what it answers is in the test's hands. */
export class WebhookReceiver {
  /** Every request, whatever was answered. */
  readonly posts: ReceivedPost[] = [];
  /** What was answered with 2xx, in order. */
  readonly taken: DecisionEvent[] = [];
  answer: Answering = () => 204;

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new WebhookReceiver(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const read = JSON.parse(body) as DecisionEvent | DecisionEvent[];
        const post = { headers: request.headers, body, events: [read].flat() };
        receiver.posts.push(post);
        const answered = receiver.answer(post);
        if (answered === 'nothing') return;
        const { status, headers } = typeof answered === 'number' ? { status: answered, headers: {} } : answered;
        if (status >= 200 && status < 300) receiver.taken.push(...post.events);
        response.writeHead(status, headers).end();
      });
    });
    return receiver;
  }

  get url(): string {
    return `http://${this.host}/decisions`;
  }

  /** What was taken, each event once, as a system keeps it that knows repeated ids. */
  get once(): DecisionEvent[] {
    return [...new Map(this.taken.map((event) => [event.id, event])).values()];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Whether a request is signed with a secret, as a system checks it by Standard Webhooks. */
export function isSigned({ headers, body }: ReceivedPost, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = Buffer.from(createHmac('sha256', key).update(signed).digest('base64'));
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one.replace(/^v1,/, '')))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}
