import { randomBytes } from 'node:crypto';
import { reading } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { linesOf } from '../../support/evaluate';
import { hospital } from '../../support/sectors';
import { ANNA, BO, CARLA } from '../../support/source-event';
import { until } from '../../support/until';
import { traceCollector, type TraceCollector } from '../../telemetry/trace-collector';
import { settled } from './settled';
import { Sources, structured } from './sources';
import { withSystem, type System } from './system';
import { readTopics, type KeptMessage } from './topics';

type Span = TraceCollector['spans'][number];

const traceparent = (flags: '00' | '01') => {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, text: `00-${traceId}-${spanId}-${flags}` };
};
const SAMPLED = traceparent('01');
const UNSAMPLED = traceparent('00');

let collector: TraceCollector;
let messages: readonly KeptMessage[];

/** Three persons: one whose event is to be followed, one whose event is not, and one without a trace. */
async function runTraced(system: System): Promise<void> {
  const traces = new Map([
    [ANNA, SAMPLED.text],
    [BO, UNSAMPLED.text],
  ]);
  await system.startAll(['intake-hospital', 'pathways', 'indicators']);
  const sources = new Sources(system);
  await sources.send(linesOf([ANNA, BO, CARLA].map((cpr) => hospital().pci('2023-01-03', { cpr }))).map(structured));
  await settled(system);
  const events = [ANNA, BO, CARLA].map((cpr) => ({
    cpr,
    event: hospital().bloodPressure(120, 80, '2023-03-01', { cpr }),
  }));
  await sources.send(
    events.map(({ cpr, event }) => {
      const message = structured(JSON.stringify(event));
      const trace = traces.get(cpr);
      return trace === undefined ? message : { ...message, headers: { ...message.headers, traceparent: trace } };
    }),
  );
  await settled(system);
  await until('the last span has come', () => spanOf('indicators') !== undefined, undefined, 50);
  await system.stopAll();
  messages = await readTopics(system);
}

const spanOf = (name: string): Span | undefined =>
  collector.spans.find((span) => span.name === name && span.traceId === SAMPLED.traceId);

describeWithServers('an event that comes with a trace', (brokers) => {
  beforeAll(async () => {
    collector = await traceCollector();
    await withSystem(brokers, runTraced, { REHABSPOR_TRACES_URL: collector.url, REHABSPOR_TRACES_SHARE: '0' });
  });
  afterAll(() => collector.close());

  const attribute = (span: Span | undefined, name: string): unknown =>
    Object.values(span?.attributes.find(({ key }) => key === name)?.value ?? {})[0];
  /** The traces on a person's messages of a topic, in their order. */
  const tracesOn = (topic: string, cpr: string): (string | undefined)[] =>
    messages
      .filter((message) => message.topic === topic && message.key === reading.keyOf(cpr))
      .map(({ headers }) => headers['traceparent']);

  test('is followed from its topic to its decision, each service after the one before', () => {
    const [intake, pathways, indicators] = ['intake', 'pathways', 'indicators'].map(spanOf);

    expect(intake).toMatchObject({ service: 'rehabspor-intake-hospital', parentSpanId: SAMPLED.spanId });
    expect(pathways).toMatchObject({ service: 'rehabspor-pathways', parentSpanId: intake?.spanId });
    expect(indicators).toMatchObject({ service: 'rehabspor-indicators', parentSpanId: pathways?.spanId });
    expect([intake, pathways, indicators].map((span) => attribute(span, 'messaging.destination.name'))).toEqual([
      'source.hospital',
      'clinical-events',
      'pathway-changes',
    ]);
  });

  test.each([
    ['clinical-events', 'intake'],
    ['pathway-changes', 'pathways'],
    ['decisions', 'indicators'],
  ])('is named on %s by the span of %s', (topic, service) => {
    expect(tracesOn(topic, ANNA).at(-1)).toBe(`00-${SAMPLED.traceId}-${spanOf(service)?.spanId}-01`);
  });

  test('that is not to be followed leaves no span, and is passed on all the same', () => {
    expect(collector.spans.filter(({ traceId }) => traceId === UNSAMPLED.traceId)).toEqual([]);
    for (const topic of ['clinical-events', 'pathway-changes', 'decisions']) {
      expect([topic, tracesOn(topic, BO).at(-1)]).toEqual([topic, UNSAMPLED.text]);
    }
  });

  test('is the only one that is followed', () => {
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([SAMPLED.traceId]));
    expect(collector.spans).toHaveLength(3);
    expect(tracesOn('decisions', CARLA)).toEqual([undefined, undefined]);
  });
});
