import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP says it in JSON, as far as the tests look. */
interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code: number; readonly message?: string };
}

interface Delivery {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: object }[] };
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[];
  }[];
}

/** A collector of traces on this machine that keeps what it gets. */
export interface TraceCollector {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Method and path of each request. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

type Answers = 'at once' | 'never' | 'refusing';

/** Starts a collector that takes OTLP over HTTP as JSON. */
export async function traceCollector({ answers = 'at once' }: { answers?: Answers } = {}): Promise<TraceCollector> {
  const spans: ReceivedSpan[] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      spans.push(...spansIn(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Delivery));
      if (answers === 'never') return;
      response.statusCode = answers === 'refusing' ? 400 : 200;
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function spansIn({ resourceSpans }: Delivery): ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const name = resource.attributes.find(({ key }) => key === 'service.name')?.value as { stringValue: string };
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service: name.stringValue })));
  });
}
