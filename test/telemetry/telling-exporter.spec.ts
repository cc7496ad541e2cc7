import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import { tellingExporter } from '../../src/platform/telemetry/telling-exporter';
import { Logger } from '../../src/ports/logger';

class Noting extends Logger {
  readonly warnings: object[] = [];
  override info(): void {}
  override error(): void {}
  override warn(details: object): void {
    this.warnings.push(details);
  }
}

const failing = (fail: (done: (result: ExportResult) => void) => void): SpanExporter => ({
  export: (_spans, done) => fail(done),
  shutdown: () => Promise.resolve(),
});
const spans = (count: number) => new Array<ReadableSpan>(count);

let now: number;
let logger: Noting;
beforeEach(() => {
  now = 5;
  logger = new Noting();
});

const send = (exporter: SpanExporter, count: number): ExportResult[] => {
  const results: ExportResult[] = [];
  tellingExporter(exporter, logger, () => now).export(spans(count), (result) => results.push(result));
  return results;
};

test('spans that do not arrive are told at once, then once a minute with how many there were', () => {
  const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  const exporter = tellingExporter(
    failing((done) => done({ code: ExportResultCode.FAILED, error: refused })),
    logger,
    () => now,
  );
  for (const at of [5, 10_000, 60_004, 60_005, 60_006]) {
    now = at;
    exporter.export(spans(2), () => undefined);
  }

  expect(logger.warnings).toEqual([
    { lostSpans: 2, reason: 'ECONNREFUSED' },
    { lostSpans: 6, reason: 'ECONNREFUSED' },
  ]);
});

test('a failure is nobody’s error, however it shows', () => {
  const success = [{ code: ExportResultCode.SUCCESS }];

  expect(
    send(
      failing((done) => done({ code: ExportResultCode.FAILED })),
      1,
    ),
  ).toEqual(success);
  expect(
    send(
      failing(() => {
        throw new Error('no such thing');
      }),
      1,
    ),
  ).toEqual(success);
  expect(logger.warnings).toEqual([
    { lostSpans: 1, reason: '' },
    { lostSpans: 1, reason: 'no such thing' },
  ]);
});

test('spans that arrive are not told', () => {
  send(
    failing((done) => done({ code: ExportResultCode.SUCCESS })),
    1,
  );

  expect(logger.warnings).toEqual([]);
});
