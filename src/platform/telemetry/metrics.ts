import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Receipt } from '../../kernel/receipt';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import type { VitalSigns } from '../../ports/vital-signs';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Looking every 10 ms, as is usual, costs half of what a service with nothing to do computes. */
const LOOKS_AT_LOOP_EVERY_MS = 100;

/** The program's figures for Prometheus; labels are closed lists and route patterns, never what a client sent. */
export class Metrics extends ReceiptMetrics {
  private readonly registry = new Registry();
  private readonly events = new Counter({
    name: 'rehabspor_events_total',
    help: 'Events received, by the receipt they were answered with.',
    labelNames: ['status', 'code'],
    registers: [this.registry],
  });
  private readonly requests = new Histogram({
    name: 'rehabspor_http_request_duration_seconds',
    help: 'How long HTTP requests took, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(signs: VitalSigns) {
    super();
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOKS_AT_LOOP_EVERY_MS });
    new Gauge({
      name: 'rehabspor_consumer_lag',
      help: 'Messages a consumer group has not handled yet.',
      labelNames: ['group', 'topic'],
      registers,
      collect() {
        for (const { group, topic, lag } of signs.lags()) this.set({ group, topic }, lag);
      },
    });
    new Counter({
      name: 'rehabspor_messages_handled_total',
      help: 'Messages a consumer group has handled here.',
      labelNames: ['group', 'topic'],
      registers,
      collect() {
        this.reset();
        for (const { group, topic, messages } of signs.handled()) this.inc({ group, topic }, messages);
      },
    });
    for (const { name, help, labels: labelNames, values } of signs.counts()) {
      new Counter({
        name,
        help,
        labelNames,
        registers,
        collect() {
          this.reset();
          for (const { labels, count } of values()) this.inc(labels, count);
        },
      });
    }
    for (const { name, help, value } of signs.figures()) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await value());
        },
      });
    }
  }

  override count(receipts: readonly Receipt[]): void {
    for (const { status, code } of receipts) this.events.inc({ status, code: code ?? '' });
  }

  /** `route` is the pattern, such as `/api/v1/persons/:person/pathways`. */
  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
