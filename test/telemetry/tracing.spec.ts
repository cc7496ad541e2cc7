import { SilentLogger } from '../../src/platform/silent-logger';
import { Tracing } from '../../src/platform/telemetry/tracing';
import { runTraced } from './run-traced';
import { traceCollector, type TraceCollector } from './trace-collector';

const SAMPLED = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const UNSAMPLED = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';

const at = (topic: string, offset = 0) => ({ topic, partition: 3, offset });
const follow = (share: number) => ({ service: 'rehabspor-pathways', settings: { url: collector.url, share } });

let collector: TraceCollector;
beforeEach(async () => {
  collector = await traceCollector();
});
afterEach(() => collector.close());

describe('an event followed through the services', () => {
  it('is one trace: each span has the one before as its parent', async () => {
    const steps = [
      { service: 'intake-hospital', name: 'receive', message: at('source.hospital') },
      { service: 'pathways', name: 'fold', message: at('clinical-events', 7) },
      { service: 'indicators', name: 'decide', message: at('pathway-changes', 5) },
    ];
    const carried: (string | undefined)[] = [];
    for (const { service, name, message } of steps) {
      const works = [{ name, parent: carried.at(-1), message }];
      const { traces } = await runTraced({ ...follow(1), service, works });
      carried.push(traces[0] ?? undefined);
    }

    const [received, folded, decided] = steps.map((step) => collector.spans.find(({ name }) => name === step.name));
    expect(collector.spans.map(({ service }) => service)).toEqual(['intake-hospital', 'pathways', 'indicators']);
    expect(new Set(collector.spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(received?.parentSpanId ?? '').toBe('');
    expect(folded?.parentSpanId).toBe(received?.spanId);
    expect(decided?.parentSpanId).toBe(folded?.spanId);
    expect(carried.at(-1)).toBe(`00-${decided?.traceId}-${decided?.spanId}-01`);
  });

  it('continues the trace its source began, whatever share is set', async () => {
    const { traces } = await runTraced({
      ...follow(0),
      works: [{ name: 'receive', parent: SAMPLED, message: at('source.hospital') }],
    });

    const [, traceId, parentSpanId] = SAMPLED.split('-');
    expect(collector.spans).toEqual([expect.objectContaining({ traceId, parentSpanId })]);
    expect(traces).toEqual([expect.stringMatching(`^00-${traceId}-.*-01$`)]);
  });

  it('stays unfollowed where its source says so, and says so further on', async () => {
    const { traces } = await runTraced({
      ...follow(1),
      works: [{ name: 'receive', parent: UNSAMPLED, message: at('source.hospital') }],
    });

    expect(traces).toEqual([UNSAMPLED]);
    expect(collector.requests).toEqual([]);
  });

  it('begins a trace of its own when what it came with is none', async () => {
    await runTraced({
      ...follow(1),
      works: [{ name: 'receive', parent: '010190-1234', message: at('source.hospital') }],
    });

    expect(collector.spans).toEqual([expect.objectContaining({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })]);
    expect(JSON.stringify(collector.spans)).not.toContain('010190');
  });
});

test.each([
  [0, 0, 0],
  [0.1, 0.05, 0.2],
  [1, 1, 1],
])('of the events without a trace a share of %p is followed', async (share, least, most) => {
  const works = Array.from({ length: 1_000 }, (_, offset) => ({
    name: 'fold',
    message: at('clinical-events', offset),
  }));
  const { traces } = await runTraced({ ...follow(share), works });

  const followed = traces.filter((trace) => trace !== null).length;
  expect(followed / works.length).toBeGreaterThanOrEqual(least);
  expect(followed / works.length).toBeLessThanOrEqual(most);
  expect(collector.spans).toHaveLength(followed);
});

test('a span says where the message stands and whether it failed, and names nobody', async () => {
  const message = { ...at('clinical-events', 17), key: 'p_AAAAAAAAAAAAAAAAAAAAAA' };
  const error = 'no place for 010190-1234 of p_AAAAAAAAAAAAAAAAAAAAAA';
  await runTraced({ ...follow(1), works: [{ name: 'fold', message, error }] });

  const [span] = collector.spans;
  expect(span).toMatchObject({
    name: 'fold',
    kind: 5,
    status: { code: 2, message: 'no place for ••••••-•••• of p_…' },
  });
  expect(span?.attributes).toEqual([
    { key: 'messaging.system', value: { stringValue: 'kafka' } },
    { key: 'messaging.destination.name', value: { stringValue: 'clinical-events' } },
    { key: 'messaging.destination.partition.id', value: { stringValue: '3' } },
    { key: 'messaging.kafka.offset', value: { intValue: 17 } },
  ]);
});

test('a request is followed without a place in the log', async () => {
  await runTraced({ ...follow(1), works: [{ name: 'POST /api/v1/events' }] });

  expect(collector.spans).toEqual([expect.objectContaining({ name: 'POST /api/v1/events', kind: 2, attributes: [] })]);
});

test.each([
  ['', 'POST /v1/traces'],
  ['/otlp/v1/traces', 'POST /otlp/v1/traces'],
])('a collector whose address ends with "%s" gets traces by %s', async (path, request) => {
  await runTraced({
    ...follow(1),
    settings: { url: collector.url + path, share: 1 },
    works: [{ name: 'fold', message: at('clinical-events') }],
  });

  expect(collector.requests).toEqual([request]);
});

describe('a collector', () => {
  const works = Array.from({ length: 1_500 }, (_, offset) => ({
    name: 'fold',
    message: at('clinical-events', offset),
  }));

  it('that is away disturbs nobody, and the program stops all the same', async () => {
    await collector.close();
    const { traces } = await runTraced({ ...follow(1), works });

    expect(traces).not.toContain(null);
  });

  it('that never answers does not keep the program from stopping', async () => {
    const deaf = await traceCollector({ answers: 'never' });
    const { traces, warnings } = await runTraced({ ...follow(1), settings: { url: deaf.url, share: 1 }, works });
    await deaf.close();

    expect(traces).not.toContain(null);
    // It has stopped before the sending itself gave up, which would be told.
    expect(warnings).toEqual([]);
  });

  it('that refuses is told of', async () => {
    const refusing = await traceCollector({ answers: 'refusing' });
    const { warnings } = await runTraced({ ...follow(1), settings: { url: refusing.url, share: 1 }, works });
    await refusing.close();

    expect(warnings[0]).toMatchObject({ message: 'Traces could not be sent', reason: expect.stringContaining('400') });
    expect(warnings).toHaveLength(1);
  });
});

describe('without an address for traces', () => {
  const tracing = new Tracing({ share: 1 }, 'rehabspor-pathways', new SilentLogger());

  it.each([SAMPLED, UNSAMPLED])('what comes with %s passes it on', (traceparent) => {
    expect(tracing.begin('fold', traceparent, at('clinical-events')).trace).toBe(traceparent);
  });

  it('what comes without a trace gets none, and what is no trace is not passed on', () => {
    expect(tracing.begin('fold', undefined, at('clinical-events')).trace).toBeUndefined();
    expect(tracing.begin('fold', '010190-1234', at('clinical-events')).trace).toBeUndefined();
  });

  it('nothing is sent', async () => {
    const works = [{ name: 'fold', parent: SAMPLED, message: at('clinical-events'), error: 'failed' }];
    const { traces, warnings } = await runTraced({ service: 'rehabspor-pathways', settings: { share: 1 }, works });

    expect(traces).toEqual([SAMPLED]);
    expect(warnings).toEqual([]);
    expect(collector.requests).toEqual([]);
  });
});
