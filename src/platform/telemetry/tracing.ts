import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { maskCpr } from '../../kernel/cpr-text';
import type { Logger } from '../../ports/logger';
import type { TraceSettings } from '../config/distributed-settings';
import { tellingExporter } from './telling-exporter';
import { spanContextIn, traceparentFor } from './traceparent';

/** Where a message stands in the log. */
export interface TracedMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** A piece of work that may be followed. */
export interface Traced {
  /** W3C `traceparent` for what the work publishes; undefined when nobody follows it. */
  readonly trace: string | undefined;
  /** The work is done; with `error` it failed. */
  end(error?: string): void;
}

/** Spans that wait to be sent are kept up to this many, and those that come then are dropped. */
const MOST_WAITING = 8_192;
const AT_A_TIME = 512;
const SEND_EVERY_MS = 2_000;
/** Long enough for a service whose batch keeps it from reading the answer. */
const MOST_MS_TO_SEND = 5_000;
const MOST_MS_TO_STOP = 2_000;

const PERSON_KEY = /p_[A-Za-z0-9_-]{22}/g;
const NOTHING = (): void => undefined;
const UNTRACED: Traced = { trace: undefined, end: NOTHING };

/**
 * Follows events through the services (OpenTelemetry). Spans go to `settings.url`, in batches and in the background;
 * without one nothing is recorded and what comes with a trace passes it on. Never throws, and nothing waits for it.
 */
export class Tracing {
  private readonly provider: BasicTracerProvider | undefined;
  private readonly tracer: Tracer | undefined;
  private readonly share: number;

  constructor({ url, share }: TraceSettings, service: string, logger: Logger) {
    this.share = share;
    this.provider = url === undefined ? undefined : providerSendingTo(url, service, logger);
    this.tracer = this.provider?.getTracer('rehabspor');
  }

  /**
   * Begins a span that continues `parent` (a `traceparent`) if that one is sampled; without a parent a share of the
   * work begins a trace of its own. `message` is what the work is about; without it the work answers a request.
   */
  begin(name: string, parent: string | undefined, message?: TracedMessage): Traced {
    const origin = spanContextIn(parent);
    if (this.tracer === undefined || !this.isFollowed(origin)) {
      return origin === undefined ? UNTRACED : { trace: traceparentFor(origin), end: NOTHING };
    }
    const context =
      origin === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...origin, isRemote: true });
    const span = this.tracer.startSpan(name, about(message), context);
    return { trace: traceparentFor(span.spanContext()), end: (error) => end(span, error) };
  }

  /** Drawn here and not by a sampler, which makes ids and attributes first: 3 µs for each event nobody follows. */
  private isFollowed(origin: SpanContext | undefined): boolean {
    return origin === undefined ? Math.random() < this.share : (origin.traceFlags & TraceFlags.SAMPLED) !== 0;
  }

  /** Sends what waits; gives up after two seconds (the process may live until the last try to send is over). */
  async shutdown(): Promise<void> {
    if (this.provider === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOST_MS_TO_STOP)));
    await Promise.race([this.provider.shutdown().catch(NOTHING), tooLong]);
    clearTimeout(timer);
  }
}

function providerSendingTo(url: string, service: string, logger: Logger): BasicTracerProvider {
  const exporter = new OTLPTraceExporter({ url: endpointOf(url), timeoutMillis: MOST_MS_TO_SEND });
  const processor = new BatchSpanProcessor(tellingExporter(exporter, logger), {
    maxQueueSize: MOST_WAITING,
    maxExportBatchSize: AT_A_TIME,
    scheduledDelayMillis: SEND_EVERY_MS,
  });
  return new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new AlwaysOnSampler(),
    spanProcessors: [processor],
  });
}

/** A collector given without a path takes traces where OTLP over HTTP puts them (opentelemetry.io/docs/specs/otlp). */
function endpointOf(url: string): string {
  const endpoint = new URL(url);
  if (endpoint.pathname === '/') endpoint.pathname = '/v1/traces';
  return endpoint.href;
}

/** By the names of OpenTelemetry's semantic conventions; never the message's key or content. */
function about(message: TracedMessage | undefined) {
  if (message === undefined) return { kind: SpanKind.SERVER };
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.destination.name': message.topic,
    'messaging.destination.partition.id': String(message.partition),
    'messaging.kafka.offset': message.offset,
  };
  return { kind: SpanKind.CONSUMER, attributes };
}

function end(span: Span, error: string | undefined): void {
  if (error !== undefined) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: maskCpr(error).replace(PERSON_KEY, 'p_…') });
  }
  span.end();
}
